"""The difference of two states of a document, record by record.

A list of changes is a line of the journal, a message to the browser and a step of undo.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from path_planner.domain.base import Document, Value

D = TypeVar("D", bound=Document)


class Change(NamedTuple):
    """One changed record as it is now; None where it was deleted."""

    collection: str
    id: str
    record: Value | None


def diff(before: D, after: D) -> tuple[Change, ...]:
    """Return the records that differ.

    Documents are frozen and copies share unchanged records, so identity settles nearly all of them
    without comparing fields.
    """
    changes = [
        Change(name, name, getattr(after, name))
        for name in before.kind.singles
        if getattr(before, name) is not getattr(after, name)
        and getattr(before, name) != getattr(after, name)
    ]
    for name in before.kind.collections:
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


def apply(document: D, changes: Iterable[Change]) -> D:
    """Return the document with these changes made; changes of different records commute."""
    update: dict[str, Any] = {}
    for collection, record_id, record in changes:
        if collection in document.kind.singles:
            update[collection] = record
            continue
        if collection not in update:
            update[collection] = dict(getattr(document, collection))
        if record is None:
            update[collection].pop(record_id, None)
        else:
            update[collection][record_id] = record
    return document.model_copy(update=update) if update else document


def record_of(document: Document, collection: str, record_id: str) -> Value | None:
    """Return one record, or None where there is none."""
    if collection in document.kind.singles:
        single: Value = getattr(document, collection)
        return single
    record: Value | None = getattr(document, collection).get(record_id)
    return record


def effective_changes(document: Document, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes whose records differ from those of the document."""
    return tuple(
        change
        for change in changes
        if record_of(document, change.collection, change.id) != change.record
    )
