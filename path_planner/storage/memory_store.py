"""A store that keeps documents as long as the program runs: for tests, trials and samples."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import RLock
from typing import Generic

from path_planner.domain.diff import Change
from path_planner.errors import DocumentExists, DocumentNotFound, RevisionNotFound
from path_planner.i18n import N_
from path_planner.storage import serializer
from path_planner.storage.apply import (
    ProposedChange,
    apply_op,
    needs_redaction,
    next_op,
    proposal_of,
    propose,
)
from path_planner.storage.document_type import DocumentType
from path_planner.storage.merge import merge
from path_planner.storage.notices import Message
from path_planner.storage.protocol import (
    AppendResult,
    CheckResult,
    D,
    Due,
    L,
    OpenResult,
    Revision,
    Scheme,
    SidecarUpdate,
    Stores,
    TrashedSummary,
    is_over,
    newest_first,
    soonest_first,
    trashed_summary_of,
)
from path_planner.storage.redaction import redacted_change
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.vision_type import VISIONS


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

    def __init__(self, document_type: DocumentType[D, L]) -> None:
        """Keep documents of a sort."""
        self._sort = document_type
        self._lock = RLock()
        self._shelves: dict[str, _Shelf[D]] = {}
        self._removed: dict[str, tuple[datetime, _Shelf[D]]] = {}

    def create(self, new: D) -> D:
        """Keep a new document."""
        kept = serializer.read(serializer.write(new), self._sort)
        with self._lock:
            if new.id in self._shelves:
                if self._shelves[new.id].newest == kept:
                    return kept
                raise DocumentExists(session_id=new.id)
            step = Revision(kept.revision, kept.updated, "", ())
            self._shelves[new.id] = _Shelf([kept], [step])
        return kept

    def open(self, document_id: str) -> OpenResult[D]:
        """Return the newest state of a document."""
        return OpenResult(self._shelf(document_id).newest)

    def revision(self, document_id: str) -> int:
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
    ) -> AppendResult[D]:
        """Write changes down and merge them with what others wrote meanwhile."""
        wished = propose(self._sort, changes, expected_revision, op_id=op_id, by=by, at=at)
        with self._lock:
            paths = self._shelf(document_id)
            if wished.op_id in paths.seen:
                return AppendResult(paths.newest)
            return _append(paths, wished)

    def get_sidecar(self, document_id: str) -> bytes | None:
        """Return what waits beside a document."""
        return self._shelf(document_id).waiting

    def update_sidecar(self, document_id: str, change: SidecarUpdate) -> None:
        """Change what waits, as one step."""
        with self._lock:
            paths = self._shelf(document_id)
            paths.waiting = change(paths.waiting)

    def cache_path(self, document_id: str) -> None:
        """Return nothing: what is worked out from memory is in memory too."""
        self._shelf(document_id)

    def summaries(self) -> list[L]:
        """Return the list of documents, newest first."""
        return newest_first([self._sort.summary_of(paths.newest) for paths in self._all()])

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        dues = [due for paths in self._all() for due in self._sort.dues_of(paths.newest)]
        return soonest_first([due for due in dues if due.by_when <= until])

    def remove(self, document_id: str, at: datetime) -> None:
        """Take a document out; it can be restored for a while."""
        with self._lock:
            self._removed[document_id] = (at, self._shelf(document_id))
            del self._shelves[document_id]

    def trash(self) -> list[TrashedSummary[L]]:
        """Return what can be restored, last removed first."""
        with self._lock:
            gone = sorted(self._removed.values(), key=lambda pair: pair[0], reverse=True)
        return [trashed_summary_of(self._sort.summary_of(paths.newest), at) for at, paths in gone]

    def restore(self, document_id: str) -> None:
        """Bring a removed document back."""
        with self._lock:
            if document_id not in self._removed:
                raise DocumentNotFound(session_id=document_id)
            if document_id in self._shelves:
                raise DocumentExists(session_id=document_id)
            self._shelves[document_id] = self._removed.pop(document_id)[1]

    def update_trashed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change what can be restored; memory can always be read."""
        with self._lock:
            for _at, paths in self._removed.values():
                if wished := proposal_of(paths.newest, change, op_id=op_id, by=by, at=at):
                    _append(paths, wished)
        return []

    def purge(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago and return its ids."""
        with self._lock:
            over = tuple(key for key, (at, _shelf) in self._removed.items() if is_over(at, now))
            for document_id in over:
                del self._removed[document_id]
        return over

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""
        with self._lock:
            here = self._shelves.pop(document_id, None)
            gone = self._removed.pop(document_id, None)
        if here is None and gone is None:
            raise DocumentNotFound(session_id=document_id)

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
        return serializer.write(self._shelf(document_id).newest)

    def check(self) -> list[CheckResult]:
        """Say of every document that it is well: memory has no files to break."""
        well = Message(N_("This file is fine."))
        return [CheckResult("", paths.newest.id, well, well=True) for paths in self._all()]

    def checkpoint(self, document_id: str) -> None:
        """Do nothing: the document is written whenever it is asked for."""
        self._shelf(document_id)

    def _shelf(self, document_id: str) -> _Shelf[D]:
        with self._lock:
            paths = self._shelves.get(document_id)
        if paths is None:
            raise DocumentNotFound(session_id=document_id)
        return paths

    def _all(self) -> list[_Shelf[D]]:
        with self._lock:
            return list(self._shelves.values())


def _append(paths: _Shelf[D], wished: ProposedChange) -> AppendResult[D]:
    newest = paths.newest
    changes, conflicts = merge(
        paths.at(wished.expected_revision),
        newest,
        wished.changes,
        paths.writers_since(wished.expected_revision),
    )
    # Also what changes nothing now would change something if it came again later.
    paths.seen.add(wished.op_id)
    if not changes:
        return AppendResult(newest, conflicts)
    op = next_op(newest, wished, changes)
    after = apply_op(newest, op)
    if needs_redaction(newest, op.changes):
        paths.states = [redacted_change(state, after) for state in paths.states]
    paths.states.append(after)
    paths.steps.append(Revision(op.rev, op.at, op.by, op.touched, op.op_id))
    return AppendResult(after, conflicts)


def _make(_location: str) -> Stores:
    return Stores(MemoryStore(SESSIONS), MemoryStore(VISIONS))


STORE = Scheme("memory", _make)
