"""Draw the heads of arrows as Excalidraw does, and find the middle, where a label stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import atan2, radians

from path_planner.domain.marks import Dash, Shape
from path_planner.scene import hand_drawn
from path_planner.scene.curves import Curve, at, distance, joined, pieces, through, towards
from path_planner.scene.foreign_fields import arrowhead_of
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import Point, VectorPath
from path_planner.scene.model import Role
from path_planner.scene.model import Shape as Part
from path_planner.scene.rough import Hand, afresh


def dashes(shape: Shape) -> tuple[float, ...]:
    """Return the lengths of dashes and gaps."""
    if shape.dash is Dash.DASHED:
        return (8.0, 8.0 + shape.line_width)
    if shape.dash is Dash.DOTTED:
        return (1.5, 6.0 + shape.line_width)
    return ()


_SIZES = {"arrow": 25.0, "diamond": 12.0, "diamond_outline": 12.0}
_SIZES |= dict.fromkeys(("crowfoot_many", "crowfoot_one", "crowfoot_one_or_many"), 20.0)
_SIZE = 15.0
_ANGLES = {"arrow": 20.0, "bar": 90.0}
_ANGLE = 25.0
_LONGEST = 0.5
"""The greatest length of an arrowhead, as a part of the last segment of its arrow."""
_LONGEST_DIAMOND = 0.25
_BACK = 0.3
"""The part of the last curve from which the direction of an arrowhead is taken."""
_DOT = 2.0
_CIRCLES = frozenset({"dot", "circle", "circle_outline"})
_AREAS = frozenset({"triangle", "triangle_outline", "diamond", "diamond_outline"})
_HOLLOW = "#FFFDF8"
"""The colour of the wall's ground, with which the inside of an outlined head is filled."""
_STEADY_HEAD, _STEADY_CIRCLE, _FITTING = 1.0, 0.5, 0.95
_SAMPLES = 64


@dataclass(frozen=True, slots=True)
class _Head:
    """An arrowhead: its kind, its tip, the point behind, and the corner next to its end."""

    kind: str
    tip: Point
    back: Point
    neighbour: Point
    at_start: bool

    def side(self, angle: float) -> Point:
        return hand_drawn.turned_point(self.back, radians(angle), self.tip)

    @property
    def sides(self) -> tuple[Point, Point]:
        angle = _ANGLES.get(self.kind, _ANGLE)
        return self.side(-angle), self.side(angle)


def heads(shape: Shape, line: VectorPath, ink: Part, hand: Hand) -> Iterator[Part]:
    """Yield the arrowheads of both ends of a line, before they are moved; `ink` is their look."""
    curves = [curve for curve in pieces(line) if curve[0] != curve[3]]
    points = list(zip(shape.points[::2], shape.points[1::2], strict=True))
    if not curves or len(points) < 2:  # noqa: PLR2004 - one point has no direction
        return
    for at_start in (True, False):
        kind = arrowhead_of(shape, at_start=at_start)
        if kind:
            ends = points[:2] if at_start else points[:-3:-1]
            yield from _head(
                shape, _placed_head(kind, curves, ends, points[0], at_start), ink, hand
            )


def _placed_head(
    kind: str, curves: Sequence[Curve], ends: Sequence[Point], origin: Point, at_start: bool
) -> _Head:
    curve = curves[0] if at_start else curves[-1]
    tip, before = curve[0] if at_start else curve[3], at(curve, 1 - _BACK)
    part = _LONGEST_DIAMOND if kind.startswith("diamond") else _LONGEST
    size = min(_SIZES.get(kind, _SIZE), distance(*ends) * part)
    neighbour = ends[1][0] - origin[0], ends[1][1] - origin[1]
    return _Head(kind, tip, towards(tip, before, size), neighbour, at_start)


