"""Items on the wall other than strokes: cards, shapes, labels, stamps and photos."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, FiniteFloat, JsonValue

from path_planner.domain.base import Line, Record, RecordId, Words, clean_foreign
from path_planner.domain.pen import Colour, Coordinate, Length, Points

_LONGEST_ID = 40

Opacity = Annotated[FiniteFloat, Field(ge=0, le=1)]
Turn = Annotated[FiniteFloat, Field(ge=-10, le=10)]
"""A rotation in radians, clockwise, about the centre of the mark."""


class WallItem(Record):
    """Base of the marks that are placed on the wall; `order` is the z-order."""

    stage: RecordId
    by: RecordId | None = None
    turn: Turn = 0.0
    groups: tuple[Line, ...] = Field(default=(), max_length=20)
    """The groups it moves with, the innermost first."""
    order: FiniteFloat = 0.0
    foreign: Annotated[Mapping[str, JsonValue], BeforeValidator(clean_foreign)] = Field(
        default_factory=dict
    )
    """Properties of another drawing program that have no meaning here, kept for its export."""


class BoxItem(WallItem):
    """Base of the marks with a bounding box: x, y, width and height before rotation."""

    x: Coordinate = 0.0
    y: Coordinate = 0.0
    width: Length = 0.0
    height: Length = 0.0
    opacity: Opacity = 1.0


class CardSubject(StrEnum):
    """The collection of the record that a card shows."""

    VOICES = "voices"
    COMMITMENTS = "commitments"
    MARKS = "marks"


class Card(Record):
    """The place of a voice, a commitment or a sketch on the wall.

    The subject of a card is the record that it shows: `record` in the collection `holds`. The id
    of the card is the subject's own, but for a sketch, which is a mark itself (see `card_id`).
    """

    kind: Literal["card"] = "card"
    stage: RecordId
    holds: CardSubject = CardSubject.VOICES
    """The collection of the subject."""
    of: RecordId | None = None
    """The id of the subject if it is a sketch; None for others, whose id is that of the card."""
    x: Coordinate
    y: Coordinate
    width: Length
    size: FiniteFloat = Field(default=30.0, gt=0, le=1000)
    """The font size in wall units; the height of a sketch follows from its width."""
    hidden: bool = False
    """Not shown on the wall; the words stay in the plan."""
    by_hand: bool = False
    """Somebody placed it; only cards without this flag are moved by the automatic layout."""
    order: FiniteFloat = 0.0

    @property
    def record(self) -> str:
        """The id of the subject, the record that this card shows."""
        return self.of or self.id


def card_id(subject: CardSubject, record_id: str) -> str:
    """Return the id of the card that shows a record of the collection `subject`."""
    return f"{record_id[: _LONGEST_ID - 5]}-card" if subject is CardSubject.MARKS else record_id


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
    """The arrowhead at an end of a line."""

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
    """The alignment of the lines of a label."""

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
    """A stamp of the stamp library on the wall, with its name."""

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
    """Drawn beneath the regions, as a photographed paper PATH is."""


WALL_KINDS = (Card, Shape, Label, Stamp, Photo)
