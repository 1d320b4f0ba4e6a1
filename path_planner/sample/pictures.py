"""Small line drawings for samples, each in a unit square."""

from collections.abc import Iterator
from math import cos, pi, sin
from typing import NamedTuple

Point = tuple[float, float]

INK, RED, BLUE, GREEN, ORANGE, YELLOW = range(6)


class Line(NamedTuple):
    """A line: colour index, points, and whether it is a curve through them."""

    colour: int
    points: tuple[Point, ...]
    round: bool = True


def arc(x: float, y: float, across: float, down: float, *turn: float) -> tuple[Point, ...]:
    """Return points on an ellipse; `turn` is the start and end in full turns."""
    begin, end = turn or (0.0, 1.04)
    steps = max(6, int(abs(end - begin) * 18))
    angles = (2 * pi * (begin + (end - begin) * step / steps) for step in range(steps + 1))
    return tuple((x + across * cos(a), y + down * sin(a)) for a in angles)


def line(colour: int, *points: Point) -> Line:
    """Return a line with corners."""
    return Line(colour, points, round=False)


def _star() -> Iterator[Line]:
    tips = [(0.5 + 0.45 * sin(4 * pi * n / 5), 0.5 - 0.45 * cos(4 * pi * n / 5)) for n in range(6)]
    yield line(INK, *tips)
    for n in range(5):
        turn = 2 * pi * (n / 5 + 0.1)
        yield line(
            YELLOW,
            (0.5 + 0.3 * sin(turn), 0.5 - 0.3 * cos(turn)),
            (0.5 + 0.5 * sin(turn), 0.5 - 0.5 * cos(turn)),
        )


def _sun() -> Iterator[Line]:
    yield Line(ORANGE, arc(0.5, 0.5, 0.22, 0.22))
    for n in range(9):
        a = 2 * pi * n / 9
        yield line(
            YELLOW,
            (0.5 + 0.3 * cos(a), 0.5 + 0.3 * sin(a)),
            (0.5 + 0.47 * cos(a), 0.5 + 0.47 * sin(a)),
        )


def _person() -> Iterator[Line]:
    yield Line(INK, arc(0.5, 0.2, 0.13, 0.14))
    yield Line(BLUE, ((0.5, 0.36), (0.33, 0.5), (0.3, 0.78), (0.5, 0.86), (0.7, 0.78), (0.66, 0.5),
                      (0.5, 0.36)))  # fmt: skip
    yield Line(INK, ((0.36, 0.5), (0.2, 0.42), (0.1, 0.28)))
    yield Line(INK, ((0.65, 0.5), (0.8, 0.45), (0.92, 0.33)))
    yield line(INK, (0.42, 0.85), (0.4, 0.99))
    yield line(INK, (0.58, 0.85), (0.61, 0.99))
    yield Line(RED, arc(0.5, 0.21, 0.06, 0.05, 0.08, 0.42))


def _cake() -> Iterator[Line]:
    yield line(INK, (0.15, 0.55), (0.15, 0.9), (0.85, 0.9), (0.85, 0.55), (0.15, 0.55))
    yield Line(RED, ((0.15, 0.65), (0.27, 0.75), (0.38, 0.64), (0.5, 0.75), (0.62, 0.64),
                     (0.74, 0.75), (0.85, 0.65)))  # fmt: skip
    for x in (0.32, 0.5, 0.68):
        yield line(BLUE, (x, 0.54), (x, 0.38))
        yield Line(ORANGE, arc(x, 0.3, 0.025, 0.05))


