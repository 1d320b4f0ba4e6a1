"""A store that keeps documents as long as the program runs: for tests, trials and samples."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import RLock
from typing import Generic

from path_planner.domain.change import Change
from path_planner.errors import RevisionNotFound, SessionExists, SessionNotFound
from path_planner.storage import document
from path_planner.storage.facts import Fact
from path_planner.storage.forgetting import forgotten_in
from path_planner.storage.merge import merge
from path_planner.storage.sessions import SESSIONS
from path_planner.storage.sort import Sort
from path_planner.storage.steps import Wish, next_op, taken, takes_out_for_good, wish, wished_of
from path_planner.storage.store import (
    Appended,
    D,
    Due,
    Finding,
    L,
    Opened,
    Removed,
    Revision,
    Scheme,
    Stores,
    WaitingChange,
)
from path_planner.storage.summary import (
    is_over,
    newest_first,
    removed_of,
    soonest_first,
)
from path_planner.storage.visions import VISIONS
from path_planner.words import mark


@dataclass(slots=True)
class _Shelf(Generic[D]):
    """All states of one document, oldest first."""

    states: list[D]
    steps: list[Revision]
    seen: set[str] = field(default_factory=set)
    waiting: bytes | None = None

    @property
    def newest(self) -> D:
        return self.states[-1]

    def at(self, revision: int) -> D | None:
        return next((state for state in self.states if state.revision == revision), None)

    def writers_since(self, revision: int) -> dict[tuple[str, str], str]:
        writers: dict[tuple[str, str], str] = {}
        for step in self.steps:
            for key in step.changes if step.revision > revision else ():
                writers[key] = step.by if writers.get(key, step.by) == step.by else ""
        return writers


class MemoryStore(Generic[D, L]):
    """Documents of one sort in memory, with all that other stores promise but to last."""

    def __init__(self, sort: Sort[D, L]) -> None:
        """Keep documents of a sort."""
        self._sort = sort
        self._lock = RLock()
        self._shelves: dict[str, _Shelf[D]] = {}
        self._removed: dict[str, tuple[datetime, _Shelf[D]]] = {}

    def begin(self, new: D) -> D:
        """Keep a new document."""
        kept = document.read(document.write(new), self._sort)
        with self._lock:
            if new.id in self._shelves:
                if self._shelves[new.id].newest == kept:
                    return kept
                raise SessionExists(session_id=new.id)
            step = Revision(kept.revision, kept.updated, "", ())
            self._shelves[new.id] = _Shelf([kept], [step])
        return kept

    def open(self, document_id: str) -> Opened[D]:
        """Return the newest state of a document."""
        return Opened(self._shelf(document_id).newest)

    def head(self, document_id: str) -> int:
        """Return the newest revision."""
        return self._shelf(document_id).newest.revision

    def append(
        self,
        document_id: str,
        changes: Sequence[Change],
        *,
        expected_revision: int,
        op_id: str,
        by: str,
        at: datetime,
    ) -> Appended[D]:
        """Write changes down and merge them with what others wrote meanwhile."""
        wished = wish(self._sort, changes, expected_revision, op_id=op_id, by=by, at=at)
        with self._lock:
            shelf = self._shelf(document_id)
            if wished.op_id in shelf.seen:
                return Appended(shelf.newest)
            return _append(shelf, wished)

    def waiting(self, document_id: str) -> bytes | None:
        """Return what waits beside a document."""
        return self._shelf(document_id).waiting

    def change_waiting(self, document_id: str, change: WaitingChange) -> None:
        """Change what waits, as one step."""
        with self._lock:
            shelf = self._shelf(document_id)
            shelf.waiting = change(shelf.waiting)

    def spare(self, document_id: str) -> None:
        """Return nothing: what is worked out from memory is in memory too."""
        self._shelf(document_id)

    def entries(self) -> list[L]:
        """Return the list of documents, newest first."""
        return newest_first([self._sort.line_of(shelf.newest) for shelf in self._all()])

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        dues = [due for shelf in self._all() for due in self._sort.dues_of(shelf.newest)]
        return soonest_first([due for due in dues if due.by_when <= until])

    def remove(self, document_id: str, at: datetime) -> None:
        """Take a document out; it can be restored for a while."""
        with self._lock:
            self._removed[document_id] = (at, self._shelf(document_id))
            del self._shelves[document_id]

    def removed(self) -> list[Removed[L]]:
        """Return what can be restored, last removed first."""
        with self._lock:
            gone = sorted(self._removed.values(), key=lambda pair: pair[0], reverse=True)
        return [removed_of(self._sort.line_of(shelf.newest), at) for at, shelf in gone]

    def restore(self, document_id: str) -> None:
        """Bring a removed document back."""
        with self._lock:
            if document_id not in self._removed:
                raise SessionNotFound(session_id=document_id)
            if document_id in self._shelves:
                raise SessionExists(session_id=document_id)
            self._shelves[document_id] = self._removed.pop(document_id)[1]

    def change_removed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change what can be restored; memory can always be read."""
        with self._lock:
            for _, shelf in self._removed.values():
                if wished := wished_of(shelf.newest, change, op_id=op_id, by=by, at=at):
                    _append(shelf, wished)
        return []

    def sweep(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago and return its ids."""
        with self._lock:
            over = tuple(key for key, (at, _) in self._removed.items() if is_over(at, now))
            for document_id in over:
                del self._removed[document_id]
        return over

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""
        with self._lock:
            here = self._shelves.pop(document_id, None)
            gone = self._removed.pop(document_id, None)
        if here is None and gone is None:
            raise SessionNotFound(session_id=document_id)

    def history(self, document_id: str) -> list[Revision]:
        """Return the steps of a document, oldest first."""
        return list(self._shelf(document_id).steps)

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return a document as it was."""
        state = self._shelf(document_id).at(revision)
        if state is None:
            raise RevisionNotFound
        return state

    def document(self, document_id: str) -> bytes:
        """Return the readable document of the newest state."""
        return document.write(self._shelf(document_id).newest)

    def check(self) -> list[Finding]:
        """Say of every document that it is well: memory has no files to break."""
        well = Fact(mark("This plan is well."))
        return [Finding("", shelf.newest.id, well, well=True) for shelf in self._all()]

    def settle(self, document_id: str) -> None:
        """Do nothing: the document is written whenever it is asked for."""
        self._shelf(document_id)

    def _shelf(self, document_id: str) -> _Shelf[D]:
        with self._lock:
            shelf = self._shelves.get(document_id)
        if shelf is None:
            raise SessionNotFound(session_id=document_id)
        return shelf

    def _all(self) -> list[_Shelf[D]]:
        with self._lock:
            return list(self._shelves.values())


def _append(shelf: _Shelf[D], wished: Wish) -> Appended[D]:
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
    if takes_out_for_good(newest, op.changes):
        shelf.states = [forgotten_in(state, after) for state in shelf.states]
    shelf.states.append(after)
    shelf.steps.append(Revision(op.rev, op.at, op.by, op.touched, op.op_id))
    return Appended(after, conflicts)


def _make(_: str) -> Stores:
    return Stores(MemoryStore(SESSIONS), MemoryStore(VISIONS))


STORE = Scheme("memory", _make)
