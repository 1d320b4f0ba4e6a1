"""Draw boxes, ellipses, diamonds, lines and arrows as Excalidraw does without roughness."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, hypot, radians

from path_planner.domain.wall_items import Dash, Head, Shape, ShapeKind
from path_planner.scene import hand_drawn
from path_planner.scene.curves import at, bounds, pieces, through
from path_planner.scene.geometry import Box
from path_planner.scene.model import Role
from path_planner.scene.model import Shape as Part

_SIZES = {Head.ARROW: 25.0}
_SIZE = 15.0
_ANGLES = {Head.ARROW: 20.0, Head.BAR: 90.0}
_ANGLE = 25.0
_LONGEST = 0.5
"""The greatest length of an arrowhead, as a part of the last segment of its arrow."""
_BACK = 0.3
"""The part of the last curve from which the direction of an arrowhead is taken."""
_DOT = 2.0


@dataclass(frozen=True, slots=True)
class Ending:
    """One line or filled area of an arrowhead."""

    outline: hand_drawn.VectorPath
    filled: bool = False


def heads(shape: Shape, line: hand_drawn.VectorPath) -> Iterator[Ending]:
    """Yield the arrowheads of both ends, before rotation."""
    curves = [curve for curve in pieces(line) if curve[0] != curve[3]]
    if not curves:
        return
    points = list(zip(shape.points[::2], shape.points[1::2], strict=True))
    if shape.start is not Head.NONE:
        first = curves[0]
        yield from _head(
            shape, shape.start, (first[0], at(first, 1 - _BACK)), _distance(points[:2])
        )
    if shape.end is not Head.NONE:
        last = curves[-1]
        yield from _head(shape, shape.end, (last[3], at(last, 1 - _BACK)), _distance(points[-2:]))


def _distance(points: list[hand_drawn.Point]) -> float:
    first, last = points[0], points[-1]
    return hypot(last[0] - first[0], last[1] - first[1])


def _head(
    shape: Shape, kind: Head, direction: tuple[hand_drawn.Point, hand_drawn.Point], length: float
) -> Iterator[Ending]:
    (x, y), (from_x, from_y) = direction
    distance = hypot(x - from_x, y - from_y) or 1.0
    size = min(_SIZES.get(kind, _SIZE), length * _LONGEST)
    back = (x - (x - from_x) / distance * size, y - (y - from_y) / distance * size)
    if kind is Head.DOT:
        width = max(size + shape.line_width - _DOT, 0.0)
        yield Ending(
            hand_drawn.ellipse(Box(x - width / 2, y - width / 2, width, width)), filled=True
        )
        return
    angle = radians(_ANGLES.get(kind, _ANGLE))
    sides = [hand_drawn.turned_point(back, turn, (x, y)) for turn in (-angle, angle)]
    if kind is Head.TRIANGLE:
        yield Ending(hand_drawn.polygon([(x, y), *sides]), filled=True)
        return
    for side in sides:
        yield Ending((hand_drawn.Move(side), hand_drawn.LineTo((x, y))))


_CORNER, _LARGEST_CORNER = 0.25, 32.0
"""The radius of round corners: this part of the shorter side, up to this length."""
_LOOP = 8.0
"""A line whose ends are this near is a closed loop and can be filled."""
_MORE = 0.5
"""Dashed lines are drawn this much wider, so that they look as heavy as solid ones."""


@dataclass(frozen=True, slots=True)
class ShapePath:
    """A shape before rotation: the filled path, the drawn path, and the box it rotates in."""

    area: hand_drawn.VectorPath
    line: hand_drawn.VectorPath
    frame: Box


def parts_of_shape(shape: Shape, node: str) -> Iterator[Part]:
    """Yield the area and the lines of a shape."""
    figure = _figure(shape)
    about = figure.frame.centre
    dash, width = dashes(shape), shape.line_width + (_MORE if shape.dash is not Dash.SOLID else 0)
    if shape.fill and figure.area:
        area = hand_drawn.turned(figure.area, shape.turn, about)
        yield Part(area, Role.AREA, shape.fill, opacity=shape.opacity, node=node)
    if not shape.line or not figure.line:
        return
    line = hand_drawn.turned(figure.line, shape.turn, about)
    yield Part(line, Role.INK, None, shape.line, width, dash, shape.opacity, node)
    if shape.form is ShapeKind.ARROW:
        for head in heads(shape, figure.line):
            outline = hand_drawn.turned(head.outline, shape.turn, about)
            fill = shape.line if head.filled else None
            dash = dashes(shape) if shape.dash is Dash.DOTTED and not head.filled else ()
            dash = (dash[0], dash[1] - 2) if dash else ()
            if fill:
                yield Part(outline, Role.INK, fill, opacity=shape.opacity, node=node)
            yield Part(outline, Role.INK, None, shape.line, width, dash, shape.opacity, node)


def dashes(shape: Shape) -> tuple[float, ...]:
    """Return the lengths of dashes and gaps."""
    if shape.dash is Dash.DASHED:
        return (8.0, 8.0 + shape.line_width)
    if shape.dash is Dash.DOTTED:
        return (1.5, 6.0 + shape.line_width)
    return ()


def _figure(shape: Shape) -> ShapePath:
    box = Box(shape.x, shape.y, shape.width, shape.height)
    if shape.form in {ShapeKind.LINE, ShapeKind.ARROW}:
        return _line(shape, box)
    if shape.form is ShapeKind.ELLIPSE:
        # The line is not closed: dashes begin at its right end.
        outline = hand_drawn.ellipse(box)
        return ShapePath(outline, outline[:-1], box)
    corners = _corners(box) if shape.form is ShapeKind.BOX else _tips(box)
    if shape.rounded:
        outline = _rounded_box(box) if shape.form is ShapeKind.BOX else _rounded_diamond(box)
        return ShapePath(outline, _separate_edges(outline) if dashes(shape) else outline, box)
    outline = hand_drawn.polygon(corners)
    edges = _separate_edges(hand_drawn.polygon([*corners, corners[0]], closed=False))
    return ShapePath(outline, edges if dashes(shape) else outline, box)


def _corners(box: Box) -> list[hand_drawn.Point]:
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def _tips(box: Box) -> list[hand_drawn.Point]:
    """Return the tips of a diamond, the upper first, rounded as Excalidraw does."""
    centre_x, centre_y = box.x + floor(box.width / 2) + 1, box.y + floor(box.height / 2) + 1
    return [(centre_x, box.y), (box.right, centre_y), (centre_x, box.bottom), (box.x, centre_y)]


def _rounded_box(box: Box) -> hand_drawn.VectorPath:
    short = min(box.width, box.height)
    radius = min(short * _CORNER, _LARGEST_CORNER)
    steps: list[hand_drawn.Step] = []
    for before, corner, after in _with_neighbours(_corners(box)):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        steps.append(hand_drawn.LineTo(start) if steps else hand_drawn.Move(start))
        steps.append(hand_drawn.with_handles(start, hand_drawn.PullTo(corner, end)))
    # It begins after the first corner, as in Excalidraw: dashes begin there too.
    first = steps[1].to if isinstance(steps[1], hand_drawn.CurveTo) else box.centre
    start = steps[0].to if isinstance(steps[0], hand_drawn.Move) else box.centre
    return (hand_drawn.Move(first), *steps[2:], hand_drawn.LineTo(start), steps[1])


def _towards(start: hand_drawn.Point, end: hand_drawn.Point, distance: float) -> hand_drawn.Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    part = distance / length
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _with_neighbours(
    points: Sequence[hand_drawn.Point],
) -> Iterator[tuple[hand_drawn.Point, hand_drawn.Point, hand_drawn.Point]]:
    return zip([points[-1], *points[:-1]], points, [*points[1:], points[0]], strict=True)


def _rounded_diamond(box: Box) -> hand_drawn.VectorPath:
    (top, right, bottom, left) = _tips(box)
    width, height = abs(top[0] - left[0]) * _CORNER, abs(right[1] - top[1]) * _CORNER
    return (
        hand_drawn.Move((top[0] + width, top[1] + height)),
        hand_drawn.LineTo((right[0] - width, right[1] - height)),
        hand_drawn.CurveTo(right, right, (right[0] - width, right[1] + height)),
        hand_drawn.LineTo((bottom[0] + width, bottom[1] - height)),
        hand_drawn.CurveTo(bottom, bottom, (bottom[0] - width, bottom[1] - height)),
        hand_drawn.LineTo((left[0] + width, left[1] + height)),
        hand_drawn.CurveTo(left, left, (left[0] + width, left[1] - height)),
        hand_drawn.LineTo((top[0] - width, top[1] + height)),
        hand_drawn.CurveTo(top, top, (top[0] + width, top[1] + height)),
    )


def _line(shape: Shape, box: Box) -> ShapePath:
    points = list(zip(shape.points[::2], shape.points[1::2], strict=True))
    if not points:
        return ShapePath((), (), box)
    if shape.rounded:
        outline = through(points)
        frame = bounds(outline)
    else:
        outline = hand_drawn.polygon(points, closed=False)
        frame = hand_drawn.extent(outline)
    (left, top), (right, bottom) = points[0], points[-1]
    is_loop = len(points) > 2 and hypot(right - left, bottom - top) <= _LOOP  # noqa: PLR2004
    filled = is_loop and shape.form is ShapeKind.LINE
    line = outline
    if not shape.rounded:
        # With a fill Excalidraw draws the closing edge as well.
        closed_points = [*points, points[0]] if filled and shape.fill else points
        line = hand_drawn.polygon(closed_points, closed=False)
    if not shape.rounded and dashes(shape):
        line = _separate_edges(line)
    return ShapePath(outline if filled else (), line, frame)


def _separate_edges(outline: hand_drawn.VectorPath) -> hand_drawn.VectorPath:
    """Return each edge as a subpath of its own, so that dashes start again at each corner."""
    steps: list[hand_drawn.Step] = []
    for before, step in pairwise(outline):
        if isinstance(step, hand_drawn.LineTo | hand_drawn.CurveTo) and before:
            steps += [hand_drawn.Move(before[-1]), step]
    return tuple(steps)
