"""Marks on the wall: what was drawn, by whom, in which stage."""

from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, FiniteFloat, StringConstraints, model_validator

from path_planner.domain.record import Record, RecordId, Value
from path_planner.domain.text import Words

MOST_POINTS = 20_000

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Pen(Value):
    """What a stroke is drawn with; the width is in the units of its sketch."""

    colour: Colour = "#1E2430"
    width: FiniteFloat = Field(default=8.0, gt=0, le=400)
    opacity: FiniteFloat = Field(default=1.0, gt=0, le=1)


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


class Stroke(Record):
    """One movement of the pen: x0, y0, x1, y1 … in the units of its sketch, y down."""

    kind: Literal["stroke"] = "stroke"
    stage: RecordId
    sketch: RecordId
    by: RecordId | None = None
    pen: Pen = Pen()
    points: tuple[FiniteFloat, ...] = Field(min_length=2, max_length=2 * MOST_POINTS)
    order: FiniteFloat = 0.0

    @model_validator(mode="after")
    def _points_come_in_pairs(self) -> Self:
        if len(self.points) % 2:
            # Read by pydantic alone; it becomes a FileDamaged at the door.
            raise ValueError
        return self


Mark = Annotated[Sketch | Stroke, Field(discriminator="kind")]
