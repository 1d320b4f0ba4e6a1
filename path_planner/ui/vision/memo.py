"""Memoised results of reading a whole vision: computed once for each state of it."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TypeVar

from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision_memo import MemoKey

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def memo_by_revision(read: Callable[[Vision], T]) -> Callable[[Vision], T]:
    """Memoise a function of a vision, for the last few visions.

    A result is never that of another vision: two may have the same id and revision.
    """
    remembered = lru_cache(maxsize=8)(lambda key: read(key.vision))
    return lambda vision: remembered(MemoKey(vision))


def memo_by_revision_with(read: Callable[[Vision, K], T]) -> Callable[[Vision, K], T]:
    """Memoise a function of a vision and another argument, for the last few visions."""
    remembered = lru_cache(maxsize=8)(lambda key, beside: read(key.vision, beside))
    return lambda vision, beside: remembered(MemoKey(vision), beside)
