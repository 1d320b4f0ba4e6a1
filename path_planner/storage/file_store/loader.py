"""Loading a document from its files: the newest state, and what is damaged. Nothing is written.

The newest state is the document file plus the operations of the journal. If the file was changed
by hand it is merged with the history; if it is damaged the history alone gives the state.
"""

from datetime import timedelta
from typing import Generic, NamedTuple
from zlib import crc32

from path_planner.domain.diff import apply, diff
from path_planner.errors import DocumentNotFound, FileDamaged, FileTooNew, PlannerError
from path_planner.storage import atomic_io, notices
from path_planner.storage import notices as reasons
from path_planner.storage.decoder import parse
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.file_paths import DocumentPaths
from path_planner.storage.file_store.replay import Replayed, replay, replay_one_by_one
from path_planner.storage.merge import merge
from path_planner.storage.migrations import Raw
from path_planner.storage.notices import Notice
from path_planner.storage.protocol import D, L
from path_planner.storage.serializer import from_raw, upgraded


class RecoveredState(NamedTuple, Generic[D]):
    """The newest state of a document, and the condition of its file."""

    document: D
    file_revision: int | None
    """The revision of the file; None if it must be written anew."""
    broken: bool = False
    """The file is damaged and must be set aside."""
    complete: bool = True
    """No record of the history is lost."""
    notices: tuple[Notice, ...] = ()


class LoadedFiles(NamedTuple, Generic[D]):
    """The contents of a document's files, and the newest state that they give."""

    file: bytes
    lines: bytes | None
    """The content of the journal file; None if there is none."""
    parsed_journal: journal.Parsed
    state: RecoveredState[D]

    @property
    def journal_broken(self) -> bool:
        """Whether the journal is damaged, not only torn at its end."""
        return self.lines is not None and (
            self.parsed_journal.header is None or bool(self.parsed_journal.bad)
        )


def load(paths: DocumentPaths[D, L]) -> LoadedFiles[D]:
    """Read the document and its journal; write nothing."""
    file, lines = atomic_io.read(paths.file), atomic_io.read(paths.journal)
    if file is None:
        raise DocumentNotFound(session_id=paths.id)
    parsed_journal = journal.parse(lines or b"", paths.document_type)
    return LoadedFiles(file, lines, parsed_journal, newest(paths, file, parsed_journal))


def newest(paths: DocumentPaths[D, L], file: bytes, current: journal.Parsed) -> RecoveredState[D]:
    """Return the newest state from document, journal and history.

    Raises FileTooNew, or the error of the document file if the history cannot replace it.
    """
    try:
        raw = parse(file, paths.document_type)
        if raw.get("id") != paths.id:
            raise FileDamaged(why=reasons.NO_HEADING)
        if is_ours(file, current):
            return _from_own_file(paths, raw, current)
        return _changed_outside(paths, raw, current, crc32(file))
    except FileTooNew:
        raise
    except PlannerError as error:
        return _recovered(paths, current, error)


def is_ours(file: bytes, current: journal.Parsed) -> bool:
    """Whether a document file is unchanged: its checksum was announced in the journal."""
    announced = {mark.file for mark in current.snapshot_marks}
    announced |= {current.header.file} if current.header else set()
    return not announced or crc32(file) in announced


def _from_own_file(
    paths: DocumentPaths[D, L], raw: Raw, current: journal.Parsed
) -> RecoveredState[D]:
    """Return the state from an unchanged document file and the journal."""
    replayed = _replayed(paths, raw, current)
    if not replayed.complete:
        restored = history.restore_from_history(paths, current)
        if restored is not None and restored.complete:
            replayed = restored
    file_revision = int(raw.get("revision", 0))
    return RecoveredState(replayed.document, file_revision, complete=replayed.complete)


def _replayed(paths: DocumentPaths[D, L], raw: Raw, current: journal.Parsed) -> Replayed[D]:
    try:
        return replay(raw, current.steps, paths.document_type)
    except PlannerError:
        return replay_one_by_one(raw, current.steps, paths.document_type)


def _changed_outside(
    paths: DocumentPaths[D, L], raw: Raw, current: journal.Parsed, checksum: int
) -> RecoveredState[D]:
    """Merge a document file that somebody replaced or edited by hand into the newest state."""
    theirs = from_raw(upgraded(raw, paths.document_type), paths.document_type)
    restored = history.restore_from_history(paths, current)
    if restored is None:
        return RecoveredState(_replayed(paths, raw, current).document, None)
    ours = restored.document
    base = base_of(paths, current, theirs)
    if base is not None and _equal(base, theirs):
        older = theirs.revision < ours.revision
        return RecoveredState(ours, None, notices=(notices.OLDER_COPY,) if older else ())
    changes = diff(base or ours, theirs)
    merged = merge(base or ours, ours, changes, {})
    after = apply(ours, merged.changes)
    update = {
        **(theirs.model_extra or {}),
        "begun": theirs.begun,
        "revision": max(ours.revision, theirs.revision) + 1,
        "updated": max(ours.updated, theirs.updated) + _offset(checksum),
    }
    return RecoveredState(after.model_copy(update=update), None, notices=(notices.CHANGED_OUTSIDE,))


def _offset(checksum: int) -> timedelta:
    """Return up to a millisecond that depends on the content of a merged file.

    Two machines may merge different files into the same revision; the times tell these apart.
    """
    return timedelta(microseconds=1 + checksum % 1_000)


def base_of(paths: DocumentPaths[D, L], current: journal.Parsed, theirs: D) -> D | None:
    """Return the state that a changed file has come from, as far as can be told.

    By hand people change words and leave number and time of the revision alone. A file of another
    machine has a revision that was never here: it is compared with an older snapshot, so that
    nothing counts as deleted that the other machine never had.
    """
    base = _at(paths, current, theirs.revision)
    if base is not None and base.updated == theirs.updated:
        return base
    older = (number for number in history.snapshots(paths) if number < theirs.revision)
    return next(
        (state for number in reversed([*older]) if (state := _at(paths, current, number))), base
    )


def _at(paths: DocumentPaths[D, L], current: journal.Parsed, revision: int) -> D | None:
    state = history.restore_from_history(paths, current, upto=revision)
    return state.document if state is not None and state.document.revision == revision else None


def _equal(first: D, second: D) -> bool:
    return (
        not diff(first, second)
        and first.begun == second.begun
        and first.model_extra == second.model_extra
    )


def _recovered(
    paths: DocumentPaths[D, L], current: journal.Parsed, error: PlannerError
) -> RecoveredState[D]:
    """Rebuild a document from its history, without its damaged file; raise `error` otherwise."""
    restored = history.restore_from_history(paths, current)
    if restored is None:
        raise error
    return RecoveredState(restored.document, None, broken=True, complete=restored.complete)
