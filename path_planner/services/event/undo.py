"""Undo in the café: the last change of this window to tables, rounds or seats is reverted.

Words and ink are never undone this way: whoever added them takes them back. Seats that were erased
do not come back from the history; people are seated anew, by the same seed as before.
"""

from path_planner.analysis.cafe import has_begun
from path_planner.domain.diff import Change, apply
from path_planner.domain.event.event import Event
from path_planner.domain.other_versions import COLLECTION as OTHER_VERSIONS
from path_planner.errors import NothingToUndo
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.seating_people import needs_seating, seat_event
from path_planner.services.undo import restored, undo_last
from path_planner.storage.protocol import Revision

_UNDOABLE = frozenset({"tables", "rounds", "seats", "guests"})


def undo(context: EventContext) -> EventResult:
    """Revert the last change of this window to the café; raise NothingToUndo.

    A round that began, and whatever somebody said or drew, stays; so does a day that was closed.
    """
    if context.document.about.closed_at is not None:
        raise NothingToUndo
    return undo_last(context, _is_of_the_cafe, _reverted)


def _is_of_the_cafe(step: Revision) -> bool:
    touched = {collection for collection, _ in step.changes} - {OTHER_VERSIONS}
    return bool(touched) and touched <= _UNDOABLE


def _reverted(context: EventContext, step: Revision) -> Event:
    before = context.store.at_revision(context.document.id, step.revision - 1)
    after = context.store.at_revision(context.document.id, step.revision)
    event = context.document
    changes = []
    for collection, record_id in step.changes:
        was, became, now = (
            getattr(state, collection).get(record_id) if collection in _UNDOABLE else None
            for state in (before, after, event)
        )
        earlier = restored(was, became, now)
        if earlier == now or now is None or not _may_change(event, collection, record_id):
            # What was deleted is erased from the history: there is nothing to bring back.
            continue
        if earlier is None and _is_needed(event, collection, record_id):
            continue
        changes.append(Change(collection, record_id, earlier))
    reverted = apply(event, changes)
    if not changes:
        return event
    return seat_event(reverted) if needs_seating(reverted) else reverted


def _may_change(event: Event, collection: str, record_id: str) -> bool:
    return collection != "seats" or not has_begun(event, event.seats[record_id].round)


def _is_needed(event: Event, collection: str, record_id: str) -> bool:
    """Whether something refers to a record, so that it stays where it was added."""
    if collection == "guests":
        return any(
            record_id in (line.speaker, line.supported_by) for line in event.voices.values()
        ) or any(
            seat.guest == record_id and has_begun(event, seat.round)
            for seat in event.seats.values()
        )
    if collection == "seats":
        return False
    return any(record_id in (line.table, line.round) for line in event.voices.values()) or any(
        record_id in mark.stage.split("--") for mark in event.marks.values()
    )
