"""The outline of a freehand stroke: thick where the pen was pressed or slow, thin where quick.

This is a port of perfect-freehand 1.2.0 by Steve Ruiz (MIT licence,
https://github.com/steveruizok/perfect-freehand) with the settings of Excalidraw, which draws the
wall in the browser: thinning 0.6, smoothing 0.5, streamline 0.5, easing by a sine.
`_followed` is its `getStrokePoints`, `_Hull` its `getStrokeOutlinePoints`, `_soft` is Excalidraw's
path through the middles between the points of the outline.
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
_FOLLOWING = 0.15 + (1 - 0.5) * 0.85
"""How far the drawn line goes after the pen with each point."""
_UNKNOWN_AT_FIRST, _UNKNOWN = 0.25, 0.5
_CHANGE = 0.275
"""How quickly a pressure that is guessed from the speed may change."""
_LEAST_RADIUS = 0.01
_NEAR_END = 3
"""Points closer to the end than this would only make it uneven."""
_SETTLING = 10
_BEYOND_HALF = pi + 0.0001
_STEPS_OF_CAP, _STEPS_OF_END = 13, 29
_QUARTERS = 4
_FLAT = 4 * 0.06
"""A curve that leaves its chord by less than 0.06 units, 16 thousandths of a millimetre on A1."""


class _Stop(NamedTuple):
    """A point that the drawn line passes, the way back from it, and how hard it was pressed."""

    at: complex
    pressure: float
    way: complex
    apart: float
    run: float


def outline_of(
    points: Sequence[float], pressures: Sequence[float] = (), size: float = 8.0
) -> VectorPath:
    """Return the closed outline of a stroke given as flat numbers; soft between its corners."""
    return _outlined(tuple(points), tuple(pressures), size)


@lru_cache(maxsize=256)
def _outlined(points: tuple[float, ...], pressures: tuple[float, ...], size: float) -> VectorPath:
    corners = corners_of(points, pressures, size)
    return tuple(_soft(corners)) if corners else ()


def corners_of(points: Sequence[float], pressures: Sequence[float], size: float) -> list[complex]:
    """Return the points that pull the outline of a stroke towards themselves."""
    places = [complex(x, y) for x, y in zip(points[::2], points[1::2], strict=True)]
    known: list[float | None] = list(pressures) if pressures else [None] * len(places)
    stops = _followed(places, known, size)
    return _Hull(stops, size, guessed=not pressures).whole()


def _soft(corners: Sequence[complex]) -> Iterator[Step]:
    """Yield curves through the middles between the corners, each corner pulling its curve."""
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


def _followed(places: list[complex], known: list[float | None], size: float) -> list[_Stop]:
    """Return the line that follows the pen a little behind, which takes out its trembling."""
    places, known = _at_least_two(places, known)
    last = len(places) - 1
    here, run, begun = places[0], 0.0, False
    stops = [_Stop(here, _or(known[0], _UNKNOWN_AT_FIRST), 1 + 1j, 0.0, 0.0)]
    for number in range(1, last + 1):
        pen = places[number]
        there = pen if number == last else here + (pen - here) * _FOLLOWING
        if there == here:
            continue
        apart = abs(there - here)
        run += apart
        # The first steps go anywhere: nothing is drawn until the pen has moved by its own width.
        if number < last and not begun and run < size:
            continue
        begun = begun or number < last
        way = (here - there) / apart
        stops.append(_Stop(there, _or(known[number], _UNKNOWN), way, apart, run))
        here = there
    stops[0] = stops[0]._replace(way=stops[1].way if len(stops) > 1 else 0j)
    return stops


def _at_least_two(
    places: list[complex], known: list[float | None]
) -> tuple[list[complex], list[float | None]]:
    """Return enough points for a line: a dot gets a neighbour, two points some between them."""
    if len(places) == 1:
        return [places[0], places[0] + (1 + 1j)], [known[0], known[0]]
    if len(places) == 2:  # noqa: PLR2004 - two is two
        first, second = places
        between = [first + (second - first) * step / _QUARTERS for step in range(1, _QUARTERS + 1)]
        return [first, *between], [known[0], *[None] * _QUARTERS]
    return places, known


def _or(pressure: float | None, unknown: float) -> float:
    return unknown if pressure is None else pressure


def _dot(one: complex, two: complex) -> float:
    return one.real * two.real + one.imag * two.imag


def _across(way: complex) -> complex:
    """Return the way to the left, seen by one who walks along on a page."""
    return complex(way.imag, -way.real)


def _about(point: complex, middle: complex, angle: float) -> complex:
    turn = complex(sin(angle + pi / 2), sin(angle))
    return middle + (point - middle) * turn


def _parts(steps: int, first: int, upto: float) -> Iterator[float]:
    """Yield equal parts of one, added up as the browser adds them."""
    step = 1 / steps
    part = step * first
    while part <= upto:
        yield part
        part += step


@dataclass
class _Hull:
    """Walks along the stops and keeps both sides of the stroke.

    Each stop puts one point to the left and one to the right, a radius away from it, unless it is
    nearer than `size * _SMOOTHING` to the last one of its side. Where the line turns back by more
    than a right angle, both sides go round the stop in an arc instead.
    """

    stops: list[_Stop]
    size: float
    guessed: bool

    def __post_init__(self) -> None:
        self.left: list[complex] = []
        self.right: list[complex] = []
        self._pressure = self._settled()
        self._way = self.stops[0].way
        self._turning = False
        self._first_radius: float | None = None
        self._radius = self._width(self.stops[-1].pressure)
        self._near = (self.size * _SMOOTHING) ** 2

    def whole(self) -> list[complex]:
        """Return both sides, joined by round ends."""
        total, last = self.stops[-1].run, len(self.stops) - 1
        self._ends = (self.stops[0].at, self.stops[0].at)
        for number, stop in enumerate(self.stops):
            if number == last or total - stop.run >= _NEAR_END:
                self._walk(number, stop, last)
        if last == 0:
            return self._blot()
        return [*self.left, *self._end(), *reversed(self.right), *self._start()]

    def _width(self, pressure: float) -> float:
        return self.size * sin((0.5 - _THINNING * (0.5 - pressure)) * pi / 2)

    def _guess(self, before: float, apart: float) -> float:
        """Return the pressure that the speed of the pen stands for."""
        quick = min(1.0, apart / self.size)
        return min(1.0, before + (min(1.0, 1 - quick) - before) * quick * _CHANGE)

    def _settled(self) -> float:
        found = self.stops[0].pressure
        for stop in self.stops[:_SETTLING]:
            now = self._guess(found, stop.apart) if self.guessed else stop.pressure
            found = (found + now) / 2
        return found

    def _walk(self, number: int, stop: _Stop, last: int) -> None:
        pressure = self._guess(self._pressure, stop.apart) if self.guessed else stop.pressure
        self._radius = radius = max(_LEAST_RADIUS, self._width(pressure))
        if self._first_radius is None:
            self._first_radius = radius
        ahead = self.stops[number + 1].way if number < last else stop.way
        bend = _dot(stop.way, ahead) if number < last else 1.0
        back = bend < 0
        if back or (_dot(stop.way, self._way) < 0 and not self._turning):
            self._corner(stop.at, _across(self._way) * radius)
            self._turning = self._turning or back
            return
        self._turning = False
        if number == last:
            aside = _across(stop.way) * radius
            self.left.append(stop.at - aside)
            self.right.append(stop.at + aside)
            return
        aside = _across(ahead + (stop.way - ahead) * bend) * radius
        self._along(number, stop.at - aside, stop.at + aside)
        self._pressure, self._way = pressure, stop.way

    def _along(self, number: int, left: complex, right: complex) -> None:
        """Keep a point of each side, unless it is very near the one before."""
        before_left, before_right = self._ends
        if number <= 1 or abs(before_left - left) ** 2 > self._near:
            self.left.append(left)
            before_left = left
        if number <= 1 or abs(before_right - right) ** 2 > self._near:
            self.right.append(right)
            before_right = right
        self._ends = before_left, before_right

    def _corner(self, at: complex, aside: complex) -> None:
        """Go round a sharp corner on both sides."""
        for part in _parts(_STEPS_OF_CAP, 0, 1.0):
            left = _about(at - aside, at, _BEYOND_HALF * part)
            right = _about(at + aside, at, -_BEYOND_HALF * part)
            self.left.append(left)
            self.right.append(right)
        self._ends = left, right

    def _start(self) -> Iterator[complex]:
        begin, first = self.right[0], self.stops[0].at
        return (_about(begin, first, _BEYOND_HALF * part) for part in _parts(_STEPS_OF_CAP, 1, 1.0))

    def _end(self) -> Iterator[complex]:
        stop = self.stops[-1]
        begin = stop.at + _across(-stop.way) * self._radius
        for part in _parts(_STEPS_OF_END, 1, 1.0):
            if part < 1:
                yield _about(begin, stop.at, 3 * _BEYOND_HALF * part)

    def _blot(self) -> list[complex]:
        """Return a dot: the pen was put down and never moved."""
        middle = self.stops[0].at
        way = _across(-1 - 1j)
        begin = middle - way / abs(way) * (self._first_radius or self._radius)
        turns = _parts(_STEPS_OF_CAP, 1, 1.0)
        return [_about(begin, middle, 2 * _BEYOND_HALF * part) for part in turns]