PICTURES: dict[str, tuple[Line, ...]] = {
    "star": tuple(_star()),
    "sun": tuple(_sun()),
    "person": tuple(_person()),
    "cake": tuple(_cake()),
    "house": (
        line(INK, (0.18, 0.48), (0.18, 0.95), (0.82, 0.95), (0.82, 0.48)),
        line(RED, (0.08, 0.52), (0.5, 0.12), (0.92, 0.52)),
        line(RED, (0.42, 0.95), (0.42, 0.66), (0.58, 0.66), (0.58, 0.94)),
        line(ORANGE, (0.27, 0.58), (0.27, 0.72), (0.37, 0.72), (0.37, 0.58), (0.27, 0.58)),
        line(ORANGE, (0.65, 0.58), (0.65, 0.72), (0.75, 0.72), (0.75, 0.58), (0.65, 0.58)),
    ),
    "heart": (
        Line(RED, ((0.5, 0.35), (0.38, 0.16), (0.16, 0.2), (0.13, 0.42), (0.3, 0.66), (0.5, 0.88),
                   (0.7, 0.66), (0.87, 0.42), (0.84, 0.2), (0.62, 0.16), (0.5, 0.36))),
        Line(RED, ((0.22, 0.4), (0.24, 0.3), (0.31, 0.26))),
    ),
    "tree": (
        Line(GREEN, arc(0.5, 0.32, 0.36, 0.28)),
        Line(INK, ((0.44, 0.6), (0.45, 0.75), (0.4, 0.88), (0.22, 0.97))),
        Line(INK, ((0.56, 0.6), (0.56, 0.75), (0.62, 0.88), (0.8, 0.98))),
        Line(INK, ((0.5, 0.82), (0.5, 0.92), (0.47, 1.0))),
        Line(GREEN, ((0.3, 0.3), (0.38, 0.36), (0.45, 0.3))),
        Line(GREEN, ((0.52, 0.22), (0.6, 0.28), (0.68, 0.22))),
    ),
    "flower": (
        *(Line(RED, arc(0.5 + 0.16 * cos(1.26 * n), 0.3 + 0.16 * sin(1.26 * n), 0.1, 0.1))
          for n in range(5)),
        Line(ORANGE, arc(0.5, 0.3, 0.07, 0.07)),
        Line(GREEN, ((0.5, 0.48), (0.48, 0.7), (0.51, 0.98))),
        Line(GREEN, ((0.49, 0.78), (0.62, 0.68), (0.7, 0.7), (0.6, 0.8), (0.5, 0.82))),
    ),
    "road": (
        Line(INK, ((0.05, 0.98), (0.3, 0.8), (0.2, 0.6), (0.45, 0.42), (0.42, 0.15))),
        Line(INK, ((0.5, 0.99), (0.62, 0.8), (0.5, 0.62), (0.64, 0.44), (0.54, 0.15))),
        line(ORANGE, (0.3, 0.9), (0.4, 0.83)),
        line(ORANGE, (0.41, 0.72), (0.37, 0.63)),
        line(ORANGE, (0.46, 0.52), (0.53, 0.45)),
        line(ORANGE, (0.51, 0.34), (0.49, 0.25)),
    ),
    "cup": (
        line(BLUE, (0.2, 0.4), (0.27, 0.88), (0.63, 0.88), (0.7, 0.4), (0.2, 0.4)),
        Line(BLUE, ((0.68, 0.5), (0.86, 0.48), (0.88, 0.66), (0.65, 0.72))),
        Line(INK, ((0.36, 0.32), (0.32, 0.24), (0.39, 0.17), (0.35, 0.08))),
        Line(INK, ((0.54, 0.32), (0.5, 0.24), (0.57, 0.17), (0.53, 0.08))),
    ),
    "note": (
        Line(INK, arc(0.3, 0.78, 0.13, 0.1)),
        line(INK, (0.42, 0.77), (0.42, 0.18), (0.8, 0.1), (0.8, 0.66)),
        Line(INK, arc(0.68, 0.68, 0.13, 0.1)),
        line(INK, (0.42, 0.3), (0.8, 0.22)),
    ),
    "drum": (
        Line(INK, arc(0.5, 0.42, 0.34, 0.12)),
        Line(RED, ((0.16, 0.43), (0.17, 0.8), (0.35, 0.91), (0.5, 0.93), (0.65, 0.91), (0.83, 0.8),
                   (0.84, 0.43))),
        line(ORANGE, (0.2, 0.52), (0.34, 0.86), (0.5, 0.56), (0.66, 0.86), (0.8, 0.52)),
        line(INK, (0.3, 0.36), (0.08, 0.08)),
        line(INK, (0.66, 0.35), (0.92, 0.1)),
    ),
    "key": (
        Line(ORANGE, arc(0.26, 0.5, 0.17, 0.17)),
        line(ORANGE, (0.43, 0.5), (0.92, 0.5), (0.92, 0.66)),
        line(ORANGE, (0.76, 0.5), (0.76, 0.62)),
        Line(INK, arc(0.26, 0.5, 0.05, 0.05)),
    ),
    "bread": (
        Line(ORANGE, ((0.1, 0.72), (0.08, 0.45), (0.3, 0.3), (0.55, 0.28), (0.85, 0.36),
                      (0.93, 0.58), (0.88, 0.74), (0.5, 0.78), (0.1, 0.73))),
        Line(INK, ((0.3, 0.34), (0.37, 0.45), (0.35, 0.55))),
        Line(INK, ((0.5, 0.31), (0.57, 0.43), (0.55, 0.54))),
        Line(INK, ((0.7, 0.34), (0.76, 0.45), (0.74, 0.55))),
    ),
    "bus": (
        line(RED, (0.05, 0.75), (0.05, 0.3), (0.85, 0.3), (0.95, 0.55), (0.95, 0.75), (0.05, 0.75)),
        *(line(BLUE, (x, 0.38), (x, 0.53), (x + 0.15, 0.53), (x + 0.15, 0.38), (x, 0.38))
          for x in (0.12, 0.33, 0.54)),
        Line(INK, arc(0.25, 0.77, 0.09, 0.09)),
        Line(INK, arc(0.75, 0.77, 0.09, 0.09)),
    ),
}  # fmt: skip
