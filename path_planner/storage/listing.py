"""The lists of a folder: the catalogue, brought up to date with what lies there."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date

from path_planner.domain.session import Session
from path_planner.storage import learning
from path_planner.storage.catalogue import Catalogue, Row
from path_planner.storage.disk import NOTHING, Trace
from path_planner.storage.folder import Folder, Listed
from path_planner.storage.shelf import id_in_name
from path_planner.storage.store import Due, Entry
from path_planner.storage.summary import newest_first, soonest_first

KnownOpen = Callable[[str], Session | None]
"""Returns a session that is open in this program in its newest state."""


class Listing:
    """What the folder's sessions are. Saving costs nothing here: it is found out when asked."""

    def __init__(self, folder: Folder, catalogue: Catalogue, known_open: KnownOpen) -> None:
        """List a folder."""
        self._folder = folder
        self._catalogue = catalogue
        self._known_open = known_open

    def entries(self) -> list[Entry]:
        """Return the list of sessions, newest first."""
        by_id: dict[str, Entry] = {}
        for name, row in self._up_to_date().items():
            # The same plan may lie here twice, as a copy; the one that we named is the plan.
            if row.entry.id not in by_id or id_in_name(name) == row.entry.id:
                by_id[row.entry.id] = row.entry
        return newest_first(list(by_id.values()))

    def due(self, until: date) -> list[Due]:
        """Return the open commitments of all sessions up to a day, soonest first."""
        self._up_to_date()
        found = self._catalogue.due(until)
        if found is None:
            self._up_to_date()
            found = self._catalogue.due(until) or []
        unique = {(due.session_id, due.commitment_id): due for due in found}
        return soonest_first(list(unique.values()))

    def _up_to_date(self) -> dict[str, Row]:
        rows = self._catalogue.rows()
        journals = self._folder.journals()
        listed = self._folder.listed()
        gone = rows.keys() - {one.name for one in listed}
        learned: dict[str, tuple[Row, Sequence[Due]]] = {}
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
    ) -> dict[str, tuple[Row, Sequence[Due]]]:
        session_id = id_in_name(one.name) or self._folder.id_inside(one.name)
        if session_id is None:
            return {}
        session = self._known_open(session_id)
        entry, dues = (
            learning.of_session(session)
            if session is not None
            else learning.of_shelf(self._folder.shelf_at(one.name, session_id))
        )
        row = Row(one.trace, journals.get(session_id, NOTHING), entry)
        return {one.name: (row, dues)}


def _is_fresh(row: Row | None, one: Listed, journals: dict[str, Trace]) -> bool:
    return (
        row is not None
        and row.document == one.trace
        and row.journal == journals.get(row.entry.id, NOTHING)
    )
