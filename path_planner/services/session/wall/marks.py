"""Use cases of marks on the wall: put, delete, take back; photos with pictures; signatures."""

import base64
import binascii
from collections.abc import Iterator, Mapping

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.commitment import Commitment
from path_planner.domain.image import Picture
from path_planner.domain.marks import Card, Mark, Photo, Sketch, Stroke
from path_planner.domain.people import Person, Role
from path_planner.domain.session import Session, person_named
from path_planner.errors import NotAChange, RevisionNotFound, UnknownRecord
from path_planner.formats.excalidraw import mark_of
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.scene.wall import has_wall, stage_at
from path_planner.services.context import IMPORT, SessionContext, SessionResult
from path_planner.services.session.photos import LONGEST, LONGEST_UNDER, picture_from
from path_planner.services.session.wall.cards import settled
from path_planner.services.session.wall.commands import (
    DeleteMark,
    PutMark,
    Raw,
    SignCommitment,
    TakeBack,
)
from path_planner.services.session.wall.relayout import Standing, box_of


def previous_mark(context: SessionContext, collection: str, record_id: str) -> Session:
    """Return the session as it was before a record was last deleted; raise UnknownRecord."""
    key = (collection, record_id)
    history = reversed(context.store.history(context.document.id))
    deleted = next((step for step in history if key in step.deleted), None)
    if deleted is None:
        raise UnknownRecord
    try:
        earlier = context.store.at_revision(context.document.id, deleted.revision - 1)
    except RevisionNotFound:
        raise UnknownRecord from None
    # An older state may have words that were made private before they were deleted.
    if record_id not in getattr(earlier, collection):
        raise UnknownRecord
    return earlier


_SERVER_FIELDS = ("by", "signs", "words", "under", "order")
"""Fields that other commands change: the element of a put may have outdated values of them."""


def put_mark(context: SessionContext, change: PutMark) -> SessionResult:
    """Save a mark from its element: new, or in place of the old one."""
    session = context.document
    before = session.marks.get(str(change.element.get("id", "")))
    if before is not None:
        loose_mark(before)
    picture = _picture(change)
    element = shown_by(change.element, picture) if picture else change.element
    mark = mark_of(element, stage=_stage_before(session, before), before=before)
    if mark.id != element.get("id"):
        raise NotAChange
    mark = _with_stage(session, loose_mark(mark), before)
    # The first mark makes it a wall: cards keep the places where they were shown before.
    after = session if has_wall(session) else settled(session)
    if isinstance(mark, Photo):
        after = _with_picture(context, after, mark, picture)
    return context.keep(put(after, "marks", mark))


def _picture(change: PutMark) -> Picture | None:
    if change.file is None:
        return None
    custom_data = change.element.get("customData")
    under = isinstance(custom_data, Mapping) and custom_data.get("under") is True
    data = _bytes(change.file.address)
    return picture_from(data, longest=LONGEST_UNDER if under else LONGEST)


def shown_by(element: Raw, picture: Picture) -> Raw:
    """Return an image element with the id of this picture in place of its own."""
    custom_data = element.get("customData")
    custom_data = custom_data if isinstance(custom_data, Mapping) else {}
    facts = {"part": "mark", **custom_data, "picture": picture.id}
    return {**element, "fileId": f"photo-{picture.id}", "customData": facts}


def loose_mark(mark: Mark) -> Standing:
    """Return the mark if it is one of the wall itself; raise NotAChange for cards and sketches."""
    if isinstance(mark, Card | Sketch) or (isinstance(mark, Stroke) and mark.sketch):
        raise NotAChange
    return mark


def _stage_before(session: Session, before: Mark | None) -> str:
    return before.stage if before else process_of(session).stages[0].id


def _with_stage(session: Session, mark: Standing, before: Mark | None) -> Standing:
    """Return a mark with the stage of its region if it is new or moved, and the server's fields."""
    region = _region(session, mark)
    if before is None:
        by = mark.by if mark.by in session.people else None
        facts = {"stage": region, "by": by, "order": next_order(session.marks)}
        return mark.model_copy(update=facts)
    kept = {name: getattr(before, name) for name in _SERVER_FIELDS if hasattr(before, name)}
    moved = region != _region(session, loose_mark(before))
    return mark.model_copy(update={**kept, "stage": region if moved else before.stage})


def _region(session: Session, mark: Standing) -> str:
    return stage_at(session, process_of(session), *box_of(mark).centre)


