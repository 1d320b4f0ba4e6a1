"""The columns of the dataset: their meanings, and their types derived from the models."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from path_planner.i18n import N_

TEXT = N_("text")
NUMBER = N_("number")
YES_NO = N_("yes or no")
DAY = N_("date (year-month-day)")
ONE_OF = N_("one of a list")
POINTER = N_("reference to another table")
POINTERS = N_("references to another table, with spaces between")
AMOUNTS = N_("references with a number each, such as P1=2, with spaces between")

_PLAIN: tuple[tuple[type, str], ...] = ((StrEnum, ONE_OF), (bool, YES_NO), (date, DAY))


class ColumnMeaning(NamedTuple):
    """The description of a table and of its columns, in order."""

    meaning: str
    columns: Mapping[str, str]
    """By the field of the record; a dot leads to a nested field."""
    points: Mapping[str, str] = {}
    """By column: the collection that its references point to."""


class ColumnType(NamedTuple):
    """The type of a column, and its allowed values if it is an enumeration."""

    name: str
    values: tuple[str, ...] = ()


def column_type_of(model: type[BaseModel], path: str, points: Mapping[str, str]) -> ColumnType:
    """Return the type of a field; a dot leads to a nested field."""
    outer, _dot, inner = path.partition(".")
    found = _unwrapped(model.model_fields[outer].annotation)
    if inner:
        return column_type_of(found, inner, {inner: points[path]} if path in points else {})
    if path in points:
        return ColumnType(_pointing(found))
    for kind, name in _PLAIN:
        if isinstance(found, type) and issubclass(found, kind):
            values = tuple(member.value for member in found) if issubclass(found, StrEnum) else ()
            return ColumnType(name, values)
    return ColumnType(NUMBER if found in (int, float) else TEXT)


def _pointing(found: Any) -> str:
    origin = get_origin(found)
    if origin is tuple:
        return POINTERS
    return AMOUNTS if origin is Mapping else POINTER


def _unwrapped(annotation: Any) -> Any:
    """Return a type without constraints (Annotated) and without None."""
    if get_origin(annotation) in (Union, UnionType):
        return _unwrapped(
            next(argument for argument in get_args(annotation) if argument is not NoneType)
        )
    return (
        _unwrapped(get_args(annotation)[0]) if hasattr(annotation, "__metadata__") else annotation
    )


REFERENCE = N_("Short name of the row, as used in the plan and the other tables.")
RECORD_ID = N_("Id of the record in the file of the whole vision.")
EASY = N_("The same in easy words, as people put it.")
PRINTED_PRIORITIES = N_("Priorities it comes from.")

ABOUT = {
    "title": N_("Title of the vision."),
    "community": N_("Whose vision it is."),
    "made_by": N_("Who made it, in their own words."),
    "contact": N_("How to contact the people who made it."),
    "thanks": N_("Who we thank."),
    "language": N_("Code of the language it is written in."),
    "summary": N_("The vision and plan in brief."),
    "vision": N_("What life is like when the vision has come true, in the present tense."),
    "easy": EASY,
    "how": N_("How people were asked and how the themes were made."),
    "next_look": N_("Date when people look at the plan again."),
    "population": N_("How many people of each group live there, and how many were heard."),
    "signed_off": N_("Whether people with learning disabilities signed off the easy read."),
    "licence": N_("The licence that the group chose, if it chose one."),
    "licence_words": N_("What others may do with it, in the group’s own words."),
}
LIMITS = {
    "can_change": N_("What people were told can change."),
    "cannot_change": N_("What people were told cannot change."),
    "who_decides": N_("Who decides."),
    "budget": N_("How much money there is."),
    "promise": N_("What was promised to the people who took part."),
}
HEARD = {
    "steering": ColumnMeaning(
        N_("The group that leads the vision."),
        {
            "name": N_("Name, if the person agreed to have it printed; if not, “…”."),
            "role": N_("This person’s role."),
            "leads": N_("Whether this person leads or helps to lead."),
            "printed": N_("Whether this person agreed to have the name printed."),
        },
    ),
    "sources": ColumnMeaning(
        N_("The PATHs and conversations that the vision draws on."),
        {
            "what": N_("What kind of PATH or conversation it was."),
            "held_on": N_("The date it was held."),
            "place": N_("Where it was held."),
            "group": N_("Who was there, in their own words."),
            "people": N_("How many people were there; 0 if nobody recorded it."),
            "agreed.share": N_("Whether its people agreed to share what they said."),
            "agreed.drawings": N_("Whether its people agreed to show drawings."),
            "agreed.given_on": N_("Date when they agreed."),
            "file": N_("Sources with the same value came in one file, with one count of people."),
        },
    ),
    "voices": ColumnMeaning(
        N_("What people said and agreed to share."),
        {
            "source": N_("The PATH or conversation it was said in."),
            "stage": N_("Stage of the PATH it was said in."),
            "text": N_("The words; “…” if they are counted but not quoted."),
            "share": N_("How the person agreed it can be shared."),
            "speaker": N_("Number of a speaker within one source; empty if nobody recorded it."),
            "named": N_("Name to print, if the person agreed."),
            "role": N_("The speaker’s role."),
            "supported": N_("Whether someone helped to say it."),
            "expressed": N_("How it was said: spoken, signed, written, drawn or noticed."),
            "language": N_("Code of the language it was said in."),
            "checked": N_("Whether a person checked it for names and places."),
            "reworded": N_("Whether a person changed the words before printing."),
            "alone": N_("Whether it is kept on its own."),
            "question": N_("The question of a survey that it answers."),
            "agrees": N_("How many others agreed with it where it was collected; no vote here."),
            "disagrees": N_("How many others disagreed with it there."),
        },
        {"source": "sources"},
    ),
    "drawings": ColumnMeaning(
        N_("Drawings that people agreed to share, each as an SVG file."),
        {
            "source": N_("The PATH it was drawn in."),
            "theme": N_("The theme it is shown with."),
            "words": N_("What it shows, in words."),
            "width": N_("Width of the sheet it was drawn on."),
            "height": N_("Height of the sheet it was drawn on."),
        },
        {"source": "sources", "theme": "themes"},
    ),
    "unheard": ColumnMeaning(
        N_("People who were not heard."),
        {
            "who": N_("Who was not heard."),
            "why": N_("Why they were not heard."),
            "what_next": N_("What will be done about it."),
        },
    ),
}
THEMED = {
    "themes": ColumnMeaning(
        N_("What people put together."),
        {
            "name": N_("The name people gave the theme."),
            "statement": N_("What people say in it, as “I” or “we”."),
            "easy": EASY,
            "agreed_by": N_("Members of the steering group who agreed to the statement."),
            "picture": N_("Name of the picture that stands for it."),
        },
        {"agreed_by": "steering"},
    ),
    "placings": ColumnMeaning(
        N_("Which voice is in which theme; a voice can be in more than one."),
        {"voice": N_("The voice."), "theme": N_("The theme it is in.")},
        {"voice": "voices", "theme": "themes"},
    ),
    "causes": ColumnMeaning(
        N_("Why things are the way they are."),
        {"theme": N_("The theme it explains."), "text": N_("Why things are like this.")},
        {"theme": "themes"},
    ),
    "disagreements": ColumnMeaning(
        N_("Where people disagree; both sides are kept."),
        {
            "about": N_("What it is about."),
            "theme": N_("The theme it belongs to."),
            "one.words": N_("What one side says."),
            "one.voices": N_("Voices of one side."),
            "other.words": N_("What the other side says."),
            "other.voices": N_("Voices of the other side."),
            "what_next": N_("What will be done about it."),
        },
        {"theme": "themes", "one.voices": "voices", "other.voices": "voices"},
    ),
}
CHOSEN = {
    "priorities": ColumnMeaning(
        N_("What the group should work on."),
        {
            "title": N_("What it is."),
            "easy": EASY,
            "themes": N_("Themes it comes from."),
            "why": N_("Why it matters."),
            "chosen": N_("Whether the group chose it for the plan."),
        },
        {"themes": "themes"},
    ),
    "votes": ColumnMeaning(
        N_("Each vote the group held."),
        {
            "method": N_("How people chose."),
            "question": N_("What was asked."),
            "dots": N_("How many dots each person had, where dots were used."),
            "options": N_("Priorities in the vote."),
            "held_on": N_("Date of the vote."),
            "open": N_("Whether the vote is still open."),
        },
        {"options": "priorities"},
    ),
    "ballots": ColumnMeaning(
        N_("Each vote, in mixed-up order; no vote has a name."),
        {
            "round": N_("The vote it was part of."),
            "standing": N_("The group this person is in."),
            "by_proxy": N_("Whether someone else entered it for them, as they asked."),
            "people": N_(
                "How many people voted exactly like this in an open vote; 1 in a secret vote."
            ),
            "given": N_("Dots, raised hands or fingers for each priority."),
            "not_lost": N_("Priorities that must not be lost, however few dots they get."),
        },
        {"round": "votes", "given": "priorities", "not_lost": "priorities"},
    ),
}
PLANNED = {
    "actions": ColumnMeaning(
        N_("Who does what, by when."),
        {
            "priorities": PRINTED_PRIORITIES,
            "doer": N_("Whether the community does it itself, with partners, or services do."),
            "what": N_("What will be done."),
            "easy": EASY,
            "who": N_("Who does it."),
            "by_when": N_("The date to do it by."),
            "resources": N_("What it needs."),
            "how_we_know": N_("How people will know it is done."),
        },
        {"priorities": "priorities"},
    ),
    "outcomes": ColumnMeaning(
        N_("What life is like when it has worked."),
        {
            "priorities": PRINTED_PRIORITIES,
            "statement": N_("What life is like then."),
            "easy": EASY,
            "measure": N_("How it is measured."),
            "chosen_by": N_("Who chose the measure."),
            "now": N_("What the measure shows now."),
            "hoped": N_("What people hope it will show."),
        },
        {"priorities": "priorities"},
    ),
    "rounds": ColumnMeaning(
        N_("Each time the group held a review."),
        {
            "on": N_("Date of the review."),
            "words": N_("What was said about the whole."),
            "next_on": N_("Date of the next review."),
        },
    ),
    "replies": ColumnMeaning(
        N_("What happened with each action: you said, we did."),
        {
            "round": N_("The review it was said in."),
            "action": N_("The action it is about."),
            "progress": N_("Progress of the action."),
            "we_did": N_("What was done."),
            "why": N_("Why it cannot be done, if it cannot."),
            "who_decided": N_("Who decided that it cannot be done."),
        },
        {"round": "rounds", "action": "actions"},
    ),
    "answers": ColumnMeaning(
        N_("Whether the people who said it agree that this was done."),
        {
            "reply": N_("What they were told."),
            "confirms": N_("Whether they say it is true."),
            "words": N_("Their reply."),
            "standing": N_("The group they are in."),
        },
        {"reply": "replies"},
    ),
    "readings": ColumnMeaning(
        N_("What a measure showed at a review."),
        {
            "round": N_("The review it was measured in."),
            "outcome": N_("The outcome it measures."),
            "words": N_("What it showed."),
        },
        {"round": "rounds", "outcome": "outcomes"},
    ),
}
SINGLES = {
    "about": ColumnMeaning(N_("About the vision."), ABOUT),
    "limits": ColumnMeaning(N_("What we promised at the start."), LIMITS),
}
COLLECTIONS: Mapping[str, ColumnMeaning] = {**HEARD, **THEMED, **CHOSEN, **PLANNED}
WITHOUT_A_COLUMN = {"drawings": frozenset({"strokes"})}
"""Fields that are in no table: strokes are in the SVG files."""
