"""Lines and areas as if drawn by hand: the seed alone decides how unsteady they are.

This is a port of rough.js 4.6.4 and hachure-fill 0.5.2 by Preet Shihn (MIT licences,
https://github.com/rough-stuff/rough), with which Excalidraw draws the wall in the browser.
Invariant: random numbers are taken in the order of the library, so paper and screen agree.
Without roughness a line is drawn once, where the library draws the same line twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, cos, floor, fmod, hypot, pi, radians, sin, sqrt

from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import (
    Close,
    CurveTo,
    LineTo,
    Move,
    Point,
    Step,
    VectorPath,
    ellipse,
    polygon,
)

_MULTIPLIER, _MASK, _RANGE = 48271, 0x7FFFFFFF, 2**31
_FARTHEST = 2.0
"""The greatest displacement of a point, in units."""
_SHORT, _LONG, _STEADY = 200.0, 500.0, 0.4
"""Lines longer than `_SHORT` are steadier, from `_LONG` on by the factor `_STEADY`."""
_SLOPE, _START = -0.0016668, 1.233334
_STEPS = 9
_MORE_IN_AREAS = 0.8
_TWO, _THREE = 2, 3
_WIDE_CHANCE = 0.7


class Chance:
    """The random numbers of one call of rough.js (Lehmer's generator)."""

    def __init__(self, seed: int) -> None:
        self._state = seed

    def next(self) -> float:
        """Return the next number, from 0 to 1."""
        self._state = (self._state * _MULTIPLIER) & 0xFFFFFFFF
        return (self._state & _MASK) / _RANGE


@dataclass(frozen=True, slots=True)
class Hand:
    """Draws as one call of rough.js does: its random numbers go on from line to line."""

    seed: int
    chance: Chance
    roughness: float = 0.0
    once: bool = False
    """Whether lines are drawn once, as dashed ones are, and not twice."""
    exact_ends: bool = False

    def polyline(self, points: Sequence[Point], *, closed: bool = False) -> VectorPath:
        """Return straight lines through the points."""
        ends = [*points, points[0]] if closed and len(points) > _TWO else points
        return tuple(step for start, end in pairwise(ends) for step in self.line(start, end))

    def line(self, start: Point, end: Point, *, once: bool | None = None) -> VectorPath:
        """Return a straight line, drawn twice unless it is to be drawn once."""
        if not self.roughness:
            return (Move(start), LineTo(end))
        first = self._single(start, end, _FARTHEST)
        if self.once if once is None else once:
            return first
        return first + self._single(start, end, _FARTHEST, overlaid=True)

    def curve(self, points: Sequence[Point]) -> VectorPath:
        """Return a smooth line through the points."""
        first = self._through(points, 1 + self.roughness * 0.2)
        if self.once or not self.roughness:
            return first
        again = replace(self, chance=Chance(self.seed + 1))
        return first + Hand._through(again, points, 1.5 * (1 + self.roughness * 0.22))

    def radii(self, box: Box, fitting: float = 1.0) -> Point:
        """Return the radii of an ellipse; the less the `fitting`, the more is left to chance."""
        across, down = box.width / 2, box.height / 2
        x = across + self._offset(across * (1 - fitting))
        return x, down + self._offset(down * (1 - fitting))

    def ellipse(self, box: Box, radii: Point) -> tuple[VectorPath, list[Point]]:
        """Return the line of an ellipse with these radii, and the corners of its area."""
        size = sqrt(pi * 2 * sqrt((box.width**2 + box.height**2) / 8))
        increment = pi * 2 / ceil(max(_STEPS, _STEPS / sqrt(200) * size))
        if not self.roughness:
            return ellipse(box)[:-1], list(_ring(box.centre, radii, increment / 4))
        overlap = increment * self._between(0.1, self._between(0.4, 1))
        outer, core = self._around(box.centre, radii, increment, 1.0, overlap)
        drawn = spline(outer)
        if not self.once:
            drawn += spline(self._around(box.centre, radii, increment, 1.5, 0.0)[0])
        return drawn, core

    def path(self, outline: VectorPath) -> VectorPath:
        """Return a line along a path of lines and curves."""
        drawn: list[Step] = []
        here: Point = (0.0, 0.0)
        for step in outline:
            if isinstance(step, LineTo):
                drawn += self.line(here, step.to)
            elif isinstance(step, CurveTo):
                drawn += self._bezier(here, step)
            if not isinstance(step, Close):
                here = step.to
        return tuple(drawn)

    def area(self, points: Sequence[Point]) -> VectorPath:
        """Return the area of a polygon."""
        moved = [(x + self._offset(_FARTHEST), y + self._offset(_FARTHEST)) for x, y in points]
        return polygon(moved) if len(moved) >= _THREE else ()

    def for_areas(self) -> "Hand":
        """Return the hand that draws the edge of an area that is no polygon."""
        more = _MORE_IN_AREAS if self.roughness else 0.0
        return replace(self, roughness=self.roughness + more, once=True)

    def hatching(self, corners: Sequence[Point], style: str, gap: float) -> VectorPath:
        """Return the lines that fill a polygon in a style: hachure, cross-hatch or zigzag."""
        gap = max(gap, 0.1)
        if style == "zigzag":
            return self._lines(_zigzag(self._rows(corners, gap, _ANGLE), gap))
        lines = self._lines(self._rows(corners, gap, _ANGLE))
        if style == "cross-hatch":
            lines += self._lines(self._rows(corners, gap, _ANGLE + 90))
        return lines

    def _rows(
        self, corners: Sequence[Point], gap: float, angle: float
    ) -> Iterator[tuple[Point, Point]]:
        wide = self.roughness >= 1 and self.chance.next() > _WIDE_CHANCE
        return hachure_lines(corners, gap, angle + 90, gap if wide else 1.0)

    def _lines(self, ends: Iterator[tuple[Point, Point]]) -> VectorPath:
        return tuple(step for start, end in ends for step in self.line(start, end, once=False))

    def _between(self, least: float, most: float, gain: float = 1.0) -> float:
        return self.roughness * gain * (self.chance.next() * (most - least) + least)

    def _offset(self, most: float, gain: float = 1.0) -> float:
        return self._between(-most, most, gain)

    def _near(self, point: Point, most: float, gain: float = 1.0) -> Point:
        x = point[0] + self._offset(most, gain)
        return x, point[1] + self._offset(most, gain)

    def _single(
        self, start: Point, end: Point, farthest: float, *, overlaid: bool = False
    ) -> VectorPath:
        (x1, y1), (x2, y2) = start, end
        length = hypot(x1 - x2, y1 - y2)
        gain = _STEADY if length > _LONG else 1.0 if length < _SHORT else _SLOPE * length + _START
        reach = length / 10 if farthest**2 * 100 > length**2 else farthest
        reach = reach / 2 if overlaid else reach
        part = 0.2 + self.chance.next() * 0.2
        bow_x = self._offset(farthest * (y2 - y1) / 200, gain)
        bow_y = self._offset(farthest * (x1 - x2) / 200, gain)
        begin = start if self.exact_ends else self._near(start, reach, gain)
        first = (bow_x + x1 + (x2 - x1) * part, bow_y + y1 + (y2 - y1) * part)
        second = (bow_x + x1 + 2 * (x2 - x1) * part, bow_y + y1 + 2 * (y2 - y1) * part)
        curve = CurveTo(
            self._near(first, reach, gain),
            self._near(second, reach, gain),
            end if self.exact_ends else self._near(end, reach, gain),
        )
        return (Move(begin), curve)

    def _through(self, points: Sequence[Point], reach: float) -> VectorPath:
        if len(points) == 1:
            return self.line(self._near(points[0], reach), self._near(points[0], reach))
        near = [self._near(point, reach) for point in (points[0], *points, points[-1])]
        return spline(near)

    def _bezier(self, start: Point, curve: CurveTo) -> Iterator[Step]:
        for reach in (
            (_FARTHEST,) if self.once or not self.roughness else (_FARTHEST, _FARTHEST + 0.3)
        ):
            again = reach > _FARTHEST and not self.exact_ends
            yield Move(self._near(start, _FARTHEST) if again else start)
            end = curve.to if self.exact_ends else self._near(curve.to, reach)
            yield CurveTo(self._near(curve.first, reach), self._near(curve.second, reach), end)

    def _around(
        self, centre: Point, radii: Point, increment: float, reach: float, overlap: float
    ) -> tuple[list[Point], list[Point]]:
        """Return points around an ellipse that run on over its start, and those of one round."""
        begin = self._offset(0.5) - pi / 2

        def point(angle: float, part: float = 1.0) -> Point:
            x = self._offset(reach) + centre[0] + part * radii[0] * cos(angle)
            return x, self._offset(reach) + centre[1] + part * radii[1] * sin(angle)

        before = point(begin - increment, 0.9)
        core, angle = [], begin
        while angle < pi * 2 + begin - 0.01:
            core.append(point(angle))
            angle += increment
        after = [
            point(begin + pi * 2 + overlap * 0.5),
            point(begin + overlap, 0.98),
            point(begin + overlap * 0.5, 0.9),
        ]
        return [before, *core, *after], core


def hand_with(seed: int, roughness: float, *, once: bool = False, exact_ends: bool = False) -> Hand:
    """Return a hand whose random numbers begin with this seed."""
    return Hand(seed, Chance(seed), roughness, once, exact_ends)


def afresh(hand: Hand, most: float) -> Hand:
    """Return a hand that begins with its seed again, with at most this roughness."""
    return replace(hand, chance=Chance(hand.seed), roughness=min(hand.roughness, most))


def merged(outline: VectorPath) -> VectorPath:
    """Return a path as one subpath, as the edge of an area."""
    return tuple(step for n, step in enumerate(outline) if not n or not isinstance(step, Move))


def spline(points: Sequence[Point]) -> VectorPath:
    """Return a curve from the second of these points to the last but one, through all between."""
    steps: list[Step] = [Move(points[1])]
    for before, start, end, after in zip(points, points[1:], points[2:], points[3:], strict=False):
        first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        second = end[0] + (start[0] - after[0]) / 6, end[1] + (start[1] - after[1]) / 6
        steps.append(CurveTo(first, second, end))
    return tuple(steps)


def _ring(centre: Point, radii: Point, increment: float) -> Iterator[Point]:
    angle = 0.0
    while angle <= pi * 2:
        yield centre[0] + radii[0] * cos(angle), centre[1] + radii[1] * sin(angle)
        angle += increment


_ANGLE = -41.0
_MOST_ROWS = 20_000
"""So many units of an area are hatched at most; the wall is 2,000 units high."""


def hachure_lines(
    corners: Sequence[Point], gap: float, angle: float, step: float
) -> Iterator[tuple[Point, Point]]:
    """Yield parallel lines inside a polygon, `gap` units apart, at an angle in degrees.

    With a `step` of 1 only every `gap`-th row of units has a line; rows are counted from the
    highest corner, and the ends of lines are whole units.
    """
    rows: dict[int, list[float]] = {}
    turned = [_turned(corner, radians(angle)) for corner in corners]
    edges = [ends for ends in pairwise([*turned, turned[0]]) if ends[0][1] != ends[1][1]]
    top = min((min(start[1], end[1]) for start, end in edges), default=0.0)
    for start, end in edges:
        (x, low), (_, high) = sorted((start, end), key=lambda point: point[1])
        slope = (end[0] - start[0]) / (end[1] - start[1])
        first = ceil((low - top) / step)
        for row in range(first, min(ceil((high - top) / step), _MOST_ROWS)):
            if step != 1 or not fmod(row, gap):
                rows.setdefault(row, []).append(x + (row - first) * step * slope)
    for row, found in sorted(rows.items()):
        ordered = sorted(found)
        for left, right in zip(ordered[::2], ordered[1::2], strict=False):
            y = top + row * step
            ends = ((floor(left + 0.5), y), (floor(right + 0.5), y))
            yield _turned(ends[0], -radians(angle)), _turned(ends[1], -radians(angle))


def _turned(point: Point, angle: float) -> Point:
    x, y = point
    return x * cos(angle) - y * sin(angle), x * sin(angle) + y * cos(angle)


def _zigzag(rows: Iterator[tuple[Point, Point]], gap: float) -> Iterator[tuple[Point, Point]]:
    across, down = gap / 2 * cos(radians(_ANGLE)), gap / 2 * sin(radians(_ANGLE))
    for (x, y), end in rows:
        if (x, y) != end:
            yield (x - across, y + down), end
            yield (x + across, y - down), end
