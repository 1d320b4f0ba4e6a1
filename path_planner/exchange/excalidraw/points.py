"""The points of a line: flat and on the wall with us, in pairs and from its first one with them."""

from collections.abc import Sequence
from typing import Any

from path_planner.domain.pen import FARTHEST, MOST_POINTS
from path_planner.errors import NotAMark
from path_planner.exchange.excalidraw.exactness import is_near
from path_planner.exchange.excalidraw.plain import needed

Pairs = list[list[float]]
_PLACES = 2
"""A hundredth of a unit: 3,200 of them are a wall."""


def written(points: Sequence[float]) -> tuple[float, float, Pairs]:
    """Return where a line begins, and all its points from there."""
    x, y = points[0], points[1]
    pairs = zip(points[::2], points[1::2], strict=True)
    # Written out: thousands of strokes are told at once when a wall is opened.
    places = _PLACES
    return (
        x,
        y,
        [
            [round(across - x, places) + 0.0, round(down - y, places) + 0.0]
            for across, down in pairs
        ],
    )


def comes_back(points: Sequence[float]) -> tuple[float, ...]:
    """Return points as they are after the way there and back."""
    places = _PLACES
    if all(round(number, places) == number for number in points):
        return tuple(points)
    return read(*written(points))


def read(x: float, y: float, pairs: Pairs) -> tuple[float, ...]:
    """Return points on the wall, flat."""
    return tuple(
        number for across, down in pairs for number in (_short(x + across), _short(y + down))
    )


def still_stands(points: Sequence[float], x: float, y: float, pairs: Pairs) -> bool:
    """Say whether an element still shows these points."""
    if len(points) != 2 * len(pairs):
        return False
    across, down, ours = written(points)
    return all(
        is_near(one, other)
        for mine, theirs in zip([[across, down], *ours], [[x, y], *pairs], strict=True)
        for one, other in zip(mine, theirs, strict=True)
    )


def pairs_of(raw: Any) -> Pairs:
    """Return points of a foreign file, checked; of too many every second or third is taken."""
    if not isinstance(raw, list) or not raw:
        raise NotAMark
    step = -(-len(raw) // MOST_POINTS)
    return [_pair(point) for point in raw[::step]]


def box_of(points: Sequence[float]) -> tuple[float, float, float, float]:
    """Return the box around points: x, y, width, height."""
    across, down = points[::2], points[1::2]
    left, top = min(across), min(down)
    return left, top, max(across) - left, max(down) - top


def size_of(pairs: Pairs) -> tuple[float, float]:
    """Return how wide and how tall a line is."""
    across, down = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return _short(max(across) - min(across)), _short(max(down) - min(down))


def are_near(points: Sequence[float]) -> bool:
    """Say whether all points are where a wall can be."""
    return all(abs(number) <= FARTHEST for number in points)


def _pair(raw: Any) -> list[float]:
    if not isinstance(raw, list | tuple) or len(raw) < 2:  # noqa: PLR2004 - x and y
        raise NotAMark
    return [needed(number, -2 * FARTHEST, 2 * FARTHEST) for number in raw[:2]]


def _short(number: float) -> float:
    return round(number, _PLACES) + 0.0
