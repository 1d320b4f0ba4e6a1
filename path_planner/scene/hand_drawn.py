"""Outlines as data, and outlines that look drawn by hand.

Hand-drawn outlines stray by sums of sines whose phases are a checksum of a seed: the same seed
always gives the same outline, so the same session gives the same bytes.
"""

from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, pi, sin
from typing import NamedTuple
from zlib import crc32

from path_planner.scene.geometry import Box

Point = tuple[float, float]


class Move(NamedTuple):
    """Begin a line here."""

    to: Point


class LineTo(NamedTuple):
    """Go straight to a point."""

    to: Point


class CurveTo(NamedTuple):
    """Go to a point along a cubic curve."""

    first: Point
    second: Point
    to: Point


class PullTo(NamedTuple):
    """Go to a point along a quadratic curve, `pull` being its control point."""

    pull: Point
    to: Point


class Close(NamedTuple):
    """Go back to where the line began."""


Step = Move | LineTo | CurveTo | PullTo | Close
VectorPath = tuple[Step, ...]

_ROUND = 0.5523
"""4/3 (√2 - 1): the handles of a Bézier curve that stands for a quarter circle."""


def polygon(points: Sequence[Point], closed: bool = True) -> VectorPath:
    """Return straight lines through the points."""
    steps: list[Step] = [Move(points[0]), *(LineTo(point) for point in points[1:])]
    return (*steps, Close()) if closed else tuple(steps)


def rectangle(box: Box) -> VectorPath:
    """Return the outline of a box."""
    return polygon(
        [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]
    )


def ellipse(box: Box) -> VectorPath:
    """Return an ellipse that touches the box on four sides."""
    (across, down), width, height = box.centre, box.width / 2, box.height / 2
    points = [
        (across + width * cos(angle), down + height * sin(angle))
        for angle in (0, pi / 2, pi, -pi / 2)
    ]
    steps: list[Step] = [Move(points[0])]
    for place, to in enumerate(points[1:] + points[:1]):
        begin, end = place * pi / 2, (place + 1) * pi / 2
        start = points[place]
        steps.append(
            CurveTo(
                (start[0] - _ROUND * width * sin(begin), start[1] + _ROUND * height * cos(begin)),
                (to[0] + _ROUND * width * sin(end), to[1] - _ROUND * height * cos(end)),
                to,
            )
        )
    return (*steps, Close())


def smooth(points: Sequence[Point], closed: bool) -> VectorPath:
    """Return a soft curve through all the points: a uniform Catmull-Rom spline as Bézier curves."""
    count = len(points)
    steps: list[Step] = [Move(points[0])]
    last = count if closed else count - 1
    for place in range(last):
        before, start, end, after = (_at(points, place + step, closed) for step in (-1, 0, 1, 2))
        steps.append(
            CurveTo(
                (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6),
                (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6),
                end,
            )
        )
    return (*steps, Close()) if closed else tuple(steps)


def roughened(
    points: Sequence[Point],
    seed: str,
    *,
    amount: float = 2.0,
    pace: float = 70.0,
    closed: bool = True,
) -> VectorPath:
    """Return hand-drawn lines through these corners; the same seed gives the same lines."""
    corners = [*points, points[0]] if closed else list(points)
    steps: list[Step] = [Move(corners[0])]
    for place in range(len(corners) - 1):
        row = list(_wobbled(corners[place], corners[place + 1], f"{seed}/{place}", amount, pace))
        steps.extend(smooth(row, closed=False)[1:])
    return (*steps, Close()) if closed else tuple(steps)


def ring(box: Box, seed: str, *, amount: float = 2.5, points: int = 28) -> VectorPath:
    """Return an ellipse drawn by hand."""
    (across, down), shift = box.centre, _chances(seed)
    row = []
    for place in range(points):
        angle = 2 * pi * place / points
        more = amount * (sin(3 * angle + shift[0]) + 0.6 * sin(7 * angle + shift[1]))
        row.append(
            (
                across + (box.width / 2 + more) * cos(angle),
                down + (box.height / 2 + more) * sin(angle),
            )
        )
    return smooth(row, closed=True)


