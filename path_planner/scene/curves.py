"""Curves through points, and the exact box around a curve.

All curves are cubic Bézier curves; `at` evaluates one by its Bernstein polynomials. The box of a
curve reaches to its ends or to where its derivative is zero, not to its handles, which may lie
far outside.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot, sqrt

from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import (
    Close,
    CurveTo,
    Move,
    Point,
    PullTo,
    Step,
    VectorPath,
    extent,
    smooth,
    with_handles,
)

_FLAT = 1e-12


def through(points: Sequence[Point]) -> VectorPath:
    """Return a smooth curve through all points; two points give a straight line."""
    return smooth(points, closed=False)


def at(curve: tuple[Point, Point, Point, Point], part: float) -> Point:
    """Return the point of a curve at the parameter `part`, from 0 to 1."""
    weights = (
        (1 - part) ** 3,
        3 * part * (1 - part) ** 2,
        3 * part**2 * (1 - part),
        part**3,
    )
    pairs = list(zip(weights, curve, strict=True))
    return (
        sum(weight * point[0] for weight, point in pairs),
        sum(weight * point[1] for weight, point in pairs),
    )


def pieces(outline: VectorPath) -> Iterator[tuple[Point, Point, Point, Point]]:
    """Yield each segment of a path as a cubic Bézier curve, straight lines too."""
    drawn = (step for step in outline if not isinstance(step, Close))
    for before, step in pairwise(drawn):
        start, end = before[-1], step[-1]
        if isinstance(step, Move):
            continue
        curve = with_handles(start, step) if isinstance(step, PullTo) else step
        if isinstance(curve, CurveTo):
            yield start, curve.first, curve.second, end
        else:
            yield start, _interpolated(start, end, 1 / 3), _interpolated(start, end, 2 / 3), end


def _interpolated(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def bounds(outline: VectorPath) -> Box:
    """Return the bounding box of a path itself, not of its control points."""
    start = extent(outline[:1])
    xs, ys = [start.x], [start.y]
    for curve in pieces(outline):
        for part in (1.0, *_extrema(curve, 0), *_extrema(curve, 1)):
            x, y = at(curve, part)
            xs.append(x)
            ys.append(y)
    left, top = min(xs), min(ys)
    return Box(left, top, max(xs) - left, max(ys) - top)


def _extrema(curve: tuple[Point, Point, Point, Point], axis: int) -> Iterator[float]:
    """Yield the parameters at which a curve turns back along an axis.

    These are the zeros of its derivative, which is 3(at² + bt + c) along the axis.
    """
    first, second, third, last = (point[axis] for point in curve)
    i, j, k = second - first, third - second, last - third
    a, b, c = i - 2 * j + k, 2 * (j - i), i
    if abs(a) < _FLAT:
        roots = [-c / b] if abs(b) > _FLAT else []
    else:
        discriminant = b * b - 4 * a * c
        roots = (
            [(-b + sign * sqrt(discriminant)) / (2 * a) for sign in (1, -1)]
            if discriminant >= 0
            else []
        )
    return (part for part in roots if 0 < part < 1)


def flattened(outline: VectorPath, tolerance: float) -> list[Point]:
    """Return the corners of a polygon in place of a path: curves are halved until they are flat."""
    points: list[Point] = [outline[0].to] if outline and isinstance(outline[0], Move) else []
    for curve in pieces(outline):
        points.extend(_halved(curve, tolerance))
    return points


Curve = tuple[Point, Point, Point, Point]


def _halved(curve: Curve, tolerance: float) -> Iterator[Point]:
    """Yield the end of a curve, after those of its halves if it is not flat (de Casteljau)."""
    if _flatness(curve) < tolerance:
        yield curve[3]
        return
    first, second, third, last = curve
    middle = _interpolated(second, third, 0.5)
    before, after = _interpolated(first, second, 0.5), _interpolated(third, last, 0.5)
    left, right = _interpolated(before, middle, 0.5), _interpolated(middle, after, 0.5)
    centre = _interpolated(left, right, 0.5)
    yield from _halved((first, before, left, centre), tolerance)
    yield from _halved((centre, right, after, last), tolerance)


def _flatness(curve: Curve) -> float:
    """Return 0 for a straight line, and more the farther the handles are from it."""
    return sum(
        max((3 * b - 2 * a - d) ** 2, (3 * c - 2 * d - a) ** 2)
        for a, b, c, d in zip(*curve, strict=True)
    )


def thinned(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Simplify a line by the Douglas-Peucker algorithm; the error is at most `tolerance`."""
    if len(points) < 3:  # noqa: PLR2004 - nothing lies between two points
        return list(points)
    kept = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        away = [
            _squared_distance(points[i], points[first], points[last]) for i in range(first, last)
        ]
        farthest = max(range(len(away)), key=away.__getitem__, default=0)
        if away and away[farthest] > tolerance**2:
            kept.add(first + farthest)
            spans += [(first, first + farthest), (first + farthest, last)]
    return [points[index] for index in sorted(kept)]


def _squared_distance(point: Point, start: Point, end: Point) -> float:
    """Return the square of the distance of a point from a line segment."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    part = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    x, y = _interpolated(start, end, min(1.0, max(0.0, part)))
    return (point[0] - x) ** 2 + (point[1] - y) ** 2


def joined(line: VectorPath) -> VectorPath:
    """Return a path without the moves to where it is already."""
    steps: list[Step] = []
    for step in line:
        if not (isinstance(step, Move) and steps and steps[-1] and steps[-1][-1] == step.to):
            steps.append(step)
    return tuple(steps)


def distance(first: Point, second: Point) -> float:
    """Return the distance of two points."""
    return hypot(second[0] - first[0], second[1] - first[1])


def towards(start: Point, end: Point, length: float) -> Point:
    """Return the point so far from the start on the way to the end, or beyond."""
    part = length / (distance(start, end) or 1.0)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part
