"""What a use case edits in: the document, its store, who edits, the time and fresh ids."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any, Generic, NamedTuple

from path_planner.domain.diff import Change, diff
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.storage.protocol import Conflict, D, Store

# Without the letters and digits that look alike when read aloud or copied by hand.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"

Now = Callable[[], datetime]
FreshId = Callable[[], str]


def fresh_id(length: int = 10) -> str:
    """Return a new id of 31 different signs: ten of them make a clash in one store unthinkable."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


class SaveResult(NamedTuple, Generic[D]):
    """A document as it was saved, what this change was, and whose words came at the same time."""

    document: D
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True)
class EditContext(Generic[D]):
    """Everything a use case needs; tests give their own time and ids."""

    store: Store[D, Any]
    document: D
    by: str = "window"
    now: Now = field(default=now)
    fresh_id: FreshId = field(default=fresh_id)
    op_id: str | None = None
    """The id of the change that is being saved, where its sender may send it twice."""

    def keep(self, after: D) -> SaveResult[D]:
        """Save what changed; it is on the disk when this returns."""
        return save(self.store, self.document, after, by=self.by, op_id=self.op_id, at=self.now)


SessionContext = EditContext[Session]
SessionResult = SaveResult[Session]
VisionContext = EditContext[Vision]
VisionResult = SaveResult[Vision]


@dataclass(frozen=True)
class _Draft(EditContext[D]):
    """A context in which nothing is saved yet."""

    def keep(self, after: D) -> SaveResult[D]:
        """Return what would be saved."""
        return SaveResult(after)


def as_one_change(
    context: EditContext[D], *steps: Callable[[EditContext[D]], SaveResult[D]]
) -> SaveResult[D]:
    """Run use cases in turn and save their result as one journal line and one step to undo.

    If one of them fails, nothing is saved.
    """
    facts = {part.name: getattr(context, part.name) for part in fields(context)}
    draft: EditContext[D] = _Draft(**facts)
    for step in steps:
        draft = replace(draft, document=step(draft).document)
    return context.keep(draft.document)


def with_new_id(document: D, at: Now) -> D:
    """Return a copy of a document that is a document of its own, started now."""
    moment = at()
    return document.model_copy(
        update={"id": fresh_id(), "revision": 0, "begun": moment, "updated": moment}
    )


def import_as_copy(store: Store[D, Any], document: D) -> D:
    """Store a document from elsewhere; one whose id is here already gets a new id."""
    here = {summary.id for summary in store.summaries()} | {gone.entry.id for gone in store.trash()}
    return store.create(with_new_id(document, now) if document.id in here else document)


def save(
    store: Store[D, Any], before: D, after: D, *, by: str, op_id: str | None, at: Now
) -> SaveResult[D]:
    """Save what changed; it is on the disk when this returns."""
    changes = diff(before, after)
    if not changes:
        return SaveResult(before)
    appended = store.append(
        before.id,
        changes,
        expected_revision=before.revision,
        op_id=op_id or fresh_id(20),
        by=by,
        at=at(),
    )
    return SaveResult(appended.document, changes, appended.conflicts)
