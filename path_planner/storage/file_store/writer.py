"""Writing the files of a document, at once or in the background, so that a crash is harmless.

Invariants: the checksum of a new document file is in the journal before the file is replaced, so
that our own files can be told from edited ones. A snapshot is in the history before a journal
begins from it, and a journal is in the history before a new one replaces it.

A change is in the journal before it counts as saved; the document file follows when nobody has
changed the document for REST seconds, and after LONGEST seconds in any case. There is a thread only
while a file is behind. A program that ends normally writes what is left; after a kill the next
start does (`Store.checkpoint_all`).
"""

import atexit
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Condition, Thread
from time import monotonic
from typing import Any, NamedTuple
from zlib import crc32

from path_planner.domain.base import Document
from path_planner.errors import DocumentNotFound, PlannerError
from path_planner.storage import atomic_io, serializer
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.file_paths import JOURNAL, AnyDocumentPaths, timestamp
from path_planner.storage.file_store.journal import Header, Parsed, SnapshotMark
from path_planner.storage.file_store.loader import LoadedFiles
from path_planner.storage.limits import ParseCost, estimate_parse_cost

REST = 1.0
LONGEST = 20.0


class NewEntries(NamedTuple):
    """Lines that other processes added to a journal."""

    lines: bytes
    now: Parsed


class PreparedFile(NamedTuple):
    """The content of a document file at a revision, written beside it and ready to replace it."""

    revision: int
    data: bytes
    cost: ParseCost
    replace: Callable[[], None]


@contextmanager
def prepared_file(paths: AnyDocumentPaths, state: Document) -> Iterator[PreparedFile]:
    """Write a state beside the document file. It needs no lock: a state never changes.

    Raises FileTooLarge, FileDamaged or OSError.
    """
    data = serializer.write(state)
    cost = estimate_parse_cost(data)
    cost.check()
    with atomic_io.prepared(paths.file, data) as replace:
        yield PreparedFile(state.revision, data, cost, replace)


