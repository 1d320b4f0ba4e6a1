"""Learning what the lists tell about a file, mostly without its drawings, which are most of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from path_planner.domain.session import Session
from path_planner.domain.text import clean_line
from path_planner.errors import FileTooNew, PlannerError
from path_planner.storage import disk, document, journal
from path_planner.storage.door import parse
from path_planner.storage.reading import is_ours, newest
from path_planner.storage.replay import replay_in_short
from path_planner.storage.shelf import Shelf
from path_planner.storage.store import Due, Entry, FileState
from path_planner.storage.summary import dues_of, entry_of

_TITLE = re.compile(rb'"title":\s*"([^"\\]{0,300})"')
_HEAD_BYTES = 2_000

Learned = tuple[Entry, Sequence[Due]]


def of_session(session: Session) -> Learned:
    """Return what the lists tell about an open session."""
    return entry_of(session), tuple(dues_of(session))


def of_shelf(shelf: Shelf) -> Learned:
    """Return what the lists tell about a session as it lies on disk."""
    file = disk.read(shelf.file) or b""
    try:
        now = journal.parse(disk.read(shelf.journal) or b"")
        return _in_short(shelf.id, file, now) or of_session(newest(shelf, file, now).session)
    except FileTooNew:
        return _unopened(shelf, file, FileState.TOO_NEW), ()
    except PlannerError:
        return _unopened(shelf, file, FileState.DAMAGED), ()


def _in_short(session_id: str, file: bytes, now: journal.Parsed) -> Learned | None:
    """Learn from a part of the file, None if it takes a closer look."""
    if not is_ours(file, now):
        return None
    try:
        raw = parse(document.without_marks(file))
        if raw.get("id") != session_id:
            return None
        session, voices = replay_in_short(raw, map(_without_marks, now.steps))
    except FileTooNew:
        raise
    except PlannerError:
        return None
    return replace(entry_of(session), voices=voices), tuple(dues_of(session))


def _without_marks(step: dict[str, Any]) -> dict[str, Any]:
    return step | {"changes": [change for change in step["changes"] if change[:1] != ["marks"]]}


def _unopened(shelf: Shelf, file: bytes, state: FileState) -> Entry:
    found = _TITLE.search(file[:_HEAD_BYTES])
    title = clean_line(found[1].decode("utf-8", "ignore")) if found else ""
    moment = datetime.fromtimestamp(shelf.file.stat().st_mtime, UTC)
    return Entry(
        id=shelf.id,
        title=str(title),
        pathfinder="",
        process="",
        place="",
        held_on=None,
        begun=moment,
        updated=moment,
        revision=0,
        people=0,
        voices=0,
        commitments=0,
        open_commitments=0,
        state=state,
    )
