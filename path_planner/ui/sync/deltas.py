"""Things of which a window is told only what is new to it: each with the revision it came with."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import orjson

MOST_GONE = 20_000


class Versioned(NamedTuple):
    """A value, and the revision at which it became what it is."""

    value: Any
    since: int


class VersionedItems:
    """Items by their id, and those that are gone."""

    def __init__(self) -> None:
        """Begin with none."""
        self.items: dict[str, Versioned] = {}
        self.gone: dict[str, int] = {}
        self.floor = 0
        """Who stands before this revision cannot be told what is gone."""

    def update(
        self, items: Mapping[str, Any], revision: int, among: Collection[str] | None = None
    ) -> None:
        """Take note of what became other by this revision; with `among`, nothing else did."""
        for name, item in items.items():
            known = self.items.get(name)
            if known is None or known.value != item:
                self.items[name] = Versioned(item, revision)
                self.gone.pop(name, None)
        looked_at = self.items.keys() if among is None else self.items.keys() & set(among)
        for name in looked_at - items.keys():
            del self.items[name]
            self.gone[name] = revision
        self._forget_some()

    def all(self) -> list[Any]:
        """Return everything there is."""
        return [item for item, _ in self.items.values()]

    def since(self, base: int) -> list[Any]:
        """Return what became other after a revision."""
        return [item for item, since in self.items.values() if since > base]

    def gone_since(self, base: int) -> list[str]:
        """Return the ids of what is gone since a revision."""
        return gone_since(self.gone, base)

    def _forget_some(self) -> None:
        self.floor = max(self.floor, forget_some(self.gone))


def gone_since(gone: Mapping[str, int], base: int) -> list[str]:
    """Return the ids of what went after a revision."""
    return sorted(name for name, revision in gone.items() if revision > base)


def forget_some(gone: dict[str, int]) -> int:
    """Forget what went long ago; who stands before the returned revision is told everything."""
    if len(gone) <= MOST_GONE:
        return 0
    oldest = sorted(gone, key=gone.__getitem__)[: MOST_GONE // 2]
    return max(gone.pop(name) for name in oldest)


class CachedJson:
    """What is large and the same for all windows, as bytes; made anew with each revision."""

    def __init__(self) -> None:
        """Begin with nothing made."""
        self._made: tuple[int, bytes] | None = None

    def merge_with(
        self, small: Mapping[str, Any], large: Mapping[str, Any], revision: int
    ) -> bytes:
        """Return both as the bytes of one JSON object; `decode` in `frontend/sync` reads it."""
        if self._made is None or self._made[0] != revision:
            self._made = (revision, orjson.dumps(dict(large)))
        return orjson.dumps(dict(small))[:-1] + b"," + self._made[1][1:]
