"""The store of files: each document readable in a folder, with its journal behind it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Generic

from path_planner.domain.change import Change
from path_planner.errors import FileDamaged, RevisionNotFound, SessionExists, SessionNotFound
from path_planner.storage import chronicle, disk, document, erasing, reasons, survey
from path_planner.storage.at_hand import AtHand
from path_planner.storage.bin import Bin
from path_planner.storage.catalogue import Catalogue
from path_planner.storage.folder import Folder
from path_planner.storage.listing import Listing
from path_planner.storage.locking import PATIENCE, Locks
from path_planner.storage.reaching import change_in_bin
from path_planner.storage.saving import saving
from path_planner.storage.sessions import SESSIONS
from path_planner.storage.shelf import Shelf, is_id
from path_planner.storage.sort import Sort
from path_planner.storage.steps import wish
from path_planner.storage.store import (
    Appended,
    D,
    Due,
    Finding,
    L,
    Opened,
    Removed,
    Revision,
    Scheme,
    Stores,
    WaitingChange,
)
from path_planner.storage.visions import VISIONS
from path_planner.storage.volume import Volume


class FilesStore(Generic[D, L]):
    """Documents of one sort in a folder, for many threads and programs at once."""

    def __init__(self, folder: Path, sort: Sort[D, L], *, patience: float = PATIENCE) -> None:
        """Name a folder; it is made when something is first written."""
        self._sort = sort
        self._folder = Folder(folder, sort)
        self._locks = Locks(patience)
        self._catalogue = Catalogue(folder, sort, self._locks)
        self._listing = Listing(self._folder, self._catalogue, self._known_open)
        self._bin = Bin(self._folder)
        self._volumes: AtHand[D, L] = AtHand()

    def begin(self, new: D) -> D:
        """Keep a new document."""
        data = document.write(new)
        kept = document.read(data, self._sort)
        shelf = self._folder.new_shelf(new)
        with saving(), self._locks.held(shelf.lock):
            if not self._is_begun(kept):
                disk.write_whole(shelf.file, data)
        return self.open(new.id).document

    def _is_begun(self, new: D) -> bool:
        """Say whether this is here already, from a try that was not confirmed."""
        with suppress(SessionNotFound):
            if self._opened(new.id).document == new:
                return True
            raise SessionExists(session_id=new.id)
        return False

    def open(self, document_id: str) -> Opened[D]:
        """Return the newest state of a document."""
        volume = self._current(document_id)
        return Opened(volume.document, volume.notices)

    def head(self, document_id: str) -> int:
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
    ) -> Appended[D]:
        """Write changes down for good and merge them with what others wrote meanwhile."""
        wished = wish(self._sort, changes, expected_revision, op_id=op_id, by=by, at=at)
        with saving(), self._locked(document_id) as volume:
            return volume.append(wished)

    def waiting(self, document_id: str) -> bytes | None:
        """Return what waits beside a document."""
        return disk.read(self._current(document_id).shelf.waiting)

    def change_waiting(self, document_id: str, change: WaitingChange) -> None:
        """Change what waits, as one step."""
        with saving(), self._locked(document_id) as volume:
            disk.change_whole(volume.shelf.waiting, change)

    def spare(self, document_id: str) -> Path:
        """Return where to keep what is safe to lose."""
        return self._folder.shelf(document_id).spare

    def entries(self) -> list[L]:
        """Return the list of documents, newest first."""
        return self._listing.entries()

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        return self._listing.due(until)

    def remove(self, document_id: str, at: datetime) -> None:
        """Take a document out; it can be restored for a while."""
        with saving(), self._locked(document_id) as volume:
            volume.settle()
            self._bin.put(volume.shelf, at)
            self._volumes.forget(document_id)

    def removed(self) -> list[Removed[L]]:
        """Return what can be restored, last removed first."""
        return self._bin.all()

    def restore(self, document_id: str) -> None:
        """Bring a removed document back."""
        if not is_id(document_id):
            raise SessionNotFound(session_id=document_id)
        with saving(), self._locks.held(self._folder.shelf_at("", document_id).lock):
            self._bin.take_back(document_id)

    def change_removed(
        self, change: Callable[[D], D], *, op_id: str, by: str, at: datetime
    ) -> list[L]:
        """Change what can be restored; each is locked as if it were in use."""
        with saving():
            return change_in_bin(self._folder, self._locks, change, op_id=op_id, by=by, at=at)

    def sweep(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago; clear what crashes left."""
        with saving():
            erased = self._bin.sweep(now)
            if erasing.finish_erasing(self._folder) or erased:
                self._leave_no_trace(erased)
            erasing.clear_leftovers(self._folder, now)
        return tuple(shelf.id for shelf in erased)

    def erase(self, document_id: str) -> None:
        """Erase every copy of a document."""
        with saving():
            removed = self._bin.erase(document_id)
            with suppress(SessionNotFound) if removed else nullcontext():
                shelf = self._folder.shelf(document_id)
                with self._locks.held(shelf.lock):
                    erasing.erase(shelf)
                self._volumes.forget(document_id)
            self._leave_no_trace(removed)

    def _leave_no_trace(self, removed: Sequence[Shelf[D, L]]) -> None:
        """Erase what may be left elsewhere of documents that are erased."""
        for shelf in removed:
            try:
                self._folder.shelf(shelf.id)
            except SessionNotFound:
                erasing.erase_rest(shelf)
            self._volumes.forget(shelf.id)
        self._catalogue.burn_damaged()
        self._listing.entries()

    def history(self, document_id: str) -> list[Revision]:
        """Return the steps of a document, oldest first."""
        volume = self._current(document_id)
        return chronicle.revisions(volume.shelf, volume.document, volume.journal())

    def at_revision(self, document_id: str, revision: int) -> D:
        """Return a document as it was."""
        state = self._current(document_id).state_at(revision)
        if state is None:
            raise RevisionNotFound
        return state

    def document(self, document_id: str) -> bytes:
        """Return the readable document of the newest state."""
        return document.write(self._current(document_id).document)

    def check(self) -> list[Finding]:
        """Look at everything that is kept, and change nothing."""
        return survey.survey(self._folder, self._catalogue, self._bin)

    def settle(self, document_id: str) -> None:
        """Bring the readable document up to date."""
        with saving(), self._locked(document_id) as volume:
            volume.settle()

    def _current(self, document_id: str) -> Volume[D, L]:
        """Return a document for reading; a lock is only needed if something is new."""
        volume = self._volumes.get(document_id)
        if volume is not None and volume.is_current():
            return volume
        try:
            with self._locked(document_id) as locked:
                return locked
        except OSError:
            return self._unlocked(document_id)

    def _unlocked(self, document_id: str) -> Volume[D, L]:
        """Read from a folder in which nothing can be written, not even a lock."""
        try:
            return self._volumes.remember(Volume(self._folder.shelf(document_id), writable=False))
        except OSError:
            raise FileDamaged(why=reasons.NOT_ANSWERING) from None

    @contextmanager
    def _locked(self, document_id: str) -> Iterator[Volume[D, L]]:
        """Hold a document in its newest state."""
        volume = self._volumes.get(document_id)
        shelf = volume.shelf if volume is not None else self._folder.shelf(document_id)
        with self._locks.held(shelf.lock):
            yield self._opened(document_id)

    def _opened(self, document_id: str) -> Volume[D, L]:
        volume = self._volumes.get(document_id)
        if volume is not None and volume.shelf.file.exists():
            volume.catch_up()
            return self._volumes.remember(volume)
        self._volumes.forget(document_id)
        return self._volumes.remember(Volume(self._folder.shelf(document_id), writable=True))

    def _known_open(self, document_id: str) -> D | None:
        volume = self._volumes.get(document_id)
        return volume.document if volume is not None and volume.is_current() else None


def _make(location: str) -> Stores:
    at = Path(location).expanduser()
    return Stores(FilesStore(at, SESSIONS), FilesStore(at, VISIONS))


STORE = Scheme("files", _make)
