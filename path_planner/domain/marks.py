"""Marks on the wall: sketches, strokes and the other items, each with its stage and author."""

from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, FiniteFloat, model_validator

from path_planner.domain.base import Record, RecordId, Words
from path_planner.domain.pen import MOST_POINTS, Pen, Points
from path_planner.domain.wall_items import Card, Label, Photo, Shape, Stamp, WallItem


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
