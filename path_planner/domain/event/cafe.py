"""World Café: tables, rounds, who sits where, and the groups of the harvest."""

from pydantic import AwareDatetime, Field, FiniteFloat

from path_planner.domain.base import Line, Record, RecordId, Words
from path_planner.domain.event.about import Languages, Offers

MOST_SEATS = 200


class CafeTable(Record):
    """A table with its host, who stays, and its own question if it has one."""

    name: Line = ""
    question: Words = ""
    seats: int = Field(default=5, ge=2, le=MOST_SEATS)
    """How many can sit there, the host included."""
    offers: Offers = Field(default=(), max_length=20)
    languages: Languages = Field(default=(), max_length=20)
    """The languages spoken there; empty for any."""
    host: RecordId | None = None
    order: FiniteFloat = 0.0


class Round(Record):
    """A round of conversation; once it has begun its seating stays as it is."""

    question: Words = ""
    minutes: int = Field(default=20, ge=1, le=1440)
    begun: AwareDatetime | None = None
    ended: AwareDatetime | None = None
    seed: int = Field(default=0, ge=0)
    """The seed of its seating: the same seed gives the same plan."""
    order: FiniteFloat = 0.0


class Seat(Record):
    """Where a guest sits in a round; for seating alone, in no export, log or vision."""

    round: RecordId
    table: RecordId
    guest: RecordId
    number: int = Field(default=0, ge=0, le=MOST_SEATS)
    """0 is the host."""


class HarvestGroup(Record):
    """A group of what people take from the tables, under a title of their own."""

    title: Line = ""
    order: FiniteFloat = 0.0
