"""Forgetting: what was taken out for good goes out of the history and of every copy beside it.

A mark stands on the disk from before the step that takes it out until all is forgotten, so that a
machine that stops in between goes on where it was when the document is opened the next time.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

from path_planner.domain.document import Document
from path_planner.errors import PlannerError
from path_planner.storage import disk, journal, past
from path_planner.storage.door import parse
from path_planner.storage.migrations import Raw
from path_planner.storage.shelf import AnyShelf
from path_planner.storage.sort import Sort
from path_planner.storage.sorts import sort_of
from path_planner.storage.store import D

Gone = set[str]
Stands = Mapping[str, Mapping[str, Any]]
"""The records that stand now, of the collections that can forget."""


def mark(shelf: AnyShelf) -> None:
    """Note that something must be forgotten."""
    disk.make_folder(shelf.private)
    disk.write_whole(shelf.forget, b"")


def forget(shelf: AnyShelf, newest: Document) -> None:
    """Let the history know no more of what was taken out for good than that it was there.

    The journal is in the history already; its caller holds the lock.
    """
    stands: Stands = {name: getattr(newest, name) for name in shelf.sort.forgotten}
    gone: Gone = set()
    # Each time a snapshot is made: many words changed one after the other would pile them up.
    past.thin(shelf)
    for base in past.bases(shelf):
        _forget_in_snapshot(shelf, base, stands, gone)
    for base in past.journals(shelf):
        _forget_in_journal(shelf, base, stands, gone)
    for path in _beside(shelf):
        if path.suffix == disk.TEMPORARY or _tells(path, gone):
            path.unlink(missing_ok=True)
    shelf.spare.unlink(missing_ok=True)
    for folder in (shelf.past, shelf.private, shelf.file.parent):
        disk.sync_folder(folder)
    shelf.forget.unlink(missing_ok=True)


def forgotten(sort: Sort[Any, Any], name: str, row: Raw, stands: Stands) -> Raw:
    """Return what an earlier state keeps of a record."""
    if name not in stands:
        return row
    if row["id"] not in stands[name]:
        return dict(sort.forgotten[name](row))
    rewording = sort.rewordings.get(name)
    return rewording.forget(row, stands[name][row["id"]]) if rewording else row


def forgotten_in(state: D, newest: Document) -> D:
    """Return an earlier state without what was taken out for good since."""
    sort, update = sort_of(state), {}
    for name in sort.forgotten:
        stands: Stands = {name: getattr(newest, name)}
        update[name] = {
            one.id: _forgotten_record(sort, name, one, stands)
            for one in getattr(state, name).values()
        }
    return state.model_copy(update=update)


def _forgotten_record(sort: Sort[Any, Any], name: str, record: Any, stands: Stands) -> Any:
    row = dict(record)
    after = forgotten(sort, name, row, stands)
    return record if after is row else sort.collections[name].validate_python(after)


def _forget_in_snapshot(shelf: AnyShelf, base: int, stands: Stands, gone: Gone) -> None:
    try:
        before = parse(past.read_base(shelf, base) or b"", shelf.sort)
        after = {
            name: [forgotten(shelf.sort, name, row, stands) for row in rows]
            if name in stands
            else rows
            for name, rows in before.items()
        }
    except (PlannerError, LookupError, TypeError):
        # It cannot be read, so nothing is lost with it, and nobody knows what is in it.
        past.drop_base(shelf, base)
        return
    for name in stands:
        pairs = zip(before.get(name, []), after.get(name, []), strict=True)
        gone |= {row["id"] for row, kept in pairs if row is not kept}
    if after != before:
        past.keep_base(shelf, base, orjson.dumps(after))


def _forget_in_journal(shelf: AnyShelf, base: int, stands: Stands, gone: Gone) -> None:
    kept = past.read_journal(shelf, base)
    if kept is None:
        past.drop_journal(shelf, base)
        return
    steps, changed = [], bool(kept.bad or kept.torn)
    for step in kept.steps:
        changes = list(_changes(shelf.sort, step, stands, gone))
        changed = changed or changes != step["changes"]
        steps.append({**step, "changes": changes})
    if changed:
        past.keep_journal(shelf, base, journal.lines_of(kept._replace(steps=tuple(steps))))


def _changes(sort: Sort[Any, Any], step: Raw, stands: Stands, gone: Gone) -> Iterator[list[Any]]:
    for name, record_id, row in step["changes"]:
        kept = row and forgotten(sort, name, row, stands)
        if kept is not row or (name in stands and record_id not in stands[name]):
            gone.add(record_id)
        yield [name, record_id, kept]


def _beside(shelf: AnyShelf) -> list[Path]:
    """Return what crashes left and what was set aside, damaged."""
    inside = shelf.past.iterdir() if shelf.past.is_dir() else ()
    aside = [path for path in inside if path.suffix != past.PACKED]
    return [*aside, *shelf.set_aside(), *shelf.leftovers()]


def _tells(path: Path, gone: Gone) -> bool:
    data = disk.read(path) or b""
    return any(one.encode() in data for one in gone)
