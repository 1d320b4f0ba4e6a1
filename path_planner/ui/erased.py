"""Documents that were erased: what else there is of them goes too, here and in the browsers."""

from collections.abc import Callable, Iterable
from typing import Any

from path_planner.errors import DocumentNotFound, PlannerError
from path_planner.storage.protocol import Store
from path_planner.ui.sync.component import load_component

Forget = Callable[[str], None]

_NAME = "path-planner.forget"
ERASED: dict[str, None] = {}
"""The ids of the documents that this process erased, or found erased when it started."""
_forgets: list[Forget] = []


def on_erase(forget: Forget) -> Forget:
    """Let a function be called with the id of each document that is erased; a decorator."""
    _forgets.append(forget)
    return forget


def erase(store: Store[Any, Any], document_id: str) -> None:
    """Erase every copy of a document, and what was made from it."""
    store.erase(document_id)
    note_erased([document_id])


def note_erased(document_ids: Iterable[str]) -> None:
    """Note that documents are no longer in the store."""
    for document_id in document_ids:
        ERASED[document_id] = None
        for forget in _forgets:
            forget(document_id)


def tell_browser(*stores: Store[Any, Any]) -> None:
    """Let the browser delete its drafts of the documents that were erased, if there are any."""
    # One that was opened again from a copy has drafts of its own by now.
    gone = [one for one in ERASED if not any(_is_there(store, one) for store in stores)]
    if gone:
        load_component(_NAME, "forget", css=False)(data={"ids": gone}, key="forget")


def _is_there(store: Store[Any, Any], document_id: str) -> bool:
    try:
        store.revision(document_id)
    except DocumentNotFound:
        return False
    except PlannerError:
        # Words are deleted only where it is certain.
        return True
    return True
