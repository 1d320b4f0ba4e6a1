"""The store of files: one readable document a session in a folder, with its journal behind it."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from datetime import date, datetime
from pathlib import Path
from threading import RLock

from path_planner.domain.change import Change
from path_planner.domain.session import Session
from path_planner.errors import (
    FileDamaged,
    NotSaved,
    RevisionNotFound,
    SessionExists,
    SessionNotFound,
)
from path_planner.storage import chronicle, disk, document, erasing, reasons, survey
from path_planner.storage.bin import Bin
from path_planner.storage.catalogue import Catalogue
from path_planner.storage.folder import Folder
from path_planner.storage.listing import Listing
from path_planner.storage.locking import PATIENCE, Locks
from path_planner.storage.shelf import Shelf, is_id
from path_planner.storage.steps import wish
from path_planner.storage.store import (
    Appended,
    Due,
    Entry,
    Finding,
    Opened,
    Removed,
    Revision,
    Scheme,
)
from path_planner.storage.volume import Volume

MOST_OPEN = 32
"""Sessions held in memory; another one pushes out the one that was least used."""


class FilesStore:
    """Sessions in a folder, for many threads and programs at once."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        """Name a folder; it is made when something is first written."""
        self._folder = Folder(folder)
        self._locks = Locks(patience)
        self._catalogue = Catalogue(folder, self._folder.private, self._locks)
        self._listing = Listing(self._folder, self._catalogue, self._known_open)
        self._bin = Bin(self._folder)
        self._guard = RLock()
        self._volumes: OrderedDict[str, Volume] = OrderedDict()

    def begin(self, session: Session) -> Session:
        """Keep a new session."""
        data = document.write(session)
        kept = document.read(data)
        shelf = self._folder.new_shelf(session)
        with _saving(), self._locks.held(shelf.lock):
            if not self._is_begun(kept):
                disk.write_whole(shelf.file, data)
        return self.open(session.id).session

    def _is_begun(self, session: Session) -> bool:
        """Say whether this is here already, from a try that was not confirmed."""
        with suppress(SessionNotFound):
            if self._opened(session.id).session == session:
                return True
            raise SessionExists(session_id=session.id)
        return False

    def open(self, session_id: str) -> Opened:
        """Return the newest state of a session."""
        volume = self._current(session_id)
        return Opened(volume.session, volume.notices)

    def head(self, session_id: str) -> int:
        """Return the newest revision; two looks at the disk when nothing has changed."""
        return self._current(session_id).session.revision

    def append(
        self,
        session_id: str,
        changes: Sequence[Change],
        *,
        expected_revision: int,
        op_id: str,
        by: str,
        at: datetime,
    ) -> Appended:
        """Write changes down for good and merge them with what others wrote meanwhile."""
        wished = wish(changes, expected_revision, op_id, by, at)
        with _saving(), self._locked(session_id) as volume:
            return volume.append(wished)

    def entries(self) -> list[Entry]:
        """Return the list of sessions, newest first."""
        return self._listing.entries()

    def due(self, until: date) -> list[Due]:
        """Return the open commitments of all sessions up to a day, soonest first."""
        return self._listing.due(until)

    def remove(self, session_id: str, at: datetime) -> None:
        """Take a session out; it can be restored for a while."""
        with _saving(), self._locked(session_id) as volume:
            volume.settle()
            self._bin.put(volume.shelf, at)
            self._forget(session_id)

    def removed(self) -> list[Removed]:
        """Return what can be restored, last removed first."""
        return self._bin.all()

    def restore(self, session_id: str) -> None:
        """Bring a removed session back."""
        if not is_id(session_id):
            raise SessionNotFound(session_id=session_id)
        with _saving(), self._locks.held(self._folder.shelf_at("", session_id).lock):
            self._bin.take_back(session_id)

    def sweep(self, now: datetime) -> tuple[str, ...]:
        """Erase what was removed too long ago; clear what crashes left."""
        with _saving():
            erased = self._bin.sweep(now)
            if erasing.finish_erasing(self._folder) or erased:
                self._leave_no_trace(erased)
            erasing.clear_leftovers(self._folder, now)
        return tuple(shelf.id for shelf in erased)

    def erase(self, session_id: str) -> None:
        """Erase every copy of a session."""
        with _saving():
            removed = self._bin.erase(session_id)
            with suppress(SessionNotFound) if removed else nullcontext():
                shelf = self._folder.shelf(session_id)
                with self._locks.held(shelf.lock):
                    erasing.erase(shelf)
                self._forget(session_id)
            self._leave_no_trace(removed)

    def _leave_no_trace(self, removed: Sequence[Shelf]) -> None:
        """Erase what may be left elsewhere of sessions that are erased."""
        for shelf in removed:
            try:
                self._folder.shelf(shelf.id)
            except SessionNotFound:
                erasing.erase_rest(shelf)
            self._forget(shelf.id)
        self._catalogue.burn_damaged()
        self._listing.entries()

    def history(self, session_id: str) -> list[Revision]:
        """Return the steps of a session, oldest first."""
        volume = self._current(session_id)
        return chronicle.revisions(volume.shelf, volume.session, volume.journal())

    def at_revision(self, session_id: str, revision: int) -> Session:
        """Return a session as it was."""
        state = self._current(session_id).state_at(revision)
        if state is None:
            raise RevisionNotFound
        return state

    def document(self, session_id: str) -> bytes:
        """Return the readable document of the newest state."""
        return document.write(self._current(session_id).session)

    def check(self) -> list[Finding]:
        """Look at everything that is kept, and change nothing."""
        return survey.survey(self._folder, self._catalogue, self._bin)

    def settle(self, session_id: str) -> None:
        """Bring the readable document up to date."""
        with _saving(), self._locked(session_id) as volume:
            volume.settle()

    def _current(self, session_id: str) -> Volume:
        """Return a session for reading; a lock is only needed if something is new."""
        volume = self._volumes.get(session_id)
        if volume is not None and volume.is_current():
            return volume
        try:
            with self._locked(session_id) as locked:
                return locked
        except OSError:
            return self._unlocked(session_id)

    def _unlocked(self, session_id: str) -> Volume:
        """Read from a folder in which nothing can be written, not even a lock."""
        try:
            return self._remember(Volume(self._folder.shelf(session_id), writable=False))
        except OSError:
            raise FileDamaged(why=reasons.NOT_ANSWERING) from None

    @contextmanager
    def _locked(self, session_id: str) -> Iterator[Volume]:
        """Hold a session in its newest state."""
        volume = self._volumes.get(session_id)
        shelf = volume.shelf if volume is not None else self._folder.shelf(session_id)
        with self._locks.held(shelf.lock):
            yield self._opened(session_id)

    def _opened(self, session_id: str) -> Volume:
        volume = self._volumes.get(session_id)
        if volume is not None and volume.shelf.file.exists():
            volume.catch_up()
            return self._remember(volume)
        self._forget(session_id)
        return self._remember(Volume(self._folder.shelf(session_id), writable=True))

    def _remember(self, volume: Volume) -> Volume:
        with self._guard:
            self._volumes[volume.shelf.id] = volume
            self._volumes.move_to_end(volume.shelf.id)
            while len(self._volumes) > MOST_OPEN:
                self._volumes.popitem(last=False)
        return volume

    def _forget(self, session_id: str) -> None:
        with self._guard:
            self._volumes.pop(session_id, None)

    def _known_open(self, session_id: str) -> Session | None:
        volume = self._volumes.get(session_id)
        return volume.session if volume is not None and volume.is_current() else None


@contextmanager
def _saving() -> Iterator[None]:
    """Say in plain words what the disk answered."""
    try:
        yield
    except OSError as trouble:
        raise NotSaved(why=reasons.of_disk(trouble)) from trouble


def _make(location: str) -> FilesStore:
    return FilesStore(Path(location).expanduser())


STORE = Scheme("files", _make)