def _head(shape: Shape, head: _Head, ink: Part, hand: Hand) -> Iterator[Part]:
    hand = afresh(hand, _STEADY_HEAD)
    if head.kind in _CIRCLES:
        width = max(distance(head.tip, head.back) + shape.line_width - _DOT, 0.0)
        box = Box(head.tip[0] - width / 2, head.tip[1] - width / 2, width, width)
        hand = afresh(hand, _STEADY_CIRCLE)
        radii = hand.radii(box, _FITTING)
        line = hand.ellipse(box, radii)[0]
        yield from _hollow_or_full(head, hand.ellipse(box, radii)[0], line, ink)
    elif head.kind in _AREAS:
        corners = _area_of_head(head)
        line = hand.polyline(corners, closed=True)
        yield from _hollow_or_full(head, hand.area(corners), line, ink)
    else:
        dash = _dashes_of_head(shape, head.kind)
        for ends in _lines_of_head(head):
            yield replace(ink, outline=afresh(hand, _STEADY_HEAD).polyline(ends), dash=dash)


def _dashes_of_head(shape: Shape, kind: str) -> tuple[float, ...]:
    lengths = dashes(shape)
    if kind == "crowfoot_one":
        return lengths
    return (lengths[0], lengths[1] - _DOT) if shape.dash is Dash.DOTTED else ()


def _hollow_or_full(head: _Head, area: VectorPath, line: VectorPath, ink: Part) -> Iterator[Part]:
    fill = _HOLLOW if head.kind.endswith("_outline") else ink.line
    yield Part(area, Role.INK, fill, opacity=ink.opacity, node=ink.node)
    yield replace(ink, outline=joined(line))


def _area_of_head(head: _Head) -> list[Point]:
    first, second = head.sides
    if head.kind.startswith("triangle"):
        return [head.tip, first, second, head.tip]
    far = distance(head.tip, head.back) * 2
    (x, y), (other_x, other_y) = head.tip, head.neighbour
    if head.at_start:
        opposite = (x + far, y), atan2(other_y - y, other_x - x)
    else:
        opposite = (x - far, y), atan2(y - other_y, x - other_x)
    corner = hand_drawn.turned_point(*opposite, head.tip)
    return [head.tip, first, corner, second, head.tip]


def _lines_of_head(head: _Head) -> list[tuple[Point, Point]]:
    first, second = head.sides
    if head.kind == "crowfoot_one":
        return [(first, second)]
    if head.kind.startswith("crowfoot"):
        toes = [
            hand_drawn.turned_point(head.tip, radians(turn), head.back)
            for turn in (-_ANGLE, _ANGLE)
        ]
        feet = [(toe, head.back) for toe in toes]
        return [*feet, (first, second)] if head.kind == "crowfoot_one_or_many" else feet
    return [(first, head.tip), (second, head.tip)]


def middle_of(arrow: Shape, centre: Point) -> Point:
    """Return the middle of an arrow, where its label stands: a corner, or half of a segment.

    The arrow is turned about `centre`.
    """
    points = list(zip(arrow.points[::2], arrow.points[1::2], strict=True))
    half = len(points) // 2
    middle = points[half]
    if len(points) % 2 == 0:
        (x, y), (other_x, other_y) = points[half - 1], middle
        middle = (x + other_x) / 2, (y + other_y) / 2
        if arrow.rounded and len(points) > 2:  # noqa: PLR2004 - between two it is straight
            middle = _middle_of_curve(list(pieces(through(points)))[half - 1])
    return hand_drawn.turned_point(middle, arrow.turn, centre)


def _middle_of_curve(curve: Curve) -> Point:
    """Return the point at half the length of a curve."""
    points = [at(curve, step / _SAMPLES) for step in range(_SAMPLES + 1)]
    lengths = [distance(*ends) for ends in pairwise(points)]
    left = sum(lengths) / 2
    for start, end, length in zip(points, points[1:], lengths, strict=False):
        if length >= left:
            return towards(start, end, left)
        left -= length
    return points[-1]
