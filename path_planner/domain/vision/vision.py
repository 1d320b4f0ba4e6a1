"""A vision: the document of a community plan, from its sources to its reviews."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field, FiniteFloat, TypeAdapter

from path_planner.domain.base import Code, Document, DocumentKind, Line, Record, Value, Words
from path_planner.domain.other_versions import OtherVersion
from path_planner.domain.people import Role
from path_planner.domain.vision import plan
from path_planner.domain.vision.plan import ClearedText, Licence
from path_planner.domain.vision.sources import (
    ColumnMapping,
    Drawing,
    MissingGroup,
    Publication,
    SharedVoice,
    Source,
    Withdrawal,
)
from path_planner.domain.vision.theme import Cause, Disagreement, Theme, ThemeAssignment
from path_planner.domain.vision.voting import Ballot, Priority, VoteRound


class AboutVision(Value):
    """The facts about a vision: title, community, and the vision in the present tense."""

    title: Line = ""
    community: Line = ""
    made_by: Words = ""
    contact: Words = ""
    """How to reach those who made it: to say more, to ask for all of it, to take back a yes."""
    thanks: Words = ""
    language: Code = "en"
    summary: Words = ""
    vision: Words = ""
    """How it is when it has come true, in the present tense."""
    easy: Words = ""
    """The same in easy words and short sentences, as people worded it for the easy read edition."""
    how: Words = ""
    """How people were asked and how the themes were made."""
    next_look: date | None = None
    population: Words = ""
    """Figures that the group gives, a line each: people, how many live there, how many answered."""
    signed_off: bool = False
    """People with learning disabilities have signed off the easy read edition."""
    licence: Licence = Licence.NONE
    licence_words: Words = ""
    """What others may do with it, in the group's own words, where no licence says it."""


class Limits(Value):
    """What was promised from the start: what can change, what cannot, who decides."""

    can_change: Words = ""
    cannot_change: Words = ""
    who_decides: Words = ""
    budget: Words = ""
    promise: Words = ""


class Member(Record):
    """A member of the steering group; printed by name only if they agreed to it."""

    name: Line
    role: Role = Role.OTHER
    leads: bool = False
    printed: bool = False
    order: FiniteFloat = 0.0


class Vision(Document):
    """Many PATHs on their way to one plan. A voice is never removed but by its owner."""

    kind: ClassVar[DocumentKind] = DocumentKind(
        "vision",
        {"about": AboutVision, "limits": Limits},
        {
            "steering": TypeAdapter(Member),
            "sources": TypeAdapter(Source),
            "voices": TypeAdapter(SharedVoice),
            "set_aside": TypeAdapter(SharedVoice),
            "mappings": TypeAdapter(ColumnMapping),
            "cleared": TypeAdapter(ClearedText),
            "drawings": TypeAdapter(Drawing),
            "unheard": TypeAdapter(MissingGroup),
            "themes": TypeAdapter(Theme),
            "placings": TypeAdapter(ThemeAssignment),
            "causes": TypeAdapter(Cause),
            "disagreements": TypeAdapter(Disagreement),
            "priorities": TypeAdapter(Priority),
            "votes": TypeAdapter(VoteRound),
            "ballots": TypeAdapter(Ballot),
            "actions": TypeAdapter(plan.Action),
            "outcomes": TypeAdapter(plan.Outcome),
            "rounds": TypeAdapter(plan.ReviewRound),
            "replies": TypeAdapter(plan.Reply),
            "answers": TypeAdapter(plan.Answer),
            "readings": TypeAdapter(plan.MeasureReading),
            "printed": TypeAdapter(Publication),
            "withdrawals": TypeAdapter(Withdrawal),
            "other_versions": TypeAdapter(OtherVersion),
        },
        redacted_on_delete=frozenset(
            {"sources", "voices", "set_aside", "cleared", "drawings", "other_versions"}
        ),
    )

    about: AboutVision = AboutVision()
    limits: Limits = Limits()
    steering: Mapping[str, Member] = Field(default_factory=dict)
    sources: Mapping[str, Source] = Field(default_factory=dict)
    voices: Mapping[str, SharedVoice] = Field(default_factory=dict)
    set_aside: Mapping[str, SharedVoice] = Field(default_factory=dict)
    """Empty answers such as “n/a”: in no count, theme or document until people bring them back."""
    mappings: Mapping[str, ColumnMapping] = Field(default_factory=dict)
    """Columns as people corrected them, for the next file with the same headings."""
    cleared: Mapping[str, ClearedText] = Field(default_factory=dict)
    """Marked words and texts that identify nobody, as people said."""
    drawings: Mapping[str, Drawing] = Field(default_factory=dict)
    unheard: Mapping[str, MissingGroup] = Field(default_factory=dict)
    themes: Mapping[str, Theme] = Field(default_factory=dict)
    placings: Mapping[str, ThemeAssignment] = Field(default_factory=dict)
    causes: Mapping[str, Cause] = Field(default_factory=dict)
    disagreements: Mapping[str, Disagreement] = Field(default_factory=dict)
    priorities: Mapping[str, Priority] = Field(default_factory=dict)
    votes: Mapping[str, VoteRound] = Field(default_factory=dict)
    ballots: Mapping[str, Ballot] = Field(default_factory=dict)
    actions: Mapping[str, plan.Action] = Field(default_factory=dict)
    outcomes: Mapping[str, plan.Outcome] = Field(default_factory=dict)
    rounds: Mapping[str, plan.ReviewRound] = Field(default_factory=dict)
    replies: Mapping[str, plan.Reply] = Field(default_factory=dict)
    answers: Mapping[str, plan.Answer] = Field(default_factory=dict)
    readings: Mapping[str, plan.MeasureReading] = Field(default_factory=dict)
    printed: Mapping[str, Publication] = Field(default_factory=dict)
    withdrawals: Mapping[str, Withdrawal] = Field(default_factory=dict)
    other_versions: Mapping[str, OtherVersion] = Field(default_factory=dict)