def slip(box: Box, seed: str, *, radius: float, amount: float = 1.0) -> VectorPath:
    """Return a box with round corners, drawn by hand."""
    radius = min(radius, box.width / 2, box.height / 2)
    shift = _chances(seed)
    edges = [amount * sin(part) for part in shift]
    left, top = box.x + edges[0] * 0.5, box.y + edges[1] * 0.5
    right, bottom = box.right + edges[2] * 0.5, box.bottom + edges[3] * 0.5
    give = radius * (1 - _ROUND)
    return (
        Move((left + radius, box.y)),
        CurveTo(
            (left + box.width * 0.35, top), (right - box.width * 0.35, top), (right - radius, box.y)
        ),
        CurveTo((box.right - give, box.y), (box.right, box.y + give), (box.right, top + radius)),
        CurveTo(
            (right, top + box.height * 0.35),
            (right, bottom - box.height * 0.35),
            (box.right, bottom - radius),
        ),
        CurveTo(
            (box.right, box.bottom - give),
            (box.right - give, box.bottom),
            (right - radius, box.bottom),
        ),
        CurveTo(
            (right - box.width * 0.35, bottom),
            (left + box.width * 0.35, bottom),
            (left + radius, box.bottom),
        ),
        CurveTo((box.x + give, box.bottom), (box.x, box.bottom - give), (box.x, bottom - radius)),
        CurveTo(
            (left, bottom - box.height * 0.35),
            (left, top + box.height * 0.35),
            (box.x, top + radius),
        ),
        CurveTo((box.x, box.y + give), (box.x + give, box.y), (left + radius, box.y)),
        Close(),
    )


def with_handles(start: Point, step: PullTo) -> CurveTo:
    """Return the same curve as a cubic one: degree elevation of a quadratic Bézier curve."""
    (x, y), (pull_x, pull_y), (to_x, to_y) = start, *step
    return CurveTo(
        ((x + 2 * pull_x) / 3, (y + 2 * pull_y) / 3),
        ((to_x + 2 * pull_x) / 3, (to_y + 2 * pull_y) / 3),
        step.to,
    )


def turned(outline: VectorPath, angle: float, about: Point) -> VectorPath:
    """Return an outline turned about a point by radians, clockwise."""
    if not angle:
        return outline
    return mapped(outline, lambda point: turned_point(point, angle, about))


def turned_point(point: Point, angle: float, about: Point) -> Point:
    """Return a point turned about another."""
    x, y = point[0] - about[0], point[1] - about[1]
    along, up = cos(angle), sin(angle)
    return about[0] + x * along - y * up, about[1] + x * up + y * along


def mapped(outline: VectorPath, move: Callable[[Point], Point]) -> VectorPath:
    """Return an outline with each of its points moved."""
    return tuple(type(step)(*map(move, step)) for step in outline)


def extent(outline: Iterable[Step]) -> Box:
    """Return the box around all points of an outline."""
    points = [point for step in outline for point in step]
    across, down = [point[0] for point in points], [point[1] for point in points]
    return Box(min(across), min(down), max(across) - min(across), max(down) - min(down))


def _at(points: Sequence[Point], place: int, closed: bool) -> Point:
    if closed:
        return points[place % len(points)]
    return points[min(max(place, 0), len(points) - 1)]


def _wobbled(start: Point, end: Point, seed: str, amount: float, pace: float) -> Iterable[Point]:
    """Yield points from start to end that stray a little to the side, and not at the corners."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    count = max(2, round(length / pace))
    side = ((start[1] - end[1]) / (length or 1), (end[0] - start[0]) / (length or 1))
    shift = _chances(seed)
    for place in range(count + 1):
        part = place / count
        stray = (
            amount
            * sin(pi * part)
            * (sin(2.1 * pi * part + shift[0]) + 0.6 * sin(length / pace * part + shift[1]))
        )
        yield (
            start[0] + (end[0] - start[0]) * part + side[0] * stray,
            start[1] + (end[1] - start[1]) * part + side[1] * stray,
        )


def _chances(seed: str) -> tuple[float, float, float, float]:
    """Return four angles that only the seed decides."""
    number = crc32(seed.encode())
    first, second, third, fourth = (
        (number >> shift & 255) / 255 * 2 * pi for shift in (0, 8, 16, 24)
    )
    return first, second, third, fourth
