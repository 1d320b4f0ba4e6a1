"""Erasing: every copy of a document goes, also if the machine stops in between."""

import os
import shutil
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from path_planner.storage import atomic_io
from path_planner.storage.file_store.file_paths import AnyDocumentPaths
from path_planner.storage.file_store.folder import Folder

_UNFINISHED = ".erase"
_OLD_SECONDS = 3_600
"""A temporary file may belong to a save that runs now, but not to one of an hour ago."""


def erase(paths: AnyDocumentPaths) -> None:
    """Erase every file of a document."""
    mark = paths.private / f"{paths.id}{_UNFINISHED}"
    atomic_io.make_folder(paths.private)
    atomic_io.atomic_write(mark, paths.file.name.encode())
    for path in (paths.file, *paths.set_aside()):
        path.unlink(missing_ok=True)
    erase_sidecar_files(paths)
    atomic_io.sync_folder(paths.file.parent)
    mark.unlink(missing_ok=True)


def erase_sidecar_files(paths: AnyDocumentPaths) -> None:
    """Erase what stands behind a file that is not there any more."""
    for path in (
        paths.journal,
        paths.sidecar,
        paths.cache,
        paths.redaction_marker,
        *paths.leftovers(),
    ):
        path.unlink(missing_ok=True)
    shutil.rmtree(paths.history_dir, ignore_errors=True)
    with suppress(PermissionError):
        # Windows keeps a lock file while it is held; it is empty.
        paths.lock.unlink(missing_ok=True)


def finish_erasing(folder: Folder[Any, Any]) -> bool:
    """Go on where a machine stopped, and say whether there was something left to do."""
    marks = list(folder.private.glob(f"*{_UNFINISHED}"))
    for mark in marks:
        name = Path(mark.read_text("utf-8", "replace")).name
        if name.endswith(folder.sort.suffix):
            erase(folder.paths_at(name, mark.name.removesuffix(_UNFINISHED)))
    return bool(marks)


def clear_leftovers(folder: Folder[Any, Any], now: datetime) -> None:
    """Clear the temporary files that crashes left."""
    for place in (folder.root, folder.private, *folder.private.glob("*/")):
        for path in place.glob(f".*{atomic_io.TEMPORARY}"):
            with suppress(FileNotFoundError):
                found = os.lstat(path)
                old = now.timestamp() - found.st_mtime > _OLD_SECONDS
                if old and stat.S_ISREG(found.st_mode):
                    path.unlink()