class Writer:
    """Writes the file and journal of one document; its caller holds the lock."""

    def __init__(self, paths: AnyDocumentPaths, files: LoadedFiles[Any]) -> None:
        """Begin from files that were just loaded."""
        self.paths = paths
        self.file = atomic_io.file_stamp(paths.file)
        self.settled = files.state.file_revision
        self._use_journal(files.lines or b"", files.parsed_journal)

    def _use_journal(self, lines: bytes, current: Parsed) -> None:
        self.journal = atomic_io.file_stamp(self.paths.journal)
        self.end, self._last = current.end, current.last
        self._checksum = crc32(lines[: self.end])
        """Of all that is known of the journal: another machine may have replaced it by its own."""
        self.is_old = (
            current.header is not None and current.header.version < self.paths.document_type.version
        )

    def unchanged(self) -> bool:
        """Whether both files still have the same stamps."""
        return (self.file, self.journal) == (
            atomic_io.file_stamp(self.paths.file),
            atomic_io.file_stamp(self.paths.journal),
        )

    def read_new_entries(self) -> NewEntries | None:
        """Return what others appended to the journal; None if anything else has changed."""
        added = self._appended()
        if added is None or added.now.header or added.now.foreign:
            return None
        if added.now.torn or added.now.bad:
            return None
        file = atomic_io.file_stamp(self.paths.file)
        if file != self.file:
            announced = {mark.file: mark.revision for mark in added.now.snapshot_marks}
            checksum = crc32(atomic_io.read(self.paths.file) or b"")
            if checksum not in announced:
                return None
            self.settled = announced[checksum]
        self.file, self.journal = file, atomic_io.file_stamp(self.paths.journal)
        self._count(added.lines)
        self._last = added.now.last
        return added

    def _appended(self) -> NewEntries | None:
        if not self.end or not self.paths.journal.exists():
            return None
        with self.paths.journal.open("rb") as lines:
            known, new = lines.read(self.end), lines.read()
        if len(known) < self.end or crc32(known) != self._checksum:
            return None
        return (
            NewEntries(new, journal.parse(new, self.paths.document_type, self._last))
            if new.endswith(b"\n") or not new
            else None
        )

    def append_entry(self, body: bytes) -> None:
        """Append an entry to the journal; it is on the disk when this returns."""
        line = journal.line(body, self._last)
        self._add(line)
        self._last = journal.checksum_of(line)

    def _add(self, lines: bytes) -> None:
        self.journal = atomic_io.append(self.paths.journal, lines, self.end)
        self._count(lines)

    def _count(self, lines: bytes) -> None:
        self.end += len(lines)
        self._checksum = crc32(lines, self._checksum)

    def begin_journal(
        self, newest: Document, file: bytes, seen: Sequence[str], body: bytes
    ) -> None:
        """Begin a journal from the document file as it is, with its first operation."""
        history.save_snapshot(self.paths, newest.revision, file)
        self._new_journal(
            Header(newest.revision, crc32(file), self.paths.document_type.version, tuple(seen)),
            body,
        )

    def _new_journal(self, header: Header, body: bytes | None = None) -> None:
        lines = journal.header_line(header)
        if body:
            lines += journal.line(body, journal.checksum_of(lines))
        atomic_io.make_folder(self.paths.private)
        atomic_io.atomic_write(self.paths.journal, lines)
        self._use_journal(lines, journal.parse(lines, self.paths.document_type))

    def write_snapshot(self, newest: Document) -> bytes:
        """Write the newest state to the document file; return its bytes."""
        with prepared_file(self.paths, newest) as prepared:
            self.replace_file(prepared)
        return prepared.data

    def replace_file(self, prepared: PreparedFile) -> None:
        """Replace the document file by one that was prepared."""
        if self.end:
            mark = SnapshotMark(prepared.revision, crc32(prepared.data))
            self.append_entry(journal.snapshot_mark(mark))
        prepared.replace()
        self.file = atomic_io.file_stamp(self.paths.file)
        self.settled = prepared.revision

    def rotate_journal(self, newest: Document, seen: Sequence[str]) -> None:
        """Write a snapshot, move the journal into the history and begin a new one."""
        data = self.write_snapshot(newest)
        history.save_snapshot(self.paths, newest.revision, data)
        self._archive()
        self._new_journal(
            Header(newest.revision, crc32(data), self.paths.document_type.version, tuple(seen))
        )
        history.prune_snapshots(self.paths)

    def _archive(self) -> None:
        now = journal.parse(atomic_io.read(self.paths.journal) or b"", self.paths.document_type)
        if now.steps:
            base = now.header.base if now.header else now.steps[0]["rev"] - 1
            history.save_journal(self.paths, base, journal.lines_of(now))

    def set_document_aside(self, file: bytes) -> str:
        """Copy a damaged document to a new name beside it; return that name."""
        name = f"{self.paths.file.name}.damaged-{timestamp(self.file.mtime)}"
        return history.write_beside(self.paths.file.with_name(name), file).name

    def set_journal_aside(self, lines: bytes, what: str) -> str:
        """Copy a damaged journal, or its torn end, into the history folder; return its name."""
        name = f"{self.paths.journal.name}.{what}-{timestamp(self.journal.mtime)}"
        return history.quarantine(self.paths, name, lines).name

    def set_foreign_lines_aside(self, current: Parsed) -> None:
        """Write the lines of another machine as a copy of its journal, from which they are joined.

        They are in this journal, too, until the next begins.
        """
        lines = journal.lines_of(current._replace(steps=current.foreign))
        name = f"{self.paths.id}-other-{crc32(b''.join(lines.splitlines()[1:])):08x}{JOURNAL}"
        atomic_io.atomic_write(self.paths.journal.with_name(name), lines)

    def cut_journal(self) -> None:
        """Truncate the journal after its last good line."""
        atomic_io.truncate(self.paths.journal, self.end)
        self.journal = atomic_io.file_stamp(self.paths.journal)

    def end_last_line(self) -> None:
        """Add the newline that a crash cut off after the last line."""
        self._add(b"\n")


