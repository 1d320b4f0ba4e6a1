"""Erasing every copy of a document, resumable after a crash.

A marker file is written before anything is deleted and removed at the end; a marker that is found
later means that a crash interrupted the erasing, and `finish_erasing` repeats it.
"""

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

UNFINISHED = ".erase"
_OLD_SECONDS = 3_600
"""A temporary file may belong to a save that runs now, but not to one of an hour ago."""


def erase(paths: AnyDocumentPaths) -> None:
    """Erase every file of a document."""
    marker = paths.private / f"{paths.id}{UNFINISHED}"
    atomic_io.make_folder(paths.private)
    atomic_io.atomic_write(marker, paths.file.name.encode())
    for path in (paths.file, *paths.set_aside(), *paths.conflicting_files()):
        path.unlink(missing_ok=True)
    erase_sidecar_files(paths)
    atomic_io.sync_folder(paths.file.parent)
    marker.unlink(missing_ok=True)


def erase_sidecar_files(paths: AnyDocumentPaths) -> None:
    """Erase journal, history, cache and lock of a document whose file is gone."""
    for path in (
        paths.journal,
        *paths.sidecars,
        paths.cache,
        paths.redaction_marker,
        *paths.leftovers(),
        *paths.conflict_copies(),
    ):
        path.unlink(missing_ok=True)
    for folder in (paths.history_dir, paths.blobs_dir):
        shutil.rmtree(folder, ignore_errors=True)
    with suppress(PermissionError):
        # Windows keeps a lock file while it is held; it is empty.
        paths.lock.unlink(missing_ok=True)


def finish_erasing(folder: Folder[Any, Any]) -> bool:
    """Finish every interrupted erasing; return whether there was one."""
    markers = list(folder.private.glob(f"*{UNFINISHED}"))
    for marker in markers:
        name = Path(marker.read_text("utf-8", "replace")).name
        if name.endswith(folder.document_type.suffix):
            erase(folder.paths_at(name, marker.name.removesuffix(UNFINISHED)))
    return bool(markers)


def clear_leftovers(folder: Folder[Any, Any], now: datetime) -> None:
    """Delete temporary files that crashes left, if they are more than an hour old."""
    for directory in (folder.root, folder.private, *folder.private.glob("*/")):
        for path in directory.glob(f".*{atomic_io.TEMPORARY}"):
            with suppress(FileNotFoundError):
                status = os.lstat(path)
                old = now.timestamp() - status.st_mtime > _OLD_SECONDS
                if old and stat.S_ISREG(status.st_mode):
                    path.unlink()