def _with_picture(
    context: SessionContext, session: Session, photo: Photo, picture: Picture | None
) -> Session:
    if photo.picture in session.pictures:
        return session
    if picture is None:
        # Undo restores a photo whose picture was deleted with it.
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
    """Delete a mark; nothing changes if it does not exist any more."""
    mark = context.document.marks.get(change.mark)
    if mark is None:
        return SessionResult(context.document)
    return context.keep(without_mark(context.document, loose_mark(mark)))


def without_mark(session: Session, mark: Standing) -> Session:
    """Return the session without a mark, and without its picture if no photo shows it any more."""
    after = remove(session, "marks", mark.id)
    if isinstance(mark, Photo) and not _is_shown(after, mark.picture):
        after = remove(after, "pictures", mark.picture)
    return after


def _is_shown(session: Session, picture: str) -> bool:
    return any(
        isinstance(mark, Photo) and mark.picture == picture for mark in session.marks.values()
    )


def take_back(context: SessionContext, change: TakeBack) -> SessionResult:
    """Undo what a command did to marks and pictures, but for what was changed since."""
    session, store = context.document, context.store
    names = {change.step, f"{IMPORT}{change.step}"}
    step = next((s for s in reversed(store.history(session.id)) if s.op_id in names), None)
    if step is None:
        raise RevisionNotFound
    before, after = (store.at_revision(session.id, step.revision - by) for by in (1, 0))
    for collection, key in sorted(step.changes):
        now, then, old = (
            getattr(state, collection).get(key) if collection in _ON_THE_WALL else None
            for state in (session, after, before)
        )
        if now != then or now == old:
            continue
        if old is not None:
            session = put(session, collection, old)
        elif collection == "marks" or not _is_shown(session, key):
            session = remove(session, collection, key)
    return context.keep(session)


_ON_THE_WALL = ("marks", "pictures")
"""The collections of what stands on the wall, in the order in which they are taken off."""


def sign(context: SessionContext, change: SignCommitment) -> SessionResult:
    """Enrol somebody by a signature; a new person is added to the people, as present."""
    session, person = _with_person(context, change.who)
    before = session.commitments.get(change.commitment)
    if before is not None:
        commitment = with_fields(
            before, who=person.id, said_yes=True, what=change.what or before.what
        )
    else:
        commitment = Commitment(
            id=change.commitment,
            stage=_enrolment_stage(session, change.stage),
            who=person.id,
            what=change.what,
            said_yes=True,
            order=next_order(session.commitments),
            at=context.now(),
        )
    after = put(session, "commitments", commitment)
    signature = list(_signature(change, commitment))
    if any(stroke.id in session.marks for stroke in signature):
        raise NotAChange
    for stroke in _earlier_signature(session, commitment) if signature else ():
        after = remove(after, "marks", stroke.id)
    for stroke in signature:
        order = next_order(after.marks)
        after = put(after, "marks", stroke.model_copy(update={"order": order}))
    return context.keep(settled(after))


def _with_person(context: SessionContext, who: str) -> tuple[Session, Person]:
    session = context.document
    if known := session.people.get(who) or person_named(session, who):
        present = known.model_copy(update={"present": True})
        return put(session, "people", present), present
    if not who:
        raise NotAChange
    person = Person(
        id=context.fresh_id(), name=who, role=Role.OTHER, order=next_order(session.people)
    )
    return put(session, "people", person), person


def _enrolment_stage(session: Session, requested: str) -> str:
    process = process_of(session)
    enrolling = [stage.id for stage in process.stages if stage.gathers is StageInput.ENROLMENTS]
    return requested if requested in enrolling else next(iter(enrolling), process.stages[0].id)


def _earlier_signature(session: Session, commitment: Commitment) -> Iterator[Stroke]:
    """Yield the strokes of the earlier signature, which the new one replaces."""
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and mark.signs == commitment.id:
            yield mark


def _signature(change: SignCommitment, commitment: Commitment) -> Iterator[Stroke]:
    """Yield the strokes as they were drawn; the card scales them to fit."""
    for element in change.elements:
        mark = mark_of(element, stage=commitment.stage, before=None)
        if not isinstance(mark, Stroke):
            raise NotAChange
        facts = {"signs": commitment.id, "by": commitment.who, "order": 0.0}
        yield mark.model_copy(update=facts)
