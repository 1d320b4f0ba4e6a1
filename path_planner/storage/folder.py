"""The folder of a store: which session files lie in it, whoever put them there."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from path_planner.domain.session import Session
from path_planner.errors import PlannerError, SessionNotFound
from path_planner.storage import disk, document
from path_planner.storage.disk import Trace
from path_planner.storage.door import parse
from path_planner.storage.shelf import (
    JOURNAL,
    PRIVATE,
    REMOVED,
    SUFFIX,
    Shelf,
    file_name,
    id_in_name,
    is_id,
)

_HEAD_BYTES = 512


class Listed(NamedTuple):
    """A session file as it is seen in the folder."""

    name: str
    trace: Trace


class Folder:
    """A folder of sessions; it is made when something is first written."""

    def __init__(self, root: Path) -> None:
        """Name a folder."""
        self.root = root
        self.private = root / PRIVATE
        self.bin = self.private / REMOVED

    def listed(self) -> list[Listed]:
        """Return all session files, by name."""
        return sorted(_files(self.root, SUFFIX))

    def journals(self) -> dict[str, Trace]:
        """Return what the journals look like, by session."""
        return {
            listed.name.removesuffix(JOURNAL): listed.trace
            for listed in _files(self.private, JOURNAL)
        }

    def shelf_at(self, name: str, session_id: str) -> Shelf:
        """Return the shelf of a file."""
        return Shelf(session_id, self.root / name, self.private)

    def new_shelf(self, session: Session) -> Shelf:
        """Return the shelf of a session that is not here yet."""
        return self.shelf_at(file_name(session), session.id)

    def shelf(self, session_id: str) -> Shelf:
        """Find a session: by the name that we gave its file, else by what the files say."""
        if not is_id(session_id):
            raise SessionNotFound(session_id=session_id)
        for path in self.root.glob(f"*_{session_id}{SUFFIX}"):
            if id_in_name(path.name) == session_id and path.is_file() and not path.is_symlink():
                return self.shelf_at(path.name, session_id)
        for listed in self.listed():
            if id_in_name(listed.name) is None and self.id_inside(listed.name) == session_id:
                return self.shelf_at(listed.name, session_id)
        raise SessionNotFound(session_id=session_id)

    def id_inside(self, name: str) -> str | None:
        """Return the id that a file says it has."""
        with (self.root / name).open("rb") as file:
            found = document.head(file.read(_HEAD_BYTES))
        if found is not None:
            return found.id
        try:
            said = parse((self.root / name).read_bytes()).get("id")
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
