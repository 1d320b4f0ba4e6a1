"""What sort of value a column holds, as the record itself says it."""

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
DAY = N_("day (year-month-day)")
ONE_OF = N_("one of a list")
POINTER = N_("reference to another table")
POINTERS = N_("references to another table, with spaces between")
AMOUNTS = N_("references with a number each, such as P1=2, with spaces between")

_PLAIN: tuple[tuple[type, str], ...] = ((StrEnum, ONE_OF), (bool, YES_NO), (date, DAY))


class ColumnMeaning(NamedTuple):
    """What a table holds, and what its columns mean, in the order in which they stand."""

    meaning: str
    columns: Mapping[str, str]
    """By the field of the record; a dot leads into a value inside it."""
    points: Mapping[str, str] = {}
    """The collection that a column points at, for columns that hold references."""


class ColumnType(NamedTuple):
    """The sort of a column, and the values it may have where there is a list of them."""

    name: str
    values: tuple[str, ...] = ()


def column_type_of(model: type[BaseModel], path: str, points: Mapping[str, str]) -> ColumnType:
    """Return the sort of a field; a dot leads into a value inside the record."""
    outer, _dot, inner = path.partition(".")
    found = _bare(model.model_fields[outer].annotation)
    if inner:
        return column_type_of(found, inner, {inner: points[path]} if path in points else {})
    if path in points:
        return ColumnType(_pointing(found))
    for kind, name in _PLAIN:
        if isinstance(found, type) and issubclass(found, kind):
            values = tuple(one.value for one in found) if issubclass(found, StrEnum) else ()
            return ColumnType(name, values)
    return ColumnType(NUMBER if found in (int, float) else TEXT)


def _pointing(found: Any) -> str:
    origin = get_origin(found)
    if origin is tuple:
        return POINTERS
    return AMOUNTS if origin is Mapping else POINTER


def _bare(annotation: Any) -> Any:
    """Return a type without what only narrows it: checks, and that it may be missing."""
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(one for one in get_args(annotation) if one is not NoneType))
    return _bare(get_args(annotation)[0]) if hasattr(annotation, "__metadata__") else annotation


REFERENCE = N_("Short name of the row, as the plan and the other tables use it.")
RECORD_ID = N_("Id of the record in the file of the whole vision.")
EASY = N_("The same in easy words, as people worded it.")
PRINTED_PRIORITIES = N_("Priorities it comes from.")

