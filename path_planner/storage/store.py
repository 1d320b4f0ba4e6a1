"""What a store of sessions does, whatever it keeps them in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from path_planner.domain.change import Change
from path_planner.domain.record import Value
from path_planner.domain.session import Session
from path_planner.storage.facts import Fact, Notice

DAYS_TO_RESTORE = 30
"""How long a removed session can be brought back."""


class Opened(NamedTuple):
    """A session as it stands now; its notices come with each opening by this store object."""

    session: Session
    notices: tuple[Notice, ...] = ()


class Conflict(NamedTuple):
    """Two people changed the same thing: `ours` came later and stands, `theirs` is in history."""

    collection: str
    id: str
    ours: Value | None
    theirs: Value | None
    fields: tuple[str, ...] = ()
    """The fields both changed; empty when one of the two took the whole record out."""
    by: str = ""
    """Who wrote theirs, where it is known."""


class Appended(NamedTuple):
    """The session with the changes in it, and what they ran into."""

    session: Session
    conflicts: tuple[Conflict, ...] = ()


class FileState(StrEnum):
    """Whether a listed session can be opened."""

    WELL = "well"
    TOO_NEW = "too new"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of sessions."""

    id: str
    title: str
    pathfinder: str
    process: str
    place: str
    held_on: date | None
    begun: datetime
    updated: datetime
    revision: int
    people: int
    voices: int
    commitments: int
    open_commitments: int
    state: FileState = FileState.WELL


@dataclass(frozen=True, slots=True)
class Due:
    """One open commitment that has a date; `who` and `coach` are names."""

    session_id: str
    title: str
    pathfinder: str
    commitment_id: str
    stage: str
    what: str
    who: str
    coach: str
    by_when: date
    said_yes: bool


@dataclass(frozen=True, slots=True)
class Removed:
    """A session that was taken out and can still be brought back."""

    id: str
    title: str
    pathfinder: str
    updated: datetime
    removed_at: datetime
    erased_on: date


class Revision(NamedTuple):
    """One step in the history of a session, and which records it touched."""

    revision: int
    at: datetime
    by: str
    changes: tuple[tuple[str, str], ...]


class Finding(NamedTuple):
    """What a check found in one file."""

    file: str
    session_id: str
    fact: Fact
    well: bool

    def __str__(self) -> str:
        """Say the finding."""
        return str(self.fact)


class Store(Protocol):
    """Keeps sessions. It never reads the clock: the moments come from outside."""

    def begin(self, session: Session) -> Session:
        """Keep a new session; one that is here already must be the very same."""

    def open(self, session_id: str) -> Opened:
        """Return the newest state of a session."""

    def head(self, session_id: str) -> int:
        """Return the newest revision; cheap enough to ask again and again."""

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
        """Write changes down for good and merge them with what others wrote meanwhile.

        The same `op_id` again changes nothing: a sender may repeat until it is answered.
        """

    def entries(self) -> list[Entry]:
        """Return the list of sessions, newest first."""

    def due(self, until: date) -> list[Due]:
        """Return the open commitments of all sessions up to a day, soonest first."""

    def remove(self, session_id: str, at: datetime) -> None:
        """Take a session out; it can be restored for a while."""

    def removed(self) -> list[Removed]:
        """Return what can be restored, last removed first."""

    def restore(self, session_id: str) -> None:
        """Bring a removed session back."""

    def sweep(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago and return its ids; clear leftovers of crashes."""

    def erase(self, session_id: str) -> None:
        """Erase every copy of a session."""

    def history(self, session_id: str) -> list[Revision]:
        """Return the steps of a session, oldest first."""

    def at_revision(self, session_id: str, revision: int) -> Session:
        """Return a session as it was."""

    def document(self, session_id: str) -> bytes:
        """Return the readable document of the newest state."""

    def check(self) -> list[Finding]:
        """Look at everything that is kept, and change nothing."""

    def settle(self, session_id: str) -> None:
        """Bring the readable document up to date."""


class Scheme(NamedTuple):
    """A kind of store, and how to make one from what follows `name:` in a location."""

    name: str
    make: Callable[[str], Store]
