"""Saving: what the disk answers is said in plain words."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Generic

from path_planner.domain.diff import Change
from path_planner.errors import (
    DocumentExists,
    DocumentNotFound,
    FileDamaged,
    NotSaved,
    RevisionNotFound,
)
from path_planner.storage import atomic_io, notices, serializer
from path_planner.storage.apply import propose
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import check, erase, history
from path_planner.storage.file_store.file_paths import DocumentPaths, is_id
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.file_store.index import Index, Listing
from path_planner.storage.file_store.lock import PATIENCE, Locks
from path_planner.storage.file_store.open_document import OpenDocument
from path_planner.storage.file_store.trash import Trash, update_trashed
from path_planner.storage.protocol import (
    AppendResult,
    CheckResult,
    D,
    Due,
    L,
    OpenResult,
    Revision,
    Scheme,
    SidecarUpdate,
    Stores,
    TrashedSummary,
)
from path_planner.storage.session_type import SESSIONS
from path_planner.storage.vision_type import VISIONS

MOST_OPEN = 32
"""Documents held in memory; another one pushes out the one that was least used."""


class DocumentCache(Generic[D, L]):
    """Open documents by their ids, for many threads at once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._guard = RLock()
        self._open: OrderedDict[str, OpenDocument[D, L]] = OrderedDict()

    def __len__(self) -> int:
        """Return how many are open."""
        return len(self._open)

    def get(self, document_id: str) -> OpenDocument[D, L] | None:
        """Return a document if it is open."""
        return self._open.get(document_id)

    def remember(self, opened: OpenDocument[D, L]) -> OpenDocument[D, L]:
        """Hold a document as the one used last."""
        with self._guard:
            self._open[opened.shelf.id] = opened
            self._open.move_to_end(opened.shelf.id)
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
        return opened

    def forget(self, document_id: str) -> None:
        """Hold a document no more."""
        with self._guard:
            self._open.pop(document_id, None)


@contextmanager
def saving() -> Iterator[None]:
    """Say in plain words what the disk answered."""
    try:
        yield
    except OSError as trouble:
        raise NotSaved(why=notices.of_disk(trouble)) from trouble


