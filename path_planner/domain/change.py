"""What changed between two states: the journal line, the wire format, the undo step."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from path_planner.domain.clock import Clock
from path_planner.domain.commitment import Commitment, Review
from path_planner.domain.consent import Consent
from path_planner.domain.mark import Mark
from path_planner.domain.people import Person
from path_planner.domain.picture import Picture
from path_planner.domain.record import Value
from path_planner.domain.session import About, Promise, Session, StageState
from path_planner.domain.voice import Voice

SINGLES: Mapping[str, type[Value]] = {"about": About, "consent": Consent, "clock": Clock}
"""Collections that hold one record, whose id is the collection's name."""

COLLECTIONS: Mapping[str, TypeAdapter[Any]] = {
    "people": TypeAdapter(Person),
    "agreement": TypeAdapter(Promise),
    "stages": TypeAdapter(StageState),
    "voices": TypeAdapter(Voice),
    "commitments": TypeAdapter(Commitment),
    "reviews": TypeAdapter(Review),
    "marks": TypeAdapter(Mark),
    "pictures": TypeAdapter(Picture),
}


class Change(NamedTuple):
    """One record as it is now, or None where it is gone."""

    collection: str
    id: str
    record: Value | None


def difference(before: Session, after: Session) -> tuple[Change, ...]:
    """Return the records that differ; unchanged ones are shared, so this costs no comparing."""
    changes = [
        Change(name, name, getattr(after, name))
        for name in SINGLES
        if getattr(before, name) is not getattr(after, name)
        and getattr(before, name) != getattr(after, name)
    ]
    for name in COLLECTIONS:
        changes.extend(_changed(name, getattr(before, name), getattr(after, name)))
    return tuple(changes)


def _changed(
    collection: str, before: Mapping[str, Value], after: Mapping[str, Value]
) -> Iterable[Change]:
    if before is after:
        return
    for record_id, record in after.items():
        old = before.get(record_id)
        if old is not record and old != record:
            yield Change(collection, record_id, record)
    for record_id in before:
        if record_id not in after:
            yield Change(collection, record_id, None)


def apply(session: Session, changes: Iterable[Change]) -> Session:
    """Return the session with these changes made; the order of unrelated changes is free."""
    update: dict[str, Any] = {}
    for collection, record_id, record in changes:
        if collection in SINGLES:
            update[collection] = record
            continue
        if collection not in update:
            update[collection] = dict(getattr(session, collection))
        if record is None:
            update[collection].pop(record_id, None)
        else:
            update[collection][record_id] = record
    return session.model_copy(update=update) if update else session
