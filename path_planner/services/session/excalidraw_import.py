"""A drawing made with Excalidraw comes onto the wall of a session."""

from typing import NamedTuple

from path_planner.domain.base import put
from path_planner.domain.session import Session
from path_planner.formats.excalidraw.import_ import Imported, Place, read_wall
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import has_wall, stage_at
from path_planner.services.context import SessionContext
from path_planner.services.session.photos import picture_from
from path_planner.services.session.wall.cards import settled


class ImportedDrawing(NamedTuple):
    """The session with the drawing on its wall, and what came and what did not."""

    session: Session
    marks: int
    left_out: tuple[str, ...]


def import_drawing(context: SessionContext, content: bytes) -> ImportedDrawing:
    """Put all marks and pictures of a file onto the wall, in one step."""
    session = context.document
    drawn = read_wall(content, _place(context))
    if not drawn.marks:
        return ImportedDrawing(session, 0, drawn.left_out)
    # The first mark makes it a wall: the cards stay where they were shown before it.
    after = session if has_wall(session) else settled(session)
    kept = context.keep(_with(after, drawn))
    return ImportedDrawing(kept.document, len(drawn.marks), drawn.left_out)


def _with(session: Session, drawn: Imported) -> Session:
    for picture in drawn.pictures:
        session = put(session, "pictures", picture)
    marks = {**session.marks, **{mark.id: mark for mark in drawn.marks}}
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
