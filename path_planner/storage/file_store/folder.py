"""The folder of a store: the files of one document type in it, and the lock for one writer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, RLock
from typing import Generic, NamedTuple

from filelock import FileLock, Timeout

from path_planner.errors import DocumentNotFound, PlannerError, StoreLocked
from path_planner.storage import atomic_io, serializer
from path_planner.storage.atomic_io import FileStamp
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.file_paths import (
    JOURNAL,
    TRASH,
    DocumentPaths,
    file_name,
    id_in_name,
    is_id,
)
from path_planner.storage.protocol import D, L

PATIENCE = 10.0
"""The timeout in seconds; a save takes milliseconds."""


class FolderEntry(NamedTuple):
    """A file of the folder, with its stamp."""

    name: str
    stamp: FileStamp


class Folder(Generic[D, L]):
    """A folder of documents of one type; it is made when something is first written."""

    def __init__(self, root: Path, document_type: DocumentType[D, L]) -> None:
        """Name a folder."""
        self.root = root
        self.document_type = document_type
        self.private = root / document_type.history_folder
        self.trash = self.private / TRASH

    def entries(self) -> list[FolderEntry]:
        """Return all files of the type, by name."""
        return sorted(_files(self.root, self.document_type.suffix))

    def journals(self) -> dict[str, FileStamp]:
        """Return the stamps of the journals by document id."""
        return {
            entry.name.removesuffix(JOURNAL): entry.stamp
            for entry in _files(self.private, JOURNAL)
            if is_id(entry.name.removesuffix(JOURNAL))
        }

    def paths_at(self, name: str, document_id: str) -> DocumentPaths[D, L]:
        """Return the paths of a document whose file has this name."""
        return DocumentPaths(document_id, self.root / name, self.private, self.document_type)

    def new_paths(self, new: D) -> DocumentPaths[D, L]:
        """Return the paths for a new document."""
        return self.paths_at(file_name(new, self.document_type), new.id)

    def paths(self, document_id: str) -> DocumentPaths[D, L]:
        """Find a document by its file name, or else by the ids inside the files.

        Raises DocumentNotFound.
        """
        if not is_id(document_id):
            raise DocumentNotFound(session_id=document_id)
        for path in self.root.glob(f"*_{document_id}{self.document_type.suffix}"):
            if (
                id_in_name(path.name, self.document_type) == document_id
                and path.is_file()
                and not path.is_symlink()
            ):
                return self.paths_at(path.name, document_id)
        for entry in self.entries():
            if (
                id_in_name(entry.name, self.document_type) is None
                and self.id_inside(entry.name) == document_id
            ):
                return self.paths_at(entry.name, document_id)
        raise DocumentNotFound(session_id=document_id)

    def paths_of(self, name: str) -> DocumentPaths[D, L] | None:
        """Return the paths of the document in this file; None if the store has it in another."""
        document_id = id_in_name(name, self.document_type) or self.id_inside(name)
        try:
            paths = self.paths(document_id or "")
        except DocumentNotFound:
            return None
        return paths if paths.file.name == name else None

    def behind(self) -> Iterator[DocumentPaths[D, L]]:
        """Yield the documents whose file has an older state than their journal."""
        for document_id in self.journals():
            with suppress(DocumentNotFound):
                paths = self.paths(document_id)
                if self._is_behind(paths):
                    yield paths

    def _is_behind(self, paths: DocumentPaths[D, L]) -> bool:
        head = self._head(paths.file.name)
        try:
            current = journal.parse(atomic_io.read(paths.journal) or b"", self.document_type)
        except (PlannerError, OSError):
            return False
        if head is None or head.revision is None:
            # It was edited by hand: whoever opens it is told so, and writes it.
            return False
        return head.revision < current.newest

    def _head(self, name: str) -> serializer.Head | None:
        with (self.root / name).open("rb") as file:
            return serializer.head(file.read(serializer.HEAD_BYTES))

    def id_inside(self, name: str) -> str | None:
        """Return the id in the content of a file, or None if it cannot be read."""
        head = self._head(name)
        if head is not None and head.format == self.document_type.format:
            return head.id
        try:
            declared = parse((self.root / name).read_bytes(), self.document_type).get("id")
        except PlannerError:
            return None
        return declared if isinstance(declared, str) and is_id(declared) else None


def _files(folder: Path, suffix: str) -> Iterator[FolderEntry]:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            # A link may lead out of the folder.
            if entry.name.endswith(suffix) and not entry.name.startswith("."):
                stamp = _stamp(entry)
                if stamp is not None:
                    yield FolderEntry(entry.name, stamp)


def _stamp(entry: "os.DirEntry[str]") -> FileStamp | None:
    try:
        if not entry.is_file(follow_symlinks=False):
            return None
        # On Windows a directory listing has no inodes; stat has.
        status = os.stat(entry.path) if os.name == "nt" else entry.stat()  # noqa: PTH116
    except FileNotFoundError:
        return None
    return atomic_io.stamp_of(status)


class _Lock:
    """A reentrant lock of threads, and a file lock of processes."""

    def __init__(self, path: Path, patience: float) -> None:
        self.threads = RLock()
        self.programs = FileLock(
            path, timeout=patience, mode=atomic_io.OWNER_ONLY, thread_local=False
        )


class Locks:
    """The locks of one store."""

    def __init__(self, patience: float = PATIENCE) -> None:
        """Set the timeout in seconds."""
        self._patience = patience
        self._creating = Lock()
        self._locks: dict[Path, _Lock] = {}

    @contextmanager
    def acquire(self, path: Path) -> Iterator[None]:
        """Hold the lock of a path; raise StoreLocked after the timeout."""
        with self._creating:
            lock = self._locks.get(path) or self._make(path)
        if not lock.threads.acquire(timeout=self._patience):
            raise StoreLocked
        try:
            atomic_io.make_folder(path.parent)
            with self._between_processes(lock):
                yield
        finally:
            lock.threads.release()

    def _make(self, path: Path) -> _Lock:
        self._locks[path] = _Lock(path, self._patience)
        return self._locks[path]

    @contextmanager
    def _between_processes(self, lock: _Lock) -> Iterator[None]:
        try:
            lock.programs.acquire()
        except Timeout:
            raise StoreLocked from None
        try:
            yield
        finally:
            lock.programs.release()
