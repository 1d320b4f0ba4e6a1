"""Sketches for a sample: the pictures of its story, then more until there are enough strokes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count

from path_planner.domain.mark import Mark, Sketch, Stroke
from path_planner.sample.chance import Chance
from path_planner.sample.freehand import PENS, drawn
from path_planner.sample.pictures import PICTURES
from path_planner.sample.story import Drawing

WIDTH, HEIGHT = 900.0, 500.0
_LISTENED = timedelta(minutes=6)


def marks(
    drawings: Mapping[str, Drawing],
    people: Mapping[str, str],
    strokes: int | None,
    opened: Mapping[str, datetime],
    chance: Chance,
) -> dict[str, Mark]:
    """Draw the story, or exactly this many strokes of it and more, each while its stage is on."""
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
