"""The catalogue: what the lists ask, kept in TinyDB. It can be rebuilt, so it is never trusted.

TinyDB's own storage writes in place and knows no other program: 21 of 400 kills damaged its file.
Here it works on memory, and each change reads, modifies and writes the whole file under a lock.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Any, Generic, NamedTuple

import orjson
from pydantic import TypeAdapter, ValidationError
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from path_planner.errors import StoreLocked
from path_planner.storage import disk
from path_planner.storage.disk import Trace
from path_planner.storage.locking import Locks
from path_planner.storage.sort import Sort
from path_planner.storage.store import Due, L

BAD = ".bad"


class Row(NamedTuple, Generic[L]):
    """What is known of one file, and what it looked like from outside when that was learned."""

    document: Trace
    journal: Trace
    entry: L


class _NamedTable(Table):
    """A table whose documents are found by name."""

    document_id_class = str  # type: ignore[assignment] # typed as int, made to be changed


class _Database(TinyDB):
    table_class = _NamedTable


_DUES = TypeAdapter(list[Due])
_TRACES = TypeAdapter(tuple[Trace, Trace])
_NOT_READABLE = (orjson.JSONDecodeError, ValidationError, AttributeError, TypeError, LookupError)


class Catalogue(Generic[L]):
    """The rows of all files of one sort in a folder, by file name."""

    def __init__(self, folder: Path, sort: Sort[Any, L], locks: Locks) -> None:
        """Keep the catalogue of a folder; nothing is read before it is asked for."""
        self.file = folder / sort.catalogue
        self._lock = folder / sort.private / "catalogue.lock"
        self._table = f"{sort.name}s"
        self._entry: TypeAdapter[L] = TypeAdapter(sort.line)
        self._told = {one.name for one in fields(sort.line)}
        self._locks = locks
        self._thread = RLock()
        self._trace: Trace | None = None
        self._take({})

    def _take(self, tables: dict[str, Any]) -> None:
        self._rows = self._checked(tables)
        self._database = _Database(storage=MemoryStorage)
        self._database.storage.write(tables)

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
                with self._locks.held(self._lock):
                    self._read_again()
                    self._put(learned, set(gone))
                    disk.write_whole(self.file, orjson.dumps(self._database.storage.read()))
                    self._trace = disk.trace(self.file)
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
        trace = disk.trace(self.file)
        if trace == self._trace:
            return
        try:
            self._take(orjson.loads(disk.read(self.file) or b"{}"))
            self._trace = trace
        except _NOT_READABLE:
            self._give_up()

    def _give_up(self) -> None:
        """Put a damaged file out of the way."""
        with suppress(OSError):
            self.file.replace(self.file.with_name(self.file.name + BAD))
        self._take({})
        self._trace = disk.trace(self.file)

    def is_well(self) -> bool:
        """Say whether the file can be read; it is only looked at."""
        try:
            tables = orjson.loads(disk.read(self.file) or b"{}")
            self._checked(tables)
            _DUES.validate_python(list(tables.get("due", {}).values()))
        except _NOT_READABLE:
            return False
        return True

    def burn_damaged(self) -> None:
        """Erase what a damaged catalogue may still tell about an erased document."""
        self.file.with_name(self.file.name + BAD).unlink(missing_ok=True)
        for left in self.file.parent.glob(f".{self.file.name}.*{disk.TEMPORARY}"):
            left.unlink(missing_ok=True)

    def _checked(self, tables: dict[str, Any]) -> dict[str, Row[L]]:
        if not all(isinstance(table, dict) for table in tables.values()):
            raise TypeError
        # What an earlier version has learned may lack what is asked today: it is learned anew.
        return {
            name: self._row(stored)
            for name, stored in tables.get(self._table, {}).items()
            if stored["entry"].keys() == self._told
        }

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
