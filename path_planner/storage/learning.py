"""Learning what the lists tell about a file, mostly without that which is most of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from path_planner.domain.text import clean_line
from path_planner.errors import FileTooNew, PlannerError
from path_planner.storage import disk, document, journal
from path_planner.storage.door import parse
from path_planner.storage.reading import is_ours, newest
from path_planner.storage.replay import replay_in_short
from path_planner.storage.shelf import Shelf
from path_planner.storage.sort import Sort
from path_planner.storage.store import D, Due, FileState, L

_TITLE = re.compile(rb'"title":\s*"([^"\\]{0,300})"')
_HEAD_BYTES = 2_000


def of_open(document: D, sort: Sort[D, L]) -> tuple[L, Sequence[Due]]:
    """Return what the lists tell about an open document."""
    return sort.line_of(document), tuple(sort.dues_of(document))


def of_shelf(shelf: Shelf[D, L]) -> tuple[L, Sequence[Due]]:
    """Return what the lists tell about a document as it lies on disk."""
    file = disk.read(shelf.file) or b""
    try:
        now = journal.parse(disk.read(shelf.journal) or b"", shelf.sort)
        in_short = _in_short(shelf, file, now)
        return in_short or of_open(newest(shelf, file, now).document, shelf.sort)
    except FileTooNew:
        return _unopened(shelf, file, FileState.TOO_NEW), ()
    except PlannerError:
        return _unopened(shelf, file, FileState.DAMAGED), ()


def _in_short(
    shelf: Shelf[D, L], file: bytes, now: journal.Parsed
) -> tuple[L, Sequence[Due]] | None:
    """Learn from a part of the file, None if it takes a closer look."""
    if not is_ours(file, now):
        return None
    sort = shelf.sort
    try:
        raw = parse(document.without_bulk(file, sort), sort)
        if raw.get("id") != shelf.id:
            return None
        steps = (_without_bulk(step, sort) for step in now.steps)
        read, counted = replay_in_short(raw, steps, sort)
    except FileTooNew:
        raise
    except PlannerError:
        return None
    known: dict[str, Any] = {sort.counted: counted}
    return replace(sort.line_of(read), **known), tuple(sort.dues_of(read))


def _without_bulk(step: dict[str, Any], sort: Sort[Any, Any]) -> dict[str, Any]:
    return step | {"changes": [change for change in step["changes"] if change[:1] != [sort.bulk]]}


def _unopened(shelf: Shelf[D, L], file: bytes, state: FileState) -> L:
    found = _TITLE.search(file[:_HEAD_BYTES])
    title = clean_line(found[1].decode("utf-8", "ignore")) if found else ""
    moment = datetime.fromtimestamp(shelf.file.stat().st_mtime, UTC)
    return shelf.sort.line(
        id=shelf.id, title=str(title), begun=moment, updated=moment, revision=0, state=state
    )
