"""Copies of a journal that came from another machine, and what in them is not here yet.

Where two machines write in one synced folder, the service keeps one journal and puts the other
beside it, under a name of its own: `<id>.sync-conflict-20260102-101112-ABCDEFG.jsonl` (Syncthing),
`<id> (conflicted copy 2026-01-02 101112).jsonl` (Dropbox, Nextcloud), `<id>-LAPTOP.jsonl`
(OneDrive). The same may happen to the document file and to what is in the history. Both journals
begin with the operations that the machines shared; of the others each op id belongs to one
machine, so that joining twice, or on both machines, changes nothing.
"""

from collections.abc import Collection, Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Generic, NamedTuple
from zlib import crc32

from path_planner.domain.diff import diff
from path_planner.errors import FileDamaged, PlannerError
from path_planner.storage import atomic_io, notices
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.file_paths import JOURNAL, AnyDocumentPaths, DocumentPaths
from path_planner.storage.file_store.loader import base_of
from path_planner.storage.file_store.replay import replay
from path_planner.storage.migrations import Raw
from path_planner.storage.op import Op, apply_op, decode
from path_planner.storage.protocol import D, L
from path_planner.storage.serializer import from_raw, upgraded


class ForeignStep(NamedTuple, Generic[D]):
    """An operation of another machine, and the state that it changed there, if that is known."""

    before: D | None
    op: Op


class ConflictCopies:
    """The copies beside one document; looking whether there are new ones costs three stats."""

    def __init__(self, paths: AnyDocumentPaths) -> None:
        """Begin with none known."""
        self._paths = paths
        self._times: tuple[int, ...] = ()
        self._kept: frozenset[str] = frozenset()
        """Copies that nothing can be joined from, such as those of a newer version."""

    def new(self) -> list[Path]:
        """Return the copies that are to be joined: journals before files, by name."""
        with suppress(OSError):
            changed = self._folder_times()
            if changed != self._times:
                left = [path for path in self._found() if path.name not in self._kept]
                # While there is something to do, look again.
                self._times = () if left else changed
                return left
        return []

    def _folder_times(self) -> tuple[int, ...]:
        paths, times = self._paths, []
        for folder in (paths.file.parent, paths.private, paths.history_dir):
            with suppress(FileNotFoundError):
                times.append(folder.stat().st_mtime_ns)
        return tuple(times)

    def _found(self) -> list[Path]:
        paths = self._paths
        journals = [*history.files_of_others(paths), *sorted(paths.conflict_copies())]
        return [*journals, *sorted(paths.conflicting_files())]

    def keep(self, path: Path) -> None:
        """Leave a copy where it is."""
        self._kept |= {path.name}


class Copy(NamedTuple, Generic[D]):
    """What a copy holds that is not here, oldest first, and the bytes that cannot be read."""

    steps: list[ForeignStep[D]]
    unreadable: bytes = b""


def read_copy(
    paths: DocumentPaths[D, L], path: Path, current: journal.Parsed, seen: Collection[str]
) -> Copy[D]:
    """Read a copy; `current` is the journal and `seen` are the op ids that are here.

    What was taken out for good here is left out. Raises FileTooNew or FileDamaged if it cannot be
    read, or OSError.
    """
    is_packed = path.suffix == history.PACKED
    if is_packed and JOURNAL not in path.name:
        # A snapshot of the other machine holds nothing that its operations do not.
        return Copy([])
    data = history.unpacked(path) if is_packed else atomic_io.read(path) or b""
    if is_packed or path.suffix == JOURNAL:
        found = _read_journal(paths, data, seen)
    else:
        found = Copy(_step_of_file(paths, data, current))
    deleted = history.deleted_since(paths, 0, current)
    steps = [step._replace(op=_without(step, deleted, paths.document_type)) for step in found.steps]
    return found._replace(steps=steps)


