"""Commitments: who enrols, who takes which step, and how it went."""

from typing import Any

from path_planner.domain.commitment import Commitment, Review
from path_planner.domain.editing import amend, last_order, move, put, take_out
from path_planner.domain.people import Person, Role
from path_planner.domain.session import Session
from path_planner.errors import UnknownRecord
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.cards import with_room


def commit(room: Room, stage: str, what: str, **facts: Any) -> Kept:
    """Write down that somebody enrols or takes a step; `facts` are fields of Commitment."""
    commitment = Commitment(
        id=room.fresh_id(),
        stage=stage,
        what=what,
        order=last_order(room.session.commitments),
        at=room.now(),
        **facts,
    )
    if not commitment.what and commitment.who is None:
        return Kept(room.session)
    return room.keep(put(room.session, "commitments", commitment))


def enrol(room: Room, stage: str, name: str, what: str, **facts: Any) -> Kept:
    """Enrol somebody by name; who is not yet among the people is added, as not in the room."""
    person = next(
        (one for one in room.session.people.values() if one.name.casefold() == name.casefold()),
        None,
    )
    after = room.session
    if person is None:
        person = Person(
            id=room.fresh_id(),
            name=name,
            role=Role.OTHER,
            present=False,
            order=last_order(after.people),
        )
        if not person.name:
            return Kept(room.session)
        after = put(after, "people", person)
    commitment = Commitment(
        id=room.fresh_id(),
        stage=stage,
        who=person.id,
        what=what,
        order=last_order(after.commitments),
        at=room.now(),
        **facts,
    )
    return room.keep(put(after, "commitments", commitment))


def change_commitment(room: Room, commitment_id: str, **facts: Any) -> Kept:
    """Put a commitment right, note a yes, tick it off."""
    commitment = _commitment(room.session, commitment_id)
    after = put(room.session, "commitments", amend(commitment, **facts))
    return room.keep(with_room(after, commitment_id))


def move_commitment(room: Room, commitment_id: str, steps: int) -> Kept:
    """Move a commitment up (below zero) or down in its stage."""
    _commitment(room.session, commitment_id)
    return room.keep(move(room.session, "commitments", commitment_id, steps))


def take_commitment_out(room: Room, commitment_id: str) -> Kept:
    """Take a commitment out of the plan; the history keeps it."""
    _commitment(room.session, commitment_id)
    return room.keep(take_out(room.session, "commitments", commitment_id))


def bring_commitment_back(room: Room, commitment: Commitment) -> Kept:
    """Put a commitment back that was taken out a moment ago, where it stood."""
    return room.keep(put(room.session, "commitments", commitment))


def begin_review(room: Room) -> Kept:
    """Begin to look back together, today."""
    at = room.now()
    return room.keep(put(room.session, "reviews", Review(id=room.fresh_id(), on=at.date(), at=at)))


def change_review(room: Room, review_id: str, **facts: Any) -> Kept:
    """Write into a review; fields are those of Review."""
    review = room.session.reviews.get(review_id)
    if review is None:
        raise UnknownRecord
    return room.keep(put(room.session, "reviews", amend(review, **facts)))


def take_review_out(room: Room, review_id: str) -> Kept:
    """Take a review out of the plan; the history keeps it."""
    return room.keep(take_out(room.session, "reviews", review_id))


def _commitment(session: Session, commitment_id: str) -> Commitment:
    if commitment_id not in session.commitments:
        raise UnknownRecord
    return session.commitments[commitment_id]
