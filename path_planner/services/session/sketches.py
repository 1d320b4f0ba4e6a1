"""Sketches: drawings made on the pad of a stage, stroke by stroke."""

from collections.abc import Iterable

from path_planner.domain.base import next_order, put, remove, sorted_records, with_fields
from path_planner.domain.marks import Pen, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.errors import UnknownRecord
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import upsert
from path_planner.services.session.wall.cards import keep_on_wall

Drawn = tuple[Pen, tuple[float, ...]]
"""A stroke as it leaves the pad: its pen, and x0, y0, x1, y1 … in the units of the sketch."""


def strokes_of(session: Session, sketch_id: str) -> list[Stroke]:
    """Return the strokes of a sketch in the order they were drawn."""
    strokes = {
        key: mark
        for key, mark in session.marks.items()
        if isinstance(mark, Stroke) and mark.sketch == sketch_id
    }
    return sorted_records(strokes)


def sketches_of(session: Session, stage: str) -> list[Sketch]:
    """Return the sketches of a stage in the order they were begun."""
    sketches = {key: mark for key, mark in session.marks.items() if isinstance(mark, Sketch)}
    return sorted_records(sketches, stage)


def begin_sketch(
    context: SessionContext, stage: str, width: float, height: float, by: str | None
) -> SessionResult:
    """Create an empty sketch of a stage; width and height are the units of its strokes."""
    sketch = Sketch(
        id=context.fresh_id(),
        stage=stage,
        by=by,
        width=width,
        height=height,
        order=next_order(context.document.marks),
        at=context.now(),
    )
    return upsert(context, "marks", sketch)


def add_strokes(context: SessionContext, sketch_id: str, drawn: Iterable[Drawn]) -> SessionResult:
    """Add strokes to a sketch."""
    sketch = _sketch(context.document, sketch_id)
    after = context.document
    order = next_order(after.marks)
    for step, (pen, points) in enumerate(drawn):
        stroke = Stroke(
            id=context.fresh_id(),
            stage=sketch.stage,
            sketch=sketch.id,
            by=sketch.by,
            pen=pen,
            points=points,
            order=order + step,
        )
        after = put(after, "marks", stroke)
    return keep_on_wall(context, after, sketch.id)


def delete_strokes(context: SessionContext, stroke_ids: Iterable[str]) -> SessionResult:
    """Delete strokes, as undo on the pad does."""
    after = context.document
    for stroke_id in stroke_ids:
        after = remove(after, "marks", stroke_id)
    return context.keep(after)


def describe_sketch(context: SessionContext, sketch_id: str, words: str) -> SessionResult:
    """Set the alternative text of a sketch."""
    described = with_fields(_sketch(context.document, sketch_id), words=words)
    return keep_on_wall(context, put(context.document, "marks", described), sketch_id)


def _sketch(session: Session, sketch_id: str) -> Sketch:
    sketch = session.marks.get(sketch_id)
    if not isinstance(sketch, Sketch):
        raise UnknownRecord
    return sketch
