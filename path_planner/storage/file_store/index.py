"""The index of a folder: summaries and due dates for lists, in TinyDB. It can be rebuilt any time.

TinyDB's own storage writes in place and does not lock: in a test 21 of 400 kills damaged its file.
Here it works in memory, and each update reads, modifies and writes the whole file under a lock.
A row is valid while the stamps of the document and its journal are those that it was made from. The
file has a checksum of its tables: with a wrong one, or none, all rows are made anew.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Generic, NamedTuple
from zlib import crc32

import orjson
from pydantic import TypeAdapter
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from path_planner.domain.base import clean_line
from path_planner.errors import FileTooNew, PlannerError, StoreLocked
from path_planner.storage import atomic_io, serializer
from path_planner.storage.atomic_io import MISSING, FileStamp
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.file_paths import DocumentPaths, id_in_name
from path_planner.storage.file_store.folder import Folder, FolderEntry, Locks
from path_planner.storage.file_store.loader import is_ours, newest
from path_planner.storage.file_store.replay import replay_in_short
from path_planner.storage.protocol import D, Due, FileState, L, newest_first, soonest_first

BAD = ".bad"


class Row(NamedTuple, Generic[L]):
    """The summary of one file, with the stamps of its document and journal at that time."""

    document: FileStamp
    journal: FileStamp
    entry: L


class _NamedTable(Table):
    """A table whose documents have strings as ids."""

    document_id_class = str  # type: ignore[assignment] # typed as int, made to be changed


class _Database(TinyDB):
    table_class = _NamedTable


CHECKSUM = "checksum"

_DUES = TypeAdapter(list[Due])
_DUE_COLUMNS = {"file", *(field.name for field in fields(Due))}
_STAMPS = TypeAdapter(list[tuple[FileStamp, FileStamp]])
_NOT_READABLE = (ValueError, AttributeError, TypeError, LookupError)


class Index(Generic[L]):
    """The index rows of all files of one type in a folder, by file name."""

    def __init__(self, folder: Path, document_type: DocumentType[Any, L], locks: Locks) -> None:
        """Set up the index of a folder; the file is read on first use."""
        self.file = folder / document_type.index_name
        self._lock = folder / document_type.history_folder / "catalogue.lock"
        self._table = f"{document_type.name}s"
        self._entries = TypeAdapter[list[L]](list[document_type.summary])  # type: ignore[name-defined] # a type at run time
        self._summary_fields = {field.name for field in fields(document_type.summary)}
        self._locks = locks
        self._thread = RLock()
        self._stamp: FileStamp | None = None
        self._load(b"{}")

    def _load(self, file: bytes) -> None:
        tables, self._rows = self._parse(file)
        self._database = _Database(storage=MemoryStorage)
        self._database.storage.write(tables)

    def _parse(self, file: bytes) -> tuple[dict[str, Any], dict[str, Row[L]]]:
        """Return the tables and rows of an index file; raise ValueError if it is damaged."""
        tables: dict[str, Any] = orjson.loads(file)
        checksum = tables.pop(CHECKSUM, None)
        if checksum is not None and not _has_checksum(file, checksum):
            raise ValueError
        current = self._without_outdated(tables)
        rows = self._validated_rows(current)
        _DUES.validate_python(list(current["due"].values()))
        if checksum is None:
            # An earlier version wrote it: what cannot be trusted is made anew.
            return {self._table: {}, "due": {}}, {}
        return current, rows

    def rows(self) -> dict[str, Row[L]]:
        """Return all rows by file name."""
        with self._thread:
            self._reload_if_changed()
            return dict(self._rows)

    def due(self, until: date) -> list[Due]:
        """Return what is due up to a day."""
        with self._thread:
            self._reload_if_changed()
            due = self._database.table("due")
            return _DUES.validate_python(due.search(where("by_when") <= until.isoformat()))

    def update(self, new: dict[str, tuple[Row[L], Sequence[Due]]], deleted: Iterable[str]) -> None:
        """Write new rows of some files, and delete the rows of others."""
        with self._thread:
            try:
                with self._locks.acquire(self._lock):
                    self._reload_if_changed()
                    self._store_rows(new, set(deleted))
                    atomic_io.atomic_write(self.file, _encode(self._database.storage.read() or {}))
                    self._stamp = atomic_io.file_stamp(self.file)
            except (OSError, StoreLocked):
                # The rows are in memory; the next process makes them anew.
                self._store_rows(new, set(deleted))

    def _store_rows(self, new: dict[str, tuple[Row[L], Sequence[Due]]], deleted: set[str]) -> None:
        names = list(deleted | new.keys())
        documents, due = self._database.table(self._table), self._database.table("due")
        documents.remove(where("file").one_of(names))
        due.remove(where("file").one_of(names))
        documents.insert_multiple(
            _named(name, self._row_to_json(name, row)) for name, (row, _) in new.items()
        )
        due.insert_multiple(
            _named(f"{name}/{number}", {"file": name, **stored})
            for name, (_, dues) in new.items()
            for number, stored in enumerate(_DUES.dump_python(list(dues), mode="json"))
        )
        for name in deleted:
            self._rows.pop(name, None)
        self._rows |= {name: row for name, (row, _) in new.items()}

    def _reload_if_changed(self) -> None:
        stamp = atomic_io.file_stamp(self.file)
        if stamp == self._stamp:
            return
        try:
            self._load(atomic_io.read(self.file) or b"{}")
            self._stamp = stamp
        except _NOT_READABLE:
            self._discard_damaged()

    def _discard_damaged(self) -> None:
        """Rename a damaged index file, and go on with an empty index."""
        with suppress(OSError):
            self.file.replace(self.file.with_name(self.file.name + BAD))
        self._load(b"{}")
        self._stamp = atomic_io.file_stamp(self.file)

    def is_valid(self) -> bool:
        """Whether the index file can be read; it is not changed."""
        try:
            self._parse(atomic_io.read(self.file) or b"{}")
        except _NOT_READABLE:
            return False
        return True

    def delete_corrupt_copies(self) -> None:
        """Erase damaged and temporary index files: they may name an erased document."""
        self.file.with_name(self.file.name + BAD).unlink(missing_ok=True)
        for left in self.file.parent.glob(f".{self.file.name}.*{atomic_io.TEMPORARY}"):
            left.unlink(missing_ok=True)

    def _without_outdated(self, tables: dict[str, Any]) -> dict[str, Any]:
        """Return the tables without rows whose fields are those of another version.

        Such rows are made anew.
        """
        if not all(isinstance(table, dict) for table in tables.values()):
            raise TypeError
        documents, due = tables.get(self._table, {}), tables.get("due", {})
        outdated = {row["file"] for row in due.values() if row.keys() != _DUE_COLUMNS}
        kept = {
            name: stored
            for name, stored in documents.items()
            if stored["entry"].keys() == self._summary_fields and name not in outdated
        }
        return {
            self._table: kept,
            "due": {key: row for key, row in due.items() if row["file"] in kept},
        }

    def _validated_rows(self, current: dict[str, Any]) -> dict[str, Row[L]]:
        # All at once: one call for each row would take half of the time of a first list.
        stored = current[self._table]
        stamps = _STAMPS.validate_python(
            [(row["document"], row["journal"]) for row in stored.values()]
        )
        entries = self._entries.validate_python([row["entry"] for row in stored.values()])
        return {
            name: Row(*pair, entry)
            for name, pair, entry in zip(stored, stamps, entries, strict=True)
        }

    def _row_to_json(self, name: str, row: Row[L]) -> dict[str, Any]:
        return {
            "file": name,
            "document": list(row.document),
            "journal": list(row.journal),
            "entry": self._entries.dump_python([row.entry], mode="json")[0],
        }


def _encode(tables: dict[str, Any]) -> bytes:
    return orjson.dumps({CHECKSUM: crc32(orjson.dumps(tables)), **tables})


def _has_checksum(file: bytes, checksum: object) -> bool:
    """Say whether the tables of a file as `_encode` wrote it have this checksum."""
    head = b'{"%s":%s' % (CHECKSUM.encode(), orjson.dumps(checksum))
    tables = b"{" + file[len(head) :].removeprefix(b",")
    return file.startswith(head) and crc32(tables) == checksum


def _named(name: str, fields: dict[str, Any]) -> Document:
    return Document(fields, doc_id=name)  # type: ignore[arg-type] # see _NamedTable


_TITLE = re.compile(rb'"title":\s*"([^"\\]{0,300})"')
_HEAD_BYTES = 2_000


def summarise(document: D, document_type: DocumentType[D, L]) -> tuple[L, Sequence[Due]]:
    """Return the summary and due dates of an open document."""
    return document_type.summary_of(document), tuple(document_type.dues_of(document))


def summarise_file(paths: DocumentPaths[D, L]) -> tuple[L, Sequence[Due]]:
    """Return the summary and due dates of a document on disk, opening it only if necessary."""
    file = atomic_io.read(paths.file) or b""
    try:
        now = journal.parse(atomic_io.read(paths.journal) or b"", paths.document_type)
        in_short = _summarise_head(paths, file, now)
        return in_short or summarise(newest(paths, file, now).document, paths.document_type)
    except FileTooNew:
        return _unopened(paths, file, FileState.TOO_NEW), ()
    except PlannerError:
        return _unopened(paths, file, FileState.DAMAGED), ()


def _summarise_head(
    paths: DocumentPaths[D, L], file: bytes, current: journal.Parsed
) -> tuple[L, Sequence[Due]] | None:
    """Summarise without the heavy collections; None if the whole document must be loaded."""
    if not is_ours(file, current):
        return None
    document_type = paths.document_type
    try:
        raw = parse(serializer.without_heavy_collections(file, document_type), document_type)
        if raw.get("id") != paths.id:
            return None
        steps = (_without_bulk(step, document_type) for step in current.steps)
        document, counted = replay_in_short(raw, steps, document_type)
    except FileTooNew:
        raise
    except PlannerError:
        return None
    count: dict[str, Any] = {document_type.counted_collection: counted}
    return replace(document_type.summary_of(document), **count), tuple(
        document_type.dues_of(document)
    )


def _without_bulk(step: dict[str, Any], document_type: DocumentType[Any, Any]) -> dict[str, Any]:
    return step | {
        "changes": [
            change for change in step["changes"] if change[:1] != [document_type.heavy_collections]
        ]
    }


def _unopened(paths: DocumentPaths[D, L], file: bytes, state: FileState) -> L:
    match = _TITLE.search(file[:_HEAD_BYTES])
    title = clean_line(match[1].decode("utf-8", "ignore")) if match else ""
    modified = datetime.fromtimestamp(paths.file.stat().st_mtime, UTC)
    return paths.document_type.summary(
        id=paths.id, title=str(title), begun=modified, updated=modified, revision=0, state=state
    )


KnownOpen = Callable[[str], D | None]
"""Returns the newest state of a document if this process has it open."""


class Listing(Generic[D, L]):
    """The list of a folder's documents. The index is brought up to date when a list is needed."""

    def __init__(self, folder: Folder[D, L], index: Index[L], known_open: KnownOpen[D]) -> None:
        """List a folder."""
        self._folder = folder
        self._index = index
        self._known_open = known_open

    def entries(self) -> list[L]:
        """Return the list of documents, newest first."""
        by_id: dict[str, L] = {}
        for name, row in self._fresh_rows().items():
            # A folder may hold a copy of a document; the file named by the store is listed.
            if (
                row.entry.id not in by_id
                or id_in_name(name, self._folder.document_type) == row.entry.id
            ):
                by_id[row.entry.id] = row.entry
        return newest_first(list(by_id.values()))

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        self._fresh_rows()
        unique = {(due.document_id, due.commitment_id): due for due in self._index.due(until)}
        return soonest_first(list(unique.values()))

    def _fresh_rows(self) -> dict[str, Row[L]]:
        rows = self._index.rows()
        journals = self._folder.journals()
        files = self._folder.entries()
        deleted = rows.keys() - {file.name for file in files}
        new: dict[str, tuple[Row[L], Sequence[Due]]] = {}
        for file in files:
            if not _is_fresh(rows.get(file.name), file, journals):
                with suppress(OSError):
                    new |= self._summarised(file, journals)
        if not deleted and not new:
            return rows
        self._index.update(new, deleted)
        return self._index.rows()

    def _summarised(
        self, file: FolderEntry, journals: dict[str, FileStamp]
    ) -> dict[str, tuple[Row[L], Sequence[Due]]]:
        document_type = self._folder.document_type
        document_id = id_in_name(file.name, document_type) or self._folder.id_inside(file.name)
        if document_id is None:
            return {}
        document = self._known_open(document_id)
        entry, dues = (
            summarise(document, document_type)
            if document is not None
            else summarise_file(self._folder.paths_at(file.name, document_id))
        )
        row = Row(file.stamp, journals.get(document_id, MISSING), entry)
        return {file.name: (row, dues)}


def _is_fresh(row: Row[L] | None, file: FolderEntry, journals: dict[str, FileStamp]) -> bool:
    return (
        row is not None
        and row.document == file.stamp
        and row.journal == journals.get(row.entry.id, MISSING)
    )
