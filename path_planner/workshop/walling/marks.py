"""Marks that come from the wall: drawn, moved, altered, taken off; photos with their pictures."""

import base64
import binascii
from collections.abc import Mapping

from path_planner.domain.editing import last_order, put, take_out
from path_planner.domain.mark import Mark, Sketch, Stroke
from path_planner.domain.picture import Picture
from path_planner.domain.session import Session
from path_planner.domain.wall import Card, Photo
from path_planner.errors import NotAChange
from path_planner.exchange.excalidraw import mark_of
from path_planner.processes.asking import process_of
from path_planner.scene.wall import has_wall, stage_at
from path_planner.workshop.photographing import LONGEST, LONGEST_UNDER, picture_from
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.cards import settled
from path_planner.workshop.walling.changes import Gone, Put, Raw
from path_planner.workshop.walling.history import as_it_was
from path_planner.workshop.walling.places import Standing, box_of

_OURS = ("by", "signs", "words", "under", "order")
"""What a wall tells of by other changes: an element may know it as it was before those."""


def put_mark(room: Room, change: Put) -> Kept:
    """Keep a mark as its element shows it."""
    session = room.session
    before = session.marks.get(str(change.element.get("id", "")))
    if before is not None:
        standing(before)
    picture = _picture(change)
    element = shown_by(change.element, picture) if picture else change.element
    mark = mark_of(element, stage=_stage_before(session, before), before=before)
    if mark.id != element.get("id"):
        raise NotAChange
    mark = _at_home(session, standing(mark), before)
    # The first mark makes it a wall: the cards stay where they were shown before it.
    after = session if has_wall(session) else settled(session)
    if isinstance(mark, Photo):
        after = _with_picture(room, after, mark, picture)
    return room.keep(put(after, "marks", mark))


def _picture(change: Put) -> Picture | None:
    if change.file is None:
        return None
    belongs = change.element.get("customData")
    under = isinstance(belongs, Mapping) and belongs.get("under") is True
    data = _bytes(change.file.address)
    return picture_from(data, longest=LONGEST_UNDER if under else LONGEST)


def shown_by(element: Raw, picture: Picture) -> Raw:
    """Return an image element that shows this picture, whatever it called it itself."""
    belongs = element.get("customData")
    belongs = belongs if isinstance(belongs, Mapping) else {}
    facts = {"part": "mark", **belongs, "picture": picture.id}
    return {**element, "fileId": f"photo-{picture.id}", "customData": facts}


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


def _with_picture(room: Room, session: Session, photo: Photo, picture: Picture | None) -> Session:
    if photo.picture in session.pictures:
        return session
    if picture is None:
        # Undo brings a photo back whose picture went with it.
        picture = as_it_was(room, "pictures", photo.picture).pictures[photo.picture]
    return put(session, "pictures", picture)


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
