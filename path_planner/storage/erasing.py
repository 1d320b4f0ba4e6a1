"""Erasing: every copy of a document goes, also if the machine stops in between."""

import os
import shutil
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from path_planner.storage import disk
from path_planner.storage.folder import Folder
from path_planner.storage.shelf import AnyShelf

_UNFINISHED = ".erase"
_OLD_SECONDS = 3_600
"""A temporary file may belong to a save that runs now, but not to one of an hour ago."""


def erase(shelf: AnyShelf) -> None:
    """Erase every file of a document."""
    mark = shelf.private / f"{shelf.id}{_UNFINISHED}"
    disk.make_folder(shelf.private)
    disk.write_whole(mark, shelf.file.name.encode())
    for path in (shelf.file, *shelf.set_aside()):
        path.unlink(missing_ok=True)
    erase_rest(shelf)
    disk.sync_folder(shelf.file.parent)
    mark.unlink(missing_ok=True)


def erase_rest(shelf: AnyShelf) -> None:
    """Erase what stands behind a file that is not there any more."""
    for path in (shelf.journal, shelf.waiting, shelf.spare, shelf.forget, *shelf.leftovers()):
        path.unlink(missing_ok=True)
    shutil.rmtree(shelf.past, ignore_errors=True)
    with suppress(PermissionError):
        # Windows keeps a lock file while it is held; it is empty.
        shelf.lock.unlink(missing_ok=True)


def finish_erasing(folder: Folder[Any, Any]) -> bool:
    """Go on where a machine stopped, and say whether there was something left to do."""
    marks = list(folder.private.glob(f"*{_UNFINISHED}"))
    for mark in marks:
        name = Path(mark.read_text("utf-8", "replace")).name
        if name.endswith(folder.sort.suffix):
            erase(folder.shelf_at(name, mark.name.removesuffix(_UNFINISHED)))
    return bool(marks)


def clear_leftovers(folder: Folder[Any, Any], now: datetime) -> None:
    """Clear the temporary files that crashes left."""
    for place in (folder.root, folder.private, *folder.private.glob("*/")):
        for path in place.glob(f".*{disk.TEMPORARY}"):
            with suppress(FileNotFoundError):
                found = os.lstat(path)
                old = now.timestamp() - found.st_mtime > _OLD_SECONDS
                if old and stat.S_ISREG(found.st_mode):
                    path.unlink()
