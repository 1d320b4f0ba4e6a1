"""Saving: fresh ids, the time, and what every use case gives back, of any sort of document."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, NamedTuple

from path_planner.domain.change import Change, difference
from path_planner.storage.store import Conflict, D, Store

# Without the letters and digits that look alike when read aloud or copied by hand.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"

Now = Callable[[], datetime]
FreshId = Callable[[], str]


def fresh_id(length: int = 10) -> str:
    """Return a new id: 31 signs, so ten of them make a clash in one store unthinkable."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


class Saved(NamedTuple, Generic[D]):
    """A document as it was saved, what this change was, and whose words came at the same time."""

    document: D
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def renewed(document: D, at: Now) -> D:
    """Return a copy of a document that is a document of its own, begun now."""
    moment = at()
    return document.model_copy(
        update={"id": fresh_id(), "revision": 0, "begun": moment, "updated": moment}
    )


def keep_beside(store: Store[D, Any], document: D) -> D:
    """Keep a document from elsewhere; one that is already here comes in beside it, renewed."""
    here = {entry.id for entry in store.entries()} | {gone.entry.id for gone in store.removed()}
    return store.begin(renewed(document, now) if document.id in here else document)


def save(
    store: Store[D, Any], before: D, after: D, *, by: str, op_id: str | None, at: Now
) -> Saved[D]:
    """Save what changed; it is on the disk when this returns."""
    changes = difference(before, after)
    if not changes:
        return Saved(before)
    appended = store.append(
        before.id,
        changes,
        expected_revision=before.revision,
        op_id=op_id or fresh_id(20),
        by=by,
        at=at(),
    )
    return Saved(appended.document, changes, appended.conflicts)
