"""The stores as a paired screen has them: its one document, without what is private.

What a screen is never sent is taken out here, before any page sees it. A page that asks for more
than these few methods fails, and shows nothing.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Generic, NamedTuple, NoReturn

from path_planner.domain.base import D, Document
from path_planner.domain.diff import Change, record_of
from path_planner.domain.marks import Photo
from path_planner.domain.other_versions import widens
from path_planner.domain.voice import Share
from path_planner.errors import DocumentNotFound, NotOnThisScreen
from path_planner.storage.protocol import AppendResult, Conflict, OpenResult, Revision, Store
from path_planner.ui.screens.roles import Screen, changed_collections

_LEFT_OUT = ("other_versions", "reviews")
"""Collections that no shared screen shows; other versions may have been private words."""


class Hidden(NamedTuple):
    """What no screen is sent: the ids of what is private, and its words."""

    ids: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()

    def has(self, key: str, record: object) -> bool:
        """Say whether a record is hidden: itself, as the card of a line, or as its photo."""
        if key in self.ids or getattr(record, "record", None) in self.ids:
            return True
        words = record.words if isinstance(record, Photo) else ""
        return bool(words) and any(words in text for text in self.texts)


def hidden_in(document: Document, *deleted: object) -> Hidden:
    """Return what is private in a document, and among records `deleted` as they were last.

    A line keeps its id when it is moved to another place, so that its id is hidden everywhere.
    """
    present = (getattr(document, name).values() for name in document.kind.collections)
    private: list[Any] = [each for each in chain(deleted, *present) if is_private(each)]
    return Hidden(
        frozenset(record.id for record in private),
        tuple(record.text for record in private if record.text),
    )


def shared_document(document: D, hidden: Hidden | None = None) -> D:
    """Return a document without what is private, and without what no shared screen shows.

    With `hidden` that is left out, too, whatever the document says of it.
    """
    own = hidden_in(document)
    both = Hidden(own.ids | hidden.ids, own.texts + hidden.texts) if hidden else own
    changed: dict[str, Any] = {}
    for name in document.kind.collections:
        records: Mapping[str, Any] = getattr(document, name)
        shown = {
            key: record
            for key, record in records.items()
            if name not in _LEFT_OUT and not both.has(key, record)
        }
        if len(shown) != len(records):
            changed[name] = shown
    return document.model_copy(update=changed)


def is_private(record: object) -> bool:
    """Say whether a record is a private voice or line."""
    return getattr(record, "share", None) is Share.PRIVATE


def _widens(before: object, record: object) -> bool:
    """Say whether words would be shared further than people agreed to: no pen decides that."""
    shared, wanted = (getattr(each, "share", None) for each in (before, record))
    return shared is not None and widens("share", shared, wanted)


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
        shared, private = self._shared(newest), hidden_in(newest).ids
        allowed = changed_collections(self._screen.role)
        for collection, record_id, record in changes:
            before = record_of(newest, collection, record_id)
            is_hidden = before is not None and record_of(shared, collection, record_id) is None
            # A private line of the parking space has the id that it had as a voice.
            if collection not in allowed or is_hidden or record_id in private:
                raise NotOnThisScreen
            if _widens(before, record):
                raise NotOnThisScreen
        saved = self._store.append(
            document_id, changes, expected_revision=expected_revision, op_id=op_id, by=by, at=at
        )
        conflicts = tuple(one for one in saved.conflicts if _may_be_shown(one))
        return AppendResult(self._shared(saved.document), conflicts)

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return the document at a revision, without what was private then or is now."""
        self._check(document_id)
        before = self._store.at_revision(document_id, revision)
        deleted = self._store.deleted_since(document_id, revision)
        newest = self._store.open(document_id).document
        return shared_document(before, hidden_in(newest, *deleted.values()))

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
