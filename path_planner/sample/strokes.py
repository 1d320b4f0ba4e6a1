"""Simulated handwriting and drawing: strokes with jitter, denser where they turn."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count, pairwise
from math import cos, hypot, pi, sin

from path_planner.domain.marks import Mark, Pen, Sketch, Stroke
from path_planner.sample.fixtures import Drawing
from path_planner.sample.pictures import PICTURES, Line, Point
from path_planner.sample.seeded_random import Chance

# Thick dark pens, red and orange for emphasis, yellow as a highlighter.
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
    """Return a line drawn in the square `place` (left, top, size), as x0, y0, x1, y1."""
    left, top, size = place
    corners = [(left + x * size, top + y * size) for x, y in line.points]
    path = _rounded(corners) if line.round else corners
    return _with_jitter(_walked(path), size * SWAY, chance)


def _rounded(points: Sequence[Point]) -> list[Point]:
    """Return points on a Catmull-Rom spline through the points."""
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


def _with_jitter(points: Sequence[Point], sway: float, chance: Chance) -> tuple[float, ...]:
    waves = [(chance.between(0.05, 0.16), chance.between(0, 2 * pi)) for _ in range(4)]
    swayed: list[float] = []
    for index, (x, y) in enumerate(points):
        across, down = (
            sum(sin(index * speed + begin) for speed, begin in pair) / 2
            for pair in (waves[:2], waves[2:])
        )
        swayed += (round(x + sway * across, 1), round(y + sway * down, 1))
    return tuple(swayed)


WIDTH, HEIGHT = 900.0, 500.0
_LISTENED = timedelta(minutes=6)


def marks(
    drawings: Mapping[str, Drawing],
    people: Mapping[str, str],
    strokes: int | None,
    opened: Mapping[str, datetime],
    chance: Chance,
) -> dict[str, Mark]:
    """Return the marks of a story, or exactly `wanted` strokes; each has a time in its stage."""
    made: dict[str, Mark] = {}
    left = strokes
    for order, (stage, drawing) in enumerate(_sheets(drawings, chance, endless=left is not None)):
        if left == 0:
            break
        sketch = Sketch(
            id=chance.fresh_id(),
            stage=stage,
            by=people[drawing.by],
            words=drawing.words,
            width=WIDTH,
            height=HEIGHT,
            order=float(order),
            at=opened[stage] + _LISTENED,
        )
        made[sketch.id] = sketch
        for stroke in list(_strokes(sketch, drawing.pictures, len(made), chance))[:left]:
            made[stroke.id] = stroke
            left = None if left is None else left - 1
    return made


def _sheets(
    drawings: Mapping[str, Drawing], chance: Chance, *, endless: bool
) -> Iterator[tuple[str, Drawing]]:
    yield from drawings.items()
    stages = list(drawings)
    for number in count() if endless else ():
        stage = stages[number % len(stages)]
        pictures = tuple(chance.one_of(list(PICTURES)) for _ in range(6))
        words = f"{', '.join(pictures).capitalize()}."
        yield stage, Drawing(by=drawings[stage].by, words=words, pictures=pictures)


def _strokes(
    sketch: Sketch, pictures: Sequence[str], order: int, chance: Chance
) -> Iterator[Stroke]:
    rows = 1 if len(pictures) <= 3 else 2  # noqa: PLR2004  (four and more look better in two rows)
    columns = -(-len(pictures) // rows)
    size = min(WIDTH / columns, HEIGHT / rows)
    step = count(order)
    for index, picture in enumerate(pictures):
        row, column = divmod(index, columns)
        left = (column + 0.5) * WIDTH / columns - 0.4 * size + chance.between(-0.06, 0.06) * size
        top = (row + 0.5) * HEIGHT / rows - 0.42 * size + chance.between(-0.04, 0.04) * size
        for line in PICTURES[picture]:
            yield Stroke(
                id=chance.fresh_id(),
                stage=sketch.stage,
                sketch=sketch.id,
                by=sketch.by,
                pen=PENS[line.colour],
                points=drawn(line, (left, top, 0.8 * size), chance),
                order=float(next(step)),
            )


_HEIGHT = 150.0
_STEP = 0.22


def signature(chance: Chance) -> Iterator[tuple[float, ...]]:
    """Yield the lines of a signature, one letter larger than the others."""
    yield _first_letter(chance)
    letters = 4 + int(chance.between(0, 4))
    yield _hurried(chance, letters)
    if chance.happens(0.7):
        yield _flourish(chance, letters)


def _first_letter(chance: Chance) -> tuple[float, ...]:
    lean, width = chance.between(15, 45), chance.between(40, 62)
    turns, bends = chance.between(0.9, 1.5), chance.one_of((0.5, 1.0, 1.5, 2.0))
    begin = chance.between(-0.7, 0.2) * pi
    points: list[float] = []
    for step in range(31):
        part = step / 30
        turn = 2 * pi * turns * part
        points += (
            62 + width * cos(bends * turn + begin) * (1 - 0.4 * part) - lean * (part - 0.5),
            75 + (_HEIGHT / 2) * sin(turn - pi / 2) * (1 - 0.25 * part),
        )
    return _to_tenths(points)


def _hurried(chance: Chance, letters: int) -> tuple[float, ...]:
    points: list[float] = []
    x, height = 105.0, 42.0
    steps = round(2 * pi / _STEP)
    for _ in range(letters):
        high = height * (2.3 if chance.happens(0.3) else chance.between(0.4, 1.0))
        width = chance.between(26, 64)
        for step in range(steps):
            turn = 2 * pi * step / steps
            across = width * (step / steps) + 9 * sin(turn)
            points += (x + across, 112 - high * (1 - cos(turn)) / 2)
        x += width
        height *= 0.9
    points += (x + 60, 104)
    return _to_tenths(points)


def _flourish(chance: Chance, letters: int) -> tuple[float, ...]:
    begin, end = 60 + chance.between(0, 50), 130 + letters * chance.between(40, 52)
    points: list[float] = []
    for step in range(19):
        part = step / 18
        points += (begin + (end - begin) * part, 136 + 9 * sin(pi * (1.6 * part + 0.2)))
    return _to_tenths(points)


def _to_tenths(points: list[float]) -> tuple[float, ...]:
    return tuple(round(side, 1) for side in points)
