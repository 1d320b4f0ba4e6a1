"""The folder of a store: which files of one sort lie in it, whoever put them there."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Generic, NamedTuple

from path_planner.errors import PlannerError, SessionNotFound
from path_planner.storage import disk, document
from path_planner.storage.disk import Trace
from path_planner.storage.door import parse
from path_planner.storage.shelf import (
    JOURNAL,
    REMOVED,
    Shelf,
    file_name,
    id_in_name,
    is_id,
)
from path_planner.storage.sort import Sort
from path_planner.storage.store import D, L

_HEAD_BYTES = 512


class Listed(NamedTuple):
    """A file as it is seen in the folder."""

    name: str
    trace: Trace


class Folder(Generic[D, L]):
    """A folder of documents of one sort; it is made when something is first written."""

    def __init__(self, root: Path, sort: Sort[D, L]) -> None:
        """Name a folder."""
        self.root = root
        self.sort = sort
        self.private = root / sort.private
        self.bin = self.private / REMOVED

    def listed(self) -> list[Listed]:
        """Return all files of the sort, by name."""
        return sorted(_files(self.root, self.sort.suffix))

    def journals(self) -> dict[str, Trace]:
        """Return what the journals look like, by document."""
        return {
            listed.name.removesuffix(JOURNAL): listed.trace
            for listed in _files(self.private, JOURNAL)
        }

    def shelf_at(self, name: str, document_id: str) -> Shelf[D, L]:
        """Return the shelf of a file."""
        return Shelf(document_id, self.root / name, self.private, self.sort)

    def new_shelf(self, new: D) -> Shelf[D, L]:
        """Return the shelf of a document that is not here yet."""
        return self.shelf_at(file_name(new, self.sort), new.id)

    def shelf(self, document_id: str) -> Shelf[D, L]:
        """Find a document: by the name that we gave its file, else by what the files say."""
        if not is_id(document_id):
            raise SessionNotFound(session_id=document_id)
        for path in self.root.glob(f"*_{document_id}{self.sort.suffix}"):
            if (
                id_in_name(path.name, self.sort) == document_id
                and path.is_file()
                and not path.is_symlink()
            ):
                return self.shelf_at(path.name, document_id)
        for listed in self.listed():
            if (
                id_in_name(listed.name, self.sort) is None
                and self.id_inside(listed.name) == document_id
            ):
                return self.shelf_at(listed.name, document_id)
        raise SessionNotFound(session_id=document_id)

    def id_inside(self, name: str) -> str | None:
        """Return the id that a file says it has."""
        with (self.root / name).open("rb") as file:
            found = document.head(file.read(_HEAD_BYTES))
        if found is not None and found.format == self.sort.format:
            return found.id
        try:
            said = parse((self.root / name).read_bytes(), self.sort).get("id")
        except PlannerError:
            return None
        return said if isinstance(said, str) and is_id(said) else None


def _files(folder: Path, suffix: str) -> Iterator[Listed]:
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
                    yield Listed(entry.name, found)


def _trace(entry: "os.DirEntry[str]") -> Trace | None:
    try:
        if not entry.is_file(follow_symlinks=False):
            return None
        # On Windows the listing knows no inode; a second look does.
        found = os.stat(entry.path) if os.name == "nt" else entry.stat()  # noqa: PTH116
    except FileNotFoundError:
        return None
    return disk.trace_of(found)