def _read_journal(paths: DocumentPaths[D, L], data: bytes, seen: Collection[str]) -> Copy[D]:
    copy = journal.parse(data, paths.document_type)
    if copy.header is None:
        raise FileDamaged(why=notices.CUT_OR_GARBLED)
    sources = [copy, copy._replace(steps=copy.foreign)]
    if any(op_id not in seen for op_id in copy.header.seen):
        # The other machine has put part of what it wrote into the history since.
        sources = [*history.archived_journals(paths), *sources]
    known, steps = set(seen), list[ForeignStep[D]]()
    for source in sources:
        found = list(foreign_steps(paths, source, known))
        known |= {step.op.op_id for step in found}
        steps += found
    return Copy(steps, data if copy.bad or copy.torn else b"")


def _step_of_file(
    paths: DocumentPaths[D, L], data: bytes, current: journal.Parsed
) -> list[ForeignStep[D]]:
    """Return what a copy of the document file has that the state that it came from had not.

    Only a journal says what was deleted: a file may lack what its machine never had.
    """
    raw = parse(data, paths.document_type)
    if raw.get("id") != paths.id:
        raise FileDamaged(why=notices.NO_HEADING)
    theirs = from_raw(upgraded(raw, paths.document_type), paths.document_type)
    base = base_of(paths, current, theirs)
    if base is None:
        raise FileDamaged(why=notices.NO_HEADING)
    changes = tuple(change for change in diff(base, theirs) if change.record is not None)
    op = Op(theirs.revision, f"copy-{crc32(data):08x}", theirs.updated, "", changes)
    return [ForeignStep(base, op)] if op.changes else []


def _without(
    step: ForeignStep[D],
    deleted: Container[tuple[str, str]],
    document_type: DocumentType[D, Any],
) -> Op:
    """Return an operation without the records that were taken out for good here."""
    for_good = document_type.document.kind.redacted_on_delete
    changes = (
        change
        for change in step.op.changes
        if change.collection not in for_good or change[:2] not in deleted
    )
    return step.op._replace(changes=tuple(changes))


def foreign_steps(
    paths: DocumentPaths[D, L], copy: journal.Parsed, seen: Container[str]
) -> Iterator[ForeignStep[D]]:
    """Yield the operations of a copy that are not among the seen ones, oldest first.

    Raises FileDamaged at one that cannot be read.
    """
    document_type, base = paths.document_type, _base(paths, copy)
    if copy.header is not None and copy.header.version < document_type.version:
        yield from _as_one(paths, copy, base, seen)
        return
    state = None if base is None else from_raw(upgraded(base, document_type), document_type)
    for step in copy.steps:
        op = decode(step, document_type)
        if op.op_id not in seen:
            yield ForeignStep(state, op)
        state = None if state is None else apply_op(state, op, document_type)


def _as_one(
    paths: DocumentPaths[D, L],
    copy: journal.Parsed,
    base: Raw | None,
    seen: Container[str],
) -> Iterator[ForeignStep[D]]:
    """Yield what an earlier version wrote as one operation: only its result can be migrated."""
    foreign = [step for step in copy.steps if step["op_id"] not in seen]
    if not foreign:
        return
    if base is None:
        raise FileDamaged(why=notices.NO_VERSION)
    known = [step for step in copy.steps if step["op_id"] in seen]
    before = replay(base, known, paths.document_type).document
    after = replay(base, copy.steps, paths.document_type).document
    last = foreign[-1]
    op = decode({**last, "changes": []}, paths.document_type)
    yield ForeignStep(before, op._replace(changes=tuple(diff(before, after))))


def _base(paths: AnyDocumentPaths, copy: journal.Parsed) -> Raw | None:
    """Return the newest snapshot from which both journals come, or None if there is none.

    If the other machine has begun another journal since, that is an older one than its own: its
    records are then compared with an older state, and nothing of them is taken for unchanged.
    """
    newest = copy.header.base if copy.header else -1
    for revision in reversed(history.snapshots(paths)):
        if revision <= newest:
            with suppress(PlannerError):
                return parse(history.read_snapshot(paths, revision) or b"", paths.document_type)
    return None
