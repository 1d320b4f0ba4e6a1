"""Putting right what reading found wrong: set aside, never delete, and say so."""

from path_planner.storage import notices
from path_planner.storage.file_store.file_paths import AnyDocumentPaths
from path_planner.storage.file_store.loader import LoadedFiles
from path_planner.storage.file_store.writer import Writer
from path_planner.storage.notices import Notice
from path_planner.storage.protocol import D


def notices_for(paths: AnyDocumentPaths, found: LoadedFiles[D]) -> tuple[Notice, ...]:
    """Return what people are told when nothing can be written, and so nothing put right."""
    return _notices(found, paths.file.name, paths.journal.name)


def repair(writer: Writer, found: LoadedFiles[D]) -> tuple[Notice, ...]:
    """Set the damaged aside, write the good anew, and return what people are told."""
    state, now = found.state, found.now
    document, lines = writer.shelf.file.name, writer.shelf.journal.name
    if state.broken:
        document = writer.set_document_aside(found.file)
    if found.journal_broken:
        lines = writer.set_journal_aside(found.lines or b"", "damaged")
    elif now.torn:
        lines = writer.set_journal_aside(now.torn, "torn")
    if now.torn and now.end:
        writer.cut_journal()
    elif found.lines and now.end == len(found.lines) and not found.lines.endswith(b"\n"):
        writer.end_last_line()
    if found.journal_broken or state.settled is None:
        writer.rotate_journal(state.document, now.seen)
    return _notices(found, document, lines)


def _notices(found: LoadedFiles[D], document: str, lines: str) -> tuple[Notice, ...]:
    state = found.state
    told = list(state.notices)
    if state.broken:
        told.append(notices.damaged(document, whole=state.whole and not found.journal_broken))
    if found.journal_broken or not (state.whole or state.broken):
        told.append(notices.some_unreadable(lines))
    elif found.now.torn:
        told.append(notices.not_finished(lines))
    return tuple(told)
