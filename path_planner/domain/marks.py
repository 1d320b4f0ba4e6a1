"""Marks on the wall: pens, strokes and sketches, cards, shapes, labels, stamps and photos."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BeforeValidator,
    Field,
    FiniteFloat,
    JsonValue,
    StringConstraints,
    model_validator,
)

from path_planner.domain.base import Line, Record, RecordId, Value, Words, clean_foreign

MOST_POINTS = 20_000
FARTHEST = 1_000_000.0

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]

Length = Annotated[FiniteFloat, Field(ge=0, le=FARTHEST)]
"""A width or a height in wall units; the wall is 3,200 units wide."""

Coordinate = Annotated[FiniteFloat, Field(ge=-FARTHEST, le=FARTHEST)]
"""A coordinate in wall units: x to the right, y down."""

_LONGEST_ID = 40

Opacity = Annotated[FiniteFloat, Field(ge=0, le=1)]
Turn = Annotated[FiniteFloat, Field(ge=-10, le=10)]
"""A rotation in radians, clockwise, about the centre of the mark."""


def _in_pairs(points: tuple[float, ...]) -> tuple[float, ...]:
    if len(points) % 2:
        # pydantic catches it; the decoder of documents raises FileDamaged.
        raise ValueError
    return points


Points = Annotated[
    tuple[FiniteFloat, ...],
    Field(min_length=2, max_length=2 * MOST_POINTS),
    AfterValidator(_in_pairs),
]
"""Points as a flat list of numbers: x0, y0, x1, y1 …, y down."""


class Pen(Value):
    """The pen of a stroke; its width is in the units of the sketch, or of the wall."""

    colour: Colour = "#1E2430"
    width: FiniteFloat = Field(default=8.0, gt=0, le=400)
    opacity: FiniteFloat = Field(default=1.0, gt=0, le=1)


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


class Sketch(Record):
    """A drawing made in one go on a stage's pad; its strokes name it."""

    kind: Literal["sketch"] = "sketch"
    stage: RecordId
    by: RecordId | None = None
    words: Words = ""
    """What the drawing shows, for those who do not see it."""
    width: FiniteFloat = Field(default=900.0, gt=0, le=20_000)
    height: FiniteFloat = Field(default=500.0, gt=0, le=20_000)
    order: FiniteFloat = 0.0
    at: AwareDatetime | None = None


class Stroke(WallItem):
    """One movement of the pen, in the units of its sketch; without a sketch, of the wall."""

    kind: Literal["stroke"] = "stroke"
    sketch: RecordId | None = None
    pen: Pen = Pen()
    points: Points
    pressures: tuple[Annotated[FiniteFloat, Field(ge=0, le=1)], ...] = Field(
        default=(), max_length=MOST_POINTS
    )
    """The pressure at each point, 0 to 1; empty where it is simulated from the speed."""
    signs: RecordId | None = None
    """The commitment that this stroke is part of a signature for."""

    @model_validator(mode="after")
    def _each_pressure_has_its_point(self) -> Self:
        if self.pressures and 2 * len(self.pressures) != len(self.points):
            # pydantic catches it; the decoder of documents raises FileDamaged.
            raise ValueError
        return self


Mark = Annotated[
    Sketch | Stroke | Card | Shape | Label | Stamp | Photo, Field(discriminator="kind")
]


def without_points(stroke: Stroke) -> Stroke:
    """Return the ink of a stroke alone: not who drew it, on what, nor fields of a later version."""
    return Stroke(
        id=stroke.id,
        stage=stroke.stage,
        turn=stroke.turn,
        order=stroke.order,
        pen=Pen(**{name: getattr(stroke.pen, name) for name in Pen.model_fields}),
        points=stroke.points,
        pressures=stroke.pressures,
    )
