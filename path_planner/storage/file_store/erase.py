"""Erasing every copy of a document, or what was taken out of its history; resumable after a crash.

A marker file is written before anything is deleted and removed at the end; a marker that is found
later means that a crash interrupted the erasing. `finish_erasing` repeats it for a document; for a
history it is repeated when the document is opened or changed.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
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
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.migrations import Raw
from path_planner.storage.op import CurrentRecords, redacted_row

RemovedIds = set[str]

UNFINISHED = ".erase"
_OLD_SECONDS = 3_600
"""A temporary file may belong to a save that runs now, but not to one of an hour ago."""


def erase(paths: AnyDocumentPaths) -> None:
    """Erase every file of a document."""
    marker = paths.private / f"{paths.id}{UNFINISHED}"
    atomic_io.make_folder(paths.private)
    atomic_io.atomic_write(marker, paths.file.name.encode())
    for path in (paths.file, *paths.set_aside(), *paths.conflicting_files()):
        path.unlink(missing_ok=True)
    erase_sidecar_files(paths)
    atomic_io.sync_folder(paths.file.parent)
    marker.unlink(missing_ok=True)


def erase_sidecar_files(paths: AnyDocumentPaths) -> None:
    """Erase journal, history, cache and lock of a document whose file is gone."""
    for path in (
        paths.journal,
        *paths.sidecars,
        paths.cache,
        paths.redaction_marker,
        *paths.leftovers(),
        *paths.conflict_copies(),
    ):
        path.unlink(missing_ok=True)
    for folder in (paths.history_dir, paths.blobs_dir):
        shutil.rmtree(folder, ignore_errors=True)
    with suppress(PermissionError):
        # Windows keeps a lock file while it is held; it is empty.
        paths.lock.unlink(missing_ok=True)


def finish_erasing(folder: Folder[Any, Any]) -> bool:
    """Finish every interrupted erasing; return whether there was one."""
    markers = list(folder.private.glob(f"*{UNFINISHED}"))
    for marker in markers:
        name = Path(marker.read_text("utf-8", "replace")).name
        if name.endswith(folder.document_type.suffix):
            erase(folder.paths_at(name, marker.name.removesuffix(UNFINISHED)))
    return bool(markers)


def clear_leftovers(folder: Folder[Any, Any], now: datetime) -> None:
    """Delete temporary files that crashes left, if they are more than an hour old."""
    for directory in (folder.root, folder.private, *folder.private.glob("*/")):
        for path in directory.glob(f".*{atomic_io.TEMPORARY}"):
            with suppress(FileNotFoundError):
                status = os.lstat(path)
                old = now.timestamp() - status.st_mtime > _OLD_SECONDS
                if old and stat.S_ISREG(status.st_mode):
                    path.unlink()


def mark_for_redaction(paths: AnyDocumentPaths) -> None:
    """Write the marker that the history needs redaction."""
    atomic_io.make_folder(paths.private)
    atomic_io.atomic_write(paths.redaction_marker, b"")


def redact_history(paths: AnyDocumentPaths, newest: Document) -> None:
    """Remove erased records and words from every snapshot, journal and copy; delete the marker.

    Of an erased record only the fields remain that `redacted_fields` keeps. The caller holds the
    lock, has just written a snapshot of `newest`, and moved the current journal into the history.
    """
    records: CurrentRecords = {
        name: getattr(newest, name) for name in paths.document_type.redacted_fields
    }
    erased: RemovedIds = set()
    # Each redaction adds a snapshot; without this, many in a row would pile up.
    history.thin_snapshots(paths)
    for base in history.snapshots(paths):
        # In that of the newest state stands nothing that is erased.
        if base != newest.revision:
            _redact_snapshot(paths, base, records, erased)
    for base in history.journals(paths):
        _redact_journal(paths, base, records, erased)
    for path in _stray_copies(paths):
        if path.suffix == atomic_io.TEMPORARY or _mentions(path, erased):
            path.unlink(missing_ok=True)
    paths.cache.unlink(missing_ok=True)
    for folder in (paths.history_dir, paths.private, paths.file.parent):
        atomic_io.sync_folder(folder)
    paths.redaction_marker.unlink(missing_ok=True)


def _redact_snapshot(
    paths: AnyDocumentPaths, base: int, records: CurrentRecords, erased: RemovedIds
) -> None:
    try:
        before = parse(history.read_snapshot(paths, base) or b"", paths.document_type)
        after = {
            name: [redacted_row(paths.document_type, name, row, records) for row in rows]
            if name in records
            else rows
            for name, rows in before.items()
        }
    except (PlannerError, LookupError, TypeError):
        # Nobody can read it, but it might still contain the erased words.
        history.delete_snapshot(paths, base)
        return
    for name in records:
        pairs = zip(before.get(name, []), after.get(name, []), strict=True)
        erased |= {row["id"] for row, redacted in pairs if row is not redacted}
    if after != before:
        history.save_snapshot(paths, base, orjson.dumps(after))


def _redact_journal(
    paths: AnyDocumentPaths, base: int, records: CurrentRecords, erased: RemovedIds
) -> None:
    parsed = history.read_journal(paths, base)
    if parsed is None:
        history.delete_journal(paths, base)
        return
    steps, changed = [], bool(parsed.bad or parsed.torn)
    for step in parsed.steps:
        changes = list(_redacted_changes(paths.document_type, step, records, erased))
        changed = changed or changes != step["changes"]
        steps.append({**step, "changes": changes})
    if changed:
        history.save_journal(paths, base, journal.lines_of(parsed._replace(steps=tuple(steps))))


def _redacted_changes(
    document_type: DocumentType[Any, Any], step: Raw, records: CurrentRecords, erased: RemovedIds
) -> Iterator[list[Any]]:
    for name, record_id, row in step["changes"]:
        redacted = row and redacted_row(document_type, name, row, records)
        if redacted is not row or (name in records and record_id not in records[name]):
            erased.add(record_id)
        yield [name, record_id, redacted]


def _stray_copies(paths: AnyDocumentPaths) -> list[Path]:
    """Return temporary files of crashes, and files of others or damaged ones that were kept."""
    inside = paths.history_dir.iterdir() if paths.history_dir.is_dir() else ()
    aside = [path for path in inside if path.suffix != history.PACKED]
    copies = (*paths.conflict_copies(), *paths.conflicting_files())
    return [*aside, *paths.set_aside(), *paths.leftovers(), *copies]


def _mentions(path: Path, erased: RemovedIds) -> bool:
    data = atomic_io.read(path) or b""
    return any(record_id.encode() in data for record_id in erased)
