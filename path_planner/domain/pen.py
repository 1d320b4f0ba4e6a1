"""Colours, pens and the points that they leave behind."""

from typing import Annotated

from pydantic import AfterValidator, Field, FiniteFloat, StringConstraints

from path_planner.domain.base import Value

MOST_POINTS = 20_000
FARTHEST = 1_000_000.0

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]

Length = Annotated[FiniteFloat, Field(ge=0, le=FARTHEST)]
"""A width or a height, in units of the wall: it is 3,200 wide."""

Coordinate = Annotated[FiniteFloat, Field(ge=-FARTHEST, le=FARTHEST)]
"""A place on the wall, in its units: x to the right, y down."""


def _in_pairs(points: tuple[float, ...]) -> tuple[float, ...]:
    if len(points) % 2:
        # Read by pydantic alone; it becomes a FileDamaged at the door.
        raise ValueError
    return points


Points = Annotated[
    tuple[FiniteFloat, ...],
    Field(min_length=2, max_length=2 * MOST_POINTS),
    AfterValidator(_in_pairs),
]
"""Flat numbers: x0, y0, x1, y1 …, y down."""


class Pen(Value):
    """What a stroke is drawn with; the width is in the units of its sketch or of the wall."""

    colour: Colour = "#1E2430"
    width: FiniteFloat = Field(default=8.0, gt=0, le=400)
    opacity: FiniteFloat = Field(default=1.0, gt=0, le=1)
