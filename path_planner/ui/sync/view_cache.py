"""What is painted for the browser, kept for a while and shared by all windows of this process."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any, Generic, Protocol, TypeVar

from path_planner import i18n

MOST_KEPT = 6
"""Documents (in one language each) whose paintings are kept."""


class View(Protocol):
    """A painting of a document of a store."""

    store: Any

    def update(self, document: Any, /) -> None:
        """Paint what has changed since the last look."""


P = TypeVar("P", bound=View)


class ViewCache(Generic[P]):
    """The paintings of documents, one for each document and language."""

    def __init__(self, begin: Callable[[Any], P]) -> None:
        """Begin with none; `begin` makes the painting of a store."""
        self._begin = begin
        self._kept: OrderedDict[tuple[str, str], P] = OrderedDict()
        self._guard = RLock()

    def of(self, store: Any, document: Any) -> P:
        """Return the painting of a document in the language spoken now, up to date."""
        name = (document.id, i18n.language())
        with self._guard:
            found = self._kept.get(name)
            if found is None or found.store is not store:
                found = self._kept[name] = self._begin(store)
            self._kept.move_to_end(name)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        found.update(document)
        return found


def differs(before: Any, after: Any, names: Iterable[str]) -> bool:
    """Say whether any of these parts is another object than before."""
    return before is None or any(
        getattr(before, name) is not getattr(after, name) for name in names
    )
