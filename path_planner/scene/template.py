"""The bare PATH, its geometry and its paint: star, circle, arrow and strips on any paper."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import NamedTuple

from path_planner.processes.model import Process, Region, Stage
from path_planner.scene import decorations
from path_planner.scene.geometry import Box, Silhouette, ellipse_area, polygon_area
from path_planner.scene.hand_drawn import Point, polygon, rectangle, ring, roughened
from path_planner.scene.model import INK, PAPER, QUIET, Part, Role, Shape

WIDTH = 3200.0
MARGIN = 56.0
_GAP = 34.0
_WIDEST, _NARROWEST = 1.7, 0.58
STAR_OF_THE_WALL = 0.37
"""The height of the star on the wall; it stays as it was, as cards are stored with their place."""
_STAR_OF_THE_POSTER, _CLOSING_OF_THE_POSTER, _WIDE = 0.41, 0.075, (2.0, 2.8)
"""On a poster without a wall it is larger, but for very wide papers."""
_POINTS = 5
_PLUMP = 0.66
"""The radius of the star's inner corners, as a part of the outer; a plump star holds more words."""


@dataclass(frozen=True, slots=True)
class Template:
    """The bare PATH in units of a paper 3,200 wide."""

    height: float
    banner: Box
    people: Box
    agreement: Box
    star: Box
    circle: Box
    arrow: tuple[Point, ...]
    inside: Box
    closing: Box
    credit: Box

    @property
    def star_points(self) -> tuple[Point, ...]:
        """Return the corners of the star, the upper tip first."""
        return star_points(self.star)

    @property
    def star_area(self) -> Silhouette:
        """The inside of the star, inset by the width of its line."""
        return polygon_area(star_points(self.star.inset(16, 15)))

    @property
    def circle_area(self) -> Silhouette:
        """The inside of the circle, inset by the width of its line, without the arrow's tip."""
        full = ellipse_area(self.circle.inset(26))
        (neck, high), (tip, middle) = self.arrow[2], self.arrow[3]
        slope, around = (tip - neck) / (middle - high), full.around
        step = around.height / (len(full.halves) - 1)
        halves = tuple(
            min(half, around.centre[0] - tip - 16 + slope * abs(around.y + index * step - middle))
            for index, half in enumerate(full.halves)
        )
        return Silhouette(around, halves, full.box)

    @property
    def elastic(self) -> tuple[Point, Point, Point, Point]:
        """The curve of the elastic band between the now and the star."""
        start = (self.inside.x + 70, self.arrow[0][1] - 12)
        (arm_x, arm_y), (inner_x, inner_y) = self.star_points[8], self.star_points[7]
        end = (arm_x * 0.62 + inner_x * 0.38, arm_y * 0.62 + inner_y * 0.38)
        over = (self.arrow[0][1] + self.people.bottom) / 2
        return start, (start[0] + 420, over - 40), (end[0] - 190, over + 34), end


def template(
    aspect: float, star_share: float = STAR_OF_THE_WALL, closing_share: float = 0.1
) -> Template:
    """Return the geometry for a paper with this ratio of width to height.

    The shares are the heights of the star and of the closing, as parts of that of the paper.
    """
    height = WIDTH / aspect
    star_height = star_share * height
    right_width = min(1120.0, (star_share + 0.09) * height + 90)
    left = WIDTH - MARGIN - right_width
    star_width = min(right_width, 1.36 * star_height)
    star = Box(WIDTH - MARGIN - star_width + 8, MARGIN * 0.7, star_width, star_height)
    closing_height = closing_share * height
    round_height = min(right_width, height - star.bottom - closing_height - 2 * _GAP - MARGIN * 0.7)
    circle = Box(
        WIDTH - MARGIN - round_height, star.bottom + _GAP * 0.6, round_height, round_height
    )
    words = Box(MARGIN, MARGIN, star.x - MARGIN - 60, 0.105 * height)
    strip = Box(MARGIN, words.bottom + 16, words.width, 0.128 * height)
    credit = Box(MARGIN, height - 44 - 46, left + 40 - MARGIN, 46)
    half = min(circle.centre[1] - strip.bottom - 0.032 * height, credit.y - 20 - circle.centre[1])
    arrow = _arrow(circle, half)
    closing_x = max(left + 60, arrow[1][0] + _GAP)
    closing = Box(
        closing_x,
        circle.bottom + _GAP,
        WIDTH - MARGIN - closing_x,
        height - circle.bottom - _GAP - 44,
    )
    return Template(
        height=height,
        banner=words,
        people=Box(strip.x, strip.y, strip.width * 0.56, strip.height),
        agreement=Box(strip.x + strip.width * 0.585, strip.y, strip.width * 0.315, strip.height),
        star=star,
        circle=circle,
        arrow=arrow,
        inside=Box(arrow[0][0], arrow[0][1], arrow[1][0] - arrow[0][0], arrow[6][1] - arrow[0][1]),
        closing=closing,
        credit=credit,
    )


def poster_template(aspect: float) -> Template:
    """Return the geometry of a poster without a wall: the dream has more room.

    With as many words in each stage, those of the dream can then be the largest.
    """
    first, last = _WIDE
    wide = min(max((aspect - first) / (last - first), 0.0), 1.0)
    star_share = _STAR_OF_THE_POSTER + wide * (STAR_OF_THE_WALL - _STAR_OF_THE_POSTER)
    return template(aspect, star_share, _CLOSING_OF_THE_POSTER)


