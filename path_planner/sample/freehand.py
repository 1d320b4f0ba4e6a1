"""How a hand draws: lines go through their points with a sway, slower where they turn."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot, pi, sin

from path_planner.domain.pen import Pen
from path_planner.sample.chance import Chance
from path_planner.sample.pictures import Line, Point

# Fat dark pens, red and orange for what shall stand out, and yellow only to highlight.
PENS = (
    Pen(colour="#1E2430", width=7),
    Pen(colour="#B3261E", width=7),
    Pen(colour="#1F4E8C", width=7),
    Pen(colour="#1E6B3A", width=7),
    Pen(colour="#A34A00", width=7),
    Pen(colour="#FFD54A", width=22, opacity=0.35),
)
STEP = 9.0
SWAY = 0.012


def drawn(line: Line, place: tuple[float, float, float], chance: Chance) -> tuple[float, ...]:
    """Draw a line into the square at `place` (left, top, size): x0, y0, x1, y1 and so on."""
    left, top, size = place
    corners = [(left + x * size, top + y * size) for x, y in line.points]
    path = _rounded(corners) if line.round else corners
    return _swaying(_walked(path), size * SWAY, chance)


def _rounded(points: Sequence[Point]) -> list[Point]:
    """Return a curve through the points (Catmull and Rom's)."""
    if len(points) < 3:  # noqa: PLR2004  (two points are a straight line)
        return list(points)
    padded = [points[0], *points, points[-1]]
    curve = [points[0]]
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        curve.extend(_between(a, b, c, d, step / 6) for step in range(1, 7))
    return curve


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    x, y = (
        b[i]
        + 0.5 * t * (c[i] - a[i])
        + t * t * (a[i] - 2.5 * b[i] + 2 * c[i] - 0.5 * d[i])
        + t * t * t * (1.5 * b[i] - 0.5 * a[i] - 1.5 * c[i] + 0.5 * d[i])
        for i in (0, 1)
    )
    return x, y


def _walked(path: Sequence[Point]) -> list[Point]:
    """Return points along the path, closer together near its corners and ends."""
    walked = [path[0]]
    for begin, end in pairwise(path):
        length = hypot(end[0] - begin[0], end[1] - begin[1])
        steps = max(1, round(length / STEP))
        for step in range(1, steps + 1):
            eased = step / steps - sin(2 * pi * step / steps) / 14
            walked.append(
                (begin[0] + (end[0] - begin[0]) * eased, begin[1] + (end[1] - begin[1]) * eased)
            )
    return walked


def _swaying(points: Sequence[Point], sway: float, chance: Chance) -> tuple[float, ...]:
    waves = [(chance.between(0.05, 0.16), chance.between(0, 2 * pi)) for _ in range(4)]
    swayed: list[float] = []
    for index, (x, y) in enumerate(points):
        across, down = (
            sum(sin(index * speed + begin) for speed, begin in pair) / 2
            for pair in (waves[:2], waves[2:])
        )
        swayed += (round(x + sway * across, 1), round(y + sway * down, 1))
    return tuple(swayed)
