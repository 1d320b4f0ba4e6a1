"""Bringing back what was taken out of the plan, from its history."""

from path_planner.domain.editing import put
from path_planner.domain.session import Session
from path_planner.errors import RevisionNotFound, UnknownRecord
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.changes import Restore
from path_planner.workshop.walling.company import company


def bring_back(room: Room, change: Restore) -> Kept:
    """Put a record back as it was before it was taken out, and what went with it."""
    session = room.session
    if change.record in getattr(session, change.collection):
        return Kept(session)
    was = as_it_was(room, change.collection, change.record)
    for collection, record_id in company(was, change.collection, change.record):
        if record_id not in getattr(session, collection):
            session = put(session, collection, getattr(was, collection)[record_id])
    return room.keep(session)


def as_it_was(room: Room, collection: str, record_id: str) -> Session:
    """Return the session as it was before a record was last taken out."""
    key = (collection, record_id)
    for step in reversed(room.store.history(room.session.id)):
        if key not in step.changes:
            continue
        try:
            was = room.store.at_revision(room.session.id, step.revision - 1)
        except RevisionNotFound:
            break
        if record_id in getattr(was, collection):
            return was
    raise UnknownRecord
