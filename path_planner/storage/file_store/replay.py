"""Replay of journal operations over a document.

Operations are applied to the parsed JSON, in the format that they were written in; the result is
migrated and validated once at the end. If that fails they are applied one by one.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Generic, NamedTuple

from path_planner.errors import FileDamaged
from path_planner.storage import notices
from path_planner.storage.document_type import DocumentType
from path_planner.storage.migrations import Raw
from path_planner.storage.op import apply_op, decode
from path_planner.storage.protocol import D
from path_planner.storage.serializer import from_raw, upgraded


class Replayed(NamedTuple, Generic[D]):
    """A state; `whole` tells whether all revisions up to it were there and readable."""

    document: D
    complete: bool


def replay(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any], upto: int | None = None
) -> Replayed[D]:
    """Return the state after the operations that are newer than the document.

    `upto` is the last revision to apply. Raises FileDamaged if the result is not valid.
    """
    with _as_file_damaged():
        newest, times, whole = _replay(raw, steps, document_type, upto)
        document = from_raw(upgraded(newest, document_type), document_type)
        updated = max([document.updated, *map(datetime.fromisoformat, times)])
    return Replayed(document.model_copy(update={"updated": updated}), whole)


def replay_in_short(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any]
) -> tuple[D, int]:
    """Return the newest state without the collection that lists only count, and its size."""
    with _as_file_damaged():
        newest, times, _ = _replay(raw, steps, document_type, None)
        newest = upgraded(newest, document_type)
        document = from_raw({**newest, document_type.counted_collection: []}, document_type)
        updated = max([document.updated, *map(datetime.fromisoformat, times)])
        counted = len(newest.get(document_type.counted_collection, []))
    return document.model_copy(update={"updated": updated}), counted


@contextmanager
def _as_file_damaged() -> Iterator[None]:
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError):
        raise FileDamaged(why=notices.wrong_part("changes")) from None


def _replay(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[Any, Any], upto: int | None
) -> tuple[Raw, list[str], bool]:
    document, whole, times = dict(raw), True, list[str]()
    keyed: dict[str, dict[str, Raw]] = {}
    revision = int(document.get("revision", 0))
    for step in steps:
        if step["rev"] <= revision:
            continue
        if upto is not None and step["rev"] > upto:
            break
        whole = whole and step["rev"] == revision + 1
        revision = step["rev"]
        times.append(step["at"])
        if step.get("version", 0) > document["version"]:
            document, keyed = (
                upgraded(_as_lists(document, keyed), document_type, step["version"]),
                {},
            )
        for change in step["changes"]:
            _apply_change(document, keyed, *change)
    return {**_as_lists(document, keyed), "revision": revision}, times, whole


def _as_lists(document: Raw, keyed: dict[str, dict[str, Raw]]) -> Raw:
    return {**document, **{name: list(records.values()) for name, records in keyed.items()}}


def _apply_change(
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
    """Apply and validate each operation on its own, and skip those that are damaged."""
    document, whole = from_raw(upgraded(raw, document_type), document_type), True
    for step in steps:
        if step["rev"] <= document.revision:
            continue
        try:
            op = decode(step, document_type)
            after = apply_op(document, op, document_type)
        except FileDamaged:
            whole = False
        else:
            whole = whole and op.rev == document.revision + 1
            document = after
    return Replayed(document, whole)
