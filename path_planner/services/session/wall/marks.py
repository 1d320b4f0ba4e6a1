"""Marks that come from the wall: drawn, moved, altered, taken off; photos with their pictures."""

import base64
import binascii
from collections.abc import Mapping

from path_planner.domain.base import next_order, put, remove
from path_planner.domain.image import Picture
from path_planner.domain.marks import Mark, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall_items import Card, Photo
from path_planner.errors import NotAChange, RevisionNotFound, UnknownRecord
from path_planner.formats.excalidraw import mark_of
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import has_wall, stage_at
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.photos import LONGEST, LONGEST_UNDER, picture_from
from path_planner.services.session.wall.cards import settled
from path_planner.services.session.wall.commands import DeleteMark, PutMark, Raw
from path_planner.services.session.wall.relayout import Standing, box_of


def previous_mark(context: SessionContext, collection: str, record_id: str) -> Session:
    """Return the session as it was before a record was last taken out."""
    key = (collection, record_id)
    for step in reversed(context.store.history(context.document.id)):
        if key not in step.changes:
            continue
        try:
            was = context.store.at_revision(context.document.id, step.revision - 1)
        except RevisionNotFound:
            break
        if record_id in getattr(was, collection):
            return was
    raise UnknownRecord


_OURS = ("by", "signs", "words", "under", "order")
"""What a wall tells of by other changes: an element may know it as it was before those."""


def put_mark(context: SessionContext, change: PutMark) -> SessionResult:
    """Keep a mark as its element shows it."""
    session = context.document
    before = session.marks.get(str(change.element.get("id", "")))
    if before is not None:
        loose_mark(before)
    picture = _picture(change)
    element = shown_by(change.element, picture) if picture else change.element
    mark = mark_of(element, stage=_stage_before(session, before), before=before)
    if mark.id != element.get("id"):
        raise NotAChange
    mark = _at_home(session, loose_mark(mark), before)
    # The first mark makes it a wall: the cards stay where they were shown before it.
    after = session if has_wall(session) else settled(session)
    if isinstance(mark, Photo):
        after = _with_picture(context, after, mark, picture)
    return context.keep(put(after, "marks", mark))


def _picture(change: PutMark) -> Picture | None:
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


def loose_mark(mark: Mark) -> Standing:
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
        facts = {"stage": here, "by": by, "order": next_order(session.marks)}
        return mark.model_copy(update=facts)
    kept = {name: getattr(before, name) for name in _OURS if hasattr(before, name)}
    moved = here != _region(session, loose_mark(before))
    return mark.model_copy(update={**kept, "stage": here if moved else before.stage})


def _region(session: Session, mark: Standing) -> str:
    return stage_at(session, process_of(session), *box_of(mark).centre)


def _with_picture(
    context: SessionContext, session: Session, photo: Photo, picture: Picture | None
) -> Session:
    if photo.picture in session.pictures:
        return session
    if picture is None:
        # Undo brings a photo back whose picture went with it.
        picture = previous_mark(context, "pictures", photo.picture).pictures[photo.picture]
    return put(session, "pictures", picture)


def _bytes(address: str) -> bytes:
    head, _, body = address.partition(",")
    if not head.startswith("data:image/") or not head.endswith(";base64"):
        raise NotAChange
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError):
        raise NotAChange from None


def delete_mark(context: SessionContext, change: DeleteMark) -> SessionResult:
    """Take a mark off the wall; twice is no more than once."""
    mark = context.document.marks.get(change.mark)
    if mark is None:
        return SessionResult(context.document)
    return context.keep(without_mark(context.document, loose_mark(mark)))


def without_mark(session: Session, mark: Standing) -> Session:
    """Return the session without a mark, and without a picture that nothing shows any more."""
    after = remove(session, "marks", mark.id)
    if isinstance(mark, Photo) and not _is_shown(after, mark.picture):
        after = remove(after, "pictures", mark.picture)
    return after


def _is_shown(session: Session, picture: str) -> bool:
    return any(
        isinstance(mark, Photo) and mark.picture == picture for mark in session.marks.values()
    )
