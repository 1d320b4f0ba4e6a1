"""Vector paths as data, and paths that look drawn by hand.

Hand-drawn paths are displaced by sums of sines whose phases are a checksum of a seed: the same
seed always gives the same path, so the same session gives the same bytes.
"""

from collections.abc import Callable, Iterable, Sequence
from math import cos, hypot, pi, sin
from typing import NamedTuple
from zlib import crc32

from path_planner.scene.geometry import Box

Point = tuple[float, float]


class Move(NamedTuple):
    """Begin a subpath here."""

    to: Point


class LineTo(NamedTuple):
    """A straight line to a point."""

    to: Point


class CurveTo(NamedTuple):
    """A cubic Bézier curve to a point, with two control points."""

    first: Point
    second: Point
    to: Point


class PullTo(NamedTuple):
    """A quadratic Bézier curve to a point, with the control point `pull`."""

    pull: Point
    to: Point


class Close(NamedTuple):
    """Close the subpath."""


Step = Move | LineTo | CurveTo | PullTo | Close
VectorPath = tuple[Step, ...]

_KAPPA = 0.5523
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
    (centre_x, centre_y), width, height = box.centre, box.width / 2, box.height / 2
    points = [
        (centre_x + width * cos(angle), centre_y + height * sin(angle))
        for angle in (0, pi / 2, pi, -pi / 2)
    ]
    steps: list[Step] = [Move(points[0])]
    for index, to in enumerate(points[1:] + points[:1]):
        begin, end = index * pi / 2, (index + 1) * pi / 2
        start = points[index]
        steps.append(
            CurveTo(
                (start[0] - _KAPPA * width * sin(begin), start[1] + _KAPPA * height * cos(begin)),
                (to[0] + _KAPPA * width * sin(end), to[1] - _KAPPA * height * cos(end)),
                to,
            )
        )
    return (*steps, Close())


def smooth(points: Sequence[Point], closed: bool) -> VectorPath:
    """Return a uniform Catmull-Rom spline through all points, as cubic Bézier curves."""
    count = len(points)
    steps: list[Step] = [Move(points[0])]
    last = count if closed else count - 1
    for index in range(last):
        before, start, end, after = (_at(points, index + step, closed) for step in (-1, 0, 1, 2))
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
    """Return hand-drawn lines through these corners; the same seed gives the same lines.

    `amount` is about the largest displacement, `pace` the distance of the points, both in units.
    """
    corners = [*points, points[0]] if closed else list(points)
    steps: list[Step] = [Move(corners[0])]
    for index in range(len(corners) - 1):
        points_between = list(
            _wobbled(corners[index], corners[index + 1], f"{seed}/{index}", amount, pace)
        )
        steps.extend(smooth(points_between, closed=False)[1:])
    return (*steps, Close()) if closed else tuple(steps)


def ring(box: Box, seed: str, *, amount: float = 2.5, points: int = 28) -> VectorPath:
    """Return an ellipse drawn by hand."""
    (centre_x, centre_y), phases = box.centre, _phases(seed)
    points_on_ring = []
    for index in range(points):
        angle = 2 * pi * index / points
        displacement = amount * (sin(3 * angle + phases[0]) + 0.6 * sin(7 * angle + phases[1]))
        points_on_ring.append(
            (
                centre_x + (box.width / 2 + displacement) * cos(angle),
                centre_y + (box.height / 2 + displacement) * sin(angle),
            )
        )
    return smooth(points_on_ring, closed=True)


def slip(box: Box, seed: str, *, radius: float, amount: float = 1.0) -> VectorPath:
    """Return a box with round corners, drawn by hand."""
    radius = min(radius, box.width / 2, box.height / 2)
    phases = _phases(seed)
    edges = [amount * sin(part) for part in phases]
    left, top = box.x + edges[0] * 0.5, box.y + edges[1] * 0.5
    right, bottom = box.right + edges[2] * 0.5, box.bottom + edges[3] * 0.5
    handle = radius * (1 - _KAPPA)
    return (
        Move((left + radius, box.y)),
        CurveTo(
            (left + box.width * 0.35, top), (right - box.width * 0.35, top), (right - radius, box.y)
        ),
        CurveTo(
            (box.right - handle, box.y), (box.right, box.y + handle), (box.right, top + radius)
        ),
        CurveTo(
            (right, top + box.height * 0.35),
            (right, bottom - box.height * 0.35),
            (box.right, bottom - radius),
        ),
        CurveTo(
            (box.right, box.bottom - handle),
            (box.right - handle, box.bottom),
            (right - radius, box.bottom),
        ),
        CurveTo(
            (right - box.width * 0.35, bottom),
            (left + box.width * 0.35, bottom),
            (left + radius, box.bottom),
        ),
        CurveTo(
            (box.x + handle, box.bottom), (box.x, box.bottom - handle), (box.x, bottom - radius)
        ),
        CurveTo(
            (left, bottom - box.height * 0.35),
            (left, top + box.height * 0.35),
            (box.x, top + radius),
        ),
        CurveTo((box.x, box.y + handle), (box.x + handle, box.y), (left + radius, box.y)),
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
    """Return a path rotated about a point by radians, clockwise."""
    if not angle:
        return outline
    return mapped(outline, lambda point: turned_point(point, angle, about))


def turned_point(point: Point, angle: float, about: Point) -> Point:
    """Return a point rotated about another by radians, clockwise."""
    x, y = point[0] - about[0], point[1] - about[1]
    cosine, sine = cos(angle), sin(angle)
    return about[0] + x * cosine - y * sine, about[1] + x * sine + y * cosine


def mapped(outline: VectorPath, move: Callable[[Point], Point]) -> VectorPath:
    """Return a path with `move` applied to each of its points."""
    return tuple(type(step)(*map(move, step)) for step in outline)


def extent(outline: Iterable[Step]) -> Box:
    """Return the box around all points of a path, control points included."""
    points = [point for step in outline for point in step]
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _at(points: Sequence[Point], index: int, closed: bool) -> Point:
    if closed:
        return points[index % len(points)]
    return points[min(max(index, 0), len(points) - 1)]


def _wobbled(start: Point, end: Point, seed: str, amount: float, pace: float) -> Iterable[Point]:
    """Yield points from start to end with a displacement to the side that is 0 at the ends."""
    length = hypot(end[0] - start[0], end[1] - start[1])
    count = max(2, round(length / pace))
    side = ((start[1] - end[1]) / (length or 1), (end[0] - start[0]) / (length or 1))
    phases = _phases(seed)
    for index in range(count + 1):
        part = index / count
        displacement = (
            amount
            * sin(pi * part)
            * (sin(2.1 * pi * part + phases[0]) + 0.6 * sin(length / pace * part + phases[1]))
        )
        yield (
            start[0] + (end[0] - start[0]) * part + side[0] * displacement,
            start[1] + (end[1] - start[1]) * part + side[1] * displacement,
        )


def _phases(seed: str) -> tuple[float, float, float, float]:
    """Return four angles from 0 to 2π, derived from the seed alone."""
    number = crc32(seed.encode())
    first, second, third, fourth = (
        (number >> shift & 255) / 255 * 2 * pi for shift in (0, 8, 16, 24)
    )
    return first, second, third, fourth
