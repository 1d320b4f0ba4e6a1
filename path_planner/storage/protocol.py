"""What a store does, whatever it keeps, sessions or visions, and whatever it keeps them in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from path_planner.domain.base import Document, Value
from path_planner.domain.diff import Change
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.storage.notices import Message, Notice

DAYS_TO_RESTORE = 30
"""How long a removed document can be brought back."""

SidecarUpdate = Callable[[bytes | None], bytes | None]
"""Takes what waits beside a document and returns what shall wait from now on."""

D = TypeVar("D", bound=Document)
L = TypeVar("L", bound="Summary")


class OpenResult(NamedTuple, Generic[D]):
    """A document as it stands now; its notices come with each opening by this store object."""

    document: D
    notices: tuple[Notice, ...] = ()


class Conflict(NamedTuple):
    """Two people changed the same thing: `ours` came later and stands, `theirs` is in history.

    Where both are None, what was changed had been taken out for good, and stays out.
    """

    collection: str
    id: str
    ours: Value | None
    theirs: Value | None
    fields: tuple[str, ...] = ()
    """The fields both changed; empty when one of the two took the whole record out."""
    by: str = ""
    """Who wrote theirs, where it is known."""


class AppendResult(NamedTuple, Generic[D]):
    """The document with the changes in it, and what they ran into."""

    document: D
    conflicts: tuple[Conflict, ...] = ()


class FileState(StrEnum):
    """Whether a listed document can be opened."""

    OK = "well"
    TOO_NEW = "too new"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What every line of a list tells of a document."""

    id: str
    title: str
    begun: datetime
    updated: datetime
    revision: int
    state: FileState = FileState.OK


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary(Summary):
    """One line of the list of sessions."""

    pathfinder: str = ""
    process: str = ""
    place: str = ""
    held_on: date | None = None
    people: int = 0
    voices: int = 0
    commitments: int = 0
    open_commitments: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionSummary(Summary):
    """One line of the list of visions."""

    community: str = ""
    sources: int = 0
    voices: int = 0
    themes: int = 0
    actions: int = 0
    next_look: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An open commitment of a session or action of a vision; without words, a look back."""

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
    """A document that was taken out and can still be brought back."""

    entry: L
    removed_at: datetime
    erased_on: date


class Revision(NamedTuple):
    """One step in the history of a document, and which records it touched."""

    revision: int
    at: datetime
    by: str
    changes: tuple[tuple[str, str], ...]
    op_id: str = ""
    """The id of the step, where it is known."""


class CheckResult(NamedTuple):
    """What a check found in one file."""

    file: str
    document_id: str
    fact: Message
    well: bool

    def __str__(self) -> str:
        """Say the finding."""
        return str(self.fact)


class Store(Protocol[D, L]):
    """Keeps documents of one sort. It never reads the clock: the moments come from outside."""

    def create(self, new: D) -> D:
        """Keep a new document; one that is here already must be the very same."""

    def open(self, document_id: str) -> OpenResult[D]:
        """Return the newest state of a document."""

    def revision(self, document_id: str) -> int:
        """Return the newest revision; cheap enough to ask again and again."""

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
        """Write changes down for good and merge them with what others wrote meanwhile.

        The same `op_id` again changes nothing: a sender may repeat until it is answered.
        """

    def get_sidecar(self, document_id: str) -> bytes | None:
        """Return what waits beside a document: it is in no history, and in no copy of it."""

    def update_sidecar(self, document_id: str, change: SidecarUpdate) -> None:
        """Change what waits, as one step; others wait meanwhile, and None takes it away.

        `change` may append to the document: nobody else writes into it in between.
        """

    def cache_path(self, document_id: str) -> Path | None:
        """Return where to keep what is safe to lose, and goes when the document does, if anywhere.

        It may be missing, old or damaged when it is read again.
        """

    def summaries(self) -> list[L]:
        """Return the list of documents, newest first."""

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""

    def remove(self, document_id: str, at: datetime) -> None:
        """Take a document out; it can be restored for a while."""

    def trash(self) -> list[TrashedSummary[L]]:
        """Return what can be restored, last removed first."""

    def restore(self, document_id: str) -> None:
        """Bring a removed document back."""

    def update_trashed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change what can be restored, each as one step; return what could not be read for it."""

    def purge(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago and return its ids; clear leftovers of crashes."""

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""

    def history(self, document_id: str) -> list[Revision]:
        """Return the steps of a document, oldest first."""

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return a document as it was."""

    def document(self, document_id: str) -> bytes:
        """Return the readable document of the newest state."""

    def check(self) -> list[CheckResult]:
        """Look at everything that is kept, and change nothing."""

    def checkpoint(self, document_id: str) -> None:
        """Bring the readable document up to date."""


SessionStore = Store[Session, SessionSummary]
VisionStore = Store[Vision, VisionSummary]


class Stores(NamedTuple):
    """The two stores at one place; neither sees what the other one keeps."""

    sessions: SessionStore
    visions: VisionStore


class Scheme(NamedTuple):
    """A kind of store, and how to make one from what follows `name:` in a location."""

    name: str
    make: Callable[[str], Stores]


def trashed_summary_of(entry: L, at: datetime) -> TrashedSummary[L]:
    """Return the line of a document among the removed ones."""
    return TrashedSummary(
        entry=entry,
        removed_at=at,
        erased_on=(at + timedelta(days=DAYS_TO_RESTORE)).date(),
    )


def is_over(removed_at: datetime, now: datetime) -> bool:
    """Say whether a removed document has been kept long enough."""
    return now - removed_at > timedelta(days=DAYS_TO_RESTORE)


def newest_first(entries: list[L]) -> list[L]:
    """Sort the list of documents."""
    return sorted(entries, key=lambda entry: (entry.updated, entry.id), reverse=True)


def soonest_first(dues: list[Due]) -> list[Due]:
    """Sort what is due."""
    return sorted(dues, key=lambda due: (due.by_when, due.document_id, due.commitment_id))
