"""The bin: removed documents, whole, until they are brought back or their time is over."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Generic, NamedTuple

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from path_planner.errors import DocumentExists, DocumentNotFound, PlannerError
from path_planner.storage import atomic_io
from path_planner.storage.apply import proposal_of
from path_planner.storage.file_store import index
from path_planner.storage.file_store.file_paths import DocumentPaths, is_id
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.file_store.lock import Locks
from path_planner.storage.file_store.open_document import OpenDocument
from path_planner.storage.protocol import D, L, TrashedSummary, is_over, trashed_summary_of

_NOTE = "removed.json"


class _Note(NamedTuple):
    """What is written beside a removed document."""

    id: str
    name: str
    at: AwareDatetime


_NOTES = TypeAdapter(_Note)


class Trash(Generic[D, L]):
    """The removed documents of a folder."""

    def __init__(self, folder: Folder[D, L]) -> None:
        """Name the bin of a folder."""
        self._folder = folder

    def add(self, shelf: DocumentPaths[D, L], at: datetime) -> None:
        """Move a document into the bin; its file first, for that is what is listed."""
        place = self._folder.bin / f"{shelf.id}.{at:%Y%m%dT%H%M%S%f}"
        atomic_io.make_folder(place)
        note = _Note(shelf.id, shelf.file.name, at)
        atomic_io.atomic_write(place / _NOTE, _NOTES.dump_json(note))
        asides = list(shelf.set_aside())
        shelf.cache.unlink(missing_ok=True)
        moved = (
            shelf.file,
            shelf.journal,
            shelf.sidecar,
            shelf.redaction_marker,
            shelf.history_dir,
            *asides,
        )
        for path in moved:
            with suppress(FileNotFoundError):
                path.replace(place / path.name)
        for folder in (place, shelf.private, shelf.file.parent):
            atomic_io.sync_folder(folder)

    def restore(self, document_id: str) -> None:
        """Move a document back; its file last."""
        found = [(note, place) for note, place in self._notes() if note.id == document_id]
        if not found:
            raise DocumentNotFound(session_id=document_id)
        note, place = max(found, key=lambda pair: pair[0].at)
        shelf = self._folder.paths_at(note.name, document_id)
        with suppress(DocumentNotFound):
            self._folder.paths(document_id)
            raise DocumentExists(session_id=document_id)
        if shelf.file.exists():
            raise DocumentExists(session_id=document_id)
        for path in (
            shelf.redaction_marker,
            shelf.history_dir,
            shelf.sidecar,
            shelf.journal,
            shelf.file,
        ):
            with suppress(FileNotFoundError):
                (place / path.name).replace(path)
        for aside in place.glob(f"*{shelf.document_type.suffix}.damaged-*"):
            aside.replace(self._folder.root / aside.name)
        for folder in (shelf.private, self._folder.root):
            atomic_io.sync_folder(folder)
        shutil.rmtree(place)

    def all(self) -> list[TrashedSummary[L]]:
        """Return what is in the bin, last removed first."""
        notes = sorted(self._notes(), key=lambda pair: pair[0].at, reverse=True)
        return [trashed_summary_of(self._entry(note, place), note.at) for note, place in notes]

    def entries(self) -> Iterator[tuple[L, str]]:
        """Yield what is in the bin, each with the name of its file."""
        for note, place in self._notes():
            yield self._entry(note, place), note.name

    def paths(self) -> list[tuple[DocumentPaths[D, L], L]]:
        """Return where each removed document lies, as if it were still in use, and its line."""
        return [(self._shelf(*pair), self._entry(*pair)) for pair in self._notes()]

    def purge(self, now: datetime) -> list[DocumentPaths[D, L]]:
        """Erase what was removed too long ago, and return where it once was."""
        return [self._erase(*pair) for pair in self._notes() if is_over(pair[0].at, now)]

    def erase(self, document_id: str) -> list[DocumentPaths[D, L]]:
        """Erase a document from the bin, and return where it once was."""
        return [self._erase(*pair) for pair in self._notes() if pair[0].id == document_id]

    def _erase(self, note: _Note, place: Path) -> DocumentPaths[D, L]:
        shutil.rmtree(place)
        return self._folder.paths_at(note.name, note.id)

    def _notes(self) -> list[tuple[_Note, Path]]:
        found = []
        for path in self._folder.bin.glob(f"*/{_NOTE}"):
            with suppress(ValidationError, OSError):
                note = _NOTES.validate_json(path.read_bytes())
                if is_id(note.id) and (path.parent / Path(note.name).name).is_file():
                    found.append((note, path.parent))
        return found

    def _entry(self, note: _Note, place: Path) -> L:
        return index.summarise_file(self._shelf(note, place))[0]

    def _shelf(self, note: _Note, place: Path) -> DocumentPaths[D, L]:
        return DocumentPaths(note.id, place / Path(note.name).name, place, self._folder.sort)


def update_trashed(
    folder: Folder[D, L],
    locks: Locks,
    change: Callable[[D], D],
    *,
    op_id: str,
    by: str,
    at: datetime,
) -> list[L]:
    """Change each removed document as one step; return what could not be read for it."""
    unread = []
    for shelf, line in Trash(folder).paths():
        with locks.acquire(folder.paths_at("", shelf.id).lock):
            if not _changed(shelf, change, op_id=op_id, by=by, at=at):
                unread.append(line)
    return unread


def _changed(
    shelf: DocumentPaths[D, L], change: Callable[[D], D], *, op_id: str, by: str, at: datetime
) -> bool:
    """Change one document, and say whether it could be read."""
    try:
        opened = OpenDocument(shelf, writable=True)
    except PlannerError:
        return False
    if wished := proposal_of(opened.document, change, op_id=op_id, by=by, at=at):
        opened.append(wished)
        opened.checkpoint()
    return True
