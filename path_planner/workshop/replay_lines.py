"""Strokes as thin lines of few points: light enough to send, and able to draw themselves."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, pi, sin
from typing import NamedTuple

from path_planner.domain.mark import Stroke

FINE, COARSE = 0.8, 2.5
"""How far a line may pass beside the hand's own points, in units of the wall."""
MANY_POINTS = 300_000
"""From here on lines are coarse: nobody looks closely at one among so many."""
_THINNING = 0.6
_USUAL_PRESSURE = 0.35

Point = tuple[float, float]


class Fit(NamedTuple):
    """From the units of a sketch to those of the wall."""

    scale: float = 1.0
    across: float = 0.0
    down: float = 0.0


def line_of(stroke: Stroke, fit: Fit, tolerance: float) -> list[Point]:
    """Return the few points of a stroke that show where the hand went."""
    numbers = stroke.points
    points = [
        (x * fit.scale + fit.across, y * fit.scale + fit.down)
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    ]
    return thinned(points, tolerance)


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return the points where a line turns; those on the way between them are left out."""
    if len(points) < 3:  # noqa: PLR2004 - two points are a line already
        return list(points)
    kept = [points[0]]
    anchor, toward = points[0], points[1]
    for before, point in pairwise(points[1:]):
        if _beside(anchor, toward, point) > tolerance:
            kept.append(before)
            anchor, toward = before, point
        elif _far(anchor, toward) < tolerance:
            toward = point
    kept.append(points[-1])
    return kept


def _beside(anchor: Point, toward: Point, point: Point) -> float:
    """Return how far a point is from a ray; behind its beginning counts from there."""
    way_x, way_y = toward[0] - anchor[0], toward[1] - anchor[1]
    off_x, off_y = point[0] - anchor[0], point[1] - anchor[1]
    length = hypot(way_x, way_y)
    if not length or way_x * off_x + way_y * off_y < 0:
        return hypot(off_x, off_y)
    return abs(way_x * off_y - way_y * off_x) / length


def _far(one: Point, other: Point) -> float:
    return hypot(other[0] - one[0], other[1] - one[1])


def length_of(points: Sequence[Point]) -> float:
    """Return how far the pen went."""
    return sum(_far(one, other) for one, other in pairwise(points)) or 1.0


def path_of(points: Sequence[Point]) -> str:
    """Write a line as steps from each point to the next, a tenth of a unit fine."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    start = f"M{_tenths(tenths[0][0])} {_tenths(tenths[0][1])}"
    steps = [
        f"{_tenths(x - from_x)} {_tenths(y - from_y)}"
        for (from_x, from_y), (x, y) in pairwise(tenths)
    ]
    return f"{start}l{' '.join(steps)}" if steps else f"{start}h.1"


def _tenths(number: int) -> str:
    whole, part = divmod(abs(number), 10)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def width_of(stroke: Stroke) -> float:
    """Return how wide a stroke is on the whole: pressed lightly it is thin."""
    pressures = stroke.pressures
    pressure = sum(pressures) / len(pressures) if pressures else _USUAL_PRESSURE
    return 2 * stroke.pen.width * sin((0.5 - _THINNING * (0.5 - pressure)) * pi / 2)
