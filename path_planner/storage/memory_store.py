"""A store that keeps sessions as long as the program runs: for tests, trials and samples."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import RLock

from path_planner.domain.change import Change
from path_planner.domain.session import Session
from path_planner.errors import RevisionNotFound, SessionExists, SessionNotFound
from path_planner.storage import document
from path_planner.storage.facts import Fact
from path_planner.storage.merge import merge
from path_planner.storage.steps import Wish, next_op, taken, wish
from path_planner.storage.store import (
    Appended,
    Due,
    Entry,
    Finding,
    Opened,
    Removed,
    Revision,
    Scheme,
)
from path_planner.storage.summary import (
    dues_of,
    entry_of,
    is_over,
    newest_first,
    removed_of,
    soonest_first,
)
from path_planner.words import mark


@dataclass(slots=True)
class _Shelf:
    """All states of one session, oldest first."""

    states: list[Session]
    steps: list[Revision]
    seen: set[str] = field(default_factory=set)

    @property
    def newest(self) -> Session:
        return self.states[-1]

    def at(self, revision: int) -> Session | None:
        return next((state for state in self.states if state.revision == revision), None)

    def writers_since(self, revision: int) -> dict[tuple[str, str], str]:
        writers: dict[tuple[str, str], str] = {}
        for step in self.steps:
            for key in step.changes if step.revision > revision else ():
                writers[key] = step.by if writers.get(key, step.by) == step.by else ""
        return writers


class MemoryStore:
    """Sessions in memory, with all the promises of the other stores but that of lasting."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._shelves: dict[str, _Shelf] = {}
        self._removed: dict[str, tuple[datetime, _Shelf]] = {}

    def begin(self, session: Session) -> Session:
        """Keep a new session."""
        kept = document.read(document.write(session))
        with self._lock:
            if session.id in self._shelves:
                if self._shelves[session.id].newest == kept:
                    return kept
                raise SessionExists(session_id=session.id)
            step = Revision(kept.revision, kept.updated, "", ())
            self._shelves[session.id] = _Shelf([kept], [step])
        return kept

    def open(self, session_id: str) -> Opened:
        """Return the newest state of a session."""
        return Opened(self._shelf(session_id).newest)

    def head(self, session_id: str) -> int:
        """Return the newest revision."""
        return self._shelf(session_id).newest.revision

    def append(
        self,
        session_id: str,
        changes: Sequence[Change],
        *,
        expected_revision: int,
        op_id: str,
        by: str,
        at: datetime,
    ) -> Appended:
        """Write changes down and merge them with what others wrote meanwhile."""
        wished = wish(changes, expected_revision, op_id, by, at)
        with self._lock:
            shelf = self._shelf(session_id)
            if wished.op_id in shelf.seen:
                return Appended(shelf.newest)
            return _append(shelf, wished)

    def entries(self) -> list[Entry]:
        """Return the list of sessions, newest first."""
        return newest_first([entry_of(shelf.newest) for shelf in self._all()])

    def due(self, until: date) -> list[Due]:
        """Return the open commitments of all sessions up to a day, soonest first."""
        dues = [due for shelf in self._all() for due in dues_of(shelf.newest)]
        return soonest_first([due for due in dues if due.by_when <= until])

    def remove(self, session_id: str, at: datetime) -> None:
        """Take a session out; it can be restored for a while."""
        with self._lock:
            self._removed[session_id] = (at, self._shelf(session_id))
            del self._shelves[session_id]

    def removed(self) -> list[Removed]:
        """Return what can be restored, last removed first."""
        with self._lock:
            gone = sorted(self._removed.values(), key=lambda pair: pair[0], reverse=True)
        return [removed_of(entry_of(shelf.newest), at) for at, shelf in gone]

    def restore(self, session_id: str) -> None:
        """Bring a removed session back."""
        with self._lock:
            if session_id not in self._removed:
                raise SessionNotFound(session_id=session_id)
            if session_id in self._shelves:
                raise SessionExists(session_id=session_id)
            self._shelves[session_id] = self._removed.pop(session_id)[1]

    def sweep(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago and return its ids."""
        with self._lock:
            over = tuple(key for key, (at, _) in self._removed.items() if is_over(at, now))
            for session_id in over:
                del self._removed[session_id]
        return over

    def erase(self, session_id: str) -> None:
        """Erase every copy of a session."""
        with self._lock:
            here = self._shelves.pop(session_id, None)
            gone = self._removed.pop(session_id, None)
        if here is None and gone is None:
            raise SessionNotFound(session_id=session_id)

    def history(self, session_id: str) -> list[Revision]:
        """Return the steps of a session, oldest first."""
        return list(self._shelf(session_id).steps)

    def at_revision(self, session_id: str, revision: int) -> Session:
        """Return a session as it was."""
        state = self._shelf(session_id).at(revision)
        if state is None:
            raise RevisionNotFound
        return state

    def document(self, session_id: str) -> bytes:
        """Return the readable document of the newest state."""
        return document.write(self._shelf(session_id).newest)

    def check(self) -> list[Finding]:
        """Say of every session that it is well: memory has no files to break."""
        well = Fact(mark("This plan is well."))
        return [Finding("", shelf.newest.id, well, well=True) for shelf in self._all()]

    def settle(self, session_id: str) -> None:
        """Do nothing: the document is written whenever it is asked for."""
        self._shelf(session_id)

    def _shelf(self, session_id: str) -> _Shelf:
        with self._lock:
            shelf = self._shelves.get(session_id)
        if shelf is None:
            raise SessionNotFound(session_id=session_id)
        return shelf

    def _all(self) -> list[_Shelf]:
        with self._lock:
            return list(self._shelves.values())


def _append(shelf: _Shelf, wished: Wish) -> Appended:
    newest = shelf.newest
    changes, conflicts = merge(
        shelf.at(wished.expected_revision),
        newest,
        wished.changes,
        shelf.writers_since(wished.expected_revision),
    )
    # Also what changes nothing now would change something if it came again later.
    shelf.seen.add(wished.op_id)
    if not changes:
        return Appended(newest, conflicts)
    op = next_op(newest, wished, changes)
    after = taken(newest, op)
    shelf.states.append(after)
    shelf.steps.append(Revision(op.rev, op.at, op.by, op.touched))
    return Appended(after, conflicts)


def _make(_: str) -> MemoryStore:
    return MemoryStore()


STORE = Scheme("memory", _make)
