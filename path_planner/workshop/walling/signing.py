"""Signing: a person in the room enrols with pen or finger, and the ink stays with the promise."""

from collections.abc import Iterator

from path_planner.domain.commitment import Commitment
from path_planner.domain.editing import amend, last_order, put, take_out
from path_planner.domain.mark import Stroke
from path_planner.domain.people import Person, Role
from path_planner.domain.session import Session
from path_planner.errors import NotAChange
from path_planner.exchange.excalidraw import mark_of
from path_planner.processes.asking import process_of
from path_planner.processes.process import Gathers
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.cards import settled
from path_planner.workshop.walling.changes import Sign


def sign(room: Room, change: Sign) -> Kept:
    """Enrol somebody who signs; who is new to the circle is added, as in the room."""
    session, person = _welcomed(room, change.who)
    before = session.commitments.get(change.commitment)
    if before is not None:
        promise = amend(before, who=person.id, said_yes=True, what=change.what or before.what)
    else:
        promise = Commitment(
            id=change.commitment,
            stage=_enrolling(session, change.stage),
            who=person.id,
            what=change.what,
            said_yes=True,
            order=last_order(session.commitments),
            at=room.now(),
        )
    after = put(session, "commitments", promise)
    signature = list(_signature(change, promise))
    if any(stroke.id in session.marks for stroke in signature):
        raise NotAChange
    for stroke in _signed_before(session, promise) if signature else ():
        after = take_out(after, "marks", stroke.id)
    for stroke in signature:
        order = last_order(after.marks)
        after = put(after, "marks", stroke.model_copy(update={"order": order}))
    return room.keep(settled(after))


def _welcomed(room: Room, who: str) -> tuple[Session, Person]:
    session = room.session
    for person in session.people.values():
        if who == person.id or who.casefold() == person.name.casefold():
            here = person.model_copy(update={"present": True})
            return put(session, "people", here), here
    if not who:
        raise NotAChange
    person = Person(id=room.fresh_id(), name=who, role=Role.OTHER, order=last_order(session.people))
    return put(session, "people", person), person


def _enrolling(session: Session, wished: str) -> str:
    process = process_of(session)
    enrol = [stage.id for stage in process.stages if stage.gathers is Gathers.ENROLMENTS]
    return wished if wished in enrol else next(iter(enrol), process.stages[0].id)


def _signed_before(session: Session, promise: Commitment) -> Iterator[Stroke]:
    """Yield the ink that another signature takes the place of: they would lie over each other."""
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and mark.signs == promise.id:
            yield mark


def _signature(change: Sign, promise: Commitment) -> Iterator[Stroke]:
    """Yield the ink as it was drawn; its card brings it to where it fits."""
    for element in change.elements:
        mark = mark_of(element, stage=promise.stage, before=None)
        if not isinstance(mark, Stroke):
            raise NotAChange
        facts = {"signs": promise.id, "by": promise.who, "order": 0.0}
        yield mark.model_copy(update=facts)
