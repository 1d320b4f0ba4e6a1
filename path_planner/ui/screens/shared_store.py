"""The stores as a paired screen has them: its one document, without what is private.

What a screen is never sent is taken out here, before any page sees it. A page that asks for more
than these few methods fails, and shows nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Generic, NoReturn

from path_planner.domain.base import D
from path_planner.domain.diff import Change, record_of
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.errors import DocumentNotFound, NotOnThisScreen
from path_planner.storage.protocol import AppendResult, Conflict, OpenResult, Revision, Store
from path_planner.ui.screens.roles import Screen, changed_collections

_LEFT_OUT = ("other_versions", "reviews")
"""Collections that no shared screen shows; other versions may have been private words."""


def shared_document(document: D) -> D:
    """Return a document without what is private, and without what no shared screen shows."""
    changed: dict[str, Any] = {}
    private = set[str]()
    for name in document.kind.collections:
        records: Mapping[str, Any] = getattr(document, name)
        shown = {} if name in _LEFT_OUT else _without_private(records)
        private |= records.keys() - shown.keys()
        if len(shown) != len(records):
            changed[name] = shown
    if isinstance(document, Session):
        marks = changed.get("marks", document.marks)
        cards = {key: one for key, one in marks.items() if _card_of(one) not in private}
        if len(cards) != len(document.marks):
            changed["marks"] = cards
    return document.model_copy(update=changed)


def _without_private(records: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: record for key, record in records.items() if not is_private(record)}


def is_private(record: object) -> bool:
    """Say whether a record is a private voice or line."""
    return getattr(record, "share", None) is Share.PRIVATE


def _card_of(mark: object) -> str:
    return str(getattr(mark, "record", ""))


class SharedStore(Generic[D]):
    """A store with the one document of a screen; it changes what the role may change."""

    def __init__(self, store: Store[D, Any], screen: Screen) -> None:
        """Show the document of this screen in this store."""
        self._store = store
        self._screen = screen
        self._seen: tuple[D, D] | None = None

    def open(self, document_id: str) -> OpenResult[D]:
        """Return the newest state of the document, without what is private."""
        self._check(document_id)
        # The notices are about files and folders of the computer.
        return OpenResult(self._shared(self._store.open(document_id).document))

    def revision(self, document_id: str) -> int:
        """Return the newest revision."""
        self._check(document_id)
        return self._store.revision(document_id)

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
        """Save changes that the role may make, to nothing that it may not see."""
        self._check(document_id)
        newest = self._store.open(document_id).document
        shared = self._shared(newest)
        allowed = changed_collections(self._screen.role)
        for collection, record_id, _record in changes:
            before = record_of(newest, collection, record_id)
            is_hidden = before is not None and record_of(shared, collection, record_id) is None
            if collection not in allowed or is_hidden:
                raise NotOnThisScreen
        saved = self._store.append(
            document_id, changes, expected_revision=expected_revision, op_id=op_id, by=by, at=at
        )
        conflicts = tuple(one for one in saved.conflicts if _may_be_shown(one))
        return AppendResult(self._shared(saved.document), conflicts)

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return the document at a revision, without what was private then or is now."""
        self._check(document_id)
        before = shared_document(self._store.at_revision(document_id, revision))
        now = self._store.open(document_id).document
        kept: dict[str, Any] = {}
        for name in before.kind.collections:
            private_now = {key for key, one in getattr(now, name).items() if is_private(one)}
            records: Mapping[str, Any] = getattr(before, name)
            kept[name] = {key: one for key, one in records.items() if key not in private_now}
        return before.model_copy(update=kept)

    def history(self, document_id: str) -> list[Revision]:
        """Return the revisions: which records were changed when, without their words."""
        self._check(document_id)
        return [one._replace(singles={}) for one in self._store.history(document_id)]

    def checkpoint_soon(self, document_id: str) -> None:
        """Let the document file be written soon."""
        self._check(document_id)
        self._store.checkpoint_soon(document_id)

    def _check(self, document_id: str) -> None:
        if document_id != self._screen.document_id:
            raise DocumentNotFound(session_id=document_id[:32])

    def _shared(self, document: D) -> D:
        # The same object again for the same state: the wall compares by identity.
        if self._seen is None or self._seen[0] is not document:
            self._seen = (document, shared_document(document))
        return self._seen[1]


class NoStore:
    """A store of a type of document that a screen has nothing of."""

    def __getattr__(self, _name: str) -> NoReturn:
        raise DocumentNotFound(session_id="")


def _may_be_shown(conflict: Conflict) -> bool:
    return not (is_private(conflict.ours) or is_private(conflict.theirs))
