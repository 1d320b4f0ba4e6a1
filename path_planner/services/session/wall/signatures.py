"""Signing: somebody enrols by a handwritten signature, whose strokes belong to the commitment."""

from collections.abc import Iterator

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.commitment import Commitment
from path_planner.domain.marks import Stroke
from path_planner.domain.people import Person, Role
from path_planner.domain.session import Session, person_named
from path_planner.errors import NotAChange
from path_planner.formats.excalidraw import mark_of
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.cards import settled
from path_planner.services.session.wall.commands import SignCommitment


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
