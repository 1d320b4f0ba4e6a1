"""Draw boxes, ellipses, diamonds, lines and arrows as Excalidraw does.

Everything is drawn about the corner or the first point of a shape, and then moved to its place:
how lines waver and where hatching begins depends on that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import floor

from path_planner.domain.marks import Dash, Shape, ShapeKind, Stroke
from path_planner.scene import hand_drawn
from path_planner.scene.arrows import dashes, heads
from path_planner.scene.curves import bounds, distance, flattened, joined, thinned, towards
from path_planner.scene.foreign_fields import (
    ADAPTIVE,
    PEN_FACTOR,
    PROPORTIONAL,
    SOLID,
    corner_radius,
    fill_of,
    fill_style_of,
    is_elbowed,
    opacity_of_colour,
    roughness_of,
    seed_for,
)
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import CurveTo, LineTo, Move, Point, Step, VectorPath
from path_planner.scene.model import Role
from path_planner.scene.model import Shape as Part
from path_planner.scene.rough import Hand, hand_with, merged, spline

_MORE = 0.5
"""Dashed lines are drawn this much wider, so that they look as heavy as solid ones."""
_LOOP = 8.0
"""A line whose ends are this near is a closed loop and can be filled."""
_HATCH_GAP, _HATCH_WIDTH = 4.0, 0.5
"""The distance and the width of the lines that fill an area, in widths of its line."""
_UNSTEADY = 2.0
"""With less roughness than this the ends of lines are exact."""
_BIG, _MIDDLE, _SMALL, _LONG, _LEAST = 20.0, 15.0, 10.0, 50.0, 2.5
_FLAT_CURVE, _FLAT_PATH = 10.0, 1.0
_CORNER_OF_ELBOW = 16.0
_MOST_CORNERS = 1500
_SIMPLIFIED = 0.75
"""The tolerance of the polygon that stands for the inside of a stroke."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What fills a shape: an area, or lines with a width and a distance."""

    area: VectorPath = ()
    lines: VectorPath = ()
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A shape before it is moved and turned: its filling, its line, and the box it turns in."""

    filling: Filling
    line: VectorPath
    frame: Box


def frame_of(shape: Shape) -> Box:
    """Return the box about whose middle a shape is turned."""
    x, y = shape.points[:2] or (shape.x, shape.y)
    frame = _figure(shape).frame
    return Box(frame.x + x, frame.y + y, frame.width, frame.height)


def parts_of_shape(shape: Shape, node: str, clip: VectorPath = ()) -> Iterator[Part]:
    """Yield the area and the lines of a shape, inside a clipping path if there is one."""
    x, y = shape.points[:2] or (shape.x, shape.y)
    figure = _figure(shape)
    about = figure.frame.centre[0] + x, figure.frame.centre[1] + y

    def placed(part: Part) -> Part:
        outline = hand_drawn.turned(_moved(part.outline, (x, y)), shape.turn, about)
        return replace(part, outline=outline, clip=clip)

    filled = filling_parts(shape, shape.fill, figure.filling, shape.line_width, node)
    yield from map(placed, filled)
    if not shape.line or not figure.line:
        return
    width = shape.line_width + (_MORE if shape.dash is not Dash.SOLID else 0)
    line = joined(figure.line) if shape.dash is Dash.SOLID else figure.line
    ink = Part((), Role.INK, None, shape.line, width, (), _opacity(shape, "strokeColor"), node)
    yield placed(replace(ink, outline=line, dash=dashes(shape)))
    if shape.form is ShapeKind.ARROW:
        yield from map(placed, heads(shape, figure.line, ink, _hand(shape)))


def filling_parts(
    mark: Shape | Stroke, colour: str | None, filling: Filling, line_width: float, node: str
) -> Iterator[Part]:
    """Yield the area or the hatching of a mark in its colour."""
    opacity = _opacity(mark, "backgroundColor")
    if filling.area and colour:
        yield Part(
            filling.area, Role.AREA, colour, opacity=opacity, node=node, even_odd=filling.even_odd
        )
    if filling.lines and colour:
        width = line_width * _HATCH_WIDTH
        yield Part(filling.lines, Role.AREA, None, colour, width, (), opacity, node)


def stroke_filling(stroke: Stroke, node: str) -> Iterator[Part]:
    """Yield what fills a stroke that comes back to where it began, before it is turned."""
    colour = fill_of(stroke)
    x, y = stroke.points[:2]
    pairs = zip(stroke.points[::2], stroke.points[1::2], strict=True)
    points = [(across - x, down - y) for across, down in pairs]
    if not colour or not is_loop(points):
        return
    corners = thinned(_few(points), _SIMPLIFIED)
    if len(corners) < 3:  # noqa: PLR2004 - nothing lies between two points
        return
    width, roughness = stroke.pen.width / PEN_FACTOR, roughness_of(stroke)
    box = hand_drawn.extent(hand_drawn.polygon(points))
    hand = hand_with(
        seed_for(stroke),
        _steadied(roughness, box.width, box.height, is_line=False, is_round=False),
        exact_ends=roughness < _UNSTEADY,
    )
    # The line is not drawn, but its random numbers are taken.
    hand.curve(corners)
    filling = filling_of_curve(hand, corners, fill_style_of(stroke), width)
    for part in filling_parts(stroke, colour, filling, width, node):
        yield replace(part, outline=_moved(part.outline, (x, y)))


def _moved(outline: VectorPath, by: Point) -> VectorPath:
    return hand_drawn.mapped(outline, lambda point: (point[0] + by[0], point[1] + by[1]))


def _opacity(mark: Shape | Stroke, colour: str) -> float:
    opacity = mark.pen.opacity if isinstance(mark, Stroke) else mark.opacity
    return opacity * opacity_of_colour(mark, colour)


def _hand(shape: Shape, *, exact_ends: bool = False) -> Hand:
    roughness = roughness_of(shape)
    is_round = shape.rounded and shape.form is not ShapeKind.ELLIPSE
    return hand_with(
        seed_for(shape),
        _steadied(
            roughness,
            shape.width,
            shape.height,
            is_line=shape.form in {ShapeKind.LINE, ShapeKind.ARROW},
            is_round=is_round,
        ),
        once=shape.dash is not Dash.SOLID,
        exact_ends=exact_ends or roughness < _UNSTEADY,
    )


def _steadied(
    roughness: float, width: float, height: float, *, is_line: bool, is_round: bool
) -> float:
    """Return less roughness for small shapes, which would not be recognised otherwise."""
    short, long = sorted((width, height))
    if (short >= _BIG and long >= _LONG) or (short >= _MIDDLE and is_round):
        return roughness
    if is_line and long >= _LONG:
        return roughness
    return min(roughness / (3 if long < _SMALL else 2), _LEAST)


def _figure(shape: Shape) -> Figure:
    if shape.form in {ShapeKind.LINE, ShapeKind.ARROW}:
        return _line(shape)
    box = Box(0, 0, shape.width, shape.height)
    if shape.form is ShapeKind.ELLIPSE:
        hand = _hand(shape)
        radii = hand.radii(box)
        line, corners = hand.ellipse(box, radii)
        area = hand.ellipse(box, radii)[0] if _is_solid(shape) else ()
        return Figure(Filling(area, _hatching(shape, hand, corners)), line, box)
    outline = _rounded(shape, box)
    if outline:
        hand = _hand(shape, exact_ends=True)
        line = hand.path(outline)
        filling = Filling()
        if shape.fill:
            filling = filling_of_path(hand, outline, fill_style_of(shape), shape.line_width)
        return Figure(filling, line, box)
    hand = _hand(shape)
    corners = _corners(box) if shape.form is ShapeKind.BOX else _tips(box)
    line = hand.polyline(corners, closed=True)
    return Figure(_filled(shape, hand, corners), line, box)


def _is_solid(shape: Shape) -> bool:
    return bool(shape.fill) and fill_style_of(shape) == SOLID


def _filled(shape: Shape, hand: Hand, corners: Sequence[Point]) -> Filling:
    area = hand.area(corners) if _is_solid(shape) else ()
    return Filling(area, _hatching(shape, hand, corners), even_odd=True)


def _hatching(shape: Shape, hand: Hand, corners: Sequence[Point]) -> VectorPath:
    if not shape.fill or _is_solid(shape):
        return ()
    return hand.hatching(corners, fill_style_of(shape), shape.line_width * _HATCH_GAP)


def _corners(box: Box) -> list[Point]:
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def _tips(box: Box) -> list[Point]:
    """Return the tips of a diamond, the upper first, rounded as Excalidraw does."""
    centre_x, centre_y = box.x + floor(box.width / 2) + 1, box.y + floor(box.height / 2) + 1
    return [(centre_x, box.y), (box.right, centre_y), (centre_x, box.bottom), (box.x, centre_y)]


def _rounded(shape: Shape, box: Box) -> VectorPath:
    if not shape.rounded:
        return ()
    if shape.form is ShapeKind.BOX:
        return rounded_box(box, corner_radius(shape, min(box.width, box.height), ADAPTIVE))
    top, right, _, left = _tips(box)
    across = corner_radius(shape, abs(top[0] - left[0]), PROPORTIONAL)
    down = corner_radius(shape, abs(right[1] - top[1]), PROPORTIONAL)
    return _rounded_diamond(box, across, down)


def rounded_box(box: Box, radius: float) -> VectorPath:
    """Return a box with round corners, from its first corner on."""
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        Move((left + radius, top)),
        *_corner((right - radius, top), (right, top), (right, top + radius)),
        *_corner((right, bottom - radius), (right, bottom), (right - radius, bottom)),
        *_corner((left + radius, bottom), (left, bottom), (left, bottom - radius)),
        *_corner((left, top + radius), (left, top), (left + radius, top)),
    )


def _corner(start: Point, pull: Point, end: Point) -> tuple[LineTo, CurveTo]:
    """Return a line to a round corner, and the corner, with the rounding errors of rough.js."""
    (x, y), (pull_x, pull_y), (to_x, to_y) = start, pull, end
    first = x + 2 * (pull_x - x) / 3, y + 2 * (pull_y - y) / 3
    second = to_x + 2 * (pull_x - to_x) / 3, to_y + 2 * (pull_y - to_y) / 3
    return LineTo(start), CurveTo(first, second, end)


def _rounded_diamond(box: Box, across: float, down: float) -> VectorPath:
    top, right, bottom, left = _tips(box)
    return (
        Move((top[0] + across, top[1] + down)),
        LineTo((right[0] - across, right[1] - down)),
        CurveTo(right, right, (right[0] - across, right[1] + down)),
        LineTo((bottom[0] + across, bottom[1] - down)),
        CurveTo(bottom, bottom, (bottom[0] - across, bottom[1] - down)),
        LineTo((left[0] + across, left[1] + down)),
        CurveTo(left, left, (left[0] + across, left[1] - down)),
        LineTo((top[0] - across, top[1] + down)),
        CurveTo(top, top, (top[0] + across, top[1] + down)),
    )


def _line(shape: Shape) -> Figure:
    x, y = shape.points[:2] or (0.0, 0.0)
    points = [(a - x, b - y) for a, b in zip(shape.points[::2], shape.points[1::2], strict=True)]
    if not points:
        return Figure(Filling(), (), Box(0, 0, shape.width, shape.height))
    filled = shape.form is ShapeKind.LINE and bool(shape.fill) and is_loop(points)
    hand = _hand(shape, exact_ends=is_elbowed(shape))
    if is_elbowed(shape):
        line = hand.path(_elbowed(points))
    elif shape.rounded:
        line = hand.curve(points)
    else:
        line = hand.polyline(points, closed=filled)
    filling = Filling()
    if filled and shape.rounded:
        filling = filling_of_curve(hand, points, fill_style_of(shape), shape.line_width)
    elif filled:
        filling = _filled(shape, hand, points)
    return Figure(filling, line, bounds(line) if line else Box(0, 0, 0, 0))


def is_loop(points: Sequence[Point]) -> bool:
    """Whether a line comes back to where it began, and so has an inside."""
    return len(points) > 2 and distance(points[0], points[-1]) <= _LOOP  # noqa: PLR2004


def filling_of_path(hand: Hand, outline: VectorPath, style: str, line_width: float) -> Filling:
    """Return the filling inside a path of lines and curves."""
    if style == SOLID:
        return Filling(merged(hand.for_areas().path(outline)), even_odd=True)
    corners = thinned(flattened(outline, _FLAT_PATH), (1 + hand.roughness) / 2)
    return Filling(lines=hand.hatching(corners, style, line_width * _HATCH_GAP))


def filling_of_curve(hand: Hand, points: Sequence[Point], style: str, line_width: float) -> Filling:
    """Return the filling inside a curve through at least three points."""
    if style == SOLID:
        return Filling(merged(hand.for_areas().curve(points)), even_odd=True)
    curve: VectorPath = spline([points[0], *points, points[-1]])
    if len(points) == 3:  # noqa: PLR2004 - rough.js takes three points for one curve
        curve = (Move(points[0]), CurveTo(points[1], points[2], points[2]))
    corners = thinned(_few(flattened(curve, _FLAT_CURVE)), (1 + hand.roughness) / 2)
    return Filling(lines=hand.hatching(corners, style, line_width * _HATCH_GAP))


def _few(points: Sequence[Point]) -> Sequence[Point]:
    """Return every n-th point of very many: simplifying them could take minutes."""
    return points[:: -(-len(points) // _MOST_CORNERS)] if points else points


def _elbowed(points: Sequence[Point]) -> VectorPath:
    """Return lines with a round corner at each point between."""
    steps: list[Step] = [Move(points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_CORNER_OF_ELBOW, distance(corner, after) / 2, distance(corner, before) / 2)
        start, end = towards(corner, before, radius), towards(corner, after, radius)
        steps += _corner(start, corner, end)
    return (*steps, LineTo(points[-1]))