ABOUT = {
    "title": N_("Title of the vision."),
    "community": N_("Whose vision it is."),
    "made_by": N_("Who made it, in their own words."),
    "contact": N_("How to reach those who made it."),
    "thanks": N_("Who is thanked."),
    "language": N_("Code of the language it is written in."),
    "summary": N_("The vision and plan in short."),
    "vision": N_("How it is when the vision has come true, in the present tense."),
    "easy": EASY,
    "how": N_("How people were asked and how the themes were made."),
    "next_look": N_("Day on which people look at the plan again."),
    "signed_off": N_("Whether people with learning disabilities signed off the easy read."),
}
LIMITS = {
    "can_change": N_("What people were told can change."),
    "cannot_change": N_("What people were told cannot change."),
    "who_decides": N_("Who decides."),
    "budget": N_("How much money there is."),
    "promise": N_("What was promised to those who took part."),
}
HEARD = {
    "steering": ColumnMeaning(
        N_("The group that steers the vision."),
        {
            "name": N_("Name, where its owner agreed to have it printed; else “…”."),
            "role": N_("What brings this person to the group."),
            "leads": N_("Whether this person leads or helps to lead."),
            "printed": N_("Whether this person agreed to have the name printed."),
        },
    ),
    "sources": ColumnMeaning(
        N_("The PATHs and conversations that the vision draws on."),
        {
            "what": N_("What kind of PATH or conversation it was."),
            "held_on": N_("Day on which it was held."),
            "place": N_("Where it was held."),
            "group": N_("Which people they were."),
            "people": N_("How many people were there; 0 where nobody noted it."),
            "agreed.share": N_("Whether its people agreed to share what they said."),
            "agreed.drawings": N_("Whether its people agreed to show drawings."),
            "agreed.given_on": N_("Day on which they agreed."),
        },
    ),
    "voices": ColumnMeaning(
        N_("What people said and agreed to share."),
        {
            "source": N_("The PATH or conversation it was said in."),
            "stage": N_("Step of the PATH it was said in."),
            "text": N_("The words; “…” where they are counted and never quoted."),
            "share": N_("How far its owner agreed to let it travel."),
            "speaker": N_("Number of a speaker inside one source; empty where nobody noted it."),
            "named": N_("Name to print, where its owner agreed to it."),
            "role": N_("What brought the speaker there."),
            "supported": N_("Whether somebody helped to say it."),
            "expressed": N_("How it was said: spoken, signed, written, drawn or noticed."),
            "language": N_("Code of the language it was said in."),
            "checked": N_("Whether a person looked for names and places left in it."),
            "reworded": N_("Whether a person changed the words before printing."),
            "alone": N_("Whether it is kept as a voice of its own."),
        },
        {"source": "sources"},
    ),
    "drawings": ColumnMeaning(
        N_("Drawings that people agreed to show; each is an SVG file."),
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
            "name": N_("Name that people gave the theme."),
            "statement": N_("What people say in it, as “I” or “we”."),
            "easy": EASY,
            "agreed_by": N_("Members of the group who agreed to the statement."),
            "picture": N_("Name of the picture that stands for it."),
        },
        {"agreed_by": "steering"},
    ),
    "placings": ColumnMeaning(
        N_("Which voice is in which theme; a voice may be in several."),
        {"voice": N_("The voice."), "theme": N_("The theme it is in.")},
        {"voice": "voices", "theme": "themes"},
    ),
    "causes": ColumnMeaning(
        N_("Why things are as they are."),
        {"theme": N_("The theme it explains."), "text": N_("Why it is like this.")},
        {"theme": "themes"},
    ),
    "disagreements": ColumnMeaning(
        N_("What people see differently; both sides stand."),
        {
            "about": N_("What it is about."),
            "theme": N_("The theme it belongs to."),
            "one.words": N_("What one side says."),
            "one.voices": N_("Voices of the one side."),
            "other.words": N_("What the other side says."),
            "other.voices": N_("Voices of the other side."),
            "what_next": N_("What will be done about it."),
        },
        {"theme": "themes", "one.voices": "voices", "other.voices": "voices"},
    ),
}
CHOSEN = {
    "priorities": ColumnMeaning(
        N_("What should be worked on."),
        {
            "title": N_("What it is."),
            "easy": EASY,
            "themes": N_("Themes it comes from."),
            "why": N_("Why it matters."),
            "chosen": N_("Whether the group decided that the plan works on it."),
        },
        {"themes": "themes"},
    ),
    "votes": ColumnMeaning(
        N_("Each time the group was asked to choose."),
        {
            "method": N_("How people chose."),
            "question": N_("What was asked."),
            "dots": N_("How many dots each person had, where dots were used."),
            "options": N_("Priorities that were asked about."),
            "held_on": N_("Day of the vote."),
            "open": N_("Whether the vote is still open."),
        },
        {"options": "priorities"},
    ),
    "ballots": ColumnMeaning(
        N_("What each person gave, in an order that tells nothing; no ballot has a name."),
        {
            "round": N_("The vote it was given in."),
            "standing": N_("From where this person speaks."),
            "by_proxy": N_("Whether somebody else put it in, as they were told to."),
            "people": N_("How many people gave the same in the open; 1 for a secret ballot."),
            "given": N_("Dots, a raised hand or fingers for each priority."),
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
            "what": N_("What is to be done."),
            "easy": EASY,
            "who": N_("Who does it."),
            "by_when": N_("Day by which it is to be done."),
            "resources": N_("What it needs."),
            "how_we_know": N_("How people will know that it is done."),
        },
        {"priorities": "priorities"},
    ),
    "outcomes": ColumnMeaning(
        N_("How life is when it has worked."),
        {
            "priorities": PRINTED_PRIORITIES,
            "statement": N_("How life is then."),
            "easy": EASY,
            "measure": N_("How it is measured."),
            "chosen_by": N_("Who chose the measure."),
            "now": N_("What the measure shows now."),
            "hoped": N_("What people hope that it will show."),
        },
        {"priorities": "priorities"},
    ),
    "rounds": ColumnMeaning(
        N_("Each time the group looked back."),
        {
            "on": N_("Day on which people looked back."),
            "words": N_("What was said about the whole."),
            "next_on": N_("Day on which people look again."),
        },
    ),
    "replies": ColumnMeaning(
        N_("What became of each action: you said, we did."),
        {
            "round": N_("The look back it was told in."),
            "action": N_("The action it tells of."),
            "progress": N_("How the action stands."),
            "we_did": N_("What was done."),
            "why": N_("Why it cannot be done, where it cannot."),
            "who_decided": N_("Who decided that it cannot be done."),
        },
        {"round": "rounds", "action": "actions"},
    ),
    "answers": ColumnMeaning(
        N_("Whether those who said it agree with what they are told was done."),
        {
            "reply": N_("What they were told."),
            "confirms": N_("Whether they say that it is so."),
            "words": N_("What they say to it."),
            "standing": N_("From where they speak."),
        },
        {"reply": "replies"},
    ),
    "readings": ColumnMeaning(
        N_("What a measure showed when people looked back."),
        {
            "round": N_("The look back it was read in."),
            "outcome": N_("The outcome it measures."),
            "words": N_("What it showed."),
        },
        {"round": "rounds", "outcome": "outcomes"},
    ),
}
SINGLES = {
    "about": ColumnMeaning(N_("What the vision is."), ABOUT),
    "limits": ColumnMeaning(N_("What was promised from the start."), LIMITS),
}
COLLECTIONS: Mapping[str, ColumnMeaning] = {**HEARD, **THEMED, **CHOSEN, **PLANNED}
WITHOUT_A_COLUMN = {"drawings": frozenset({"strokes"})}
"""Fields that no table has: the ink stands in the SVG files."""
