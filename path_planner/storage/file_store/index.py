"""The catalogue: what the lists ask, kept in TinyDB. It can be rebuilt, so it is never trusted.

TinyDB's own storage writes in place and knows no other program: 21 of 400 kills damaged its file.
Here it works on memory, and each change reads, modifies and writes the whole file under a lock.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import RLock
from typing import Any, Generic, NamedTuple

import orjson
from pydantic import TypeAdapter, ValidationError
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from path_planner.domain.text_types import clean_line
from path_planner.errors import FileTooNew, PlannerError, StoreLocked
from path_planner.storage import atomic_io, serializer
from path_planner.storage.atomic_io import MISSING, FileStamp
from path_planner.storage.decoder import parse
from path_planner.storage.document_type import DocumentType
from path_planner.storage.file_store import journal
from path_planner.storage.file_store.file_paths import DocumentPaths, id_in_name
from path_planner.storage.file_store.folder import Folder, FolderEntry
from path_planner.storage.file_store.loader import is_ours, newest
from path_planner.storage.file_store.lock import Locks
from path_planner.storage.file_store.replay import replay_in_short
from path_planner.storage.protocol import D, Due, FileState, L, newest_first, soonest_first

BAD = ".bad"


class Row(NamedTuple, Generic[L]):
    """What is known of one file, and what it looked like from outside when that was learned."""

    document: FileStamp
    journal: FileStamp
    entry: L


class _NamedTable(Table):
    """A table whose documents are found by name."""

    document_id_class = str  # type: ignore[assignment] # typed as int, made to be changed


class _Database(TinyDB):
    table_class = _NamedTable


_DUES = TypeAdapter(list[Due])
_DUE_COLUMNS = {"file", *(field.name for field in fields(Due))}
_TRACES = TypeAdapter(tuple[FileStamp, FileStamp])
_NOT_READABLE = (orjson.JSONDecodeError, ValidationError, AttributeError, TypeError, LookupError)


class Index(Generic[L]):
    """The rows of all files of one sort in a folder, by file name."""

    def __init__(self, folder: Path, document_type: DocumentType[Any, L], locks: Locks) -> None:
        """Keep the catalogue of a folder; nothing is read before it is asked for."""
        self.file = folder / document_type.index_name
        self._lock = folder / document_type.private / "catalogue.lock"
        self._table = f"{document_type.name}s"
        self._entry: TypeAdapter[L] = TypeAdapter(document_type.summary)
        self._told = {field.name for field in fields(document_type.summary)}
        self._locks = locks
        self._thread = RLock()
        self._trace: FileStamp | None = None
        self._take({})

    def _take(self, tables: dict[str, Any]) -> None:
        current = self._current(tables)
        self._rows = self._checked(current)
        self._database = _Database(storage=MemoryStorage)
        self._database.storage.write(current)

    def rows(self) -> dict[str, Row[L]]:
        """Return what is known."""
        with self._thread:
            self._read_again()
            return dict(self._rows)

    def due(self, until: date) -> list[Due] | None:
        """Return what is due up to a day; None if the file is damaged and must be made anew."""
        with self._thread:
            self._read_again()
            try:
                due = self._database.table("due")
                return _DUES.validate_python(due.search(where("by_when") <= until.isoformat()))
            except _NOT_READABLE:
                self._give_up()
                return None

    def update(self, learned: dict[str, tuple[Row[L], Sequence[Due]]], gone: Iterable[str]) -> None:
        """Note what was learned of some files, and that others are gone."""
        with self._thread:
            try:
                with self._locks.acquire(self._lock):
                    self._read_again()
                    self._put(learned, set(gone))
                    atomic_io.atomic_write(self.file, orjson.dumps(self._database.storage.read()))
                    self._trace = atomic_io.file_stamp(self.file)
            except (OSError, StoreLocked):
                # It is known in memory, and will be found out again by the next program.
                self._put(learned, set(gone))

    def _put(self, learned: dict[str, tuple[Row[L], Sequence[Due]]], gone: set[str]) -> None:
        names = list(gone | learned.keys())
        documents, due = self._database.table(self._table), self._database.table("due")
        documents.remove(where("file").one_of(names))
        due.remove(where("file").one_of(names))
        documents.insert_multiple(
            _named(name, self._stored(name, row)) for name, (row, _) in learned.items()
        )
        due.insert_multiple(
            _named(f"{name}/{number}", {"file": name, **stored})
            for name, (_, dues) in learned.items()
            for number, stored in enumerate(_DUES.dump_python(list(dues), mode="json"))
        )
        for name in gone:
            self._rows.pop(name, None)
        self._rows |= {name: row for name, (row, _) in learned.items()}

    def _read_again(self) -> None:
        trace = atomic_io.file_stamp(self.file)
        if trace == self._trace:
            return
        try:
            self._take(orjson.loads(atomic_io.read(self.file) or b"{}"))
            self._trace = trace
        except _NOT_READABLE:
            self._give_up()

    def _give_up(self) -> None:
        """Put a damaged file out of the way."""
        with suppress(OSError):
            self.file.replace(self.file.with_name(self.file.name + BAD))
        self._take({})
        self._trace = atomic_io.file_stamp(self.file)

    def is_valid(self) -> bool:
        """Say whether the file can be read; it is only looked at."""
        try:
            current = self._current(orjson.loads(atomic_io.read(self.file) or b"{}"))
            self._checked(current)
            _DUES.validate_python(list(current["due"].values()))
        except _NOT_READABLE:
            return False
        return True

    def delete_corrupt_copies(self) -> None:
        """Erase what a damaged catalogue may still tell about an erased document."""
        self.file.with_name(self.file.name + BAD).unlink(missing_ok=True)
        for left in self.file.parent.glob(f".{self.file.name}.*{atomic_io.TEMPORARY}"):
            left.unlink(missing_ok=True)

    def _current(self, tables: dict[str, Any]) -> dict[str, Any]:
        """Return the tables without what an earlier version has learned of a file.

        It may lack what is asked today, or call it by other names: it is learned anew.
        """
        if not all(isinstance(table, dict) for table in tables.values()):
            raise TypeError
        documents, due = tables.get(self._table, {}), tables.get("due", {})
        outdated = {row["file"] for row in due.values() if row.keys() != _DUE_COLUMNS}
        known = {
            name: stored
            for name, stored in documents.items()
            if stored["entry"].keys() == self._told and name not in outdated
        }
        return {
            self._table: known,
            "due": {key: row for key, row in due.items() if row["file"] in known},
        }

    def _checked(self, current: dict[str, Any]) -> dict[str, Row[L]]:
        return {name: self._row(stored) for name, stored in current[self._table].items()}

    def _row(self, stored: dict[str, Any]) -> Row[L]:
        traces = _TRACES.validate_python((stored["document"], stored["journal"]))
        return Row(*traces, self._entry.validate_python(stored["entry"]))

    def _stored(self, name: str, row: Row[L]) -> dict[str, Any]:
        return {
            "file": name,
            "document": list(row.document),
            "journal": list(row.journal),
            "entry": self._entry.dump_python(row.entry, mode="json"),
        }


def _named(name: str, fields: dict[str, Any]) -> Document:
    return Document(fields, doc_id=name)  # type: ignore[arg-type] # see _NamedTable


_TITLE = re.compile(rb'"title":\s*"([^"\\]{0,300})"')
_HEAD_BYTES = 2_000


def summarise(document: D, document_type: DocumentType[D, L]) -> tuple[L, Sequence[Due]]:
    """Return what the lists tell about an open document."""
    return document_type.summary_of(document), tuple(document_type.dues_of(document))


def summarise_file(paths: DocumentPaths[D, L]) -> tuple[L, Sequence[Due]]:
    """Return what the lists tell about a document as it lies on disk."""
    file = atomic_io.read(paths.file) or b""
    try:
        now = journal.parse(atomic_io.read(paths.journal) or b"", paths.document_type)
        in_short = _in_short(paths, file, now)
        return in_short or summarise(newest(paths, file, now).document, paths.document_type)
    except FileTooNew:
        return _unopened(paths, file, FileState.TOO_NEW), ()
    except PlannerError:
        return _unopened(paths, file, FileState.DAMAGED), ()


def _in_short(
    paths: DocumentPaths[D, L], file: bytes, now: journal.Parsed
) -> tuple[L, Sequence[Due]] | None:
    """Learn from a part of the file, None if it takes a closer look."""
    if not is_ours(file, now):
        return None
    document_type = paths.document_type
    try:
        raw = parse(serializer.without_heavy_collections(file, document_type), document_type)
        if raw.get("id") != paths.id:
            return None
        steps = (_without_bulk(step, document_type) for step in now.steps)
        read, counted = replay_in_short(raw, steps, document_type)
    except FileTooNew:
        raise
    except PlannerError:
        return None
    known: dict[str, Any] = {document_type.counted: counted}
    return replace(document_type.summary_of(read), **known), tuple(document_type.dues_of(read))


def _without_bulk(step: dict[str, Any], document_type: DocumentType[Any, Any]) -> dict[str, Any]:
    return step | {
        "changes": [
            change for change in step["changes"] if change[:1] != [document_type.heavy_collections]
        ]
    }


def _unopened(paths: DocumentPaths[D, L], file: bytes, state: FileState) -> L:
    found = _TITLE.search(file[:_HEAD_BYTES])
    title = clean_line(found[1].decode("utf-8", "ignore")) if found else ""
    moment = datetime.fromtimestamp(paths.file.stat().st_mtime, UTC)
    return paths.document_type.summary(
        id=paths.id, title=str(title), begun=moment, updated=moment, revision=0, state=state
    )


KnownOpen = Callable[[str], D | None]
"""Returns a document that is open in this program in its newest state."""


class Listing(Generic[D, L]):
    """What the folder's documents are. Saving costs nothing here: it is found out when asked."""

    def __init__(self, folder: Folder[D, L], catalogue: Index[L], known_open: KnownOpen[D]) -> None:
        """List a folder."""
        self._folder = folder
        self._catalogue = catalogue
        self._known_open = known_open

    def entries(self) -> list[L]:
        """Return the list of documents, newest first."""
        by_id: dict[str, L] = {}
        for name, row in self._up_to_date().items():
            # The same plan may lie here twice, as a copy; the one that we named is the plan.
            if row.entry.id not in by_id or id_in_name(name, self._folder.sort) == row.entry.id:
                by_id[row.entry.id] = row.entry
        return newest_first(list(by_id.values()))

    def due(self, until: date) -> list[Due]:
        """Return what is due in all documents up to a day, soonest first."""
        self._up_to_date()
        found = self._catalogue.due(until)
        if found is None:
            self._up_to_date()
            found = self._catalogue.due(until) or []
        unique = {(due.document_id, due.commitment_id): due for due in found}
        return soonest_first(list(unique.values()))

    def _up_to_date(self) -> dict[str, Row[L]]:
        rows = self._catalogue.rows()
        journals = self._folder.journals()
        listed = self._folder.entries()
        gone = rows.keys() - {one.name for one in listed}
        learned: dict[str, tuple[Row[L], Sequence[Due]]] = {}
        for one in listed:
            if not _is_fresh(rows.get(one.name), one, journals):
                with suppress(OSError):
                    learned |= self._learn(one, journals)
        if not gone and not learned:
            return rows
        self._catalogue.update(learned, gone)
        return self._catalogue.rows()

    def _learn(
        self, one: FolderEntry, journals: dict[str, FileStamp]
    ) -> dict[str, tuple[Row[L], Sequence[Due]]]:
        document_type = self._folder.sort
        document_id = id_in_name(one.name, document_type) or self._folder.id_inside(one.name)
        if document_id is None:
            return {}
        document = self._known_open(document_id)
        entry, dues = (
            summarise(document, document_type)
            if document is not None
            else summarise_file(self._folder.paths_at(one.name, document_id))
        )
        row = Row(one.stamp, journals.get(document_id, MISSING), entry)
        return {one.name: (row, dues)}


def _is_fresh(row: Row[L] | None, one: FolderEntry, journals: dict[str, FileStamp]) -> bool:
    return (
        row is not None
        and row.document == one.stamp
        and row.journal == journals.get(row.entry.id, MISSING)
    )
