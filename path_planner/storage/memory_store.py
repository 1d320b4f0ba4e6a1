"""A store in memory, for tests, trials and samples; documents last as long as the process."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from threading import RLock
from typing import Generic

from path_planner.domain.base import Value
from path_planner.domain.diff import Change, record_of
from path_planner.errors import DocumentExists, DocumentNotFound, RevisionNotFound
from path_planner.i18n import N_
from path_planner.storage import serializer
from path_planner.storage.document_type import DocumentType
from path_planner.storage.event_type import EVENTS
from path_planner.storage.merge import merge
from path_planner.storage.notices import Message
from path_planner.storage.op import (
    ProposedChange,
    apply_op,
    needs_redaction,
    next_op,
    proposal_of,
    propose,
    redacted_change,
)
from path_planner.storage.overdue import Overdue, found_overdue, is_over, may_be_erased
from path_planner.storage.protocol import (
    AppendResult,
    CheckResult,
    D,
    Due,
    L,
    OpenResult,
    Revision,
    Sidecar,
    SidecarUpdate,
    StoreFactory,
    Stores,
    TrashedSummary,
    digest_of,
    newest_first,
    soonest_first,
    trashed_summary_of,
)
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.type_registry import document_type_of
from path_planner.storage.vision_type import VISIONS


@dataclass(slots=True)
class _States(Generic[D]):
    """All states of one document, oldest first."""

    states: list[D]
    revisions: list[Revision]
    seen: set[str] = field(default_factory=set)
    sidecars: dict[Sidecar, bytes | None] = field(default_factory=dict)
    blobs: dict[str, bytes] = field(default_factory=dict)

    @property
    def newest(self) -> D:
        return self.states[-1]

    def at(self, revision: int) -> D | None:
        return next((state for state in self.states if state.revision == revision), None)

    def writers_since(self, revision: int) -> dict[tuple[str, str], str]:
        writers: dict[tuple[str, str], str] = {}
        for step in self.revisions:
            for key in step.changes if step.revision > revision else ():
                writers[key] = step.by if writers.get(key, step.by) == step.by else ""
        return writers


class MemoryStore(Generic[D, L]):
    """Documents of one type in memory; it fulfils `protocol.Store`, except that nothing lasts."""

    def __init__(self, document_type: DocumentType[D, L]) -> None:
        """Begin empty, for documents of one type."""
        self._document_type = document_type
        self._lock = RLock()
        self._documents: dict[str, _States[D]] = {}
        self._removed: dict[str, tuple[datetime, _States[D]]] = {}
        self._overdue: dict[str, Overdue] = {}

    def create(self, new: D) -> D:
        """Add a new document."""
        document = serializer.read(serializer.write(new), self._document_type)
        with self._lock:
            if new.id in self._documents:
                if self._documents[new.id].newest == document:
                    return document
                raise DocumentExists(session_id=new.id)
            first = Revision(document.revision, document.updated, "", ())
            self._documents[new.id] = _States([document], [first])
        return document

    def open(self, document_id: str) -> OpenResult[D]:
        """Return the newest state of a document."""
        return OpenResult(self._states(document_id).newest)

    def revision(self, document_id: str) -> int:
        """Return the newest revision."""
        return self._states(document_id).newest.revision

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
        """Merge changes with what others wrote meanwhile, and add the new state."""
        proposal = propose(
            self._document_type, changes, expected_revision, op_id=op_id, by=by, at=at
        )
        with self._lock:
            states = self._states(document_id)
            if proposal.op_id in states.seen:
                return AppendResult(states.newest)
            return _append(states, proposal)

    def get_sidecar(self, document_id: str, kind: Sidecar = Sidecar.BALLOTS) -> bytes | None:
        """Return a sidecar of a document."""
        return self._states(document_id).sidecars.get(kind)

    def update_sidecar(
        self, document_id: str, change: SidecarUpdate, kind: Sidecar = Sidecar.BALLOTS
    ) -> None:
        """Replace the sidecar by `change` of it, under the lock."""
        with self._lock:
            states = self._states(document_id)
            states.sidecars[kind] = change(states.sidecars.get(kind))

    def put_blob(self, document_id: str, content: bytes) -> str:
        """Add bytes beside a document."""
        digest = digest_of(content)
        with self._lock:
            self._states(document_id).blobs[digest] = content
        return digest

    def get_blob(self, document_id: str, digest: str) -> bytes | None:
        """Return the bytes with this digest, or None."""
        return self._states(document_id).blobs.get(digest)

    def delete_blob(self, document_id: str, digest: str) -> None:
        """Erase the bytes with this digest."""
        with self._lock:
            self._states(document_id).blobs.pop(digest, None)

    def blobs(self, document_id: str) -> frozenset[str]:
        """Return the digests of all bytes beside a document."""
        with self._lock:
            return frozenset(self._states(document_id).blobs)

    def cache_path(self, document_id: str) -> None:
        """Return None: derived data is not written to files either."""
        self._states(document_id)

    def summaries(self) -> list[L]:
        """Return the list of documents, newest first."""
        return newest_first(
            [self._document_type.summary_of(states.newest) for states in self._all()]
        )

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        dues = [due for states in self._all() for due in self._document_type.dues_of(states.newest)]
        return soonest_first([due for due in dues if due.by_when <= until])

    def remove(self, document_id: str, at: datetime) -> None:
        """Move a document to the trash."""
        with self._lock:
            self._removed[document_id] = (at, self._states(document_id))
            self._overdue.pop(document_id, None)
            del self._documents[document_id]

    def trash(self) -> list[TrashedSummary[L]]:
        """Return the documents in the trash, the last removed first."""
        with self._lock:
            removed = sorted(self._removed.values(), key=lambda pair: pair[0], reverse=True)
        return [
            trashed_summary_of(self._document_type.summary_of(states.newest), at)
            for at, states in removed
        ]

    def restore(self, document_id: str) -> None:
        """Restore a document from the trash."""
        with self._lock:
            if document_id not in self._removed:
                raise DocumentNotFound(session_id=document_id)
            if document_id in self._documents:
                raise DocumentExists(session_id=document_id)
            self._documents[document_id] = self._removed.pop(document_id)[1]

    def update_trashed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change every document in the trash; return no unreadable ones."""
        with self._lock:
            for _at, states in self._removed.values():
                if proposal := proposal_of(states.newest, change, op_id=op_id, by=by, at=at):
                    _append(states, proposal)
        return []

    def purge(self, now: datetime) -> tuple[str, ...]:
        """Erase documents whose time in the trash is over; return their ids."""
        with self._lock:
            self._overdue = {
                key: found_overdue(self._overdue.get(key), now)
                for key, (at, _states) in self._removed.items()
                if is_over(at, now)
            }
            over = tuple(key for key, overdue in self._overdue.items() if may_be_erased(overdue))
            for document_id in over:
                del self._removed[document_id], self._overdue[document_id]
        return over

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""
        with self._lock:
            existing = self._documents.pop(document_id, None)
            trashed = self._removed.pop(document_id, None)
        if existing is None and trashed is None:
            raise DocumentNotFound(session_id=document_id)

    def history(self, document_id: str) -> list[Revision]:
        """Return the revisions of a document, oldest first."""
        return list(self._states(document_id).revisions)

    def deleted_since(
        self, document_id: str, revision: int
    ) -> Mapping[tuple[str, str], Value | None]:
        """Return the records that were deleted after a revision, each as it was last."""
        states, last = self._states(document_id), dict[tuple[str, str], Value]()
        deleted = set[tuple[str, str]]()
        for step in states.revisions:
            state = states.at(step.revision)
            if step.revision > revision and state is not None:
                deleted.update(step.deleted)
                found = {key: record_of(state, *key) for key in step.changes}
                last.update({key: record for key, record in found.items() if record is not None})
        return {key: last.get(key) for key in deleted}

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return a document at a revision; raise RevisionNotFound."""
        state = self._states(document_id).at(revision)
        if state is None:
            raise RevisionNotFound
        return state

    def document(self, document_id: str) -> bytes:
        """Return the newest state as the bytes of a document file."""
        return serializer.write(self._states(document_id).newest)

    def check(self) -> list[CheckResult]:
        """Report every document as fine: there are no files that could be damaged."""
        well = Message(N_("This file is fine."))
        return [CheckResult("", states.newest.id, well, well=True) for states in self._all()]

    def checkpoint(self, document_id: str) -> None:
        """Do nothing but check that the document exists."""
        self._states(document_id)

    def checkpoint_soon(self, document_id: str) -> None:
        """Do nothing: there is no file."""

    def checkpoint_all(self) -> tuple[str, ...]:
        """Do nothing: there are no files that could be behind."""
        return ()

    def _states(self, document_id: str) -> _States[D]:
        with self._lock:
            states = self._documents.get(document_id)
        if states is None:
            raise DocumentNotFound(session_id=document_id)
        return states

    def _all(self) -> list[_States[D]]:
        with self._lock:
            return list(self._documents.values())


def _append(states: _States[D], proposal: ProposedChange) -> AppendResult[D]:
    newest = states.newest
    changes, conflicts = merge(
        states.at(proposal.expected_revision),
        newest,
        proposal.changes,
        states.writers_since(proposal.expected_revision),
        by=proposal.by,
        at=proposal.at,
    )
    # A proposal that changes nothing now might change something if it were repeated later.
    states.seen.add(proposal.op_id)
    if not changes:
        return AppendResult(newest, conflicts)
    op = next_op(newest, proposal, changes)
    document_type = document_type_of(newest)
    after = apply_op(newest, op, document_type)
    if needs_redaction(newest, op.changes, document_type):
        states.states = [redacted_change(state, after) for state in states.states]
    states.states.append(after)
    states.revisions.append(
        Revision(op.rev, op.at, op.by, op.touched, op.op_id, op.deleted, op.singles(document_type))
    )
    return AppendResult(after, conflicts)


def _make(_location: str) -> Stores:
    return Stores(MemoryStore(SESSIONS), MemoryStore(VISIONS), MemoryStore(EVENTS))


STORE = StoreFactory("memory", _make)
