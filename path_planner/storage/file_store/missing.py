"""Rebuilding a document whose file is missing, while its history is still there.

A synced folder, or somebody who tidies up, may take the file alone away. What was erased or moved
to the trash is not rebuilt, even if a crash left part of its history behind.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from path_planner.errors import DocumentNotFound
from path_planner.storage import atomic_io, serializer
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.erase import UNFINISHED
from path_planner.storage.file_store.file_paths import is_id
from path_planner.storage.file_store.folder import Folder


def missing_documents(folder: Folder[Any, Any]) -> Iterator[str]:
    """Yield the ids of documents that have a history and no file."""
    for document_id in folder.journals():
        if is_missing(folder, document_id):
            yield document_id


def is_missing(folder: Folder[Any, Any], document_id: str) -> bool:
    """Whether a document has a history and no file, and was not taken out."""
    if not is_id(document_id):
        return False
    with suppress(DocumentNotFound):
        folder.paths(document_id)
        return False
    paths = folder.paths_at("", document_id)
    taken_out = (folder.private / f"{document_id}{UNFINISHED}").exists() or any(
        folder.trash.glob(f"{document_id}.*")
    )
    return paths.journal.is_file() and not taken_out


def rebuild(folder: Folder[Any, Any], document_id: str) -> bool:
    """Write the missing file of a document from its history; return whether that was possible.

    The caller holds the lock.
    """
    if not is_missing(folder, document_id):
        return False
    paths = folder.paths_at("", document_id)
    current = journal.parse(atomic_io.read(paths.journal) or b"", folder.document_type)
    restored = history.restore_from_history(paths, current)
    if restored is None:
        return False
    document = restored.document
    atomic_io.atomic_write(folder.new_paths(document).file, serializer.write(document))
    return True