def _arrow(circle: Box, half: float) -> tuple[Point, ...]:
    """Return the block arrow, its tip a little inside the circle."""
    middle = circle.centre[1]
    tip = circle.x + 0.055 * circle.width
    neck = tip - 0.24 * half - 60
    body = half * 0.89
    return (
        (MARGIN, middle - body),
        (neck, middle - body),
        (neck - 6, middle - half),
        (tip, middle),
        (neck - 6, middle + half),
        (neck, middle + body),
        (MARGIN, middle + body),
    )


def star_points(box: Box) -> tuple[Point, ...]:
    """Return the corners of a plump star that touches its box."""
    raw = [
        (sin(pi * step / _POINTS) * size, -cos(pi * step / _POINTS) * size)
        for step in range(2 * _POINTS)
        for size in (_PLUMP if step % 2 else 1.0,)
    ]
    left, right = min(x for x, _ in raw), max(x for x, _ in raw)
    top, low = min(y for _, y in raw), max(y for _, y in raw)
    return tuple(
        (
            box.x + (x - left) / (right - left) * box.width,
            box.y + (y - top) / (low - top) * box.height,
        )
        for x, y in raw
    )


def columns(inside: Box, shares: Sequence[float], contents: Sequence[float]) -> tuple[Box, ...]:
    """Divide the arrow into columns by the process's shares, with more width for more content.

    The width is a geometric mean of both, within limits relative to the share alone.
    """
    mean = sum(contents) / len(contents) or 1.0
    total = sum(shares)
    weights = []
    for share, content in zip(shares, contents, strict=True):
        base_share = share / total
        weight = (base_share**0.55) * (max(content, 0.12 * mean) / mean / len(shares)) ** 0.45
        weights.append(min(max(weight, _NARROWEST * base_share), _WIDEST * base_share))
    x, boxes = inside.x, []
    for column_weight in weights:
        width = inside.width * column_weight / sum(weights)
        boxes.append(Box(x, inside.y, width, inside.height))
        x += width
    return tuple(boxes)


class Painted(NamedTuple):
    """One element of the background, and the stage that it belongs to, if any."""

    id: str
    stage: str
    parts: tuple[Part, ...]


def background_parts(
    template: Template, process: Process, slots: Mapping[str, Box]
) -> Iterator[Part]:
    """Yield all parts of the background in painting order."""
    for element in painted(template, process, slots):
        yield from element.parts


def painted(template: Template, process: Process, slots: Mapping[str, Box]) -> Iterator[Painted]:
    """Yield the elements of the background in painting order."""
    stages = {stage.region: stage for stage in process.stages}
    columns = [stage for stage in process.stages if stage.id in slots]
    last = next((stage for stage in columns if stage.id == list(slots)[-1]), None)
    paper = rectangle(Box(0, 0, WIDTH, template.height))
    yield Painted("paper", "", (Shape(paper, Role.PAPER, fill=PAPER),))
    for stage in columns:
        fill = Shape(rectangle(slots[stage.id]), Role.GROUND, fill=stage.colours.fill)
        yield Painted(f"column-{stage.id}", stage.id, (fill,))
    yield _stage_element("circle", stages.get(Region.CIRCLE), lambda fill: _circle(template, fill))
    yield Painted("arrow", "", tuple(_painted_arrow(template, slots, last)))
    yield _stage_element("star", stages.get(Region.STAR), lambda fill: _star(template, fill))
    yield Painted("elastic", "", tuple(decorations.elastic(template.elastic)))


def _stage_element(
    name: str, stage: Stage | None, drawn: Callable[[str], Iterator[Part]]
) -> Painted:
    fill = stage.colours.fill if stage else PAPER
    return Painted(name, stage.id if stage else "", tuple(drawn(fill)))


def _circle(template: Template, fill: str) -> Iterator[Part]:
    yield Shape(ring(template.circle, "goal"), Role.GROUND, fill=fill)
    yield Shape(ring(template.circle, "goal"), Role.LINE, line=decorations.RIM, width=13)
    yield Shape(
        ring(template.circle.inset(15), "rim", amount=4), Role.LINE, line=decorations.RIM, width=2.5
    )


def _painted_arrow(
    template: Template, slots: Mapping[str, Box], last: Stage | None
) -> Iterator[Part]:
    head = polygon(template.arrow[2:5])
    yield Shape(head, Role.GROUND, fill=last.colours.fill if last else PAPER)
    yield from decorations.arrow(template.arrow)
    yield from _column_lines(slots)
    yield from _footsteps(template, last.colours.ink if last else QUIET)


def _star(template: Template, fill: str) -> Iterator[Part]:
    yield from decorations.rays(template.star, template.star_points)
    outline = roughened(template.star_points, "star", amount=5)
    yield Shape(outline, Role.GROUND, fill=fill)
    yield Shape(outline, Role.LINE, line=decorations.SUN_LINE, width=11)


def _footsteps(template: Template, ink: str) -> Iterator[Shape]:
    neck, tip = template.arrow[2][0], template.arrow[3]
    yield from decorations.footprints((neck + 16, tip[1]), (tip[0] - 44, tip[1]), 62, ink)


def _column_lines(slots: Mapping[str, Box]) -> Iterator[Shape]:
    for stage, box in list(slots.items())[1:]:
        ends = [(box.x, box.y + 8), (box.x, box.bottom - 8)]
        line = roughened(ends, f"column-{stage}", amount=3, closed=False)
        yield Shape(line, Role.LINE, line=INK, width=4.5)
