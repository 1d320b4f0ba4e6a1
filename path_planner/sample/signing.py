"""Signatures as made-up people write them: a large first letter, a hurried line, a flourish."""

from collections.abc import Iterator
from math import cos, pi, sin

from path_planner.sample.chance import Chance

_TALL = 150.0
_STEP = 0.22


def signature(chance: Chance) -> Iterator[tuple[float, ...]]:
    """Yield the lines of a signature, one letter larger than the others."""
    yield _first_letter(chance)
    letters = 4 + int(chance.between(0, 4))
    yield _hurried(chance, letters)
    if chance.happens(0.7):
        yield _flourish(chance, letters)


def _first_letter(chance: Chance) -> tuple[float, ...]:
    lean, wide = chance.between(15, 45), chance.between(40, 62)
    turns, bends = chance.between(0.9, 1.5), chance.one_of((0.5, 1.0, 1.5, 2.0))
    begin = chance.between(-0.7, 0.2) * pi
    points: list[float] = []
    for step in range(31):
        part = step / 30
        turn = 2 * pi * turns * part
        points += (
            62 + wide * cos(bends * turn + begin) * (1 - 0.4 * part) - lean * (part - 0.5),
            75 + (_TALL / 2) * sin(turn - pi / 2) * (1 - 0.25 * part),
        )
    return _rounded(points)


def _hurried(chance: Chance, letters: int) -> tuple[float, ...]:
    points: list[float] = []
    x, tall = 105.0, 42.0
    steps = round(2 * pi / _STEP)
    for _ in range(letters):
        high = tall * (2.3 if chance.happens(0.3) else chance.between(0.4, 1.0))
        wide = chance.between(26, 64)
        for step in range(steps):
            turn = 2 * pi * step / steps
            across = wide * (step / steps) + 9 * sin(turn)
            points += (x + across, 112 - high * (1 - cos(turn)) / 2)
        x += wide
        tall *= 0.9
    points += (x + 60, 104)
    return _rounded(points)


def _flourish(chance: Chance, letters: int) -> tuple[float, ...]:
    begin, end = 60 + chance.between(0, 50), 130 + letters * chance.between(40, 52)
    points: list[float] = []
    for step in range(19):
        part = step / 18
        points += (begin + (end - begin) * part, 136 + 9 * sin(pi * (1.6 * part + 0.2)))
    return _rounded(points)


def _rounded(points: list[float]) -> tuple[float, ...]:
    return tuple(round(side, 1) for side in points)
