"""The trash: removed documents with all their files, until they are restored or erased.

Each has a folder of its own, with a note that names the document and when it was removed.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Generic, NamedTuple

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from path_planner.errors import DocumentExists, DocumentNotFound, PlannerError
from path_planner.storage import atomic_io
from path_planner.storage.file_store import index
from path_planner.storage.file_store.file_paths import DocumentPaths, is_id
from path_planner.storage.file_store.folder import Folder, Locks
from path_planner.storage.file_store.open_document import OpenDocument
from path_planner.storage.op import proposal_of
from path_planner.storage.overdue import Overdue, found_overdue, is_over, may_be_erased
from path_planner.storage.protocol import D, L, TrashedSummary, trashed_summary_of

_NOTE = "removed.json"
_OVERDUE = "overdue.json"


class _Note(NamedTuple):
    """The note beside a removed document: its id, file name and time of removal."""

    id: str
    name: str
    at: AwareDatetime


_NOTES = TypeAdapter(_Note)
_OVERDUE_TIMES = TypeAdapter(Overdue)


class Trash(Generic[D, L]):
    """The removed documents of a folder."""

    def __init__(self, folder: Folder[D, L]) -> None:
        """Name the trash of a folder."""
        self._folder = folder

    def add(self, paths: DocumentPaths[D, L], at: datetime) -> None:
        """Move a document into the trash; its file first, as lists are made from files."""
        target = self._folder.trash / f"{paths.id}.{at:%Y%m%dT%H%M%S%f}"
        atomic_io.make_folder(target)
        note = _Note(paths.id, paths.file.name, at)
        atomic_io.atomic_write(target / _NOTE, _NOTES.dump_json(note))
        asides = list(paths.set_aside())
        paths.cache.unlink(missing_ok=True)
        moved = (
            paths.file,
            paths.journal,
            *paths.sidecars,
            paths.redaction_marker,
            paths.history_dir,
            paths.blobs_dir,
            *asides,
        )
        for path in moved:
            with suppress(FileNotFoundError):
                path.replace(target / path.name)
        for folder in (target, paths.private, paths.file.parent):
            atomic_io.sync_folder(folder)

    def restore(self, document_id: str) -> None:
        """Move a document back; its file last."""
        found = [(note, source) for note, source in self._notes() if note.id == document_id]
        if not found:
            raise DocumentNotFound(session_id=document_id)
        note, source = max(found, key=lambda pair: pair[0].at)
        paths = self._folder.paths_at(note.name, document_id)
        with suppress(DocumentNotFound):
            self._folder.paths(document_id)
            raise DocumentExists(session_id=document_id)
        if paths.file.exists():
            raise DocumentExists(session_id=document_id)
        for path in (
            paths.redaction_marker,
            paths.history_dir,
            paths.blobs_dir,
            *paths.sidecars,
            paths.journal,
            paths.file,
        ):
            with suppress(FileNotFoundError):
                (source / path.name).replace(path)
        for aside in source.glob(f"*{paths.document_type.suffix}.damaged-*"):
            aside.replace(self._folder.root / aside.name)
        for folder in (paths.private, self._folder.root):
            atomic_io.sync_folder(folder)
        shutil.rmtree(source)

    def all(self) -> list[TrashedSummary[L]]:
        """Return the documents in the trash, the last removed first."""
        notes = sorted(self._notes(), key=lambda pair: pair[0].at, reverse=True)
        return [trashed_summary_of(self._entry(note, place), note.at) for note, place in notes]

    def entries(self) -> Iterator[tuple[L, str]]:
        """Yield the summaries of the documents in the trash, each with its file name."""
        for note, place in self._notes():
            yield self._entry(note, place), note.name

    def paths(self) -> list[tuple[DocumentPaths[D, L], L]]:
        """Return the paths of each removed document inside the trash, with its summary."""
        return [(self._paths_in(*pair), self._entry(*pair)) for pair in self._notes()]

    def purge(self, now: datetime) -> list[DocumentPaths[D, L]]:
        """Erase the documents whose time is over; return their paths before the removal."""
        found = [(note, place) for note, place in self._notes() if _is_due(note, place, now)]
        return [self._erase(*pair) for pair in found]

    def erase(self, document_id: str) -> list[DocumentPaths[D, L]]:
        """Erase a document from the trash; return its paths before the removal."""
        return [self._erase(*pair) for pair in self._notes() if pair[0].id == document_id]

    def _erase(self, note: _Note, place: Path) -> DocumentPaths[D, L]:
        shutil.rmtree(place)
        return self._folder.paths_at(note.name, note.id)

    def _notes(self) -> list[tuple[_Note, Path]]:
        found = []
        for path in self._folder.trash.glob(f"*/{_NOTE}"):
            with suppress(ValidationError, OSError):
                note = _NOTES.validate_json(path.read_bytes())
                if is_id(note.id) and (path.parent / Path(note.name).name).is_file():
                    found.append((note, path.parent))
        return found

    def _entry(self, note: _Note, place: Path) -> L:
        return index.summarise_file(self._paths_in(note, place))[0]

    def _paths_in(self, note: _Note, place: Path) -> DocumentPaths[D, L]:
        return DocumentPaths(
            note.id, place / Path(note.name).name, place, self._folder.document_type
        )


def _is_due(note: _Note, place: Path, now: datetime) -> bool:
    """Say whether a document may be erased now, and note down whether its time is over."""
    marker = place / _OVERDUE
    # In a folder that cannot be written nothing is noted, and so nothing is erased.
    with suppress(OSError):
        if not is_over(note.at, now):
            marker.unlink(missing_ok=True)
            return False
        overdue = found_overdue(_noted(marker), now)
        atomic_io.atomic_write(marker, _OVERDUE_TIMES.dump_json(overdue))
        return may_be_erased(overdue)
    return False


def _noted(marker: Path) -> Overdue | None:
    try:
        return _OVERDUE_TIMES.validate_json(marker.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def update_trashed(
    folder: Folder[D, L],
    locks: Locks,
    change: Callable[[D], D],
    *,
    op_id: str,
    by: str,
    at: datetime,
) -> list[L]:
    """Change each removed document; return the summaries of those that could not be read."""
    unread = []
    for paths, summary in Trash(folder).paths():
        with locks.acquire(folder.paths_at("", paths.id).lock):
            if not _changed(paths, change, op_id=op_id, by=by, at=at):
                unread.append(summary)
    return unread


def _changed(
    paths: DocumentPaths[D, L], change: Callable[[D], D], *, op_id: str, by: str, at: datetime
) -> bool:
    """Change one document; return whether it could be read."""
    try:
        opened = OpenDocument(paths, writable=True)
    except PlannerError:
        return False
    if proposal := proposal_of(opened.document, change, op_id=op_id, by=by, at=at):
        opened.append(proposal)
        opened.checkpoint()
    return True
