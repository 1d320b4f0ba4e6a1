"""Sketches: drawings made on the pad of a stage, stroke by stroke."""

from collections.abc import Iterable

from path_planner.domain.editing import amend, in_order, last_order, put, take_out
from path_planner.domain.mark import Sketch, Stroke
from path_planner.domain.pen import Pen
from path_planner.domain.session import Session
from path_planner.errors import UnknownRecord
from path_planner.workshop.room import Kept, Room

Drawn = tuple[Pen, tuple[float, ...]]
"""A stroke as it leaves the pad: its pen, and x0, y0, x1, y1 … in the units of the sketch."""


def strokes_of(session: Session, sketch_id: str) -> list[Stroke]:
    """Return the strokes of a sketch in the order they were drawn."""
    strokes = {
        key: mark
        for key, mark in session.marks.items()
        if isinstance(mark, Stroke) and mark.sketch == sketch_id
    }
    return in_order(strokes)


def sketches_of(session: Session, stage: str) -> list[Sketch]:
    """Return the sketches of a stage in the order they were begun."""
    sketches = {key: mark for key, mark in session.marks.items() if isinstance(mark, Sketch)}
    return in_order(sketches, stage)


def begin_sketch(room: Room, stage: str, width: float, height: float, by: str | None) -> Kept:
    """Lay an empty sheet on the pad."""
    sketch = Sketch(
        id=room.fresh_id(),
        stage=stage,
        by=by,
        width=width,
        height=height,
        order=last_order(room.session.marks),
        at=room.now(),
    )
    return room.keep(put(room.session, "marks", sketch))


def add_strokes(room: Room, sketch_id: str, drawn: Iterable[Drawn]) -> Kept:
    """Keep new strokes of a sketch."""
    sketch = _sketch(room.session, sketch_id)
    after = room.session
    order = last_order(after.marks)
    for step, (pen, points) in enumerate(drawn):
        stroke = Stroke(
            id=room.fresh_id(),
            stage=sketch.stage,
            sketch=sketch.id,
            by=sketch.by,
            pen=pen,
            points=points,
            order=order + step,
        )
        after = put(after, "marks", stroke)
    return room.keep(after)


def take_strokes_out(room: Room, stroke_ids: Iterable[str]) -> Kept:
    """Take some strokes away, as undo on the pad does."""
    after = room.session
    for stroke_id in stroke_ids:
        after = take_out(after, "marks", stroke_id)
    return room.keep(after)


def describe_sketch(room: Room, sketch_id: str, words: str) -> Kept:
    """Say in words what a sketch shows."""
    described = amend(_sketch(room.session, sketch_id), words=words)
    return room.keep(put(room.session, "marks", described))


def take_sketch_out(room: Room, sketch_id: str) -> Kept:
    """Take a sketch and its strokes out of the plan; the history keeps them."""
    _sketch(room.session, sketch_id)
    after = take_out(room.session, "marks", sketch_id)
    for stroke in strokes_of(room.session, sketch_id):
        after = take_out(after, "marks", stroke.id)
    return room.keep(after)


def _sketch(session: Session, sketch_id: str) -> Sketch:
    sketch = session.marks.get(sketch_id)
    if not isinstance(sketch, Sketch):
        raise UnknownRecord
    return sketch
