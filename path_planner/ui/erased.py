"""Documents that were erased: what else there is of them goes too, here and in the browsers."""

from collections.abc import Callable, Iterable
from typing import Any

from path_planner.storage.protocol import Store
from path_planner.ui.sync.component import load_component

Forget = Callable[[str], None]

_NAME = "path-planner.forget"
_erased: dict[str, None] = {}
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
        _erased[document_id] = None
        for forget in _forgets:
            forget(document_id)


def tell_browser() -> None:
    """Let the browser delete its drafts of the documents that were erased, if there are any."""
    if _erased:
        load_component(_NAME, "forget", css=False)(data={"ids": list(_erased)}, key="forget")
