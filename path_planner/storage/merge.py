"""Three-way merge: carry changes made to an older state over to the newest state.

For each record three versions are compared, field by field, as diff3 does for lines of text: the
common ancestor (`before`), theirs in the newest state, and ours.
Invariant: a field that only one side changed has the value of that side, and no value of theirs
is replaced by ours without a `Conflict` that names it. Where both changed words that people wrote,
the other version is kept in the document (see `domain.other_versions`).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import ValidationError

from path_planner.domain.base import Document, Value
from path_planner.domain.diff import Change, record_of
from path_planner.domain.revoking import PERMISSIONS, narrowest
from path_planner.storage.clashing_versions import Clash, clashing_versions, without_obsolete
from path_planner.storage.protocol import Conflict, D
from path_planner.storage.type_registry import document_type_of


class Merged(NamedTuple):
    """The changes to apply to the newest state, and the conflicts."""

    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


_UNKNOWN = object()


def merge(
    base: D | None,
    newest: D,
    changes: Sequence[Change],
    writers: Mapping[tuple[str, str], str],
    *,
    by: str = "",
    at: datetime | None = None,
) -> Merged:
    """Merge changes made to `base` into `newest`.

    Changes of different records or fields commute. If both sides changed the same field, the later
    side (ours) wins and a conflict names theirs; of two permissions the narrower one wins. The
    other version is kept, with `by` and `at`, who wrote ours and when. Without a base every
    difference is a conflict. If the merged fields are not a valid record, our whole record wins.
    Records that were deleted from a collection with redaction stay deleted. `writers` names who
    wrote theirs, by record.
    """
    merged: list[Change] = []
    conflicts: list[Conflict] = []
    clashes: list[Clash] = []
    for change in changes:
        key = (change.collection, change.id)
        theirs = record_of(newest, *key)
        before = _UNKNOWN if base is None else record_of(base, *key)
        if theirs is None and _stays_deleted(newest, change, before):
            conflicts.append(Conflict(*key, None, None, (), writers.get(key, "")))
            continue
        wanted = _with_protected_words(newest, change, before, theirs)
        writer = writers.get(key, "")
        # Who changes a field twice from one view of it does not clash with anybody.
        is_alone = writer == by != ""
        ours, fields = _merge_record(before, theirs, wanted, permissive=is_alone)
        if fields is not None:
            conflicts.append(Conflict(*key, ours, theirs, fields, writer))
            if not is_alone:
                clashes.append(Clash(*key, before, theirs, wanted, ours, fields, writer))
        if ours != theirs:
            merged.append(change._replace(record=ours))
    merged.extend(clashing_versions(newest, clashes, by=by, at=at))
    return Merged(without_obsolete(newest, merged), tuple(conflicts))


def _with_protected_words(
    newest: Document, change: Change, before: Any, theirs: Value | None
) -> Value | None:
    """Return our record, but with their words where these were reworded for anonymity.

    Our record may still have the old words, which must not come back.
    """
    rule = document_type_of(newest).redaction_rules.get(change.collection)
    known = None if before is _UNKNOWN else before
    if rule is None or theirs is None or change.record is None:
        return change.record
    if not rule.stand(known, theirs):
        return change.record
    return _with(change.record, {name: getattr(theirs, name) for name in rule.fields})


def _stays_deleted(newest: Document, change: Change, before: object) -> bool:
    was_there = before is not None and before is not _UNKNOWN
    return (
        was_there
        and change.record is not None
        and change.collection in newest.kind.redacted_on_delete
    )


def _merge_record(
    before: object, theirs: Value | None, ours: Value | None, *, permissive: bool
) -> tuple[Value | None, tuple[str, ...] | None]:
    """Return the merged record, and the fields that both sides changed (None: no conflict).

    Fields that have parts are merged part by part. Of two permissions the narrower one stands. If
    it is `permissive`, ours stands as it is.
    """
    if theirs in (before, ours) or (before is _UNKNOWN and theirs is None):
        return ours, None
    if ours == before:
        return theirs, None
    if ours is None or theirs is None or type(ours) is not type(theirs):
        return ours, ()
    base = _fields(before) if type(before) is type(ours) else {}
    our_fields, their_fields = _fields(ours), _fields(theirs)
    both = tuple(
        name
        for name in our_fields | their_fields
        if our_fields.get(name) != their_fields.get(name)
        and _differs(our_fields, base, name)
        and _differs(their_fields, base, name)
    )
    combined = {
        name: narrowest(base.get(name), our_fields.get(name), their_fields.get(name))
        for name in both
        if not permissive and (name in PERMISSIONS or isinstance(our_fields.get(name), Value))
    }
    from_theirs = {
        name: their_fields[name] for name in their_fields if not _differs(our_fields, base, name)
    }
    if not _is_valid(ours, from_theirs):
        # Some fields depend on each other, such as the points of a stroke and its pressures.
        from_theirs = {}
        both = tuple(name for name in their_fields if their_fields[name] != our_fields.get(name))
    merged = _with(ours, from_theirs | combined)
    clashing = (name for name in both if not _parts_commute(base, our_fields, their_fields, name))
    return merged, tuple(clashing) or None


def _parts_commute(
    base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any], name: str
) -> bool:
    """Whether a field has parts, and each was changed by one side at most."""
    parts = [_fields(side.get(name)) for side in (base, ours, theirs)]
    return all(parts) and not any(
        _differs(parts[1], parts[0], part)
        and _differs(parts[2], parts[0], part)
        and parts[1].get(part) != parts[2].get(part)
        for part in parts[1] | parts[2]
    )


def _fields(record: object) -> dict[str, Any]:
    return dict(record) if isinstance(record, Value) else {}


def _differs(now: Mapping[str, Any], before: Mapping[str, Any], name: str) -> bool:
    return bool(now.get(name, _UNKNOWN) != before.get(name, _UNKNOWN))


def _is_valid(record: Value, fields: Mapping[str, Any]) -> bool:
    """Whether a record is still valid with these fields of another."""
    try:
        type(record).model_validate({**dict(record), **fields})
    except ValidationError:
        return False
    return True


def _with(record: Value, fields: Mapping[str, Any]) -> Value:
    # model_copy also handles unknown fields of a later version.
    return record.model_copy(update=dict(fields)) if fields else record
