"""Colours, pens, and the coordinates and points of strokes."""

from typing import Annotated

from pydantic import AfterValidator, Field, FiniteFloat, StringConstraints

from path_planner.domain.base import Value

MOST_POINTS = 20_000
FARTHEST = 1_000_000.0

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]

Length = Annotated[FiniteFloat, Field(ge=0, le=FARTHEST)]
"""A width or a height in wall units; the wall is 3,200 units wide."""

Coordinate = Annotated[FiniteFloat, Field(ge=-FARTHEST, le=FARTHEST)]
"""A coordinate in wall units: x to the right, y down."""


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
