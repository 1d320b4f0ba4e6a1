"""Repair of damaged files: set them aside (never delete), write good ones, return notices."""

from path_planner.storage import notices
from path_planner.storage.file_store.file_paths import AnyDocumentPaths
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
    if files.journal_broken or state.file_revision is None:
        writer.rotate_journal(state.document, now.seen)
    return _notices(files, document, lines)


def _notices(files: LoadedFiles[D], document: str, lines: str) -> tuple[Notice, ...]:
    state = files.state
    collected = list(state.notices)
    if state.broken:
        collected.append(
            notices.damaged(document, whole=state.complete and not files.journal_broken)
        )
    if files.journal_broken or not (state.complete or state.broken):
        collected.append(notices.some_unreadable(lines))
    elif files.parsed_journal.torn:
        collected.append(notices.not_finished(lines))
    return tuple(collected)
