"""Replaying a journal over a document, as they were written, before anything is migrated."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Generic, NamedTuple

from path_planner.errors import FileDamaged
from path_planner.storage import notices
from path_planner.storage.apply import apply_op
from path_planner.storage.document_type import DocumentType
from path_planner.storage.migrations import Raw
from path_planner.storage.op import decode
from path_planner.storage.protocol import D
from path_planner.storage.serializer import from_raw, upgraded


class Replayed(NamedTuple, Generic[D]):
    """A state, and whether every step on the way to it was there."""

    document: D
    whole: bool


def replay(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any], upto: int | None = None
) -> Replayed[D]:
    """Return the state after all steps that the document does not have yet."""
    with _damage_named():
        newest, moments, whole = _replay(raw, steps, document_type, upto)
        document = from_raw(upgraded(newest, document_type), document_type)
        updated = max([document.updated, *map(datetime.fromisoformat, moments)])
    return Replayed(document.model_copy(update={"updated": updated}), whole)


def replay_in_short(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any]
) -> tuple[D, int]:
    """Return the newest state without what lists only count, and how many of that there are."""
    with _damage_named():
        newest, moments, _ = _replay(raw, steps, document_type, None)
        newest = upgraded(newest, document_type)
        document = from_raw({**newest, document_type.counted: []}, document_type)
        updated = max([document.updated, *map(datetime.fromisoformat, moments)])
        counted = len(newest.get(document_type.counted, []))
    return document.model_copy(update={"updated": updated}), counted


@contextmanager
def _damage_named() -> Iterator[None]:
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError):
        raise FileDamaged(why=notices.wrong_part("changes")) from None


def _replay(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[Any, Any], upto: int | None
) -> tuple[Raw, list[str], bool]:
    document, whole, moments = dict(raw), True, list[str]()
    keyed: dict[str, dict[str, Raw]] = {}
    revision = int(document.get("revision", 0))
    for step in steps:
        if step["rev"] <= revision:
            continue
        if upto is not None and step["rev"] > upto:
            break
        whole = whole and step["rev"] == revision + 1
        revision = step["rev"]
        moments.append(step["at"])
        if step.get("version", 0) > document["version"]:
            document, keyed = (
                upgraded(_unkeyed(document, keyed), document_type, step["version"]),
                {},
            )
        for change in step["changes"]:
            _take(document, keyed, *change)
    return {**_unkeyed(document, keyed), "revision": revision}, moments, whole


def _unkeyed(document: Raw, keyed: dict[str, dict[str, Raw]]) -> Raw:
    return {**document, **{name: list(records.values()) for name, records in keyed.items()}}


def _take(
    document: Raw, keyed: dict[str, dict[str, Raw]], name: str, record_id: str, record: Raw | None
) -> None:
    if isinstance(document.get(name), dict) and record is not None:
        document[name] = record
        return
    if name not in keyed:
        keyed[name] = _by_id(name, document.get(name, []))
    if record is None:
        keyed[name].pop(record_id, None)
    else:
        keyed[name][record_id] = record


def _by_id(name: str, rows: list[Raw]) -> dict[str, Raw]:
    keyed = {row["id"]: row for row in rows}
    if len(keyed) != len(rows):
        raise FileDamaged(why=notices.same_id(name))
    return keyed


def replay_one_by_one(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any]
) -> Replayed[D]:
    """Do the same with each step on its own, and leave out those that cannot be read."""
    document, whole = from_raw(upgraded(raw, document_type), document_type), True
    for step in steps:
        if step["rev"] <= document.revision:
            continue
        try:
            op = decode(step, document_type)
            after = apply_op(document, op)
        except FileDamaged:
            whole = False
        else:
            whole = whole and op.rev == document.revision + 1
            document = after
    return Replayed(document, whole)
