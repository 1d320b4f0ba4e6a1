"""The past of a document: packed snapshots, and every journal between them."""

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from path_planner.domain.base import Document
from path_planner.errors import PlannerError
from path_planner.storage import atomic_io
from path_planner.storage.decoder import parse
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.file_paths import AnyDocumentPaths, DocumentPaths
from path_planner.storage.file_store.replay import Replayed, replay, replay_one_by_one
from path_planner.storage.limits import MOST_BYTES
from path_planner.storage.protocol import D, L, Revision

KEPT = 50
"""Snapshots kept in full number; of the older ones the first, and the last of each day."""

_BASE = re.compile(r"(\d{8,16})\.json\.z")
_JOURNAL = re.compile(r"(\d{8,16})\.jsonl\.z")
_LEVEL = 1
_LITTLE = 32 * 1024
"""A packed journal smaller than this is replayed in no time."""
PACKED = ".z"


def save_snapshot(paths: AnyDocumentPaths, revision: int, data: bytes) -> None:
    """Keep a snapshot."""
    _keep(paths, f"{revision:08}.json.z", data)


def save_journal(paths: AnyDocumentPaths, base: int, lines: bytes) -> None:
    """Keep the journal that begins at a snapshot."""
    _keep(paths, f"{base:08}.jsonl.z", lines)


def delete_snapshot(paths: AnyDocumentPaths, revision: int) -> None:
    """Take a snapshot away."""
    (paths.history_dir / f"{revision:08}.json.z").unlink(missing_ok=True)


def delete_journal(paths: AnyDocumentPaths, base: int) -> None:
    """Take a kept journal away."""
    (paths.history_dir / f"{base:08}.jsonl.z").unlink(missing_ok=True)


def quarantine(paths: AnyDocumentPaths, name: str, data: bytes) -> Path:
    """Keep a damaged file as it is, under a name that is free."""
    atomic_io.make_folder(paths.history_dir)
    return write_beside(paths.history_dir / name, data)


def write_beside(path: Path, data: bytes) -> Path:
    """Write a copy of something damaged, never over another one."""
    free, count = path, 2
    while free.exists() and atomic_io.read(free) != data:
        free, count = path.with_name(f"{path.name}-{count}"), count + 1
    atomic_io.atomic_write(free, data)
    return free


def _keep(paths: AnyDocumentPaths, name: str, data: bytes) -> None:
    atomic_io.make_folder(paths.history_dir)
    atomic_io.atomic_write(paths.history_dir / name, zlib.compress(data, _LEVEL))


def snapshots(paths: AnyDocumentPaths) -> list[int]:
    """Return the revisions of the snapshots, oldest first."""
    return _numbers(paths, _BASE)


def journals(paths: AnyDocumentPaths) -> list[int]:
    """Return the revisions at which the kept journals begin, oldest first."""
    return _numbers(paths, _JOURNAL)


def _numbers(paths: AnyDocumentPaths, pattern: re.Pattern[str]) -> list[int]:
    names = (
        (path.name for path in paths.history_dir.glob("*.z")) if paths.history_dir.is_dir() else ()
    )
    return sorted(int(found[1]) for name in names if (found := pattern.fullmatch(name)))


def read_snapshot(paths: AnyDocumentPaths, revision: int) -> bytes | None:
    """Return a snapshot, or None if it is not there or is damaged."""
    return _unpacked(paths.history_dir / f"{revision:08}.json.z")


def read_journal(paths: AnyDocumentPaths, base: int) -> journal.Parsed | None:
    """Return a kept journal, or None if it is not there or is damaged."""
    data = _unpacked(paths.history_dir / f"{base:08}.jsonl.z")
    return None if data is None else journal.parse(data, paths.document_type)


def _unpacked(path: Path) -> bytes | None:
    packed = atomic_io.read(path)
    if packed is None:
        return None
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, MOST_BYTES + 1)
    except zlib.error:
        return None
    return data if unpacker.eof else None


def steps_since(
    paths: AnyDocumentPaths, revision: int, now: journal.Parsed
) -> Iterator[dict[str, Any]]:
    """Yield all steps that may come after a revision, oldest first."""
    starts = journals(paths)
    # The journal that begins before the revision may go on after it.
    earlier = [base for base in starts if base <= revision][-1:]
    for base in (*earlier, *(base for base in starts if base > revision)):
        kept = read_journal(paths, base)
        yield from kept.steps if kept else ()
    yield from now.steps


def restore_from_history(
    paths: DocumentPaths[D, L], now: journal.Parsed, upto: int | None = None
) -> Replayed[D] | None:
    """Return the newest state (or that at a revision) from snapshots and journals alone."""
    for base in reversed(snapshots(paths)):
        if upto is not None and base > upto:
            continue
        try:
            return _rebuild_from(paths, base, now, upto)
        except PlannerError:
            continue
    return None


def _rebuild_from(
    paths: DocumentPaths[D, L], base: int, now: journal.Parsed, upto: int | None
) -> Replayed[D]:
    raw = parse(read_snapshot(paths, base) or b"", paths.document_type)
    steps = list(steps_since(paths, base, now))
    try:
        return replay(raw, steps, paths.document_type, upto)
    except PlannerError:
        wanted = (step for step in steps if upto is None or step["rev"] <= upto)
        return replay_one_by_one(raw, wanted, paths.document_type)


def prune_snapshots(paths: AnyDocumentPaths) -> None:
    """Thin the snapshots out; the journals stay, so every revision can still be reached."""
    older = snapshots(paths)[:-KEPT]
    last_of_day = {_day(paths, base): base for base in older}
    for base in older[1:]:
        if last_of_day[_day(paths, base)] != base:
            delete_snapshot(paths, base)


def thin_snapshots(paths: AnyDocumentPaths) -> None:
    """Drop the snapshots between the first and the last after which little was written."""
    for base in snapshots(paths)[1:-1]:
        kept = paths.history_dir / f"{base:08}.jsonl.z"
        if kept.exists() and kept.stat().st_size < _LITTLE:
            delete_snapshot(paths, base)


def _day(paths: AnyDocumentPaths, base: int) -> str:
    found = (paths.history_dir / f"{base:08}.json.z").stat()
    return f"{datetime.fromtimestamp(found.st_mtime, UTC):%Y-%m-%d}"


_UPDATED = re.compile(rb'"updated":\s*"([^"]{10,40})"')


def list_revisions(
    paths: AnyDocumentPaths, newest: Document, now: journal.Parsed
) -> list[Revision]:
    """Return every revision that can be reached, oldest first."""
    found = {base: _of_base(paths, base) for base in snapshots(paths)}
    for step in steps_since(paths, -1, now):
        found[step["rev"]] = _of_step(step)
    found.setdefault(newest.revision, Revision(newest.revision, newest.updated, "", ()))
    return [found[revision] for revision in sorted(found)]


def _of_step(step: dict[str, Any]) -> Revision:
    touched = tuple((str(change[0]), str(change[1])) for change in step["changes"])
    at = datetime.fromisoformat(step["at"])
    return Revision(step["rev"], at, step["by"], touched, step["op_id"])


def _of_base(paths: AnyDocumentPaths, base: int) -> Revision:
    said = _UPDATED.search(read_snapshot(paths, base) or b"")
    at = datetime.fromisoformat(said[1].decode()) if said else datetime.fromtimestamp(0, UTC)
    return Revision(base, at, "", ())
