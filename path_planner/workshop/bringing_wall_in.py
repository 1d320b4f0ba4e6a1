"""A drawing made with Excalidraw comes onto the wall of a session."""

from typing import NamedTuple

from path_planner.domain.editing import put
from path_planner.domain.session import Session
from path_planner.exchange.excalidraw.reading import Imported, Place, read_wall
from path_planner.processes.asking import process_of
from path_planner.scene.wall import has_wall, stage_at
from path_planner.workshop.photographing import picture_from
from path_planner.workshop.room import Room
from path_planner.workshop.walling.cards import settled


class BroughtIn(NamedTuple):
    """The session with the drawing on its wall, and what came and what did not."""

    session: Session
    marks: int
    left_out: tuple[str, ...]


def bring_wall_in(room: Room, content: bytes) -> BroughtIn:
    """Put all marks and pictures of a file onto the wall, in one step."""
    session = room.session
    drawn = read_wall(content, _place(room))
    if not drawn.marks:
        return BroughtIn(session, 0, drawn.left_out)
    # The first mark makes it a wall: the cards stay where they were shown before it.
    after = session if has_wall(session) else settled(session)
    kept = room.keep(_with(after, drawn))
    return BroughtIn(kept.document, len(drawn.marks), drawn.left_out)


def _with(session: Session, drawn: Imported) -> Session:
    for picture in drawn.pictures:
        session = put(session, "pictures", picture)
    marks = {**session.marks, **{mark.id: mark for mark in drawn.marks}}
    return session.model_copy(update={"marks": marks})


def _place(room: Room) -> Place:
    session = room.session
    process = process_of(session)
    return Place(
        stage_at=lambda x, y: stage_at(session, process, x, y),
        fresh_id=room.fresh_id,
        picture_from=picture_from,
        records={*session.voices, *session.commitments, *session.marks},
        people=session.people,
        above=max((mark.order for mark in session.marks.values()), default=0.0),
    )
