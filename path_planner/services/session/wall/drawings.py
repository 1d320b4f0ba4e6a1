"""Import of Excalidraw drawings onto the wall of a session."""

from dataclasses import replace
from typing import NamedTuple

from path_planner.domain.base import put
from path_planner.domain.session import Session
from path_planner.formats.excalidraw.import_ import Imported, Place, read_wall
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import has_wall, stage_at
from path_planner.services.context import IMPORT, SessionContext, fresh_id
from path_planner.services.session.photos import picture_from
from path_planner.services.session.wall.cards import settled


class ImportedDrawing(NamedTuple):
    """The session after the import, the number of marks, and what was left out."""

    session: Session
    marks: int
    left_out: tuple[str, ...]


def import_drawing(context: SessionContext, content: bytes) -> ImportedDrawing:
    """Import all marks and pictures of a file, as one change."""
    session = context.document
    drawing = read_wall(content, _place(context))
    if not drawing.marks:
        return ImportedDrawing(session, 0, drawing.left_out)
    # The first mark makes it a wall: cards keep the places where they were shown before.
    after = session if has_wall(session) else settled(session)
    named = replace(context, op_id=f"{IMPORT}{context.op_id or fresh_id(20)}")
    saved = named.keep(_with(after, drawing))
    return ImportedDrawing(saved.document, len(drawing.marks), drawing.left_out)


def _with(session: Session, drawing: Imported) -> Session:
    for picture in drawing.pictures:
        session = put(session, "pictures", picture)
    marks = {**session.marks, **{mark.id: mark for mark in drawing.marks}}
    return session.model_copy(update={"marks": marks})


def _place(context: SessionContext) -> Place:
    session = context.document
    process = process_of(session)
    return Place(
        stage_at=lambda x, y: stage_at(session, process, x, y),
        fresh_id=context.fresh_id,
        picture_from=picture_from,
        records={*session.voices, *session.commitments, *session.marks},
        people=session.people,
        above=max((mark.order for mark in session.marks.values()), default=0.0),
    )
