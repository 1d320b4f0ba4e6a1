"""Writing to a shelf: the order of the writes is what makes a crash harmless.

A document is announced in the journal before it takes its place, so that ours can be told from
one that somebody put there. A snapshot is in the history before a journal begins from it, and a
journal is in the history before a new one takes its place.
"""

from collections.abc import Sequence
from os import SEEK_END
from typing import Any, NamedTuple
from zlib import crc32

from path_planner.domain.base import Document
from path_planner.storage import atomic_io, serializer
from path_planner.storage.file_store import history, journal
from path_planner.storage.file_store.file_paths import AnyDocumentPaths, timestamp
from path_planner.storage.file_store.journal import Header, Parsed, SnapshotMark
from path_planner.storage.file_store.loader import LoadedFiles
from path_planner.storage.limits import estimate_parse_cost

_START = 120
"""The first bytes of a journal, with its random mark: enough to know it again."""


class NewEntries(NamedTuple):
    """Lines that others added to a journal."""

    lines: bytes
    now: Parsed


class Writer:
    """The file and the journal of one document on disk; its caller holds the lock."""

    def __init__(self, paths: AnyDocumentPaths, found: LoadedFiles[Any]) -> None:
        """Take over what was found."""
        self.shelf = paths
        self.file = atomic_io.file_stamp(paths.file)
        self.settled = found.state.settled
        self._took(found.lines or b"", found.now)

    def _took(self, lines: bytes, now: Parsed) -> None:
        self.journal = atomic_io.file_stamp(self.shelf.journal)
        self.start = lines[:_START]
        self.end = now.end
        self.is_old = (
            now.header is not None and now.header.version < self.shelf.document_type.version
        )

    def unchanged(self) -> bool:
        """Say whether both files look as they did, from outside."""
        return (self.file, self.journal) == (
            atomic_io.file_stamp(self.shelf.file),
            atomic_io.file_stamp(self.shelf.journal),
        )

    def read_new_entries(self) -> NewEntries | None:
        """Return what others added to the journal, None if more than that has changed."""
        if self.unchanged():
            return NewEntries(b"", journal.parse(b"", self.shelf.document_type))
        found = self._since()
        if found is None or found.now.torn or found.now.bad or found.now.header:
            return None
        file = atomic_io.file_stamp(self.shelf.file)
        if file != self.file:
            announced = {settled.file: settled.revision for settled in found.now.snapshot_marks}
            checksum = crc32(atomic_io.read(self.shelf.file) or b"")
            if checksum not in announced:
                return None
            self.settled = announced[checksum]
        self.file, self.journal = file, atomic_io.file_stamp(self.shelf.journal)
        self.end += len(found.lines)
        return found

    def _since(self) -> NewEntries | None:
        if not self.end or not self.shelf.journal.exists():
            return None
        with self.shelf.journal.open("rb") as lines:
            if lines.read(len(self.start)) != self.start or lines.seek(0, SEEK_END) < self.end:
                return None
            lines.seek(self.end)
            new = lines.read()
        return (
            NewEntries(new, journal.parse(new, self.shelf.document_type))
            if new.endswith(b"\n") or not new
            else None
        )

    def append_entry(self, body: bytes) -> None:
        """Add a step to the journal; it is on disk when this returns."""
        self._add(journal.line(body))

    def _add(self, lines: bytes) -> None:
        self.journal = atomic_io.append(self.shelf.journal, lines, self.end)
        self.end += len(lines)

    def begin_journal(
        self, newest: Document, file: bytes, seen: Sequence[str], body: bytes
    ) -> None:
        """Begin a journal at the document as it lies there, with its first step."""
        history.save_snapshot(self.shelf, newest.revision, file)
        self._new_journal(
            Header(newest.revision, crc32(file), self.shelf.document_type.version, tuple(seen)),
            body,
        )

    def _new_journal(self, header: Header, body: bytes | None = None) -> None:
        lines = journal.header_line(header) + (journal.line(body) if body else b"")
        atomic_io.make_folder(self.shelf.private)
        atomic_io.atomic_write(self.shelf.journal, lines)
        self._took(lines, journal.parse(lines, self.shelf.document_type))

    def write_snapshot(self, newest: Document) -> bytes:
        """Bring the document up to date."""
        data = serializer.write(newest)
        estimate_parse_cost(data).check()

        def announce() -> None:
            if self.end:
                self._add(journal.snapshot_line(SnapshotMark(newest.revision, crc32(data))))

        atomic_io.atomic_write(self.shelf.file, data, announce)
        self.file = atomic_io.file_stamp(self.shelf.file)
        self.settled = newest.revision
        return data

    def rotate_journal(self, newest: Document, seen: Sequence[str]) -> None:
        """Put the journal into the history and begin a new one."""
        data = self.write_snapshot(newest)
        history.save_snapshot(self.shelf, newest.revision, data)
        self._archive()
        self._new_journal(
            Header(newest.revision, crc32(data), self.shelf.document_type.version, tuple(seen))
        )
        history.prune_snapshots(self.shelf)

    def _archive(self) -> None:
        now = journal.parse(atomic_io.read(self.shelf.journal) or b"", self.shelf.document_type)
        if now.steps:
            base = now.header.base if now.header else now.steps[0]["rev"] - 1
            history.save_journal(self.shelf, base, journal.lines_of(now))

    def set_document_aside(self, file: bytes) -> str:
        """Keep a damaged document beside its place, and return its new name."""
        name = f"{self.shelf.file.name}.damaged-{timestamp(self.file.mtime)}"
        return history.write_beside(self.shelf.file.with_name(name), file).name

    def set_journal_aside(self, lines: bytes, what: str) -> str:
        """Keep a damaged journal, or its torn end, and return its new name."""
        name = f"{self.shelf.journal.name}.{what}-{timestamp(self.journal.mtime)}"
        return history.quarantine(self.shelf, name, lines).name

    def cut_journal(self) -> None:
        """Cut the journal off after its last good line."""
        atomic_io.truncate(self.shelf.journal, self.end)
        self.journal = atomic_io.file_stamp(self.shelf.journal)

    def end_last_line(self) -> None:
        """End the last line where only that is missing."""
        self._add(b"\n")
