"""Curves through points, and the exact box around a curve.

All curves are cubic Bézier curves; `at` evaluates one by its Bernstein polynomials. The box of a
curve reaches to its ends or to where its derivative is zero, not to its handles, which may lie
far outside.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import (
    Close,
    CurveTo,
    Move,
    Point,
    PullTo,
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