class _Behind(NamedTuple):
    """When a document whose file is behind was changed for the first and the last time."""

    first: float
    last: float


class Schedule:
    """Which document file is to be written next, and when; all times are in seconds."""

    def __init__(self, rest: float = REST, longest: float = LONGEST) -> None:
        """Begin with no file behind."""
        self._rest = rest
        self._longest = longest
        self._behind: dict[str, _Behind] = {}

    def changed(self, document_id: str, now: float) -> None:
        """Note a change of a document."""
        first = self._behind.get(document_id, _Behind(now, now)).first
        self._behind[document_id] = _Behind(first, now)

    def hurry(self, document_id: str, now: float) -> None:
        """Note that there is nothing to wait for: the document was left."""
        if document_id in self._behind:
            self._behind[document_id] = _Behind(now - self._longest, now)

    def failed(self, document_id: str, now: float) -> None:
        """Note that a file could not be written; it is due again after `longest`."""
        self._behind.setdefault(document_id, _Behind(now, now + self._longest))

    def next_due(self, now: float) -> tuple[str, float] | None:
        """Return the document that is due next, and the seconds until then."""
        due = {
            document_id: min(behind.last + self._rest, behind.first + self._longest)
            for document_id, behind in self._behind.items()
        }
        if not due:
            return None
        document_id = min(due, key=due.__getitem__)
        return document_id, max(0.0, due[document_id] - now)

    def done(self, document_id: str) -> None:
        """Take a document out."""
        self._behind.pop(document_id, None)


class BackgroundCheckpoints:
    """Calls `checkpoint` with the id of each changed document, in a thread of its own."""

    def __init__(
        self, checkpoint: Callable[[str], None], *, rest: float = REST, longest: float = LONGEST
    ) -> None:
        """Set the function to call, and the times of the schedule."""
        self._checkpoint = checkpoint
        self._schedule = Schedule(rest, longest)
        self._condition = Condition()
        self._running = False

    def changed(self, document_id: str) -> None:
        """Note that a document has been changed."""
        with self._condition:
            self._schedule.changed(document_id, monotonic())
            if not self._running:
                self._running = True
                atexit.register(self.finish)
                Thread(target=self._run, name="checkpoints", daemon=True).start()

    def hurry(self, document_id: str) -> None:
        """Do not wait for a rest of this document."""
        with self._condition:
            self._schedule.hurry(document_id, monotonic())
            self._condition.notify()

    def finish(self) -> None:
        """Write all files that are behind, now, in the thread of the caller."""
        while (document_id := self._take(lambda _seconds: True)) is not None:
            with suppress(PlannerError, OSError):
                self._checkpoint(document_id)

    def _run(self) -> None:
        while (document_id := self._take(self._wait)) is not None:
            try:
                self._checkpoint(document_id)
            except DocumentNotFound:
                continue
            except (PlannerError, OSError):
                # The disk is full or busy: the journal has the changes, the file is tried again.
                with self._condition:
                    self._schedule.failed(document_id, monotonic())

    def _take(self, is_due: Callable[[float], bool]) -> str | None:
        """Take the next document out of the schedule when it is due; None if there is none."""
        with self._condition:
            while (due := self._schedule.next_due(monotonic())) is not None:
                document_id, seconds = due
                if is_due(seconds):
                    self._schedule.done(document_id)
                    return document_id
            self._running = False
            atexit.unregister(self.finish)
            return None

    def _wait(self, seconds: float) -> bool:
        """Wait for a change of the schedule, but no longer than this; return whether it is time."""
        if seconds > 0:
            self._condition.wait(seconds)
        return seconds <= 0
