"""Signing: a person in the room enrols with pen or finger, and the ink stays with the promise."""

from collections.abc import Iterator

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.commitment import Commitment
from path_planner.domain.marks import Stroke
from path_planner.domain.people import Person, Role
from path_planner.domain.session import Session
from path_planner.errors import NotAChange
from path_planner.formats.excalidraw import mark_of
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.cards import settled
from path_planner.services.session.wall.commands import SignCommitment


def sign(context: SessionContext, change: SignCommitment) -> SessionResult:
    """Enrol somebody who signs; who is new to the circle is added, as in the room."""
    session, person = _welcomed(context, change.who)
    before = session.commitments.get(change.commitment)
    if before is not None:
        promise = with_fields(before, who=person.id, said_yes=True, what=change.what or before.what)
    else:
        promise = Commitment(
            id=change.commitment,
            stage=_enrolling(session, change.stage),
            who=person.id,
            what=change.what,
            said_yes=True,
            order=next_order(session.commitments),
            at=context.now(),
        )
    after = put(session, "commitments", promise)
    signature = list(_signature(change, promise))
    if any(stroke.id in session.marks for stroke in signature):
        raise NotAChange
    for stroke in _signed_before(session, promise) if signature else ():
        after = remove(after, "marks", stroke.id)
    for stroke in signature:
        order = next_order(after.marks)
        after = put(after, "marks", stroke.model_copy(update={"order": order}))
    return context.keep(settled(after))


def _welcomed(context: SessionContext, who: str) -> tuple[Session, Person]:
    session = context.document
    for person in session.people.values():
        if who == person.id or who.casefold() == person.name.casefold():
            here = person.model_copy(update={"present": True})
            return put(session, "people", here), here
    if not who:
        raise NotAChange
    person = Person(
        id=context.fresh_id(), name=who, role=Role.OTHER, order=next_order(session.people)
    )
    return put(session, "people", person), person


def _enrolling(session: Session, wished: str) -> str:
    process = process_of(session)
    enrol = [stage.id for stage in process.stages if stage.gathers is StageInput.ENROLMENTS]
    return wished if wished in enrol else next(iter(enrol), process.stages[0].id)


def _signed_before(session: Session, promise: Commitment) -> Iterator[Stroke]:
    """Yield the ink that another signature takes the place of: they would lie over each other."""
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and mark.signs == promise.id:
            yield mark


def _signature(change: SignCommitment, promise: Commitment) -> Iterator[Stroke]:
    """Yield the ink as it was drawn; its card brings it to where it fits."""
    for element in change.elements:
        mark = mark_of(element, stage=promise.stage, before=None)
        if not isinstance(mark, Stroke):
            raise NotAChange
        facts = {"signs": promise.id, "by": promise.who, "order": 0.0}
        yield mark.model_copy(update=facts)
