"""Marks that come from the wall: drawn, moved, altered, taken off; photos with their pictures."""

import base64
import binascii

from path_planner.domain.editing import last_order, put, take_out
from path_planner.domain.mark import Mark, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall import Card, Photo
from path_planner.errors import NotAChange
from path_planner.exchange.excalidraw import mark_of
from path_planner.processes.asking import process_of
from path_planner.scene.wall import stage_at
from path_planner.workshop.photographing import picture_from
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling_changes import File, Gone, Put
from path_planner.workshop.walling_history import as_it_was
from path_planner.workshop.walling_places import Standing, box_of

_OURS = ("by", "signs", "words", "under", "order")
"""What a wall tells of by other changes: an element may know it as it was before those."""


def put_mark(room: Room, change: Put) -> Kept:
    """Keep a mark as its element shows it."""
    session = room.session
    before = session.marks.get(str(change.element.get("id", "")))
    if before is not None:
        standing(before)
    mark = mark_of(change.element, stage=_stage_before(session, before), before=before)
    if mark.id != change.element.get("id"):
        raise NotAChange
    mark = _at_home(session, standing(mark), before)
    after = session
    if isinstance(mark, Photo):
        after, mark = _with_picture(room, mark, change.file)
    return room.keep(put(after, "marks", mark))


def standing(mark: Mark) -> Standing:
    """Return a mark that stands on the wall by itself; a card or a sketch does not."""
    if isinstance(mark, Card | Sketch) or (isinstance(mark, Stroke) and mark.sketch):
        raise NotAChange
    return mark


def _stage_before(session: Session, before: Mark | None) -> str:
    return before.stage if before else process_of(session).stages[0].id


def _at_home(session: Session, mark: Standing, before: Mark | None) -> Standing:
    """Decide its stage by its place when it is new or has moved; keep what a wall cannot know."""
    here = _region(session, mark)
    if before is None:
        by = mark.by if mark.by in session.people else None
        facts = {"stage": here, "by": by, "order": last_order(session.marks)}
        return mark.model_copy(update=facts)
    kept = {name: getattr(before, name) for name in _OURS if hasattr(before, name)}
    moved = here != _region(session, standing(before))
    return mark.model_copy(update={**kept, "stage": here if moved else before.stage})


def _region(session: Session, mark: Standing) -> str:
    return stage_at(session, process_of(session), *box_of(mark).centre)


def _with_picture(room: Room, photo: Photo, file: File | None) -> tuple[Session, Photo]:
    session = room.session
    if file is not None:
        picture = picture_from(_bytes(file.address))
        photo = photo.model_copy(update={"picture": picture.id})
        if picture.id not in session.pictures:
            session = put(session, "pictures", picture)
    elif photo.picture not in session.pictures:
        # Undo brings a photo back whose picture went with it.
        was = as_it_was(room, "pictures", photo.picture)
        session = put(session, "pictures", was.pictures[photo.picture])
    return session, photo


def _bytes(address: str) -> bytes:
    head, _, body = address.partition(",")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        raise NotAChange
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        raise NotAChange from None


def take_mark_off(room: Room, change: Gone) -> Kept:
    """Take a mark off the wall; twice is no more than once."""
    mark = room.session.marks.get(change.mark)
    if mark is None:
        return Kept(room.session)
    return room.keep(without_mark(room.session, standing(mark)))


def without_mark(session: Session, mark: Standing) -> Session:
    """Return the session without a mark, and without a picture that nothing shows any more."""
    after = take_out(session, "marks", mark.id)
    if isinstance(mark, Photo) and not _is_shown(after, mark.picture):
        after = take_out(after, "pictures", mark.picture)
    return after


def _is_shown(session: Session, picture: str) -> bool:
    return any(
        isinstance(mark, Photo) and mark.picture == picture for mark in session.marks.values()
    )
