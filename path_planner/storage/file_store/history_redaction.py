"""Forgetting: what was taken out for good goes out of the history and of every copy beside it.

A mark stands on the disk from before the step that takes it out until all is forgotten, so that a
machine that stops in between goes on where it was when the document is opened the next time.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from path_planner.domain.base import Document
from path_planner.errors import PlannerError
from path_planner.storage import atomic_io
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.file_paths import AnyDocumentPaths
from path_planner.storage.migrations import Raw
from path_planner.storage.redaction import Stands, redacted_row

RemovedIds = set[str]


def mark_for_redaction(paths: AnyDocumentPaths) -> None:
    """Note that something must be forgotten."""
    atomic_io.make_folder(paths.private)
    atomic_io.atomic_write(paths.redaction_marker, b"")


def redact_history(paths: AnyDocumentPaths, newest: Document) -> None:
    """Let the history know no more of what was taken out for good than that it was there.

    The journal is in the history already; its caller holds the lock.
    """
    stands: Stands = {name: getattr(newest, name) for name in paths.document_type.redacted_fields}
    gone: RemovedIds = set()
    # Each time a snapshot is made: many words changed one after the other would pile them up.
    history.thin_snapshots(paths)
    for base in history.snapshots(paths):
        _forget_in_snapshot(paths, base, stands, gone)
    for base in history.journals(paths):
        _forget_in_journal(paths, base, stands, gone)
    for path in _beside(paths):
        if path.suffix == atomic_io.TEMPORARY or _tells(path, gone):
            path.unlink(missing_ok=True)
    paths.cache.unlink(missing_ok=True)
    for folder in (paths.history_dir, paths.private, paths.file.parent):
        atomic_io.sync_folder(folder)
    paths.redaction_marker.unlink(missing_ok=True)


def _forget_in_snapshot(
    paths: AnyDocumentPaths, base: int, stands: Stands, gone: RemovedIds
) -> None:
    try:
        before = parse(history.read_snapshot(paths, base) or b"", paths.document_type)
        after = {
            name: [redacted_row(paths.document_type, name, row, stands) for row in rows]
            if name in stands
            else rows
            for name, rows in before.items()
        }
    except (PlannerError, LookupError, TypeError):
        # It cannot be read, so nothing is lost with it, and nobody knows what is in it.
        history.delete_snapshot(paths, base)
        return
    for name in stands:
        pairs = zip(before.get(name, []), after.get(name, []), strict=True)
        gone |= {row["id"] for row, kept in pairs if row is not kept}
    if after != before:
        history.save_snapshot(paths, base, orjson.dumps(after))


def _forget_in_journal(
    paths: AnyDocumentPaths, base: int, stands: Stands, gone: RemovedIds
) -> None:
    kept = history.read_journal(paths, base)
    if kept is None:
        history.delete_journal(paths, base)
        return
    steps, changed = [], bool(kept.bad or kept.torn)
    for step in kept.steps:
        changes = list(_changes(paths.document_type, step, stands, gone))
        changed = changed or changes != step["changes"]
        steps.append({**step, "changes": changes})
    if changed:
        history.save_journal(paths, base, journal.lines_of(kept._replace(steps=tuple(steps))))


def _changes(
    document_type: DocumentType[Any, Any], step: Raw, stands: Stands, gone: RemovedIds
) -> Iterator[list[Any]]:
    for name, record_id, row in step["changes"]:
        kept = row and redacted_row(document_type, name, row, stands)
        if kept is not row or (name in stands and record_id not in stands[name]):
            gone.add(record_id)
        yield [name, record_id, kept]


def _beside(paths: AnyDocumentPaths) -> list[Path]:
    """Return what crashes left and what was set aside, damaged."""
    inside = paths.history_dir.iterdir() if paths.history_dir.is_dir() else ()
    aside = [path for path in inside if path.suffix != history.PACKED]
    return [*aside, *paths.set_aside(), *paths.leftovers()]


def _tells(path: Path, gone: RemovedIds) -> bool:
    data = atomic_io.read(path) or b""
    return any(one.encode() in data for one in gone)
