"""Memoised results of reading a whole vision: computed once for each revision."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TypeVar

from path_planner import i18n
from path_planner.domain.vision.vision import Vision

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class _Seen:
    """A vision that compares and hashes by its id and revision."""

    def __init__(self, vision: Vision) -> None:
        self.vision = vision
        self._key = (vision.id, vision.revision, vision.updated, i18n.language())

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Seen) and self._key == other._key


def memo_by_revision(read: Callable[[Vision], T]) -> Callable[[Vision], T]:
    """Memoise a function of a vision, for the last few visions."""
    remembered = lru_cache(maxsize=8)(lambda seen: read(seen.vision))
    return lambda vision: remembered(_Seen(vision))


def memo_by_revision_with(read: Callable[[Vision, K], T]) -> Callable[[Vision, K], T]:
    """Memoise a function of a vision and another argument, for the last few visions."""
    remembered = lru_cache(maxsize=8)(lambda seen, beside: read(seen.vision, beside))
    return lambda vision, beside: remembered(_Seen(vision), beside)
