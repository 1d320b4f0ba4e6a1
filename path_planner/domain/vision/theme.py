"""Themes, the voices assigned to them, causes, and disagreements."""

from hashlib import blake2b

from pydantic import Field, FiniteFloat

from path_planner.domain.base import Line, Record, RecordId, Value, Words

_LONGEST_ID = 40


class Theme(Record):
    """A theme: voices that belong together, with a name and an agreed "I" or "we" statement."""

    name: Line
    statement: Words = ""
    easy: Words = ""
    """The same in easy words and short sentences, as people worded it for the easy read edition."""
    agreed_by: tuple[RecordId, ...] = Field(default=(), max_length=1_000)
    """Members of the steering group who agreed to the statement."""
    picture: Line = ""
    """The id of a stamp."""
    order: FiniteFloat = 0.0


class ThemeAssignment(Record):
    """A voice in a theme. It is a record of its own, so that concurrent edits never conflict."""

    voice: RecordId
    theme: RecordId
    order: FiniteFloat = 0.0


def theme_assignment_id(voice: str, theme: str) -> str:
    """Return the id of an assignment; the same voice and theme always give the same id."""
    joined = f"{voice}_{theme}"
    return (
        joined
        if len(joined) <= _LONGEST_ID
        else blake2b(joined.encode(), digest_size=16).hexdigest()
    )


class Cause(Record):
    """A cause of a theme: why it is like this."""

    theme: RecordId
    text: Words
    order: FiniteFloat = 0.0


class Side(Value):
    """One side of a disagreement, in words it agrees with, and the voices it rests on."""

    words: Words = ""
    voices: tuple[RecordId, ...] = Field(default=(), max_length=10_000)


class Disagreement(Record):
    """What people see differently; both sides stand, and neither is averaged away."""

    about: Words
    theme: RecordId | None = None
    one: Side = Side()
    other: Side = Side()
    what_next: Words = ""
    order: FiniteFloat = 0.0
