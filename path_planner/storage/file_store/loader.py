"""Loading a document from its files, by replay of the journal: the newest state, and its damage.

The newest state is the document file plus the operations of the journal. If the file was changed
by hand it is merged with the history; if it is damaged the history alone gives the state.

Operations are applied to the parsed JSON, in the format that they were written in; the result is
migrated and validated once at the end. If that fails they are applied one by one.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any, Generic, NamedTuple
from zlib import crc32

from path_planner.domain.diff import apply, diff
from path_planner.errors import DocumentNotFound, FileDamaged, FileTooNew, PlannerError
from path_planner.storage import atomic_io, notices
from path_planner.storage import notices as reasons
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.file_paths import DocumentPaths
from path_planner.storage.merge import merge
from path_planner.storage.migrations import Raw
from path_planner.storage.notices import Notice
from path_planner.storage.op import apply_op, decode
from path_planner.storage.protocol import D, L
from path_planner.storage.serializer import from_raw, upgraded


class Replayed(NamedTuple, Generic[D]):
    """A state; `whole` tells whether all revisions up to it were there and readable."""

    document: D
    complete: bool


def replay(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any], upto: int | None = None
) -> Replayed[D]:
    """Return the state after the operations that are newer than the document.

    `upto` is the last revision to apply. Raises FileDamaged if the result is not valid.
    """
    with _as_file_damaged():
        newest, times, whole = _replay(raw, steps, document_type, upto)
        document = from_raw(upgraded(newest, document_type), document_type)
        updated = max([document.updated, *map(datetime.fromisoformat, times)])
    return Replayed(document.model_copy(update={"updated": updated}), whole)


def replay_in_short(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any]
) -> tuple[D, int]:
    """Return the newest state without the collection that lists only count, and its size."""
    with _as_file_damaged():
        newest, times, _ = _replay(raw, steps, document_type, None)
        newest = upgraded(newest, document_type)
        document = from_raw({**newest, document_type.counted_collection: []}, document_type)
        updated = max([document.updated, *map(datetime.fromisoformat, times)])
        counted = len(newest.get(document_type.counted_collection, []))
    return document.model_copy(update={"updated": updated}), counted


@contextmanager
def _as_file_damaged() -> Iterator[None]:
    try:
        yield
    except (TypeError, ValueError, LookupError, AttributeError):
        raise FileDamaged(why=notices.wrong_part("changes")) from None


def _replay(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[Any, Any], upto: int | None
) -> tuple[Raw, list[str], bool]:
    document, whole, times = dict(raw), True, list[str]()
    keyed: dict[str, dict[str, Raw]] = {}
    revision = int(document.get("revision", 0))
    for step in steps:
        if step["rev"] <= revision:
            continue
        if upto is not None and step["rev"] > upto:
            break
        whole = whole and step["rev"] == revision + 1
        revision = step["rev"]
        times.append(step["at"])
        if step.get("version", 0) > document["version"]:
            document, keyed = (
                upgraded(_as_lists(document, keyed), document_type, step["version"]),
                {},
            )
        for change in step["changes"]:
            _apply_change(document, keyed, *change)
    return {**_as_lists(document, keyed), "revision": revision}, times, whole


def _as_lists(document: Raw, keyed: dict[str, dict[str, Raw]]) -> Raw:
    return {**document, **{name: list(records.values()) for name, records in keyed.items()}}


def _apply_change(
    document: Raw, keyed: dict[str, dict[str, Raw]], name: str, record_id: str, record: Raw | None
) -> None:
    if isinstance(document.get(name), dict) and record is not None:
        document[name] = record
        return
    if name not in keyed:
        keyed[name] = _by_id(name, document.get(name, []))
    if record is None:
        keyed[name].pop(record_id, None)
    else:
        keyed[name][record_id] = record


def _by_id(name: str, rows: list[Raw]) -> dict[str, Raw]:
    keyed = {row["id"]: row for row in rows}
    if len(keyed) != len(rows):
        raise FileDamaged(why=notices.same_id(name))
    return keyed


def replay_one_by_one(
    raw: Raw, steps: Iterable[Raw], document_type: DocumentType[D, Any]
) -> Replayed[D]:
    """Apply and validate each operation on its own, and skip those that are damaged."""
    document, whole = from_raw(upgraded(raw, document_type), document_type), True
    for step in steps:
        if step["rev"] <= document.revision:
            continue
        try:
            op = decode(step, document_type)
            after = apply_op(document, op, document_type)
        except FileDamaged:
            whole = False
        else:
            whole = whole and op.rev == document.revision + 1
            document = after
    return Replayed(document, whole)


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
