"""The past of a document: packed snapshots, and every journal between them."""

import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from path_planner.errors import PlannerError
from path_planner.storage import disk, journal
from path_planner.storage.door import parse
from path_planner.storage.limits import MOST_BYTES
from path_planner.storage.replay import Replayed, replay, replay_one_by_one
from path_planner.storage.shelf import AnyShelf, Shelf
from path_planner.storage.store import D, L

KEPT = 50
"""Snapshots kept in full number; of the older ones the first, and the last of each day."""

_BASE = re.compile(r"(\d{8,16})\.json\.z")
_JOURNAL = re.compile(r"(\d{8,16})\.jsonl\.z")
_LEVEL = 1
_LITTLE = 32 * 1024
"""A packed journal smaller than this is replayed in no time."""
PACKED = ".z"


def keep_base(shelf: AnyShelf, revision: int, data: bytes) -> None:
    """Keep a snapshot."""
    _keep(shelf, f"{revision:08}.json.z", data)


def keep_journal(shelf: AnyShelf, base: int, lines: bytes) -> None:
    """Keep the journal that begins at a snapshot."""
    _keep(shelf, f"{base:08}.jsonl.z", lines)


def drop_base(shelf: AnyShelf, revision: int) -> None:
    """Take a snapshot away."""
    (shelf.past / f"{revision:08}.json.z").unlink(missing_ok=True)


def drop_journal(shelf: AnyShelf, base: int) -> None:
    """Take a kept journal away."""
    (shelf.past / f"{base:08}.jsonl.z").unlink(missing_ok=True)


def keep_aside(shelf: AnyShelf, name: str, data: bytes) -> Path:
    """Keep a damaged file as it is, under a name that is free."""
    disk.make_folder(shelf.past)
    return set_aside(shelf.past / name, data)


def set_aside(path: Path, data: bytes) -> Path:
    """Write a copy of something damaged, never over another one."""
    free, count = path, 2
    while free.exists() and disk.read(free) != data:
        free, count = path.with_name(f"{path.name}-{count}"), count + 1
    disk.write_whole(free, data)
    return free


def _keep(shelf: AnyShelf, name: str, data: bytes) -> None:
    disk.make_folder(shelf.past)
    disk.write_whole(shelf.past / name, zlib.compress(data, _LEVEL))


def bases(shelf: AnyShelf) -> list[int]:
    """Return the revisions of the snapshots, oldest first."""
    return _numbers(shelf, _BASE)


def journals(shelf: AnyShelf) -> list[int]:
    """Return the revisions at which the kept journals begin, oldest first."""
    return _numbers(shelf, _JOURNAL)


def _numbers(shelf: AnyShelf, pattern: re.Pattern[str]) -> list[int]:
    names = (path.name for path in shelf.past.glob("*.z")) if shelf.past.is_dir() else ()
    return sorted(int(found[1]) for name in names if (found := pattern.fullmatch(name)))


def read_base(shelf: AnyShelf, revision: int) -> bytes | None:
    """Return a snapshot, or None if it is not there or is damaged."""
    return _unpacked(shelf.past / f"{revision:08}.json.z")


def read_journal(shelf: AnyShelf, base: int) -> journal.Parsed | None:
    """Return a kept journal, or None if it is not there or is damaged."""
    data = _unpacked(shelf.past / f"{base:08}.jsonl.z")
    return None if data is None else journal.parse(data, shelf.sort)


def _unpacked(path: Path) -> bytes | None:
    packed = disk.read(path)
    if packed is None:
        return None
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(packed, MOST_BYTES + 1)
    except zlib.error:
        return None
    return data if unpacker.eof else None


def steps_since(shelf: AnyShelf, revision: int, now: journal.Parsed) -> Iterator[dict[str, Any]]:
    """Yield all steps that may come after a revision, oldest first."""
    starts = journals(shelf)
    # The journal that begins before the revision may go on after it.
    earlier = [base for base in starts if base <= revision][-1:]
    for base in (*earlier, *(base for base in starts if base > revision)):
        kept = read_journal(shelf, base)
        yield from kept.steps if kept else ()
    yield from now.steps


def rebuild(shelf: Shelf[D, L], now: journal.Parsed, upto: int | None = None) -> Replayed[D] | None:
    """Return the newest state (or that at a revision) from snapshots and journals alone."""
    for base in reversed(bases(shelf)):
        if upto is not None and base > upto:
            continue
        try:
            return _rebuild_from(shelf, base, now, upto)
        except PlannerError:
            continue
    return None


def _rebuild_from(
    shelf: Shelf[D, L], base: int, now: journal.Parsed, upto: int | None
) -> Replayed[D]:
    raw = parse(read_base(shelf, base) or b"", shelf.sort)
    steps = list(steps_since(shelf, base, now))
    try:
        return replay(raw, steps, shelf.sort, upto)
    except PlannerError:
        wanted = (step for step in steps if upto is None or step["rev"] <= upto)
        return replay_one_by_one(raw, wanted, shelf.sort)


def prune(shelf: AnyShelf) -> None:
    """Thin the snapshots out; the journals stay, so every revision can still be reached."""
    older = bases(shelf)[:-KEPT]
    last_of_day = {_day(shelf, base): base for base in older}
    for base in older[1:]:
        if last_of_day[_day(shelf, base)] != base:
            drop_base(shelf, base)


def thin(shelf: AnyShelf) -> None:
    """Drop the snapshots between the first and the last after which little was written."""
    for base in bases(shelf)[1:-1]:
        kept = shelf.past / f"{base:08}.jsonl.z"
        if kept.exists() and kept.stat().st_size < _LITTLE:
            drop_base(shelf, base)


def _day(shelf: AnyShelf, base: int) -> str:
    found = (shelf.past / f"{base:08}.json.z").stat()
    return f"{datetime.fromtimestamp(found.st_mtime, UTC):%Y-%m-%d}"
