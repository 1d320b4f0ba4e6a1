"""The lists of a folder: the catalogue, brought up to date with what lies there."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import Generic

from path_planner.storage import learning
from path_planner.storage.catalogue import Catalogue, Row
from path_planner.storage.disk import NOTHING, Trace
from path_planner.storage.folder import Folder, Listed
from path_planner.storage.shelf import id_in_name
from path_planner.storage.store import D, Due, L
from path_planner.storage.summary import newest_first, soonest_first

KnownOpen = Callable[[str], D | None]
"""Returns a document that is open in this program in its newest state."""


class Listing(Generic[D, L]):
    """What the folder's documents are. Saving costs nothing here: it is found out when asked."""

    def __init__(
        self, folder: Folder[D, L], catalogue: Catalogue[L], known_open: KnownOpen[D]
    ) -> None:
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
        unique = {(due.session_id, due.commitment_id): due for due in found}
        return soonest_first(list(unique.values()))

    def _up_to_date(self) -> dict[str, Row[L]]:
        rows = self._catalogue.rows()
        journals = self._folder.journals()
        listed = self._folder.listed()
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
        self, one: Listed, journals: dict[str, Trace]
    ) -> dict[str, tuple[Row[L], Sequence[Due]]]:
        sort = self._folder.sort
        document_id = id_in_name(one.name, sort) or self._folder.id_inside(one.name)
        if document_id is None:
            return {}
        document = self._known_open(document_id)
        entry, dues = (
            learning.of_open(document, sort)
            if document is not None
            else learning.of_shelf(self._folder.shelf_at(one.name, document_id))
        )
        row = Row(one.trace, journals.get(document_id, NOTHING), entry)
        return {one.name: (row, dues)}


def _is_fresh(row: Row[L] | None, one: Listed, journals: dict[str, Trace]) -> bool:
    return (
        row is not None
        and row.document == one.trace
        and row.journal == journals.get(row.entry.id, NOTHING)
    )
