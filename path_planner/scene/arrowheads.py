"""What the ends of an arrow carry: their sizes are the board's own, whatever the line is like."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, radians

from path_planner.domain.wall import Head, Shape
from path_planner.scene.curves import at, pieces
from path_planner.scene.geometry import Box
from path_planner.scene.outline import (
    LineTo,
    Move,
    Outline,
    Point,
    ellipse,
    polygon,
    turned_point,
)

_SIZES = {Head.ARROW: 25.0}
_SIZE = 15.0
_ANGLES = {Head.ARROW: 20.0, Head.BAR: 90.0}
_ANGLE = 25.0
_LONGEST = 0.5
"""A head is no longer than this part of the last piece of its arrow."""
_BACK = 0.3
"""How far along its curve an arrow is looked at, to see where it points."""
_DOT = 2.0


@dataclass(frozen=True, slots=True)
class Ending:
    """One line or area at the end of an arrow."""

    outline: Outline
    filled: bool = False


def heads(shape: Shape, line: Outline) -> Iterator[Ending]:
    """Yield what both ends carry, for the line as it is drawn before it is turned."""
    curves = [curve for curve in pieces(line) if curve[0] != curve[3]]
    if not curves:
        return
    points = list(zip(shape.points[::2], shape.points[1::2], strict=True))
    if shape.start is not Head.NONE:
        first = curves[0]
        yield from _head(shape, shape.start, (first[0], at(first, 1 - _BACK)), _far(points[:2]))
    if shape.end is not Head.NONE:
        last = curves[-1]
        yield from _head(shape, shape.end, (last[3], at(last, 1 - _BACK)), _far(points[-2:]))


def _far(points: list[Point]) -> float:
    first, last = points[0], points[-1]
    return hypot(last[0] - first[0], last[1] - first[1])


def _head(shape: Shape, kind: Head, way: tuple[Point, Point], length: float) -> Iterator[Ending]:
    (x, y), (from_x, from_y) = way
    apart = hypot(x - from_x, y - from_y) or 1.0
    size = min(_SIZES.get(kind, _SIZE), length * _LONGEST)
    back = (x - (x - from_x) / apart * size, y - (y - from_y) / apart * size)
    if kind is Head.DOT:
        wide = max(size + shape.line_width - _DOT, 0.0)
        yield Ending(ellipse(Box(x - wide / 2, y - wide / 2, wide, wide)), filled=True)
        return
    angle = radians(_ANGLES.get(kind, _ANGLE))
    sides = [turned_point(back, turn, (x, y)) for turn in (-angle, angle)]
    if kind is Head.TRIANGLE:
        yield Ending(polygon([(x, y), *sides]), filled=True)
        return
    for side in sides:
        yield Ending((Move(side), LineTo((x, y))))
