"""The drawings of a PATH, copied into a vision where people agreed to show them."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from path_planner.domain.editing import in_order, last_order
from path_planner.domain.mark import Sketch, Stroke, bare
from path_planner.domain.session import Session
from path_planner.domain.vision.source import Drawing, Source
from path_planner.domain.vision.vision import Vision
from path_planner.visioning.privacy.names import names_of
from path_planner.words import say

MOST_STROKES = 5_000
_MARGIN = 20.0
_WIDEST = 20_000.0
_LONG, _FLAT = 40.0, 0.12
"""A line this long, and this flat for its length, is one below words."""

_Frame = tuple[float, float, float, float]
"""Left, top, right and foot of what was drawn."""


def frozen_drawings(vision: Vision, session: Session, source: Source) -> dict[str, Drawing]:
    """Return the sketches and the ink on the wall; nobody's signature, and who drew nothing."""
    about = session.about
    names = names_of(session.people.values(), about.pathfinder, about.language)
    order = last_order(vision.drawings)
    made: dict[str, Drawing] = {}
    for drawing in (*_sketches(session, source), *_wall(session, source)):
        known = vision.drawings.get(drawing.id)
        kept = {
            "words": names.without(drawing.words),
            "theme": known.theme if known else None,
            "order": known.order if known else order + len(made),
        }
        made[drawing.id] = drawing.model_copy(update=kept)
    return made


def _sketches(session: Session, source: Source) -> Iterator[Drawing]:
    strokes: dict[str, list[Stroke]] = {}
    for mark in in_order(session.marks):
        if isinstance(mark, Stroke) and mark.sketch:
            strokes.setdefault(mark.sketch, []).append(mark)
    for mark in in_order(session.marks):
        if isinstance(mark, Sketch) and strokes.get(mark.id):
            yield from _drawings(
                source, mark.id, mark.words, (mark.width, mark.height), strokes[mark.id]
            )


def _wall(session: Session, source: Source) -> Iterator[Drawing]:
    stages: dict[str, list[Stroke]] = {}
    for mark in in_order(session.marks):
        if isinstance(mark, Stroke) and mark.sketch is None and mark.signs is None:
            stages.setdefault(mark.stage, []).append(mark)
    for stage, strokes in stages.items():
        drawn = _without_marking(strokes)
        if not drawn:
            continue
        size, moved = _fitted(drawn)
        yield from _drawings(source, f"wall_{stage}", say("Drawn on the wall"), size, moved)


def _without_marking(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Leave out what only marks the cards of a wall: on its own it would show nothing.

    A highlighter stays where it colours a drawing; lines all so flat underline words.
    """
    found = list(strokes)
    frames = [_frame(one) for one in found if one.pen.opacity == 1]
    if all(_is_flat(one) for one in frames):
        return []
    return [
        one
        for one in found
        if one.pen.opacity == 1 or any(_meet(_frame(one), frame) for frame in frames)
    ]


def _frame(stroke: Stroke) -> _Frame:
    across, down = stroke.points[::2], stroke.points[1::2]
    return min(across), min(down), max(across), max(down)


def _is_flat(frame: _Frame) -> bool:
    left, top, right, foot = frame
    return right - left > _LONG and foot - top < _FLAT * (right - left)


def _meet(one: _Frame, other: _Frame) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _fitted(strokes: Iterable[Stroke]) -> tuple[tuple[float, float], list[Stroke]]:
    """Move the ink of a wall so that its sheet is just as large as what was drawn."""
    found = list(strokes)
    across = [x for stroke in found for x in stroke.points[::2]]
    down = [y for stroke in found for y in stroke.points[1::2]]
    left, top = min(across) - _MARGIN, min(down) - _MARGIN
    width, height = max(across) + _MARGIN - left, max(down) + _MARGIN - top
    scale = min(1.0, _WIDEST / max(width, height))
    moved = [
        stroke.model_copy(update={"points": tuple(_moved(stroke.points, left, top, scale))})
        for stroke in found
    ]
    return (width * scale, height * scale), moved


def _moved(points: tuple[float, ...], left: float, top: float, scale: float) -> Iterator[float]:
    for place in range(0, len(points), 2):
        yield round((points[place] - left) * scale, 2)
        yield round((points[place + 1] - top) * scale, 2)


def _drawings(
    source: Source, of: str, words: str, size: tuple[float, float], strokes: list[Stroke]
) -> Iterator[Drawing]:
    for part, start in enumerate(range(0, len(strokes), MOST_STROKES)):
        chosen = strokes[start : start + MOST_STROKES]
        yield Drawing(
            id=_drawing_id(source.id, of, part),
            source=source.id,
            words=words,
            width=size[0],
            height=size[1],
            strokes=tuple(bare(stroke) for stroke in chosen),
        )


def _drawing_id(source: str, of: str, part: int) -> str:
    """Return the id of a drawing: the same one of the same source is the same record."""
    return blake2b(f"{source} {of} {part}".encode(), digest_size=10).hexdigest()
