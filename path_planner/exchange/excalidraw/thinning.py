"""Lines with no more points than it takes to look the same."""

from collections.abc import Sequence
from math import hypot

from path_planner.scene.outline import Point


def thinned(points: Sequence[Point], stray: float) -> list[Point]:
    """Return the points without those that lie nearer than this to the line without them."""
    if len(points) < 3:  # noqa: PLR2004 - nothing lies between two points
        return list(points)
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        away, place = max(
            ((_distance(points[at], points[first], points[last]), at) for at in range(first, last)),
            default=(0.0, first),
        )
        if away > stray:
            kept.add(place)
            spans += [(first, place), (place, last)]
    return [points[at] for at in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line between two others."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = across * across + down * down
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    along = ((point[0] - start[0]) * across + (point[1] - start[1]) * down) / length
    along = min(1.0, max(0.0, along))
    return hypot(point[0] - start[0] - along * across, point[1] - start[1] - along * down)
