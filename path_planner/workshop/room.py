"""The room: a session as one window sees it, the store that keeps it, the time, and fresh ids."""

from dataclasses import dataclass, field

from path_planner.domain.session import Session
from path_planner.storage.store import SessionStore
from path_planner.workshop.saving import FreshId, Now, Saved, fresh_id, now, save

Kept = Saved[Session]
"""What every use case of a session gives back; the session is its `document`."""


@dataclass(frozen=True)
class Room:
    """Everything a use case needs; tests give their own time and ids."""

    store: SessionStore
    session: Session
    by: str = "window"
    now: Now = field(default=now)
    fresh_id: FreshId = field(default=fresh_id)
    op_id: str | None = None
    """The id of the change that is being kept, where its sender may tell it twice."""

    @property
    def document(self) -> Session:
        """Return what this room is about."""
        return self.session

    def keep(self, after: Session) -> Kept:
        """Save what changed; it is on the disk when this returns."""
        return save(self.store, self.session, after, by=self.by, op_id=self.op_id, at=self.now)
