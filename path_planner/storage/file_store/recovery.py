"""Repair of damaged files, and rebuilding of missing ones.

A damaged file is set aside, never deleted, and a good one is written. A synced folder, or somebody
who tidies up, may take the file of a document alone away: it is rebuilt from its history. What was
erased or moved to the trash is not, even if a crash left part of its history behind.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from path_planner.errors import DocumentNotFound
from path_planner.storage import atomic_io, notices, serializer
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.erase import UNFINISHED
from path_planner.storage.file_store.file_paths import AnyDocumentPaths, is_id
from path_planner.storage.file_store.folder import Folder
from path_planner.storage.file_store.loader import LoadedFiles
from path_planner.storage.file_store.writer import Writer
from path_planner.storage.notices import Notice
from path_planner.storage.protocol import D


def notices_for(paths: AnyDocumentPaths, files: LoadedFiles[D]) -> tuple[Notice, ...]:
    """Return the notices about damaged files without repairing them."""
    return _notices(files, paths.file.name, paths.journal.name)


def repair(writer: Writer, files: LoadedFiles[D]) -> tuple[Notice, ...]:
    """Set damaged files aside, rewrite the document and journal, and return the notices."""
    state, now = files.state, files.parsed_journal
    document, lines = writer.paths.file.name, writer.paths.journal.name
    if state.broken:
        document = writer.set_document_aside(files.file)
    if files.journal_broken:
        lines = writer.set_journal_aside(files.lines or b"", "damaged")
    elif now.torn:
        lines = writer.set_journal_aside(now.torn, "torn")
    if now.torn and now.end:
        writer.cut_journal()
    elif files.lines and now.end == len(files.lines) and not files.lines.endswith(b"\n"):
        writer.end_last_line()
    if now.foreign:
        writer.set_foreign_lines_aside(now)
    if files.journal_broken or now.foreign or state.file_revision is None:
        writer.rotate_journal(state.document, now.seen)
    return _notices(files, document, lines)


def _notices(files: LoadedFiles[D], document: str, lines: str) -> tuple[Notice, ...]:
    state = files.state
    collected = list(state.notices)
    if state.broken:
        collected.append(
            notices.damaged(document, whole=state.complete and not files.journal_broken)
        )
    if files.parsed_journal.lines_missing:
        collected.append(notices.LINES_MISSING)
    if files.journal_broken or not (state.complete or state.broken):
        collected.append(notices.some_unreadable(lines))
    elif files.parsed_journal.torn:
        collected.append(notices.not_finished(lines))
    return tuple(collected)


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