class FileStore(Generic[D, L]):
    """Documents of one sort in a folder, for many threads and programs at once."""

    def __init__(
        self, folder: Path, document_type: DocumentType[D, L], *, patience: float = PATIENCE
    ) -> None:
        """Name a folder; it is made when something is first written."""
        self._sort = document_type
        self._folder = Folder(folder, document_type)
        self._locks = Locks(patience)
        self._catalogue = Index(folder, document_type, self._locks)
        self._listing = Listing(self._folder, self._catalogue, self._known_open)
        self._bin = Trash(self._folder)
        self._cache: DocumentCache[D, L] = DocumentCache()

    def create(self, new: D) -> D:
        """Keep a new document."""
        data = serializer.write(new)
        kept = serializer.read(data, self._sort)
        paths = self._folder.new_paths(new)
        with saving(), self._locks.acquire(paths.lock):
            if not self._is_begun(kept):
                atomic_io.atomic_write(paths.file, data)
        return self.open(new.id).document

    def _is_begun(self, new: D) -> bool:
        """Say whether this is here already, from a try that was not confirmed."""
        with suppress(DocumentNotFound):
            if self._opened(new.id).document == new:
                return True
            raise DocumentExists(session_id=new.id)
        return False

    def open(self, document_id: str) -> OpenResult[D]:
        """Return the newest state of a document."""
        opened = self._current(document_id)
        return OpenResult(opened.document, opened.notices)

    def revision(self, document_id: str) -> int:
        """Return the newest revision; two looks at the disk when nothing has changed."""
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
        """Write changes down for good and merge them with what others wrote meanwhile."""
        wished = propose(self._sort, changes, expected_revision, op_id=op_id, by=by, at=at)
        with saving(), self._locked(document_id) as opened:
            return opened.append(wished)

    def get_sidecar(self, document_id: str) -> bytes | None:
        """Return what waits beside a document."""
        return atomic_io.read(self._current(document_id).shelf.sidecar)

    def update_sidecar(self, document_id: str, change: SidecarUpdate) -> None:
        """Change what waits, as one step."""
        with saving(), self._locked(document_id) as opened:
            atomic_io.atomic_update(opened.shelf.sidecar, change)

    def cache_path(self, document_id: str) -> Path:
        """Return where to keep what is safe to lose."""
        return self._folder.paths(document_id).cache

    def summaries(self) -> list[L]:
        """Return the list of documents, newest first."""
        return self._listing.entries()

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        return self._listing.due(until)

    def remove(self, document_id: str, at: datetime) -> None:
        """Take a document out; it can be restored for a while."""
        with saving(), self._locked(document_id) as opened:
            opened.checkpoint()
            self._bin.add(opened.shelf, at)
            self._cache.forget(document_id)

    def trash(self) -> list[TrashedSummary[L]]:
        """Return what can be restored, last removed first."""
        return self._bin.all()

    def restore(self, document_id: str) -> None:
        """Bring a removed document back."""
        if not is_id(document_id):
            raise DocumentNotFound(session_id=document_id)
        with saving(), self._locks.acquire(self._folder.paths_at("", document_id).lock):
            self._bin.restore(document_id)

    def update_trashed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change what can be restored; each is locked as if it were in use."""
        with saving():
            return update_trashed(self._folder, self._locks, change, op_id=op_id, by=by, at=at)

    def purge(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago; clear what crashes left."""
        with saving():
            erased = self._bin.purge(now)
            if erase.finish_erasing(self._folder) or erased:
                self._leave_no_trace(erased)
            erase.clear_leftovers(self._folder, now)
        return tuple(paths.id for paths in erased)

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""
        with saving():
            removed = self._bin.erase(document_id)
            with suppress(DocumentNotFound) if removed else nullcontext():
                paths = self._folder.paths(document_id)
                with self._locks.acquire(paths.lock):
                    erase.erase(paths)
                self._cache.forget(document_id)
            self._leave_no_trace(removed)

    def _leave_no_trace(self, removed: Sequence[DocumentPaths[D, L]]) -> None:
        """Erase what may be left elsewhere of documents that are erased."""
        for paths in removed:
            try:
                self._folder.paths(paths.id)
            except DocumentNotFound:
                erase.erase_sidecar_files(paths)
            self._cache.forget(paths.id)
        self._catalogue.delete_corrupt_copies()
        self._listing.entries()

    def history(self, document_id: str) -> list[Revision]:
        """Return the steps of a document, oldest first."""
        opened = self._current(document_id)
        return history.list_revisions(opened.shelf, opened.document, opened.journal())

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return a document as it was."""
        state = self._current(document_id).state_at(revision)
        if state is None:
            raise RevisionNotFound
        return state

    def document(self, document_id: str) -> bytes:
        """Return the readable document of the newest state."""
        return serializer.write(self._current(document_id).document)

    def check(self) -> list[CheckResult]:
        """Look at everything that is kept, and change nothing."""
        return check.check_folder(self._folder, self._catalogue, self._bin)

    def checkpoint(self, document_id: str) -> None:
        """Bring the readable document up to date."""
        with saving(), self._locked(document_id) as opened:
            opened.checkpoint()

    def _current(self, document_id: str) -> OpenDocument[D, L]:
        """Return a document for reading; a lock is only needed if something is new."""
        opened = self._cache.get(document_id)
        if opened is not None and opened.is_current():
            return opened
        try:
            with self._locked(document_id) as locked:
                return locked
        except OSError:
            return self._unlocked(document_id)

    def _unlocked(self, document_id: str) -> OpenDocument[D, L]:
        """Read from a folder in which nothing can be written, not even a lock."""
        try:
            return self._cache.remember(
                OpenDocument(self._folder.paths(document_id), writable=False)
            )
        except OSError:
            raise FileDamaged(why=notices.NOT_ANSWERING) from None

    @contextmanager
    def _locked(self, document_id: str) -> Iterator[OpenDocument[D, L]]:
        """Hold a document in its newest state."""
        opened = self._cache.get(document_id)
        paths = opened.shelf if opened is not None else self._folder.paths(document_id)
        with self._locks.acquire(paths.lock):
            yield self._opened(document_id)

    def _opened(self, document_id: str) -> OpenDocument[D, L]:
        opened = self._cache.get(document_id)
        if opened is not None and opened.shelf.file.exists():
            opened.refresh()
            return self._cache.remember(opened)
        self._cache.forget(document_id)
        return self._cache.remember(OpenDocument(self._folder.paths(document_id), writable=True))

    def _known_open(self, document_id: str) -> D | None:
        opened = self._cache.get(document_id)
        return opened.document if opened is not None and opened.is_current() else None


def _make(location: str) -> Stores:
    at = Path(location).expanduser()
    return Stores(FileStore(at, SESSIONS), FileStore(at, VISIONS))


STORE = Scheme("files", _make)
