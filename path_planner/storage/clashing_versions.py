"""The other versions that a merge keeps in the document, and those that need not be kept any more.

They are written in the same operation as the change that stands, so that no crash can part them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from path_planner.domain.base import Document, Value
from path_planner.domain.diff import Change, record_of
from path_planner.domain.other_versions import (
    COLLECTION,
    OtherVersion,
    as_json,
    needs_choice,
    other_versions,
    version_id,
)
from path_planner.domain.revoking import PERMISSIONS
from path_planner.storage.type_registry import document_type_of


class Clash(NamedTuple):
    """A record that two sides changed in the same fields."""

    collection: str
    id: str
    before: object
    theirs: Value | None
    ours: Value | None
    stands: Value | None
    fields: tuple[str, ...]
    writer: str
    """Who wrote theirs; empty if unknown."""


def clashing_versions(
    newest: Document, clashes: Iterable[Clash], *, by: str, at: datetime | None
) -> Iterator[Change]:
    """Yield the changes that keep the versions that do not stand; `by` wrote ours."""
    for clash in clashes:
        for field in clash.fields:
            if needs_choice(clash.collection, clash.stands, field) and not _is_protected(
                newest, clash.collection, field
            ):
                for version in _versions(clash, field, by, at):
                    yield Change(COLLECTION, version.id, version)


def _versions(clash: Clash, field: str, by: str, at: datetime | None) -> Iterator[OtherVersion]:
    """Yield the values of a field that do not stand: theirs, or ours where theirs is narrower."""
    theirs, ours, stands = (
        getattr(record, field, None) for record in (clash.theirs, clash.ours, clash.stands)
    )
    # Ours stands, as a whole or in parts, unless it allows more than theirs.
    sides = [(theirs, clash.writer), *([(ours, by)] if field in PERMISSIONS else [])]
    for value, writer in sides:
        if value == stands:
            continue
        yield OtherVersion(
            id=version_id(clash.collection, clash.id, field, value),
            collection=clash.collection,
            record=clash.id,
            field=field,
            value=as_json(value),
            before=as_json(getattr(clash.before, field, None)),
            by=writer,
            current_by=clash.writer if stands == theirs else by,
            at=at,
        )


def without_obsolete(newest: Document, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes, without other versions of what is deleted, or that stand now."""
    changed: dict[tuple[str, str], Value | None] = {
        (change.collection, change.id): change.record for change in changes
    }
    versions: dict[str, Any] = dict(other_versions(newest))
    versions |= {key: record for (name, key), record in changed.items() if name == COLLECTION}
    obsolete = {
        key
        for key, version in versions.items()
        if isinstance(version, OtherVersion) and _is_obsolete(newest, version, changed)
    }
    if not obsolete:
        return tuple(changes)
    left = [
        change for change in changes if change.collection != COLLECTION or change.id not in obsolete
    ]
    gone = sorted(obsolete & other_versions(newest).keys())
    return (*left, *(Change(COLLECTION, key, None) for key in gone))


def _is_obsolete(
    newest: Document, version: OtherVersion, changed: dict[tuple[str, str], Value | None]
) -> bool:
    key = (version.collection, version.record)
    record = changed[key] if key in changed else record_of(newest, *key)
    return record is None or as_json(getattr(record, version.field, None)) == version.value


def _is_protected(newest: Document, collection: str, field: str) -> bool:
    """Whether these words may have been reworded for anonymity: an older version must not stay."""
    rule = document_type_of(newest).redaction_rules.get(collection)
    return rule is not None and field in rule.fields
