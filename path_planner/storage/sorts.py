"""The sorts of document there are."""

from typing import Any

from path_planner.domain.document import Document
from path_planner.storage.sessions import SESSIONS
from path_planner.storage.sort import Sort
from path_planner.storage.visions import VISIONS

SORTS: tuple[Sort[Any, Any], ...] = (SESSIONS, VISIONS)


def sort_of(document: Document) -> Sort[Any, Any]:
    """Return the sort that a document is of."""
    return next(sort for sort in SORTS if isinstance(document, sort.document))
