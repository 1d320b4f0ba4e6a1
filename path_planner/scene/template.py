"""The geometry of the bare PATH: star, circle, arrow and strips on any landscape paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from path_planner.scene.geometry import Box, Silhouette, ellipse_area, polygon_area
from path_planner.scene.hand_drawn import Point

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
