"""Commitments: who enrols, who takes which step, and how it went."""

from typing import Any

from path_planner.domain.base import next_order, put, with_fields
from path_planner.domain.commitment import Commitment, Review
from path_planner.domain.people import Person, Role
from path_planner.domain.session import person_named
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import get, update, upsert
from path_planner.services.session.wall.cards import keep_on_wall, with_room


def commit(context: SessionContext, stage: str, what: str, **facts: Any) -> SessionResult:
    """Add a commitment: an enrolment or a step; `facts` are fields of Commitment."""
    commitment = Commitment(
        id=context.fresh_id(),
        stage=stage,
        what=what,
        order=next_order(context.document.commitments),
        at=context.now(),
        **facts,
    )
    if not commitment.what and commitment.who is None:
        return SessionResult(context.document)
    return keep_on_wall(context, put(context.document, "commitments", commitment), commitment.id)


def enrol(context: SessionContext, stage: str, name: str, what: str, **facts: Any) -> SessionResult:
    """Enrol somebody by name; a new person is added to the people, as not present."""
    person = person_named(context.document, name)
    after = context.document
    if person is None:
        person = Person(
            id=context.fresh_id(),
            name=name,
            role=Role.OTHER,
            present=False,
            order=next_order(after.people),
        )
        if not person.name:
            return SessionResult(context.document)
        after = put(after, "people", person)
    commitment = Commitment(
        id=context.fresh_id(),
        stage=stage,
        who=person.id,
        what=what,
        order=next_order(after.commitments),
        at=context.now(),
        **facts,
    )
    return keep_on_wall(context, put(after, "commitments", commitment), commitment.id)


def change_commitment(context: SessionContext, commitment_id: str, **facts: Any) -> SessionResult:
    """Change a commitment; `facts` are fields of Commitment."""
    commitment = get(context.document, "commitments", commitment_id)
    after = put(context.document, "commitments", with_fields(commitment, **facts))
    after = with_room(after, commitment_id, context.document)
    return keep_on_wall(context, after, commitment_id)


def begin_review(context: SessionContext) -> SessionResult:
    """Begin a review with today's date."""
    at = context.now()
    return upsert(context, "reviews", Review(id=context.fresh_id(), on=at.date(), at=at))


def change_review(context: SessionContext, review_id: str, **facts: Any) -> SessionResult:
    """Change a review; `facts` are fields of Review."""
    return update(context, "reviews", review_id, **facts)
