"""What stands on the wall beside ink: cards, shapes, labels, stamps and photos."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, FiniteFloat, JsonValue

from path_planner.domain.base import Record, RecordId
from path_planner.domain.pen import Colour, Coordinate, Length, Points
from path_planner.domain.text_types import Line, Words

_LONGEST_ID = 40

Opacity = Annotated[FiniteFloat, Field(ge=0, le=1)]
Turn = Annotated[FiniteFloat, Field(ge=-10, le=10)]
"""Radians, clockwise, about the middle of the mark."""


class WallItem(Record):
    """A mark with a place of its own on the wall; higher orders lie on top."""

    stage: RecordId
    by: RecordId | None = None
    turn: Turn = 0.0
    groups: tuple[Line, ...] = Field(default=(), max_length=20)
    """The groups it moves with, the innermost first."""
    order: FiniteFloat = 0.0
    foreign: Mapping[str, JsonValue] = Field(default_factory=dict)
    """What another drawing program knows of it and we do not draw."""


class BoxItem(WallItem):
    """A mark that fills an upright box before it is turned."""

    x: Coordinate = 0.0
    y: Coordinate = 0.0
    width: Length = 0.0
    height: Length = 0.0
    opacity: Opacity = 1.0


class CardSubject(StrEnum):
    """What a card can be of: the collection of its record."""

    VOICES = "voices"
    COMMITMENTS = "commitments"
    MARKS = "marks"


class Card(Record):
    """Where a voice, a commitment or a sketch has its place; its id is that of `card_id`."""

    kind: Literal["card"] = "card"
    stage: RecordId
    holds: CardSubject = CardSubject.VOICES
    of: RecordId | None = None
    """The sketch that it shows; a voice or a commitment has the id of its card."""
    x: Coordinate
    y: Coordinate
    width: Length
    size: FiniteFloat = Field(default=30.0, gt=0, le=1000)
    """The size of its letters; the height of a sketch follows from its width."""
    hidden: bool = False
    """Not shown on the wall; the words stay in the plan."""
    by_hand: bool = False
    """Somebody put it there; what was laid out for them may be laid out anew."""
    order: FiniteFloat = 0.0

    @property
    def record(self) -> str:
        """Return the id of the record that has its place here."""
        return self.of or self.id


def card_id(holds: CardSubject, record_id: str) -> str:
    """Return the id of a record's card: its own, but for a sketch, which is a mark itself."""
    return f"{record_id[: _LONGEST_ID - 5]}-card" if holds is CardSubject.MARKS else record_id


class ShapeKind(StrEnum):
    """The shapes that can be drawn."""

    BOX = "box"
    ELLIPSE = "ellipse"
    DIAMOND = "diamond"
    LINE = "line"
    ARROW = "arrow"


class Dash(StrEnum):
    """How a line is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Head(StrEnum):
    """What an end of a line carries."""

    NONE = "none"
    ARROW = "arrow"
    TRIANGLE = "triangle"
    BAR = "bar"
    DOT = "dot"


class Shape(BoxItem):
    """A box, an ellipse, a diamond, a line or an arrow."""

    kind: Literal["shape"] = "shape"
    form: ShapeKind
    points: Points | tuple[()] = ()
    """The corners of a line or an arrow on the wall before it is turned; empty for the others."""
    line: Colour | None = "#1E2430"
    fill: Colour | None = None
    line_width: FiniteFloat = Field(default=4.0, gt=0, le=400)
    dash: Dash = Dash.SOLID
    rounded: bool = False
    """Round corners of a box; a curve through the corners of a line."""
    start: Head = Head.NONE
    end: Head = Head.NONE
    words: Words = ""


class Align(StrEnum):
    """Where the lines of a label stand."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Label(BoxItem):
    """Words written straight onto the wall, line by line as they stand there."""

    kind: Literal["label"] = "label"
    text: Words
    size: FiniteFloat = Field(default=40.0, gt=0, le=2000)
    colour: Colour = "#1E2430"
    align: Align = Align.LEFT
    inside: RecordId | None = None
    """The shape that it stands in."""


class Stamp(BoxItem):
    """A small picture from our own box of stamps, with its name."""

    kind: Literal["stamp"] = "stamp"
    icon: Line
    colour: Colour = "#1E2430"
    words: Words = ""


class Photo(BoxItem):
    """A photo on the wall, or under it; its picture is a record of its own."""

    kind: Literal["photo"] = "photo"
    picture: RecordId
    words: Words = ""
    under: bool = False
    """It lies beneath the regions, as a photographed paper PATH does."""


WALL_KINDS = (Card, Shape, Label, Stamp, Photo)
