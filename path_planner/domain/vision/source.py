"""Sources: the PATHs and conversations a vision draws on, and what was agreed about each."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime, Field, FiniteFloat

from path_planner.domain.mark import Stroke
from path_planner.domain.record import DocumentId, Record, RecordId, Value
from path_planner.domain.text import Line, Words
from path_planner.words import mark


class SourceKind(StrEnum):
    """Where people were heard."""

    PATH = "path"
    CAFE = "cafe"
    OPEN_SPACE = "open space"
    WALK = "walk"
    VISIT = "visit"
    MEETING = "meeting"
    WRITTEN = "written"
    OTHER = "other"


SOURCE_WORDS = {
    SourceKind.PATH: mark("A PATH"),
    SourceKind.CAFE: mark("A World Café"),
    SourceKind.OPEN_SPACE: mark("An Open Space"),
    SourceKind.WALK: mark("A walk together"),
    SourceKind.VISIT: mark("A visit to where people are"),
    SourceKind.MEETING: mark("A meeting"),
    SourceKind.WRITTEN: mark("Letters, cards or a survey"),
    SourceKind.OTHER: mark("Another conversation"),
}


class Agreed(Value):
    """What the people of a source said yes to; nothing comes in without `share`."""

    share: bool = False
    drawings: bool = False
    given_on: date | None = None
    how: Words = ""
    """How it was asked: in which way, by whom."""


class Source(Record):
    """One PATH or conversation; `kept_as` is for the steering group alone and never printed."""

    what: SourceKind = SourceKind.PATH
    kept_as: Line = ""
    session: DocumentId | None = None
    """The session it was frozen from, at this `revision`; none for a conversation."""
    revision: int = Field(default=0, ge=0)
    held_on: date | None = None
    place: Line = ""
    group: Line = ""
    """Which people they were, in words they agree with."""
    people: int = Field(default=0, ge=0, le=100_000)
    """How many were there, where that is known; 0 where it is not."""
    agreed: Agreed = Agreed()
    names: tuple[Line, ...] = Field(default=(), max_length=1_000)
    """The names that were taken out, for the check before printing; never printed."""
    order: FiniteFloat = 0.0
    at: AwareDatetime | None = None


class Drawing(Record):
    """A drawing that people agreed to show; `words` stand for it."""

    source: RecordId
    theme: RecordId | None = None
    words: Words = ""
    width: FiniteFloat = Field(gt=0, le=20_000)
    height: FiniteFloat = Field(gt=0, le=20_000)
    strokes: tuple[Stroke, ...] = Field(default=(), max_length=5_000)
    order: FiniteFloat = 0.0


class Unheard(Record):
    """People who were not heard, why, and what will be done about it."""

    who: Line
    why: Words = ""
    what_next: Words = ""
    order: FiniteFloat = 0.0


class Printed(Record):
    """A document that went out, and whose voices stood in it: this cannot be called back."""

    what: Line
    """The export, such as `plan`."""
    at: AwareDatetime
    voices: tuple[RecordId, ...] = Field(default=(), max_length=100_000)
    sources: tuple[RecordId, ...] = Field(default=(), max_length=10_000)
    """Sources whose drawings stood in it."""


class Withdrawal(Record):
    """Somebody took a yes back: which documents had gone out, and nothing of what was said."""

    at: AwareDatetime
    source: RecordId
    whole_source: bool = False
    voices: int = Field(default=0, ge=0)
    printed: tuple[RecordId, ...] = Field(default=(), max_length=1_000)
    session: DocumentId | None = None
    """The PATH that was taken back whole: it does not come in again unasked."""
    originals: tuple[RecordId, ...] = Field(default=(), max_length=10_000)
    """Voices of a session that were taken back here: they stay out when it comes in anew."""
    gone: tuple[RecordId, ...] = Field(default=(), max_length=50_000)
    """The voices that were taken back: by these ids they are known in copies of this vision."""
    told: bool = False
    """Those who hold the printed documents were told."""
