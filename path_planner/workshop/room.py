"""The room: a session as one window sees it, the store that keeps it, the time, and fresh ids."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import NamedTuple

from path_planner.domain.change import Change, difference
from path_planner.domain.session import Session
from path_planner.storage.store import Conflict, Store

# Without the letters and digits that look alike when read aloud or copied by hand.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def fresh_id(length: int = 10) -> str:
    """Return a new id: 31 signs, so ten of them make a clash in one store unthinkable."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


class Kept(NamedTuple):
    """A session as it was saved, what this change was, and whose words came at the same time."""

    session: Session
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True)
class Room:
    """Everything a use case needs; tests give their own time and ids."""

    store: Store
    session: Session
    by: str = "window"
    now: Callable[[], datetime] = field(default=now)
    fresh_id: Callable[[], str] = field(default=fresh_id)
    op_id: str | None = None
    """The id of the change that is being kept, where its sender may tell it twice."""

    def keep(self, after: Session) -> Kept:
        """Save what changed; it is on the disk when this returns."""
        changes = difference(self.session, after)
        if not changes:
            return Kept(self.session)
        appended = self.store.append(
            self.session.id,
            changes,
            expected_revision=self.session.revision,
            op_id=self.op_id or fresh_id(20),
            by=self.by,
            at=self.now(),
        )
        return Kept(appended.session, changes, appended.conflicts)
