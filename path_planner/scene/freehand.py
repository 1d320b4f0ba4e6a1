"""The outline of a freehand stroke: thick where the pen was pressed or slow, thin where fast.

This is a port of perfect-freehand 1.2.0 by Steve Ruiz (MIT licence,
https://github.com/steveruizok/perfect-freehand) with the settings of Excalidraw, which draws the
wall in the browser: thinning 0.6, smoothing 0.5, streamline 0.5, easing by a sine.
`_stroke_points` is its `getStrokePoints`, `_Outline` its `getStrokeOutlinePoints`, `_smooth_path`
is Excalidraw's path through the midpoints between the points of the outline.
Invariant: the corners are those of the library, so that paper and screen agree; known strokes
stand in tests/scene/freehand_corners.json. The constants are the library's.
Points are complex numbers: x to the right, y down.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import pi, sin
from typing import NamedTuple

from path_planner.scene.hand_drawn import Close, LineTo, Move, PullTo, Step, VectorPath

_THINNING = 0.6
_SMOOTHING = 0.5
_STREAMLINE = 0.15 + (1 - 0.5) * 0.85
"""Streamline: the part of the way to the pen that the smoothed line goes with each point."""
_UNKNOWN_AT_FIRST, _UNKNOWN = 0.25, 0.5
_CHANGE = 0.275
"""The rate at which a pressure that is simulated from the speed may change."""
_LEAST_RADIUS = 0.01
_NEAR_END = 3
"""Points closer to the end than this are skipped: they would make it uneven."""
_SETTLING = 10
_BEYOND_HALF = pi + 0.0001
_STEPS_OF_CAP, _STEPS_OF_END = 13, 29
_QUARTERS = 4
_FLAT = 4 * 0.06
"""The flatness tolerance: 0.06 units between curve and chord, 16 thousandths of a mm on A1."""


class _StrokePoint(NamedTuple):
    """A point of the smoothed line: `StrokePoint` of the library.

    `vector` is the unit vector back to the point before, at the given distance.
    """

    point: complex
    pressure: float
    vector: complex
    distance: float
    running_length: float


def outline_of(
    points: Sequence[float], pressures: Sequence[float] = (), size: float = 8.0
) -> VectorPath:
    """Return the closed outline of a stroke as a path of quadratic curves.

    `points` are flat numbers (x0, y0, x1, y1 …); `pressures` are from 0 to 1, or empty to simulate
    them from the speed; `size` is the width of the pen.
    """
    return _cached_outline(tuple(points), tuple(pressures), size)


@lru_cache(maxsize=256)
def _cached_outline(
    points: tuple[float, ...], pressures: tuple[float, ...], size: float
) -> VectorPath:
    corners = corners_of(points, pressures, size)
    return tuple(_smooth_path(corners)) if corners else ()


def corners_of(points: Sequence[float], pressures: Sequence[float], size: float) -> list[complex]:
    """Return the control points of the outline of a stroke, as the library does."""
    pen_points = [complex(x, y) for x, y in zip(points[::2], points[1::2], strict=True)]
    known: list[float | None] = list(pressures) if pressures else [None] * len(pen_points)
    stroke_points = _stroke_points(pen_points, known, size)
    return _Outline(stroke_points, size, simulated=not pressures).whole()


def _smooth_path(corners: Sequence[complex]) -> Iterator[Step]:
    """Yield quadratic curves between midpoints, with the corners as control points."""
    first = corners[0]
    yield Move((first.real, first.imag))
    start = first
    for pull, after in pairwise((*corners, first)):
        end = (pull + after) / 2
        to = (end.real, end.imag)
        if abs(start - 2 * pull + end) < _FLAT:
            yield LineTo(to)
        else:
            yield PullTo((pull.real, pull.imag), to)
        start = end
    yield LineTo((first.real, first.imag))
    yield Close()


def _stroke_points(
    pen_points: list[complex], known: list[float | None], size: float
) -> list[_StrokePoint]:
    """Return the smoothed line: it follows the pen with a lag, which removes tremor."""
    pen_points, known = _at_least_two(pen_points, known)
    last = len(pen_points) - 1
    current, length, begun = pen_points[0], 0.0, False
    result = [_StrokePoint(current, _or(known[0], _UNKNOWN_AT_FIRST), 1 + 1j, 0.0, 0.0)]
    for index in range(1, last + 1):
        pen = pen_points[index]
        following = pen if index == last else current + (pen - current) * _STREAMLINE
        if following == current:
            continue
        distance = abs(following - current)
        length += distance
        # The direction of the first steps is noise: skip them until the pen has moved by `size`.
        if index < last and not begun and length < size:
            continue
        begun = begun or index < last
        vector = (current - following) / distance
        pressure = _or(known[index], _UNKNOWN)
        result.append(_StrokePoint(following, pressure, vector, distance, length))
        current = following
    result[0] = result[0]._replace(vector=result[1].vector if len(result) > 1 else 0j)
    return result


def _at_least_two(
    points: list[complex], known: list[float | None]
) -> tuple[list[complex], list[float | None]]:
    """Return enough points for a line: one gets a neighbour, between two some are interpolated."""
    if len(points) == 1:
        return [points[0], points[0] + (1 + 1j)], [known[0], known[0]]
    if len(points) == 2:  # noqa: PLR2004 - two is two
        first, second = points
        between = [first + (second - first) * step / _QUARTERS for step in range(1, _QUARTERS + 1)]
        return [first, *between], [known[0], *[None] * _QUARTERS]
    return points, known


def _or(pressure: float | None, unknown: float) -> float:
    return unknown if pressure is None else pressure


def _dot_product(first: complex, second: complex) -> float:
    return first.real * second.real + first.imag * second.imag


def _perpendicular(vector: complex) -> complex:
    """Return a vector turned by a right angle to the left, with y down."""
    return complex(vector.imag, -vector.real)


def _rotated(point: complex, centre: complex, angle: float) -> complex:
    rotation = complex(sin(angle + pi / 2), sin(angle))
    return centre + (point - centre) * rotation


def _parts(steps: int, first: int, upto: float) -> Iterator[float]:
    """Yield multiples of 1 / steps, added up with the same rounding errors as in JavaScript."""
    step = 1 / steps
    part = step * first
    while part <= upto:
        yield part
        part += step


@dataclass
class _Outline:
    """Goes along the stroke points and collects both sides of the outline.

    Each stroke point adds one point to the left and one to the right, a radius away from it, unless
    that is nearer than `size * _SMOOTHING` to the last one of its side. Where the line turns back
    by more than a right angle, both sides go round the stroke point in an arc instead.
    """

    points: list[_StrokePoint]
    size: float
    simulated: bool

    def __post_init__(self) -> None:
        self.left: list[complex] = []
        self.right: list[complex] = []
        self._pressure = self._initial_pressure()
        self._vector = self.points[0].vector
        self._turning = False
        self._first_radius: float | None = None
        self._radius = self._radius_for(self.points[-1].pressure)
        self._least_squared_distance = (self.size * _SMOOTHING) ** 2

    def whole(self) -> list[complex]:
        """Return the closed outline: both sides, joined by round caps."""
        total, last = self.points[-1].running_length, len(self.points) - 1
        self._ends = (self.points[0].point, self.points[0].point)
        for index, current in enumerate(self.points):
            if index == last or total - current.running_length >= _NEAR_END:
                self._add(index, current, last)
        if last == 0:
            return self._dot()
        return [*self.left, *self._end_cap(), *reversed(self.right), *self._start_cap()]

    def _radius_for(self, pressure: float) -> float:
        return self.size * sin((0.5 - _THINNING * (0.5 - pressure)) * pi / 2)

    def _simulate(self, before: float, distance: float) -> float:
        """Return the pressure that the speed of the pen stands for."""
        speed = min(1.0, distance / self.size)
        return min(1.0, before + (min(1.0, 1 - speed) - before) * speed * _CHANGE)

    def _initial_pressure(self) -> float:
        mean = self.points[0].pressure
        for current in self.points[:_SETTLING]:
            pressure = (
                self._simulate(mean, current.distance) if self.simulated else current.pressure
            )
            mean = (mean + pressure) / 2
        return mean

    def _add(self, index: int, current: _StrokePoint, last: int) -> None:
        pressure = current.pressure
        if self.simulated:
            pressure = self._simulate(self._pressure, current.distance)
        self._radius = radius = max(_LEAST_RADIUS, self._radius_for(pressure))
        if self._first_radius is None:
            self._first_radius = radius
        following = self.points[index + 1].vector if index < last else current.vector
        bend = _dot_product(current.vector, following) if index < last else 1.0
        reverses = bend < 0
        if reverses or (_dot_product(current.vector, self._vector) < 0 and not self._turning):
            self._sharp_corner(current.point, _perpendicular(self._vector) * radius)
            self._turning = self._turning or reverses
            return
        self._turning = False
        if index == last:
            offset = _perpendicular(current.vector) * radius
            self.left.append(current.point - offset)
            self.right.append(current.point + offset)
            return
        offset = _perpendicular(following + (current.vector - following) * bend) * radius
        self._add_sides(index, current.point - offset, current.point + offset)
        self._pressure, self._vector = pressure, current.vector

    def _add_sides(self, index: int, left: complex, right: complex) -> None:
        """Add a point to each side, unless it is very near the last one."""
        last_left, last_right = self._ends
        if index <= 1 or abs(last_left - left) ** 2 > self._least_squared_distance:
            self.left.append(left)
            last_left = left
        if index <= 1 or abs(last_right - right) ** 2 > self._least_squared_distance:
            self.right.append(right)
            last_right = right
        self._ends = last_left, last_right

    def _sharp_corner(self, point: complex, offset: complex) -> None:
        """Add an arc round a sharp corner to both sides."""
        for part in _parts(_STEPS_OF_CAP, 0, 1.0):
            left = _rotated(point - offset, point, _BEYOND_HALF * part)
            right = _rotated(point + offset, point, -_BEYOND_HALF * part)
            self.left.append(left)
            self.right.append(right)
        self._ends = left, right

    def _start_cap(self) -> Iterator[complex]:
        start, centre = self.right[0], self.points[0].point
        parts = _parts(_STEPS_OF_CAP, 1, 1.0)
        return (_rotated(start, centre, _BEYOND_HALF * part) for part in parts)

    def _end_cap(self) -> Iterator[complex]:
        last = self.points[-1]
        start = last.point + _perpendicular(-last.vector) * self._radius
        for part in _parts(_STEPS_OF_END, 1, 1.0):
            if part < 1:
                yield _rotated(start, last.point, 3 * _BEYOND_HALF * part)

    def _dot(self) -> list[complex]:
        """Return a dot: the pen was put down and never moved."""
        centre = self.points[0].point
        vector = _perpendicular(-1 - 1j)
        start = centre - vector / abs(vector) * (self._first_radius or self._radius)
        parts = _parts(_STEPS_OF_CAP, 1, 1.0)
        return [_rotated(start, centre, 2 * _BEYOND_HALF * part) for part in parts]
