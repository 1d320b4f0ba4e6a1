"""Three-way merge: carry changes made to an older state over to the newest state.

For each record three versions are compared, field by field, as diff3 does for lines of text: the
common ancestor (`before`), theirs in the newest state, and ours.
Invariant: a field that only one side changed has the value of that side, and no value of theirs
is replaced by ours without a `Conflict` that names it.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from path_planner.domain.base import Document, Value
from path_planner.domain.diff import Change
from path_planner.storage.protocol import Conflict, D
from path_planner.storage.type_registry import document_type_of


class Merged(NamedTuple):
    """The changes to be made to the newest state, and what they run into."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


_UNKNOWN = object()


def merge(
    base: D | None,
    newest: D,
    changes: Sequence[Change],
    writers: Mapping[tuple[str, str], str],
) -> Merged:
    """Merge changes made to `base` into `newest`.

    Records and fields that only one side touched commute. Where both changed the same field the
    later one, ours, stands and the other is named. Without a base every difference is named.
    Where fields of both do not make a record together, ours stands whole. What was taken out for
    good stays out, whoever changed it meanwhile.
    """
    merged: list[Change] = []
    conflicts: list[Conflict] = []
    for change in changes:
        key = (change.collection, change.id)
        theirs = record_of(newest, *key)
        before = _UNKNOWN if base is None else record_of(base, *key)
        if theirs is None and _stays_out(newest, change, before):
            conflicts.append(Conflict(*key, None, None, (), writers.get(key, "")))
            continue
        ours = _in_words_that_stand(newest, change, before, theirs)
        ours, fields = _three_ways(before, theirs, ours)
        if fields is not None:
            conflicts.append(Conflict(*key, ours, theirs, fields, writers.get(key, "")))
        if ours != theirs:
            merged.append(change._replace(record=ours))
    return Merged(tuple(merged), tuple(conflicts))


def _in_words_that_stand(
    newest: Document, change: Change, before: Any, theirs: Value | None
) -> Value | None:
    """Return our record; words that were changed so that nobody is recognised stay as they are.

    Of an earlier state nobody knows any more which words it had, so ours may be those.
    """
    rewording = document_type_of(newest).redaction_rules.get(change.collection)
    known = None if before is _UNKNOWN else before
    if rewording is None or theirs is None or change.record is None:
        return change.record
    if not rewording.stand(known, theirs):
        return change.record
    return _with(change.record, {name: getattr(theirs, name) for name in rewording.fields})


def _stays_out(newest: Document, change: Change, before: object) -> bool:
    was_there = before is not None and before is not _UNKNOWN
    return (
        was_there
        and change.record is not None
        and change.collection in newest.kind.redacted_on_delete
    )


def record_of(document: Document, collection: str, record_id: str) -> Value | None:
    """Return one record, or None where there is none."""
    if collection in document.kind.singles:
        single: Value = getattr(document, collection)
        return single
    record: Value | None = getattr(document, collection).get(record_id)
    return record


def _three_ways(
    before: object, theirs: Value | None, ours: Value | None
) -> tuple[Value | None, tuple[str, ...] | None]:
    """Return what stands, and the fields both changed (None: no conflict)."""
    if theirs in (before, ours) or (before is _UNKNOWN and theirs is None):
        return ours, None
    if ours == before:
        return theirs, None
    if ours is None or theirs is None or type(ours) is not type(theirs):
        return ours, ()
    old = _fields(before) if type(before) is type(ours) else {}
    mine, other = _fields(ours), _fields(theirs)
    both = tuple(
        name
        for name in mine | other
        if mine.get(name) != other.get(name)
        and _moved(mine, old, name)
        and _moved(other, old, name)
    )
    taken = {name: other[name] for name in other if not _moved(mine, old, name)}
    if not _fit(ours, taken):
        # Fields that hang together, such as the points of a stroke and its pressures.
        return ours, tuple(name for name in other if other[name] != mine.get(name))
    return _with(ours, taken), both or None


def _fields(record: object) -> dict[str, Any]:
    return dict(record) if isinstance(record, Value) else {}


def _moved(now: Mapping[str, Any], before: Mapping[str, Any], name: str) -> bool:
    return bool(now.get(name, _UNKNOWN) != before.get(name, _UNKNOWN))


def _fit(record: Value, fields: Mapping[str, Any]) -> bool:
    """Say whether a record would still be one with these fields of another."""
    try:
        type(record).model_validate({**dict(record), **fields})
    except ValidationError:
        return False
    return True


def _with(record: Value, fields: Mapping[str, Any]) -> Value:
    # model_copy puts unknown fields of a later version where they belong, too.
    return record.model_copy(update=dict(fields)) if fields else record
