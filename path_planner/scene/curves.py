"""Curves through points, and the exact box around a curve.

All curves are cubic Bézier curves; `at` evaluates one by its Bernstein polynomials. The box of a
curve reaches to its ends or to where its derivative is zero, not to its handles, which may lie
far outside.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

from path_planner.scene import hand_drawn
from path_planner.scene.geometry import Box

_FLAT = 1e-12


def through(points: Sequence[hand_drawn.Point]) -> hand_drawn.VectorPath:
    """Return a smooth curve through all points; two points give a straight line."""
    return hand_drawn.smooth(points, closed=False)


def at(
    curve: tuple[hand_drawn.Point, hand_drawn.Point, hand_drawn.Point, hand_drawn.Point],
    part: float,
) -> hand_drawn.Point:
    """Return the point at a part of a curve."""
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


def pieces(
    outline: hand_drawn.VectorPath,
) -> Iterator[tuple[hand_drawn.Point, hand_drawn.Point, hand_drawn.Point, hand_drawn.Point]]:
    """Yield each edge of a line as a curve, straight ones too."""
    drawn = (step for step in outline if not isinstance(step, hand_drawn.Close))
    for before, step in pairwise(drawn):
        start, end = before[-1], step[-1]
        if isinstance(step, hand_drawn.Move):
            continue
        curve = (
            hand_drawn.with_handles(start, step) if isinstance(step, hand_drawn.PullTo) else step
        )
        if isinstance(curve, hand_drawn.CurveTo):
            yield start, curve.first, curve.second, end
        else:
            yield start, _between(start, end, 1 / 3), _between(start, end, 2 / 3), end


def _between(start: hand_drawn.Point, end: hand_drawn.Point, part: float) -> hand_drawn.Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def bounds(outline: hand_drawn.VectorPath) -> Box:
    """Return the box around a line itself, not around what pulls it."""
    begin = hand_drawn.extent(outline[:1])
    across, down = [begin.x], [begin.y]
    for curve in pieces(outline):
        for part in (1.0, *_turns(curve, 0), *_turns(curve, 1)):
            x, y = at(curve, part)
            across.append(x)
            down.append(y)
    left, top = min(across), min(down)
    return Box(left, top, max(across) - left, max(down) - top)


def _turns(
    curve: tuple[hand_drawn.Point, hand_drawn.Point, hand_drawn.Point, hand_drawn.Point], axis: int
) -> Iterator[float]:
    """Yield where a curve turns back along an axis.

    These are the zeros of its derivative, which is 3(at² + bt + c) along the axis.
    """
    first, second, third, last = (point[axis] for point in curve)
    i, j, k = second - first, third - second, last - third
    a, b, c = i - 2 * j + k, 2 * (j - i), i
    if abs(a) < _FLAT:
        found = [-c / b] if abs(b) > _FLAT else []
    else:
        inner = b * b - 4 * a * c
        found = [(-b + sign * sqrt(inner)) / (2 * a) for sign in (1, -1)] if inner >= 0 else []
    return (part for part in found if 0 < part < 1)
