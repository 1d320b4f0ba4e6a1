"""Memoisation of what is worked out from a whole vision, for exports and pages alike.

The plan, its Word file, the posters and the zip of them all need the layout of the community's
PATH. A cached result is used only if the vision is equal in all its values, so it is
never that of an earlier state, even if somebody changed a vision and left its revision as it was.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TypeVar

from path_planner import i18n
from path_planner.domain.vision.vision import Vision

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

_MOST = 4
"""The cache size: two papers of the current vision, and two of the one before."""


class MemoKey:
    """The cache key: a vision, the options, and the current language.

    Its hash is that of id and revision; equality is by value: identical objects at once, others
    record by record, which takes a hundredth of the time of a layout.
    """

    def __init__(self, vision: Vision, chosen: Hashable = None) -> None:
        self.vision = vision
        self._key = (vision.id, vision.revision, chosen, i18n.language())

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, MemoKey) or self._key != other._key:
            return False
        return self.vision is other.vision or self.vision == other.vision


def memo_by_revision(read: Callable[[Vision], T]) -> Callable[[Vision], T]:
    """Memoise a function of a vision, for the last few visions.

    A result is never that of another vision: two may have the same id and revision.
    """
    remembered = once_per_vision(lambda vision, _option: read(vision))
    return lambda vision: remembered(vision, None)


def once_per_vision(make: Callable[[Vision, K], T]) -> Callable[[Vision, K], T]:
    """Memoise the last results of a function of a vision and an option.

    The function may depend on nothing else but the current language, and must return frozen values.
    """

    @lru_cache(maxsize=_MOST)
    def made(key: MemoKey, chosen: K) -> T:
        return make(key.vision, chosen)

    @wraps(make)
    def remembered(vision: Vision, chosen: K) -> T:
        return made(MemoKey(vision, chosen), chosen)

    return remembered
