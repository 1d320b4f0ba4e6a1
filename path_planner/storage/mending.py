"""Putting right what reading found wrong: set aside, never delete, and say so."""

from path_planner.storage import notices
from path_planner.storage.facts import Notice
from path_planner.storage.reading import Found
from path_planner.storage.shelf import AnyShelf
from path_planner.storage.store import D
from path_planner.storage.writing import Writer


def told(shelf: AnyShelf, found: Found[D]) -> tuple[Notice, ...]:
    """Return what people are told when nothing can be written, and so nothing put right."""
    return _notices(found, shelf.file.name, shelf.journal.name)


def mend(writer: Writer, found: Found[D]) -> tuple[Notice, ...]:
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
        writer.turn_over(state.document, now.seen)
    return _notices(found, document, lines)


def _notices(found: Found[D], document: str, lines: str) -> tuple[Notice, ...]:
    state = found.state
    told = list(state.notices)
    if state.broken:
        told.append(notices.damaged(document, whole=state.whole and not found.journal_broken))
    if found.journal_broken or not (state.whole or state.broken):
        told.append(notices.some_unreadable(lines))
    elif found.now.torn:
        told.append(notices.not_finished(lines))
    return tuple(told)
