"""Boxes, ellipses, diamonds, lines and arrows as the board in the browser draws them, cleanly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, hypot

from path_planner.domain.wall import Dash, Form, Shape
from path_planner.scene.arrowheads import heads
from path_planner.scene.curves import bounds, through
from path_planner.scene.geometry import Box
from path_planner.scene.model import Role
from path_planner.scene.model import Shape as Part
from path_planner.scene.outline import (
    CurveTo,
    LineTo,
    Move,
    Outline,
    Point,
    PullTo,
    Step,
    ellipse,
    extent,
    polygon,
    turned,
    with_handles,
)

_CORNER, _LARGEST_CORNER = 0.25, 32.0
"""A round corner takes this part of the shorter side, and no more than that."""
_LOOP = 8.0
"""A line whose ends are this near has an inside."""
_MORE = 0.5
"""Dashes are drawn a little wider, so that they weigh as much as a whole line."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A shape before it is turned: what is filled, what is drawn, and the box it turns in."""

    area: Outline
    line: Outline
    frame: Box


def parts_of_shape(shape: Shape, node: str) -> Iterator[Part]:
    """Yield the area and the lines of a shape."""
    figure = _figure(shape)
    about = figure.frame.centre
    dash, width = dashes(shape), shape.line_width + (_MORE if shape.dash is not Dash.SOLID else 0)
    if shape.fill and figure.area:
        area = turned(figure.area, shape.turn, about)
        yield Part(area, Role.AREA, shape.fill, opacity=shape.opacity, node=node)
    if not shape.line or not figure.line:
        return
    line = turned(figure.line, shape.turn, about)
    yield Part(line, Role.INK, None, shape.line, width, dash, shape.opacity, node)
    if shape.form is Form.ARROW:
        for head in heads(shape, figure.line):
            outline = turned(head.outline, shape.turn, about)
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


def _figure(shape: Shape) -> Figure:
    box = Box(shape.x, shape.y, shape.width, shape.height)
    if shape.form in {Form.LINE, Form.ARROW}:
        return _line(shape, box)
    if shape.form is Form.ELLIPSE:
        # The line is not closed: dashes begin at its right end.
        outline = ellipse(box)
        return Figure(outline, outline[:-1], box)
    corners = _corners(box) if shape.form is Form.BOX else _tips(box)
    if shape.rounded:
        outline = _rounded_box(box) if shape.form is Form.BOX else _rounded_diamond(box)
        return Figure(outline, _apart(outline) if dashes(shape) else outline, box)
    outline = polygon(corners)
    edges = _apart(polygon([*corners, corners[0]], closed=False))
    return Figure(outline, edges if dashes(shape) else outline, box)


def _corners(box: Box) -> list[Point]:
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def _tips(box: Box) -> list[Point]:
    """Return the tips of a diamond, upper first; the board puts its middle on whole numbers."""
    across, down = box.x + floor(box.width / 2) + 1, box.y + floor(box.height / 2) + 1
    return [(across, box.y), (box.right, down), (across, box.bottom), (box.x, down)]


def _rounded_box(box: Box) -> Outline:
    short = min(box.width, box.height)
    radius = min(short * _CORNER, _LARGEST_CORNER)
    steps: list[Step] = []
    for before, corner, after in _with_neighbours(_corners(box)):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        steps.append(LineTo(start) if steps else Move(start))
        steps.append(with_handles(start, PullTo(corner, end)))
    # It begins after the first corner, as the board does: dashes begin there too.
    first = steps[1].to if isinstance(steps[1], CurveTo) else box.centre
    start = steps[0].to if isinstance(steps[0], Move) else box.centre
    return (Move(first), *steps[2:], LineTo(start), steps[1])


def _towards(start: Point, end: Point, far: float) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    part = far / length
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _with_neighbours(points: Sequence[Point]) -> Iterator[tuple[Point, Point, Point]]:
    return zip([points[-1], *points[:-1]], points, [*points[1:], points[0]], strict=True)


def _rounded_diamond(box: Box) -> Outline:
    (top, right, bottom, left) = _tips(box)
    wide, tall = abs(top[0] - left[0]) * _CORNER, abs(right[1] - top[1]) * _CORNER
    return (
        Move((top[0] + wide, top[1] + tall)),
        LineTo((right[0] - wide, right[1] - tall)),
        CurveTo(right, right, (right[0] - wide, right[1] + tall)),
        LineTo((bottom[0] + wide, bottom[1] - tall)),
        CurveTo(bottom, bottom, (bottom[0] - wide, bottom[1] - tall)),
        LineTo((left[0] + wide, left[1] + tall)),
        CurveTo(left, left, (left[0] + wide, left[1] - tall)),
        LineTo((top[0] - wide, top[1] + tall)),
        CurveTo(top, top, (top[0] + wide, top[1] + tall)),
    )


def _line(shape: Shape, box: Box) -> Figure:
    points = list(zip(shape.points[::2], shape.points[1::2], strict=True))
    if not points:
        return Figure((), (), box)
    if shape.rounded:
        outline = through(points)
        frame = bounds(outline)
    else:
        outline = polygon(points, closed=False)
        frame = extent(outline)
    (left, top), (right, low) = points[0], points[-1]
    loop = len(points) > 2 and hypot(right - left, low - top) <= _LOOP  # noqa: PLR2004
    filled = loop and shape.form is Form.LINE
    line = outline
    if not shape.rounded:
        # With a fill the board draws the last edge as well.
        whole = [*points, points[0]] if filled and shape.fill else points
        line = polygon(whole, closed=False)
    if not shape.rounded and dashes(shape):
        line = _apart(line)
    return Figure(outline if filled else (), line, frame)


def _apart(outline: Outline) -> Outline:
    """Return each edge as a line of its own: dashes begin anew at each corner."""
    steps: list[Step] = []
    for before, step in pairwise(outline):
        if isinstance(step, LineTo | CurveTo) and before:
            steps += [Move(before[-1]), step]
    return tuple(steps)
