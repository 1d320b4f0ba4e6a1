"""A memo of what several documents need of the same vision: made once, and shared by all of them.

The plan, its Word file, the posters and the zip that holds them all need the community's PATH laid
out. What is remembered is handed out only where the vision is equal in all its values, so it is
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
"""So many results are kept: two papers of the vision in hand, and two of the one before."""


class _Request:
    """What is asked for: a vision, what was chosen, and the language spoken.

    It is looked up by id and revision, and compared by value: the same object at once, another
    one record by record, which takes a hundredth of the time of any layout.
    """

    def __init__(self, vision: Vision, chosen: Hashable) -> None:
        self.vision = vision
        self._key = (vision.id, vision.revision, chosen, i18n.language())

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Request) or self._key != other._key:
            return False
        return self.vision is other.vision or self.vision == other.vision


def once_per_vision(make: Callable[[Vision, K], T]) -> Callable[[Vision, K], T]:
    """Remember the last results of a function of a vision and something that was chosen for it.

    The function must depend on nothing else but the language spoken, and return what is frozen.
    """

    @lru_cache(maxsize=_MOST)
    def made(request: _Request, chosen: K) -> T:
        return make(request.vision, chosen)

    @wraps(make)
    def remembered(vision: Vision, chosen: K) -> T:
        return made(_Request(vision, chosen), chosen)

    return remembered
