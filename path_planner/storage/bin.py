"""The bin: removed documents, whole, until they are brought back or their time is over."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Generic, NamedTuple

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from path_planner.errors import SessionExists, SessionNotFound
from path_planner.storage import disk, learning
from path_planner.storage.folder import Folder
from path_planner.storage.shelf import Shelf, is_id
from path_planner.storage.store import D, L, Removed
from path_planner.storage.summary import is_over, removed_of

_NOTE = "removed.json"


class _Note(NamedTuple):
    """What is written beside a removed document."""

    id: str
    name: str
    at: AwareDatetime


_NOTES = TypeAdapter(_Note)


class Bin(Generic[D, L]):
    """The removed documents of a folder."""

    def __init__(self, folder: Folder[D, L]) -> None:
        """Name the bin of a folder."""
        self._folder = folder

    def put(self, shelf: Shelf[D, L], at: datetime) -> None:
        """Move a document into the bin; its file first, for that is what is listed."""
        place = self._folder.bin / f"{shelf.id}.{at:%Y%m%dT%H%M%S%f}"
        disk.make_folder(place)
        note = _Note(shelf.id, shelf.file.name, at)
        disk.write_whole(place / _NOTE, _NOTES.dump_json(note))
        asides = list(shelf.set_aside())
        shelf.spare.unlink(missing_ok=True)
        moved = (shelf.file, shelf.journal, shelf.waiting, shelf.forget, shelf.past, *asides)
        for path in moved:
            with suppress(FileNotFoundError):
                path.replace(place / path.name)
        for folder in (place, shelf.private, shelf.file.parent):
            disk.sync_folder(folder)

    def take_back(self, document_id: str) -> None:
        """Move a document back; its file last."""
        found = [(note, place) for note, place in self._notes() if note.id == document_id]
        if not found:
            raise SessionNotFound(session_id=document_id)
        note, place = max(found, key=lambda pair: pair[0].at)
        shelf = self._folder.shelf_at(note.name, document_id)
        with suppress(SessionNotFound):
            self._folder.shelf(document_id)
            raise SessionExists(session_id=document_id)
        if shelf.file.exists():
            raise SessionExists(session_id=document_id)
        for path in (shelf.forget, shelf.past, shelf.waiting, shelf.journal, shelf.file):
            with suppress(FileNotFoundError):
                (place / path.name).replace(path)
        for aside in place.glob(f"*{shelf.sort.suffix}.damaged-*"):
            aside.replace(self._folder.root / aside.name)
        for folder in (shelf.private, self._folder.root):
            disk.sync_folder(folder)
        shutil.rmtree(place)

    def all(self) -> list[Removed[L]]:
        """Return what is in the bin, last removed first."""
        notes = sorted(self._notes(), key=lambda pair: pair[0].at, reverse=True)
        return [removed_of(self._entry(note, place), note.at) for note, place in notes]

    def entries(self) -> Iterator[tuple[L, str]]:
        """Yield what is in the bin, each with the name of its file."""
        for note, place in self._notes():
            yield self._entry(note, place), note.name

    def shelves(self) -> list[tuple[Shelf[D, L], L]]:
        """Return where each removed document lies, as if it were still in use, and its line."""
        return [(self._shelf(*pair), self._entry(*pair)) for pair in self._notes()]

    def sweep(self, now: datetime) -> list[Shelf[D, L]]:
        """Erase what was removed too long ago, and return where it once was."""
        return [self._erase(*pair) for pair in self._notes() if is_over(pair[0].at, now)]

    def erase(self, document_id: str) -> list[Shelf[D, L]]:
        """Erase a document from the bin, and return where it once was."""
        return [self._erase(*pair) for pair in self._notes() if pair[0].id == document_id]

    def _erase(self, note: _Note, place: Path) -> Shelf[D, L]:
        shutil.rmtree(place)
        return self._folder.shelf_at(note.name, note.id)

    def _notes(self) -> list[tuple[_Note, Path]]:
        found = []
        for path in self._folder.bin.glob(f"*/{_NOTE}"):
            with suppress(ValidationError, OSError):
                note = _NOTES.validate_json(path.read_bytes())
                if is_id(note.id) and (path.parent / Path(note.name).name).is_file():
                    found.append((note, path.parent))
        return found

    def _entry(self, note: _Note, place: Path) -> L:
        return learning.of_shelf(self._shelf(note, place))[0]

    def _shelf(self, note: _Note, place: Path) -> Shelf[D, L]:
        return Shelf(note.id, place / Path(note.name).name, place, self._folder.sort)
