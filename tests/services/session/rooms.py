"""Rooms to test in: a memory store, a clock that moves when told, ids that count."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from path_planner.domain.session import Session
from path_planner.services.context import SessionContext, SessionResult
from path_planner.storage.store_registry import open_store
from tests.domain.builders import NOON, a_session


@dataclass
class WallClock:
    """A clock that stands still until it is moved."""

    time: datetime = NOON

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.time

    def move(self, **delta: float) -> None:
        """Let time go by."""
        self.time += timedelta(**delta)


@dataclass
class Numbers:
    """Ids that count, so that a test can name them."""

    last: int = 0

    def __call__(self) -> str:
        """Give the next id."""
        self.last += 1
        return f"n{self.last}"


@dataclass
class Group:
    """A room that goes on with each thing done in it."""

    room: SessionContext
    clock: WallClock = field(default_factory=WallClock)

    @property
    def session(self) -> Session:
        """Return the session as it was last saved."""
        return self.room.document

    def does(self, kept: SessionResult) -> SessionResult:
        """Go on from what was kept."""
        self.room = replace(self.room, document=kept.document)
        return kept


def a_group(session: Session | None = None) -> Group:
    """Return a group in a fresh room."""
    clock = WallClock()
    store = open_store("memory:")
    begun = store.create(session or a_session())
    return Group(SessionContext(store=store, document=begun, now=clock, fresh_id=Numbers()), clock)
