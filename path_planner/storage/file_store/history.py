"""The history of a document: compressed snapshots, and every journal between them.

A journal with the base N holds the operations after the snapshot of revision N. Any revision is a
snapshot at or before it, plus the operations up to it.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from path_planner.domain.base import Document, Value
from path_planner.errors import PlannerError
from path_planner.storage import atomic_io
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.file_paths import AnyDocumentPaths, DocumentPaths
from path_planner.storage.file_store.replay import Replayed, replay, replay_one_by_one
from path_planner.storage.limits import MOST_BYTES
from path_planner.storage.migrations import Raw
from path_planner.storage.protocol import D, L, Revision

KEPT = 50
"""The newest snapshots are all kept; of older ones only the first, and the last of each day."""

_BASE = re.compile(r"(\d{8,16})\.json\.z")
_JOURNAL = re.compile(r"(\d{8,16})\.jsonl\.z")
_LEVEL = 1
_SMALL_JOURNAL = 32 * 1024
"""A compressed journal smaller than this is fast to replay."""
PACKED = ".z"


def save_snapshot(paths: AnyDocumentPaths, revision: int, data: bytes) -> None:
    """Write a snapshot."""
    _write_compressed(paths, f"{revision:08}.json.z", data)


def save_journal(paths: AnyDocumentPaths, base: int, lines: bytes) -> None:
    """Write the journal that begins at the snapshot `base`."""
    _write_compressed(paths, f"{base:08}.jsonl.z", lines)


def delete_snapshot(paths: AnyDocumentPaths, revision: int) -> None:
    """Delete a snapshot."""
    (paths.history_dir / f"{revision:08}.json.z").unlink(missing_ok=True)


def delete_journal(paths: AnyDocumentPaths, base: int) -> None:
    """Delete an archived journal."""
    (paths.history_dir / f"{base:08}.jsonl.z").unlink(missing_ok=True)


def quarantine(paths: AnyDocumentPaths, name: str, data: bytes) -> Path:
    """Keep a damaged file in the history folder, under a free name."""
    atomic_io.make_folder(paths.history_dir)
    return write_beside(paths.history_dir / name, data)


def write_beside(path: Path, data: bytes) -> Path:
    """Write data under the path, or with a number added where the path is taken."""
    free, count = path, 2
    while free.exists() and atomic_io.read(free) != data:
        free, count = path.with_name(f"{path.name}-{count}"), count + 1
    atomic_io.atomic_write(free, data)
    return free


def _write_compressed(paths: AnyDocumentPaths, name: str, data: bytes) -> None:
    atomic_io.make_folder(paths.history_dir)
    atomic_io.atomic_write(paths.history_dir / name, zlib.compress(data, _LEVEL))


def snapshots(paths: AnyDocumentPaths) -> list[int]:
    """Return the revisions of the snapshots, oldest first."""
    return _numbers(paths, _BASE)


def journals(paths: AnyDocumentPaths) -> list[int]:
    """Return the bases of the archived journals, oldest first."""
    return _numbers(paths, _JOURNAL)


def _numbers(paths: AnyDocumentPaths, pattern: re.Pattern[str]) -> list[int]:
    names = (
        (path.name for path in paths.history_dir.glob("*.z")) if paths.history_dir.is_dir() else ()
    )
    return sorted(int(match[1]) for name in names if (match := pattern.fullmatch(name)))


def read_snapshot(paths: AnyDocumentPaths, revision: int) -> bytes | None:
    """Return a snapshot, or None if it is not there or is damaged."""
    return _decompressed(paths.history_dir / f"{revision:08}.json.z")


def read_journal(paths: AnyDocumentPaths, base: int) -> journal.Parsed | None:
    """Return an archived journal, or None if it is not there or is damaged."""
    data = _decompressed(paths.history_dir / f"{base:08}.jsonl.z")
    return None if data is None else journal.parse(data, paths.document_type)


def archived_journals(paths: AnyDocumentPaths) -> Iterator[journal.Parsed]:
    """Yield every archived journal that can be read, oldest first."""
    for base in journals(paths):
        parsed = read_journal(paths, base)
        if parsed is not None:
            yield parsed


def files_of_others(paths: AnyDocumentPaths) -> list[Path]:
    """Return the packed files of other machines: their names are not ours."""
    known = (_BASE, _JOURNAL)
    return sorted(
        path
        for path in paths.history_dir.glob(f"*{PACKED}")
        if not any(pattern.fullmatch(path.name) for pattern in known)
    )


def unpacked(path: Path) -> bytes:
    """Return the content of a packed file; empty if it is damaged or too large."""
    return _decompressed(path) or b""


def _decompressed(path: Path) -> bytes | None:
    compressed = atomic_io.read(path)
    if compressed is None:
        return None
    decompressor = zlib.decompressobj()
    try:
        data = decompressor.decompress(compressed, MOST_BYTES + 1)
    except zlib.error:
        return None
    return data if decompressor.eof else None


def steps_since(
    paths: AnyDocumentPaths, revision: int, current: journal.Parsed
) -> Iterator[dict[str, Any]]:
    """Yield the operations that may come after a revision, oldest first; `now` is the journal."""
    starts = journals(paths)
    # The last journal that begins at or before the revision may reach beyond it.
    earlier = [base for base in starts if base <= revision][-1:]
    for base in (*earlier, *(base for base in starts if base > revision)):
        archived = read_journal(paths, base)
        yield from archived.steps if archived else ()
    yield from current.steps


def restore_from_history(
    paths: DocumentPaths[D, L], current: journal.Parsed, upto: int | None = None
) -> Replayed[D] | None:
    """Return the newest state (or that of the revision `upto`) from snapshots and journals alone.

    The newest usable snapshot is the base; damaged ones are skipped. None if no base is usable.
    """
    own = _base_of(paths, current)
    for base in sorted(snapshots(paths), key=lambda base: (base == own, base), reverse=True):
        if upto is not None and base > upto:
            continue
        try:
            steps = current.steps if base == own else steps_since(paths, base, current)
            return _rebuild_from(paths, base, list(steps), upto)
        except PlannerError:
            continue
    return None


def _base_of(paths: AnyDocumentPaths, current: journal.Parsed) -> int | None:
    """Return the snapshot that the journal begins from; a newer one may be of another machine."""
    header = current.header
    if header and zlib.crc32(read_snapshot(paths, header.base) or b"") == header.file:
        return header.base
    return None


def _rebuild_from(
    paths: DocumentPaths[D, L], base: int, steps: list[Raw], upto: int | None
) -> Replayed[D]:
    raw = parse(read_snapshot(paths, base) or b"", paths.document_type)
    try:
        return replay(raw, steps, paths.document_type, upto)
    except PlannerError:
        limited = (step for step in steps if upto is None or step["rev"] <= upto)
        return replay_one_by_one(raw, limited, paths.document_type)


def prune_snapshots(paths: AnyDocumentPaths) -> None:
    """Delete old snapshots; the journals stay, so every revision can still be rebuilt."""
    older = snapshots(paths)[:-KEPT]
    last_of_day = {_day(paths, base): base for base in older}
    for base in older[1:]:
        if last_of_day[_day(paths, base)] != base:
            delete_snapshot(paths, base)


def thin_snapshots(paths: AnyDocumentPaths) -> None:
    """Delete the inner snapshots that are followed by a small journal."""
    for base in snapshots(paths)[1:-1]:
        archived = paths.history_dir / f"{base:08}.jsonl.z"
        if archived.exists() and archived.stat().st_size < _SMALL_JOURNAL:
            delete_snapshot(paths, base)


def _day(paths: AnyDocumentPaths, base: int) -> str:
    status = (paths.history_dir / f"{base:08}.json.z").stat()
    return f"{datetime.fromtimestamp(status.st_mtime, UTC):%Y-%m-%d}"


_UPDATED = re.compile(rb'"updated":\s*"([^"]{10,40})"')
_HEAD_BYTES = 4096


def list_revisions(
    paths: AnyDocumentPaths, newest: Document, current: journal.Parsed
) -> list[Revision]:
    """Return every revision that can be rebuilt, oldest first."""
    revisions = {base: _snapshot_revision(paths, base) for base in snapshots(paths)}
    for step in steps_since(paths, -1, current):
        revisions[step["rev"]] = _step_revision(step, paths.document_type)
    revisions.setdefault(newest.revision, Revision(newest.revision, newest.updated, "", ()))
    return [revisions[number] for number in sorted(revisions)]


def _step_revision(step: dict[str, Any], document_type: DocumentType[Any, Any]) -> Revision:
    changes = [(str(name), str(record_id), row) for name, record_id, row in step["changes"]]
    return Revision(
        step["rev"],
        datetime.fromisoformat(step["at"]),
        step["by"],
        tuple((name, record_id) for name, record_id, _ in changes),
        step["op_id"],
        tuple((name, record_id) for name, record_id, row in changes if row is None),
        {name: row for name, _, row in changes if row and name in document_type.singles},
    )


def _snapshot_revision(paths: AnyDocumentPaths, base: int) -> Revision:
    # The line is near the beginning, and a snapshot may be large.
    packed = atomic_io.read(paths.history_dir / f"{base:08}.json.z") or b""
    match = _UPDATED.search(_beginning(packed)) or _UPDATED.search(
        read_snapshot(paths, base) or b""
    )
    at = datetime.fromisoformat(match[1].decode()) if match else datetime.fromtimestamp(0, UTC)
    return Revision(base, at, "", ())


def _beginning(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, _HEAD_BYTES)
    except zlib.error:
        return b""


def deleted_since(
    paths: AnyDocumentPaths, revision: int, current: journal.Parsed
) -> dict[tuple[str, str], Value | None]:
    """Return the records that were deleted after a revision, each as it was last.

    None stands for a record that only its deletion changed; one that cannot be read is left out.
    """
    last: dict[tuple[str, str], Raw] = {}
    deleted: set[tuple[str, str]] = set()
    for step in steps_since(paths, revision, current):
        for name, record_id, row in step["changes"] if step["rev"] > revision else ():
            if row is None:
                deleted.add((name, record_id))
            else:
                last[name, record_id] = row
    found: dict[tuple[str, str], Value | None] = {}
    for key in deleted:
        with suppress(ValidationError, LookupError):
            row = last.get(key)
            read = paths.document_type.collections[key[0]].validate_python
            found[key] = None if row is None else read(row)
    return found
