"""Reading what lies on a shelf: the newest state, and what is not as it should be."""

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
    """The newest state of a document on a shelf, and how the document stands to it."""

    document: D
    settled: int | None
    """The revision of the file; None where it must be written anew."""
    broken: bool = False
    """The file is damaged and must be set aside."""
    whole: bool = True
    notices: tuple[Notice, ...] = ()


class LoadedFiles(NamedTuple, Generic[D]):
    """What lies on a shelf."""

    file: bytes
    lines: bytes | None
    """The journal as it lies there; None where there is none."""
    now: journal.Parsed
    state: RecoveredState[D]

    @property
    def journal_broken(self) -> bool:
        """Say whether the journal is damaged, and not only torn at its end."""
        return self.lines is not None and (self.now.header is None or bool(self.now.bad))


def load(paths: DocumentPaths[D, L]) -> LoadedFiles[D]:
    """Read the document and its journal; write nothing."""
    file, lines = atomic_io.read(paths.file), atomic_io.read(paths.journal)
    if file is None:
        raise DocumentNotFound(session_id=paths.id)
    now = journal.parse(lines or b"", paths.document_type)
    return LoadedFiles(file, lines, now, newest(paths, file, now))


def newest(paths: DocumentPaths[D, L], file: bytes, now: journal.Parsed) -> RecoveredState[D]:
    """Return the newest state that document, journal and history give."""
    try:
        raw = parse(file, paths.document_type)
        if raw.get("id") != paths.id:
            raise FileDamaged(why=reasons.NO_HEADING)
        if is_ours(file, now):
            return _continued(paths, raw, now)
        return _changed_outside(paths, raw, now)
    except FileTooNew:
        raise
    except PlannerError as trouble:
        return _recovered(paths, now, trouble)


def is_ours(file: bytes, now: journal.Parsed) -> bool:
    """Say whether a document is one that its journal has announced."""
    announced = {settled.file for settled in now.snapshot_marks}
    announced |= {now.header.file} if now.header else set()
    return not announced or crc32(file) in announced


def _continued(paths: DocumentPaths[D, L], raw: Raw, now: journal.Parsed) -> RecoveredState[D]:
    """Go on from our own document."""
    replayed = _replayed(paths, raw, now)
    if not replayed.whole:
        other = history.restore_from_history(paths, now)
        if other is not None and other.whole:
            replayed = other
    settled = int(raw.get("revision", 0))
    return RecoveredState(replayed.document, settled, whole=replayed.whole)


def _replayed(paths: DocumentPaths[D, L], raw: Raw, now: journal.Parsed) -> Replayed[D]:
    try:
        return replay(raw, now.steps, paths.document_type)
    except PlannerError:
        return replay_one_by_one(raw, now.steps, paths.document_type)


def _changed_outside(
    paths: DocumentPaths[D, L], raw: Raw, now: journal.Parsed
) -> RecoveredState[D]:
    """Take in a document that somebody put there or mended by hand."""
    theirs = from_raw(upgraded(raw, paths.document_type), paths.document_type)
    here = history.restore_from_history(paths, now)
    if here is None:
        return RecoveredState(_replayed(paths, raw, now).document, None)
    ours = here.document
    then = _at(paths, now, theirs.revision)
    if then is not None and _same(then, theirs):
        older = theirs.revision < ours.revision
        return RecoveredState(ours, None, notices=(notices.OLDER_COPY,) if older else ())
    changes = diff(then or ours, theirs)
    merged = merge(then or ours, ours, changes, {})
    after = apply(ours, merged.changes)
    update = {
        **(theirs.model_extra or {}),
        "begun": theirs.begun,
        "revision": max(ours.revision, theirs.revision) + 1,
        "updated": max(ours.updated, theirs.updated),
    }
    return RecoveredState(after.model_copy(update=update), None, notices=(notices.CHANGED_OUTSIDE,))


def _at(paths: DocumentPaths[D, L], now: journal.Parsed, revision: int) -> D | None:
    found = history.restore_from_history(paths, now, upto=revision)
    return found.document if found is not None and found.document.revision == revision else None


def _same(one: D, other: D) -> bool:
    return (
        not diff(one, other) and one.begun == other.begun and one.model_extra == other.model_extra
    )


def _recovered(
    paths: DocumentPaths[D, L], now: journal.Parsed, trouble: PlannerError
) -> RecoveredState[D]:
    """Put a document together again without its file."""
    found = history.restore_from_history(paths, now)
    if found is None:
        raise trouble
    return RecoveredState(found.document, None, broken=True, whole=found.whole)
