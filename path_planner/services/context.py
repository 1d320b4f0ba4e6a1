"""The edit context of a use case: document, store, author, clock and source of ids."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any, Generic, NamedTuple

from path_planner.domain.base import Document
from path_planner.domain.diff import Change, diff, record_of
from path_planner.domain.event.event import Event
from path_planner.domain.revoking import revokes
from path_planner.domain.session import Session
from path_planner.domain.vision.vision import Vision
from path_planner.errors import RevisionNotFound, UnknownRecord
from path_planner.storage import serializer
from path_planner.storage.protocol import Conflict, D, L, Store

# Without letters and digits that are easily confused: 0, 1, i, l, o.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"

IMPORT = "import-"
"""The beginning of the op id of an import, before which the history has a point."""

Now = Callable[[], datetime]
FreshId = Callable[[], str]


def fresh_id(length: int = 10) -> str:
    """Return a random id; ten characters of 31 make a collision in one store very unlikely."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def now() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(UTC)


class SaveResult(NamedTuple, Generic[D]):
    """A document as it was saved, the changes, and the conflicts with concurrent ones."""

    document: D
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    told: tuple[str, ...] = ()
    """Sentences for the people who asked for it."""


@dataclass(frozen=True)
class EditContext(Generic[D]):
    """Everything that a use case needs; tests pass their own clock and ids."""

    store: Store[D, Any]
    document: D
    by: str = "window"
    now: Now = field(default=now)
    fresh_id: FreshId = field(default=fresh_id)
    op_id: str | None = None
    """The id under which the change is saved, if its sender may repeat it."""
    newest: D | None = None
    """The newest state, where `document` is an older one that somebody still had before them."""

    def keep(self, after: D) -> SaveResult[D]:
        """Save the changed document; it is on the disk when this returns.

        Raises UnknownRecord if it changes what has been deleted since.
        """
        if self.newest is not None:
            _check_existing(self.document, after, self.newest)
        return save(self.store, self.document, after, by=self.by, op_id=self.op_id, at=self.now)


def _check_existing(before: Document, after: Document, newest: Document) -> None:
    """Raise UnknownRecord if a record that was deleted since would come back by this change."""
    for change in diff(before, after):
        was = record_of(before, change.collection, change.id)
        is_gone = record_of(newest, change.collection, change.id) is None
        if change.record is not None and is_gone and revokes(was, None):
            raise UnknownRecord


def based_on(context: EditContext[D], revision: int | None) -> EditContext[D]:
    """Return a context that edits the state that somebody had before them.

    What others saved since is merged when it is kept. The newest state is edited if the revision is
    unknown, or cannot be rebuilt.
    """
    newest = context.document
    if revision is None or revision == newest.revision:
        return context
    try:
        shown = context.store.at_revision(newest.id, revision)
    except RevisionNotFound:
        return context
    return replace(context, document=shown, newest=newest)


SessionContext = EditContext[Session]
SessionResult = SaveResult[Session]
VisionContext = EditContext[Vision]
VisionResult = SaveResult[Vision]
EventContext = EditContext[Event]
EventResult = SaveResult[Event]


@dataclass(frozen=True)
class _Draft(EditContext[D]):
    """A context that saves nothing."""

    def keep(self, after: D) -> SaveResult[D]:
        """Return the changed document without saving it."""
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
    started = at()
    return document.model_copy(
        update={"id": fresh_id(), "revision": 0, "begun": started, "updated": started}
    )


def newer_stored(store: Store[D, L], content: bytes) -> L | None:
    """Return the summary of the document in the store whose older file this is, or None."""
    head = serializer.head(content[: serializer.HEAD_BYTES])
    if head is None or head.revision is None:
        return None
    return next(
        (
            summary
            for summary in store.summaries()
            if summary.id == head.id and summary.revision > head.revision
        ),
        None,
    )


def import_as_copy(store: Store[D, Any], document: D) -> D:
    """Store an imported document; it gets a new id if its id is already in the store or trash."""
    used = {summary.id for summary in store.summaries()}
    used |= {trashed.entry.id for trashed in store.trash()}
    return store.create(with_new_id(document, now) if document.id in used else document)


def save(
    store: Store[D, Any], before: D, after: D, *, by: str, op_id: str | None, at: Now
) -> SaveResult[D]:
    """Save the difference of two states; it is on the disk when this returns."""
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
