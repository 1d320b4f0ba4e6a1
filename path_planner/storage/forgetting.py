"""Forgetting: what was taken out for good goes out of the history and of every copy beside it.

A mark stands on the disk from before the step that takes it out until all is forgotten, so that a
machine that stops in between goes on where it was when the document is opened the next time.
"""

from collections.abc import Collection, Iterator, Mapping
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


def mark(shelf: AnyShelf) -> None:
    """Note that something must be forgotten."""
    disk.make_folder(shelf.private)
    disk.write_whole(shelf.forget, b"")


def forget(shelf: AnyShelf, newest: Document) -> None:
    """Let the history know no more of what was taken out for good than that it was there.

    The journal is in the history already; its caller holds the lock.
    """
    stands = {name: getattr(newest, name).keys() for name in shelf.sort.forgotten}
    gone: Gone = set()
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


def forgotten(
    sort: Sort[Any, Any], name: str, row: Raw, stands: Mapping[str, Collection[str]]
) -> Raw:
    """Return what an earlier state keeps of a record."""
    if name not in stands or row["id"] in stands[name]:
        return row
    return dict(sort.forgotten[name](row))


def forgotten_in(state: D, newest: Document) -> D:
    """Return an earlier state without what was taken out for good since."""
    sort, update = sort_of(state), {}
    for name in sort.forgotten:
        records, stands = getattr(state, name), getattr(newest, name)
        validate = sort.collections[name].validate_python
        update[name] = {
            one.id: one if one.id in stands else validate(sort.forgotten[name](dict(one)))
            for one in records.values()
        }
    return state.model_copy(update=update)


def _forget_in_snapshot(
    shelf: AnyShelf, base: int, stands: Mapping[str, Collection[str]], gone: Gone
) -> None:
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
        gone |= {row["id"] for row in before.get(name, [])} - {*stands[name]}
    if after != before:
        past.keep_base(shelf, base, orjson.dumps(after))


def _forget_in_journal(
    shelf: AnyShelf, base: int, stands: Mapping[str, Collection[str]], gone: Gone
) -> None:
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


def _changes(
    sort: Sort[Any, Any], step: Raw, stands: Mapping[str, Collection[str]], gone: Gone
) -> Iterator[list[Any]]:
    for name, record_id, row in step["changes"]:
        if name in stands and record_id not in stands[name]:
            gone.add(record_id)
        yield [name, record_id, row and forgotten(sort, name, row, stands)]


def _beside(shelf: AnyShelf) -> list[Path]:
    """Return what crashes left and what was set aside, damaged."""
    inside = shelf.past.iterdir() if shelf.past.is_dir() else ()
    aside = [path for path in inside if path.suffix != past.PACKED]
    return [*aside, *shelf.set_aside(), *shelf.leftovers()]


def _tells(path: Path, gone: Gone) -> bool:
    data = disk.read(path) or b""
    return any(one.encode() in data for one in gone)
