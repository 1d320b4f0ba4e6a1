"""The file store: documents of one type in a folder, for many threads and processes at once."""

import shutil
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Generic

from path_planner.domain.base import Value
from path_planner.domain.diff import Change
from path_planner.errors import (
    DocumentExists,
    DocumentNotFound,
    FileDamaged,
    FolderAway,
    NotSaved,
    PlannerError,
    RevisionNotFound,
)
from path_planner.storage import atomic_io, notices, serializer
from path_planner.storage.document_type import DocumentType
from path_planner.storage.event_type import EVENTS
from path_planner.storage.file_store import check, erase, history, recovery
from path_planner.storage.file_store.file_paths import DocumentPaths, is_id
from path_planner.storage.file_store.folder import PATIENCE, Folder, Locks
from path_planner.storage.file_store.index import Index, Listing
from path_planner.storage.file_store.open_document import OpenDocument
from path_planner.storage.file_store.trash import Trash, update_trashed
from path_planner.storage.file_store.writer import BackgroundCheckpoints
from path_planner.storage.op import propose
from path_planner.storage.protocol import (
    AppendResult,
    CheckResult,
    D,
    Due,
    L,
    OpenResult,
    Revision,
    Sidecar,
    SidecarUpdate,
    StoreFactory,
    Stores,
    TrashedSummary,
    digest_of,
)
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.vision_type import VISIONS

LITTLE_SPACE = 200 * 1024 * 1024
"""Free bytes below which people are warned: a large plan is written several times."""
MOST_OPEN = 32
"""The size of the cache of open documents; the least recently used is dropped."""


class DocumentCache(Generic[D, L]):
    """An LRU cache of open documents by id, safe for threads."""

    def __init__(self) -> None:
        """Begin empty."""
        self._lock = RLock()
        self._open: OrderedDict[str, OpenDocument[D, L]] = OrderedDict()

    def __len__(self) -> int:
        """Return the number of open documents."""
        return len(self._open)

    def get(self, document_id: str) -> OpenDocument[D, L] | None:
        """Return a document if it is open, or None."""
        return self._open.get(document_id)

    def remember(self, opened: OpenDocument[D, L]) -> OpenDocument[D, L]:
        """Add a document, or mark it as the most recently used."""
        with self._lock:
            self._open[opened.paths.id] = opened
            self._open.move_to_end(opened.paths.id)
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
        return opened

    def forget(self, document_id: str) -> None:
        """Drop a document from the cache."""
        with self._lock:
            self._open.pop(document_id, None)


@contextmanager
def saving() -> Iterator[None]:
    """Turn an OSError into NotSaved, with a reason in plain words."""
    try:
        yield
    except OSError as error:
        raise NotSaved(why=notices.of_disk(error)) from error


