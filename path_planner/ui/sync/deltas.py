"""Versioned items, to send only newer ones, and a cache of rendered views for all windows."""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Mapping
from threading import RLock
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import orjson

from path_planner import i18n

MOST_DELETIONS = 20_000

MOST_VIEWS = 6
"""The most views (of a document, or a part of it, in a language) that are cached."""


class Versioned(NamedTuple):
    """A value, and the revision at which it last changed."""

    value: Any
    since: int


class VersionedItems:
    """Items by their id, and the ids of deleted ones."""

    def __init__(self) -> None:
        """Create it without items."""
        self.items: dict[str, Versioned] = {}
        self.deleted: dict[str, int] = {}
        self.floor = 0
        """The oldest revision since which all deletions are still known."""

    def update(
        self, items: Mapping[str, Any], revision: int, among: Collection[str] | None = None
    ) -> None:
        """Set the items of this revision; with `among`, only these ids can have changed."""
        for name, item in items.items():
            existing = self.items.get(name)
            if existing is None or existing.value != item:
                self.items[name] = Versioned(item, revision)
                self.deleted.pop(name, None)
        candidates = self.items.keys() if among is None else self.items.keys() & set(among)
        for name in candidates - items.keys():
            del self.items[name]
            self.deleted[name] = revision
        self._prune()

    def all(self) -> list[Any]:
        """Return all items."""
        return [item for item, _ in self.items.values()]

    def since(self, base: int) -> list[Any]:
        """Return the items that changed after a revision."""
        return [item for item, since in self.items.values() if since > base]

    def deleted_since(self, base: int) -> list[str]:
        """Return the ids of items deleted after a revision."""
        return deleted_since(self.deleted, base)

    def _prune(self) -> None:
        self.floor = max(self.floor, prune_deletions(self.deleted))


def deleted_since(deleted: Mapping[str, int], base: int) -> list[str]:
    """Return the ids in `deleted`, a map of ids to revisions, from after a revision."""
    return sorted(name for name, revision in deleted.items() if revision > base)


def prune_deletions(deleted: dict[str, int]) -> int:
    """Forget the oldest deletions; a window older than the returned revision needs everything."""
    if len(deleted) <= MOST_DELETIONS:
        return 0
    oldest = sorted(deleted, key=deleted.__getitem__)[: MOST_DELETIONS // 2]
    return max(deleted.pop(name) for name in oldest)


class CachedJson:
    """The large part of a payload, the same for all windows, cached as JSON for one revision."""

    def __init__(self) -> None:
        """Create an empty cache."""
        self._cached: tuple[int, bytes] | None = None

    def merge_with(
        self, small: Mapping[str, Any], large: Mapping[str, Any], revision: int
    ) -> bytes:
        """Return both as the bytes of one JSON object; `decode` in `frontend/sync` reads it."""
        if self._cached is None or self._cached[0] != revision:
            self._cached = (revision, orjson.dumps(dict(large)))
        return orjson.dumps(dict(small))[:-1] + b"," + self._cached[1][1:]


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
        name = (document.id, i18n.language(), *part)
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
