"""The protocol of stores of documents, and the values that their methods return."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from pydantic import AwareDatetime

from path_planner.dates import later
from path_planner.domain.base import Document, Value
from path_planner.domain.diff import Change
from path_planner.domain.event.event import Event
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.storage.notices import Message, Notice
from path_planner.storage.overdue import DAYS_TO_RESTORE


class Sidecar(StrEnum):
    """The kinds of sidecar: data beside a document, without history and in no copy of it."""

    BALLOTS = "ballots"
    """Secret ballots until their round is closed."""
    POINTS = "points"
    """Restore points with a name: they name revisions, which only this store can rebuild."""
    TRAY = "tray"
    """What phones sent, until somebody has read it."""


SidecarUpdate = Callable[[bytes | None], bytes | None]
"""Takes the content of a sidecar and returns its new content; None is no sidecar."""

D = TypeVar("D", bound=Document)
L = TypeVar("L", bound="Summary")


class OpenResult(NamedTuple, Generic[D]):
    """The newest state of a document, and the notices about its files."""

    document: D
    notices: tuple[Notice, ...] = ()


class Conflict(NamedTuple):
    """Two people changed the same record: `ours` came later and wins, `theirs` is in the history.

    If both are None, the record had been deleted from a collection with redaction, and stays so.
    """

    collection: str
    id: str
    ours: Value | None
    theirs: Value | None
    fields: tuple[str, ...] = ()
    """The fields that both changed; empty if one side deleted the record."""
    by: str = ""
    """Who wrote theirs; empty if unknown."""


class AppendResult(NamedTuple, Generic[D]):
    """The document after the changes, and the conflicts of the merge."""

    document: D
    conflicts: tuple[Conflict, ...] = ()


class FileState(StrEnum):
    """Whether a listed document can be opened."""

    OK = "well"
    TOO_NEW = "too new"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The facts about a document that a list shows."""

    id: str
    title: str
    begun: AwareDatetime
    updated: AwareDatetime
    revision: int
    state: FileState = FileState.OK


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary(Summary):
    """The facts about a session in a list."""

    pathfinder: str = ""
    process: str = ""
    place: str = ""
    held_on: date | None = None
    people: int = 0
    voices: int = 0
    commitments: int = 0
    open_steps: int = 0
    """Steps that are not done yet; an enrolment is no step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionSummary(Summary):
    """The facts about a vision in a list."""

    community: str = ""
    sources: int = 0
    voices: int = 0
    themes: int = 0
    actions: int = 0
    next_look: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSummary(Summary):
    """The facts about an event in a list."""

    method: str = ""
    place: str = ""
    held_on: date | None = None
    is_closed: bool = False
    guests: int = 0
    topics: int = 0
    tables: int = 0
    voices: int = 0


class DueKind(StrEnum):
    """What has a date."""

    STEP = "step"
    """An open commitment of a session, or an action of a vision."""
    REVIEW = "review"
    DELETION = "deletion"
    """The day until which people agreed that a session is kept; what happens is asked."""
    ANSWER = "answer"
    """The day until which those who came to an event were promised an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Something with a date; only steps have a `what`."""

    kind: DueKind = DueKind.STEP

    document_type: str = "session"
    document_id: str
    title: str
    pathfinder: str = ""
    commitment_id: str
    what: str = ""
    who: str = ""
    coach: str = ""
    by_when: date


@dataclass(frozen=True, slots=True)
class TrashedSummary(Generic[L]):
    """The facts about a document in the trash."""

    entry: L
    removed_at: datetime
    restorable_until: date


class Revision(NamedTuple):
    """One revision in the history of a document, and the records that it changed."""

    revision: int
    at: datetime
    by: str
    changes: tuple[tuple[str, str], ...]
    op_id: str = ""
    """The id of the operation; empty if unknown."""
    deleted: tuple[tuple[str, str], ...] = ()
    """Those of the changed records that it deleted."""
    singles: Mapping[str, Mapping[str, Any]] = MappingProxyType({})
    """The single records that it changed, as plain data, by name."""


class CheckResult(NamedTuple):
    """The result of the integrity check of one file."""

    file: str
    document_id: str
    fact: Message
    well: bool

    def __str__(self) -> str:
        """Return the finding in the current language."""
        return str(self.fact)


class Store(Protocol[D, L]):
    """A store of documents of one type. It never reads the clock: callers pass times.

    Methods that take a document id raise DocumentNotFound; methods that write raise NotSaved or
    StoreLocked.
    """

    def create(self, new: D) -> D:
        """Store a new document. If it exists it must be equal, or DocumentExists is raised."""

    def open(self, document_id: str) -> OpenResult[D]:
        """Return the newest state of a document."""

    def revision(self, document_id: str) -> int:
        """Return the newest revision; cheap enough for polling."""

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
        """Merge changes, made to `expected_revision`, with the newest state and write the result.

        It is idempotent: the same `op_id` again changes nothing, so a sender may retry. A change
        that revokes (see `domain.revoking`) is in the document file when this returns; other
        changes follow soon, in the background.
        """

    def get_sidecar(self, document_id: str, kind: Sidecar = Sidecar.BALLOTS) -> bytes | None:
        """Return a sidecar of a document: data without history, in no copy of the document."""

    def update_sidecar(
        self, document_id: str, change: SidecarUpdate, kind: Sidecar = Sidecar.BALLOTS
    ) -> None:
        """Replace the sidecar by `change` of it, under the document's lock; None deletes it.

        `change` may itself append to the document: nobody else can write in between.
        """

    def put_blob(self, document_id: str, content: bytes) -> str:
        """Store bytes beside a document, such as a picture that waits; return their digest.

        Blobs are without history and in no copy of the document, as sidecars are. The same bytes
        are stored once. They are on the disk when this returns.
        """

    def get_blob(self, document_id: str, digest: str) -> bytes | None:
        """Return the bytes with this digest, or None if they are not beside this document."""

    def delete_blob(self, document_id: str, digest: str) -> None:
        """Erase the bytes with this digest, if they are there."""

    def blobs(self, document_id: str) -> frozenset[str]:
        """Return the digests of all bytes beside a document."""

    def cache_path(self, document_id: str) -> Path | None:
        """Return the path of a cache file of the document, or None if the store has none.

        It is erased with the document, and may be missing, outdated or damaged.
        """

    def summaries(self) -> list[L]:
        """Return the list of documents, newest first."""

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""

    def remove(self, document_id: str, at: datetime) -> None:
        """Move a document to the trash, for at least DAYS_TO_RESTORE days."""

    def trash(self) -> list[TrashedSummary[L]]:
        """Return the documents in the trash, the last removed first."""

    def restore(self, document_id: str) -> None:
        """Restore a document from the trash."""

    def update_trashed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change every document in the trash; return the summaries of the unreadable ones."""

    def purge(self, now: datetime) -> tuple[str, ...]:
        """Erase documents whose time in the trash is over, and leftovers of crashes; return ids.

        Their time must have been over at an earlier call too, DAYS_TO_NOTICE days before: see
        `storage.overdue`.
        """

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""

    def history(self, document_id: str) -> list[Revision]:
        """Return the revisions of a document, oldest first."""

    def deleted_since(
        self, document_id: str, revision: int
    ) -> Mapping[tuple[str, str], Value | None]:
        """Return the records that were deleted after a revision, by collection and id.

        Each as it was last, or None if nothing but its deletion changed it since.
        """

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return a document at a revision; raise RevisionNotFound."""

    def document(self, document_id: str) -> bytes:
        """Return the newest state as the bytes of a document file."""

    def check(self) -> list[CheckResult]:
        """Check the integrity of everything in the store, and change nothing."""

    def checkpoint(self, document_id: str) -> None:
        """Write the newest state to the document file; nobody waits for it to save."""

    def checkpoint_soon(self, document_id: str) -> None:
        """Let the document file be written without waiting for a rest, in the background."""

    def checkpoint_all(self) -> tuple[str, ...]:
        """Write every document file that is behind or missing; return the ids where that failed."""


SessionStore = Store[Session, SessionSummary]
VisionStore = Store[Vision, VisionSummary]
EventStore = Store[Event, EventSummary]


class Stores(NamedTuple):
    """The stores of sessions, visions and events at one location."""

    sessions: SessionStore
    visions: VisionStore
    events: EventStore


class StoreFactory(NamedTuple):
    """A factory of stores: its name, and `make`, which takes what follows `name:` in a location."""

    name: str
    make: Callable[[str], Stores]


def digest_of(content: bytes) -> str:
    """Return the digest by which bytes beside a document are known."""
    return sha256(content).hexdigest()


def trashed_summary_of(entry: L, at: datetime) -> TrashedSummary[L]:
    """Return the summary of a document in the trash."""
    return TrashedSummary(
        entry=entry,
        removed_at=at,
        restorable_until=later(at, timedelta(days=DAYS_TO_RESTORE)).date(),
    )


def newest_first(entries: list[L]) -> list[L]:
    """Return the summaries by time of change, newest first."""
    return sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)


def soonest_first(dues: list[Due]) -> list[Due]:
    """Return the due entries by date, soonest first."""
    return sorted(dues, key=lambda due: (due.by_when, due.document_id, due.commitment_id))
