"""Cache of rendered views, shared by all browser windows of this process."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from threading import RLock
from typing import Any, Generic, Protocol, TypeVar

from path_planner import i18n

MOST_VIEWS = 6
"""The most views (of a document, or a part of it, in a language) that are cached."""


class View(Protocol):
    """A rendered view of a document of a store."""

    store: Any

    def update(self, document: Any, /) -> None:
        """Render what changed since the last update."""


V = TypeVar("V", bound=View)


class ViewCache(Generic[V]):
    """An LRU cache with one view for each document and language."""

    def __init__(self, create: Callable[..., V], most: int = MOST_VIEWS) -> None:
        """Create an empty cache; `create` makes a view for a store, and the name of a part."""
        self._create = create
        self._most = most
        self._views: OrderedDict[tuple[str, ...], V] = OrderedDict()
        self._lock = RLock()

    def of(self, store: Any, document: Any, *part: str) -> V:
        """Return the view of a document, or of a part, in the current language, up to date."""
        # A paired screen has a store of its own, in which the same document has less in it.
        name = (document.id, i18n.language(), f"{id(store)}", *part)
        with self._lock:
            view = self._views.get(name)
            if view is None or view.store is not store:
                view = self._views[name] = self._create(store, *part)
            self._views.move_to_end(name)
            while len(self._views) > self._most:
                self._views.popitem(last=False)
        view.update(document)
        return view


def differs(before: Any, after: Any, names: Iterable[str]) -> bool:
    """Say whether any of these attributes is not the same object as before."""
    return before is None or any(
        getattr(before, name) is not getattr(after, name) for name in names
    )
