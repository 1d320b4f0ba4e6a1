"""Lossless round trip of numbers through elements, which round them.

Where rounding loses digits, the exact numbers travel in `customData.exact` of the element. They are
used when it comes back, as long as they still round to what the element says.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from path_planner.domain.marks import FARTHEST, MOST_POINTS, BoxItem
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw.validation import clamped, is_number, needed, table

_NEAR = 0.0101
"""The browser rounds to hundredths: smaller differences are no change."""

V = TypeVar("V", float, tuple[float, ...])


def blurred(**numbers: tuple[Any, Any]) -> dict[str, Any]:
    """Return the numbers that would not survive the round trip exactly, by name."""
    return {
        name: list(ours) if isinstance(ours, tuple) else ours
        for name, (ours, comes_back) in numbers.items()
        if ours != comes_back
    }


def exact(
    custom_data: Mapping[str, Any], name: str, found: V, still_stands: Callable[[V], bool]
) -> V:
    """Return the exact value of this name if it still fits, or else the value found."""
    stored: Any = table(custom_data.get("exact")).get(name)
    if isinstance(found, tuple):
        if not isinstance(stored, list) or not all(map(is_number, stored)):
            return found
        numbers: Any = tuple(map(float, stored))
        return numbers if still_stands(numbers) else found
    if not is_number(stored):
        return found
    number: Any = float(stored)
    return number if still_stands(number) else found


def is_near(first: float, second: float) -> bool:
    """Whether two numbers of an element are equal up to rounding."""
    return abs(first - second) <= _NEAR


def opacity_written(opacity: float) -> float:
    """Convert an opacity from 0–1 to 0–100."""
    return round(opacity * 100, 4)


def opacity_read(written: float) -> float:
    """Convert an opacity from 0–100 to 0–1."""
    return round(written / 100, 6)


def write_box(mark: BoxItem) -> dict[str, float]:
    """Return the box of a mark and its opacity."""
    return {
        "x": mark.x,
        "y": mark.y,
        "width": mark.width,
        "height": mark.height,
        "opacity": opacity_written(mark.opacity),
    }


def blurred_opacity(mark: BoxItem) -> dict[str, Any]:
    """Return the numbers of a mark in a box that would lose precision on the way."""
    return blurred(opacity=(mark.opacity, opacity_read(opacity_written(mark.opacity))))


def read_box(raw: Mapping[str, Any], custom_data: Mapping[str, Any]) -> dict[str, float]:
    """Return the box of an element, with negative widths and heights normalised."""
    x, y = needed(raw.get("x")), needed(raw.get("y"))
    width = needed(raw.get("width", 0))
    height = needed(raw.get("height", 0))
    return {
        "x": max(x + min(width, 0.0), -FARTHEST),
        "y": max(y + min(height, 0.0), -FARTHEST),
        "width": abs(width),
        "height": abs(height),
        "opacity": read_opacity(raw, custom_data),
    }


def read_opacity(
    raw: Mapping[str, Any], custom_data: Mapping[str, Any], least: float = 0.0
) -> float:
    """Return the opacity of an element, exact if nobody changed it."""
    percent = clamped(raw.get("opacity"), 0.0, 100.0, 100.0)
    return exact(
        custom_data,
        "opacity",
        max(opacity_read(percent), least),
        lambda kept: (
            0 <= kept <= 1 and (kept > 0 or not least) and is_near(opacity_written(kept), percent)
        ),
    )


Pairs = list[list[float]]
_PLACES = 2
"""Decimal places of points; the wall is 3,200 units wide."""


def written(points: Sequence[float]) -> tuple[float, float, Pairs]:
    """Return the start of a line, and its points relative to the start."""
    x, y = points[0], points[1]
    pairs = zip(points[::2], points[1::2], strict=True)
    # Written out for speed: opening a wall converts thousands of strokes.
    places = _PLACES
    return (
        x,
        y,
        [[round(x_ - x, places) + 0.0, round(y_ - y, places) + 0.0] for x_, y_ in pairs],
    )


def comes_back(points: Sequence[float]) -> tuple[float, ...]:
    """Return points as they are after the round trip."""
    places = _PLACES
    if all(round(number, places) == number for number in points):
        return tuple(points)
    return read(*written(points))


def read(x: float, y: float, pairs: Pairs) -> tuple[float, ...]:
    """Return points in wall coordinates, as flat numbers."""
    return tuple(
        number for across, down in pairs for number in (_short(x + across), _short(y + down))
    )


def still_stands(points: Sequence[float], x: float, y: float, pairs: Pairs) -> bool:
    """Whether these points round to those of an element."""
    if len(points) != 2 * len(pairs):
        return False
    across, down, ours = written(points)
    return all(
        is_near(one, other)
        for mine, theirs in zip([[across, down], *ours], [[x, y], *pairs], strict=True)
        for one, other in zip(mine, theirs, strict=True)
    )


def pairs_of(raw: Any) -> Pairs:
    """Return validated points of a foreign file; above MOST_POINTS only every n-th."""
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
    """Return the width and height of a line."""
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
