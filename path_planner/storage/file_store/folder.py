"""The folder of a store: which files of one sort lie in it, whoever put them there."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Generic, NamedTuple

from path_planner.errors import DocumentNotFound, PlannerError
from path_planner.storage import atomic_io, serializer
from path_planner.storage.atomic_io import FileStamp
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store.file_paths import (
    JOURNAL,
    TRASH,
    DocumentPaths,
    file_name,
    id_in_name,
    is_id,
)
from path_planner.storage.protocol import D, L

_HEAD_BYTES = 512


class FolderEntry(NamedTuple):
    """A file as it is seen in the folder."""

    name: str
    stamp: FileStamp


class Folder(Generic[D, L]):
    """A folder of documents of one sort; it is made when something is first written."""

    def __init__(self, root: Path, document_type: DocumentType[D, L]) -> None:
        """Name a folder."""
        self.root = root
        self.sort = document_type
        self.private = root / document_type.private
        self.bin = self.private / TRASH

    def entries(self) -> list[FolderEntry]:
        """Return all files of the sort, by name."""
        return sorted(_files(self.root, self.sort.suffix))

    def journals(self) -> dict[str, FileStamp]:
        """Return what the journals look like, by document."""
        return {
            listed.name.removesuffix(JOURNAL): listed.stamp
            for listed in _files(self.private, JOURNAL)
        }

    def paths_at(self, name: str, document_id: str) -> DocumentPaths[D, L]:
        """Return the shelf of a file."""
        return DocumentPaths(document_id, self.root / name, self.private, self.sort)

    def new_paths(self, new: D) -> DocumentPaths[D, L]:
        """Return the shelf of a document that is not here yet."""
        return self.paths_at(file_name(new, self.sort), new.id)

    def paths(self, document_id: str) -> DocumentPaths[D, L]:
        """Find a document: by the name that we gave its file, else by what the files say."""
        if not is_id(document_id):
            raise DocumentNotFound(session_id=document_id)
        for path in self.root.glob(f"*_{document_id}{self.sort.suffix}"):
            if (
                id_in_name(path.name, self.sort) == document_id
                and path.is_file()
                and not path.is_symlink()
            ):
                return self.paths_at(path.name, document_id)
        for listed in self.entries():
            if (
                id_in_name(listed.name, self.sort) is None
                and self.id_inside(listed.name) == document_id
            ):
                return self.paths_at(listed.name, document_id)
        raise DocumentNotFound(session_id=document_id)

    def id_inside(self, name: str) -> str | None:
        """Return the id that a file says it has."""
        with (self.root / name).open("rb") as file:
            found = serializer.head(file.read(_HEAD_BYTES))
        if found is not None and found.format == self.sort.format:
            return found.id
        try:
            said = parse((self.root / name).read_bytes(), self.sort).get("id")
        except PlannerError:
            return None
        return said if isinstance(said, str) and is_id(said) else None


def _files(folder: Path, suffix: str) -> Iterator[FolderEntry]:
    try:
        entries = os.scandir(folder)
    except FileNotFoundError:
        return
    with entries:
        for entry in entries:
            # A link may lead out of the folder.
            if entry.name.endswith(suffix) and not entry.name.startswith("."):
                found = _trace(entry)
                if found is not None:
                    yield FolderEntry(entry.name, found)


def _trace(entry: "os.DirEntry[str]") -> FileStamp | None:
    try:
        if not entry.is_file(follow_symlinks=False):
            return None
        # On Windows the listing knows no inode; a second look does.
        found = os.stat(entry.path) if os.name == "nt" else entry.stat()  # noqa: PTH116
    except FileNotFoundError:
        return None
    return atomic_io.stamp_of(found)
