"""Numbers that reckoning would blur, kept beside an element for as long as nobody alters it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from path_planner.exchange.excalidraw.plain import is_number, table

_NEAR = 0.0101
"""The wall tells of its numbers in hundredths: what is nearer than that was not altered."""

V = TypeVar("V", float, tuple[float, ...])


def blurred(**numbers: tuple[Any, Any]) -> dict[str, Any]:
    """Return the numbers that do not come back as they are, under their names."""
    return {
        name: list(ours) if isinstance(ours, tuple) else ours
        for name, (ours, comes_back) in numbers.items()
        if ours != comes_back
    }


def exact(belongs: Mapping[str, Any], name: str, found: V, still_stands: Callable[[V], bool]) -> V:
    """Return what was kept under this name if it still stands, else what was found."""
    kept: Any = table(belongs.get("exact")).get(name)
    if isinstance(found, tuple):
        if not isinstance(kept, list) or not all(map(is_number, kept)):
            return found
        row: Any = tuple(map(float, kept))
        return row if still_stands(row) else found
    if not is_number(kept):
        return found
    number: Any = float(kept)
    return number if still_stands(number) else found


def is_near(one: float, other: float) -> bool:
    """Say whether two numbers of an element are the same but for what is lost on the wire."""
    return abs(one - other) <= _NEAR


def opacity_written(opacity: float) -> float:
    """Return an opacity in hundredths."""
    return round(opacity * 100, 4)


def opacity_read(written: float) -> float:
    """Return an opacity out of hundredths."""
    return round(written / 100, 6)