class FileStore(Generic[D, L]):
    """Documents of one type in a folder; see `protocol.Store` for what each method does."""

    def __init__(
        self,
        folder: Path,
        document_type: DocumentType[D, L],
        *,
        patience: float = PATIENCE,
        in_background: bool = False,
    ) -> None:
        """Name a folder; it is made when something is first written.

        `in_background`: document files follow their journals by themselves, in a thread.
        """
        self._document_type = document_type
        self._folder = Folder(folder, document_type)
        self._locks = Locks(patience)
        self._index = Index(folder, document_type, self._locks)
        self._listing = Listing(self._folder, self._index, self._known_open)
        self._trash = Trash(self._folder)
        self._cache: DocumentCache[D, L] = DocumentCache()
        self._background = BackgroundCheckpoints(self.checkpoint) if in_background else None

    def create(self, new: D) -> D:
        """Write a new document."""
        self._check_there()
        data = serializer.write(new)
        document = serializer.read(data, self._document_type)
        paths = self._folder.new_paths(new)
        with saving(), self._locks.acquire(paths.lock):
            if not self._exists(document):
                atomic_io.atomic_write(paths.file, data)
        return self.open(new.id).document

    def _exists(self, new: D) -> bool:
        """Whether this very document exists, from an attempt whose answer was lost.

        Raises DocumentExists if another document has its id.
        """
        with suppress(DocumentNotFound):
            if self._opened(new.id).document == new:
                return True
            raise DocumentExists(session_id=new.id)
        return False

    def open(self, document_id: str) -> OpenResult[D]:
        """Return the newest state of a document."""
        opened = self._current(document_id)
        return OpenResult(opened.document, (*opened.notices, *self._warnings()))

    def revision(self, document_id: str) -> int:
        """Return the newest revision; it costs five stats when nothing has changed."""
        return self._current(document_id).document.revision

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
        """Merge changes with what others wrote meanwhile, and write them to the journal."""
        proposal = propose(
            self._document_type, changes, expected_revision, op_id=op_id, by=by, at=at
        )
        with saving(), self._locked(document_id) as opened:
            result = opened.append(proposal)
        self._write_later(opened)
        return result

    def _write_later(self, opened: OpenDocument[D, L]) -> None:
        """Let the document file be written in the background, if it is behind."""
        if self._background and opened.is_behind:
            self._background.changed(opened.paths.id)

    def get_sidecar(self, document_id: str, kind: Sidecar = Sidecar.BALLOTS) -> bytes | None:
        """Return the content of a document's sidecar file."""
        return atomic_io.read(self._current(document_id).paths.sidecar(kind))

    def update_sidecar(
        self, document_id: str, change: SidecarUpdate, kind: Sidecar = Sidecar.BALLOTS
    ) -> None:
        """Replace a sidecar by `change` of it, under the lock of the document."""
        with saving(), self._locked(document_id) as opened:
            atomic_io.atomic_update(opened.paths.sidecar(kind), change)

    def put_blob(self, document_id: str, content: bytes) -> str:
        """Write bytes into a file of their own beside the document."""
        digest = digest_of(content)
        with saving(), self._locked(document_id) as opened:
            path = opened.paths.blob(digest)
            if path is not None and not path.exists():
                atomic_io.make_folder(path.parent)
                atomic_io.atomic_write(path, content)
        return digest

    def get_blob(self, document_id: str, digest: str) -> bytes | None:
        """Return the bytes with this digest, or None."""
        path = self._folder.paths(document_id).blob(digest)
        return atomic_io.read(path) if path else None

    def delete_blob(self, document_id: str, digest: str) -> None:
        """Erase the file of the bytes with this digest."""
        with saving(), self._locked(document_id) as opened:
            path = opened.paths.blob(digest)
            if path is not None and path.exists():
                path.unlink()
                atomic_io.sync_folder(path.parent)

    def blobs(self, document_id: str) -> frozenset[str]:
        """Return the digests of all bytes beside a document."""
        return frozenset(path.name for path in self._folder.paths(document_id).blobs())

    def cache_path(self, document_id: str) -> Path:
        """Return the path for derived data that may be lost."""
        return self._folder.paths(document_id).cache

    def summaries(self) -> list[L]:
        """Return the list of documents, newest first."""
        return self._listing.entries()

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        return self._listing.due(until)

    def remove(self, document_id: str, at: datetime) -> None:
        """Move a document to the trash."""
        with saving(), self._locked(document_id) as opened:
            opened.checkpoint()
            self._trash.add(opened.paths, at)
            self._cache.forget(document_id)

    def trash(self) -> list[TrashedSummary[L]]:
        """Return the documents in the trash, the last removed first."""
        return self._trash.all()

    def restore(self, document_id: str) -> None:
        """Restore a document from the trash."""
        if not is_id(document_id):
            raise DocumentNotFound(session_id=document_id)
        with saving(), self._locks.acquire(self._folder.paths_at("", document_id).lock):
            self._trash.restore(document_id)

    def update_trashed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change every document in the trash, each under its lock; return the unreadable ones."""
        with saving():
            return update_trashed(self._folder, self._locks, change, op_id=op_id, by=by, at=at)

    def purge(self, now: datetime) -> tuple[str, ...]:
        """Erase documents whose time in the trash is over, and leftovers of crashes."""
        with saving():
            erased = self._trash.purge(now)
            if erase.finish_erasing(self._folder) or erased:
                self._erase_remains(erased)
            erase.clear_leftovers(self._folder, now)
        return tuple(paths.id for paths in erased)

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""
        with saving():
            removed = self._trash.erase(document_id)
            with suppress(DocumentNotFound) if removed else nullcontext():
                paths = self._folder.paths(document_id)
                with self._locks.acquire(paths.lock):
                    erase.erase(paths)
                self._cache.forget(document_id)
            self._erase_remains(removed)

    def _erase_remains(self, removed: Sequence[DocumentPaths[D, L]]) -> None:
        """Erase sidecar files, cache entries and index rows of erased documents."""
        for paths in removed:
            try:
                self._folder.paths(paths.id)
            except DocumentNotFound:
                erase.erase_sidecar_files(paths)
            self._cache.forget(paths.id)
        self._index.delete_corrupt_copies()
        self._listing.entries()

    def history(self, document_id: str) -> list[Revision]:
        """Return the revisions of a document, oldest first."""
        opened = self._current(document_id)
        return history.list_revisions(opened.paths, opened.document, opened.journal())

    def deleted_since(
        self, document_id: str, revision: int
    ) -> Mapping[tuple[str, str], Value | None]:
        """Return the records that were deleted after a revision, each as it was last."""
        opened = self._current(document_id)
        return history.deleted_since(opened.paths, revision, opened.journal())

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return a document at a revision; raise RevisionNotFound."""
        state = self._current(document_id).state_at(revision)
        if state is None:
            raise RevisionNotFound
        return state

    def document(self, document_id: str) -> bytes:
        """Return the newest state as the bytes of a document file."""
        return serializer.write(self._current(document_id).document)

    def check(self) -> list[CheckResult]:
        """Check the integrity of all files, and change nothing."""
        return check.check_folder(self._folder, self._index, self._trash)

    def checkpoint(self, document_id: str) -> None:
        """Write the newest state to the document file; the lock is held only to replace it."""
        current = self._current(document_id)
        if current.is_behind:
            with (
                saving(),
                current.prepared_file() as prepared,
                self._locked(document_id) as opened,
            ):
                opened.use_prepared_file(prepared)

    def checkpoint_soon(self, document_id: str) -> None:
        """Do not wait for a rest before the document file is written."""
        if self._background:
            self._background.hurry(document_id)

    def checkpoint_all(self) -> tuple[str, ...]:
        """Write every document file that is behind or missing; return the ids where that failed."""
        failed = []
        behind = [paths.id for paths in self._folder.behind()]
        for document_id in (*behind, *recovery.missing_documents(self._folder)):
            try:
                self.checkpoint(document_id)
            except PlannerError:
                failed.append(document_id)
        return tuple(failed)

    def _is_gone(self) -> bool:
        """Whether the folder was there and is not any more: a stick was pulled out."""
        return len(self._cache) > 0 and not self._folder.root.is_dir()

    def _check_there(self) -> None:
        if self._is_gone():
            # Nothing may be written where the stick was.
            raise FolderAway

    def _warnings(self) -> Iterator[notices.Notice]:
        if self._is_gone():
            yield notices.AWAY
        else:
            with suppress(OSError):
                if shutil.disk_usage(self._folder.root).free < LITTLE_SPACE:
                    yield notices.LITTLE_SPACE

    def _current(self, document_id: str) -> OpenDocument[D, L]:
        """Return a document for reading; the lock is only taken if something has changed.

        While the folder is away, what was open stays as it is.
        """
        opened = self._cache.get(document_id)
        if opened is not None and (opened.is_current() or self._is_gone()):
            return opened
        try:
            with self._locked(document_id) as locked:
                return locked
        except OSError:
            return self._unlocked(document_id)

    def _unlocked(self, document_id: str) -> OpenDocument[D, L]:
        """Load a document from a read-only folder, where no lock file can be written."""
        try:
            return self._cache.remember(
                OpenDocument(self._folder.paths(document_id), writable=False)
            )
        except OSError:
            raise FileDamaged(why=notices.NOT_ANSWERING) from None

    @contextmanager
    def _locked(self, document_id: str) -> Iterator[OpenDocument[D, L]]:
        """Lock a document and yield it in its newest state."""
        self._check_there()
        opened = self._cache.get(document_id)
        if opened is not None:
            paths = opened.paths
        elif recovery.is_missing(self._folder, document_id):
            paths = self._folder.paths_at("", document_id)
        else:
            paths = self._folder.paths(document_id)
        with self._locks.acquire(paths.lock):
            yield self._opened(document_id)

    def _opened(self, document_id: str) -> OpenDocument[D, L]:
        opened = self._cache.get(document_id)
        if opened is not None and opened.paths.file.exists():
            opened.refresh()
            return self._cache.remember(opened)
        self._cache.forget(document_id)
        rebuilt = recovery.rebuild(self._folder, document_id)
        opened = OpenDocument(self._folder.paths(document_id), writable=True)
        if rebuilt:
            opened.notices = (*opened.notices, notices.MISSING)
        self._write_later(opened)
        return self._cache.remember(opened)

    def _known_open(self, document_id: str) -> D | None:
        opened = self._cache.get(document_id)
        return opened.document if opened is not None and opened.is_current() else None


def _make(location: str) -> Stores:
    folder = Path(location).expanduser()
    return Stores(
        FileStore(folder, SESSIONS, in_background=True),
        FileStore(folder, VISIONS, in_background=True),
        FileStore(folder, EVENTS, in_background=True),
    )


STORE = StoreFactory("files", _make)
