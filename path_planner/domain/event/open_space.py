"""Open Space: topics on the agenda wall, and the reports of those who convened them."""

from pydantic import Field, FiniteFloat

from path_planner.domain.base import Line, Record, RecordId
from path_planner.domain.event.about import MOST_PEOPLE, Offers


class Room(Record):
    """A room or a corner of one, as a column of the agenda wall."""

    name: Line = ""
    seats: int = Field(default=0, ge=0, le=MOST_PEOPLE)
    """0 where nobody counted them."""
    offers: Offers = Field(default=(), max_length=20)
    order: FiniteFloat = 0.0


class Topic(Record):
    """A topic that somebody brought, with its place on the agenda wall.

    It stands on the wall if it has both a slot and a room; it is not shown there while it is
    parked or merged into another topic.
    """

    title: Line
    convenor: Line = ""
    """The name of the person who brought it, as they want it to be written; may be empty."""
    number: int = Field(default=0, ge=0)
    """The number on its sheet; two windows may give the same: see `analysis.agenda`."""
    needs: Offers = Field(default=(), max_length=20)
    slot: RecordId | None = None
    room: RecordId | None = None
    parked: bool = False
    merged_into: RecordId | None = None
    split_from: RecordId | None = None
    order: FiniteFloat = 0.0


class Interest(Record):
    """People who want to come to a topic: how many, and never who.

    Each count is a record of its own, so that two windows that count at once lose none.
    """

    topic: RecordId
    count: int = Field(default=1, ge=1, le=MOST_PEOPLE)


class Report(Record):
    """The facts of a topic's report; its id is the topic's. The words are contributions."""

    came: int = Field(default=0, ge=0, le=MOST_PEOPLE)
    """How many came; nobody's coming and going is recorded."""
    read_back: bool = False
    """It was read back to those who were there, and they said yes."""
