"""Where a Fabric path stands after somebody moved, turned or stretched it."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Point = tuple[float, float]

_ORIGIN = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_UNMOVED = 0.01


def placed(
    points: list[Point], path: Sequence[Sequence[Any]], entry: Mapping[str, Any]
) -> tuple[list[Point], float]:
    """Return points of a path where they are on the sheet, and how much the path has grown."""
    left, top, right, bottom = _bounds(path)
    scale_x, scale_y = _number(entry, "scaleX", 1.0), _number(entry, "scaleY", 1.0)
    angle = math.radians(_number(entry, "angle", 0.0))
    middle = ((left + right) / 2, (top + bottom) / 2)
    size = (
        (right - left + _number(entry, "strokeWidth", 1.0)) * scale_x,
        (bottom - top + _number(entry, "strokeWidth", 1.0)) * scale_y,
    )
    centre = _centre(entry, size, angle, middle)
    wide = -scale_x if entry.get("flipX") is True else scale_x
    tall = -scale_y if entry.get("flipY") is True else scale_y
    if math.dist(centre, middle) < _UNMOVED and (wide, tall, angle) == (1.0, 1.0, 0.0):
        return points, 1.0
    moved = [
        _turned(((x - middle[0]) * wide, (y - middle[1]) * tall), angle, centre) for x, y in points
    ]
    return moved, math.sqrt(abs(scale_x * scale_y)) or 1.0


def _centre(
    entry: Mapping[str, Any], size: tuple[float, float], angle: float, middle: Point
) -> Point:
    if "left" not in entry or "top" not in entry:
        return middle
    corner = (_number(entry, "left", 0.0), _number(entry, "top", 0.0))
    across = 0.5 - _ORIGIN.get(str(entry.get("originX")), 0.0)
    down = 0.5 - _ORIGIN.get(str(entry.get("originY")), 0.0)
    return _turned((across * size[0], down * size[1]), angle, corner)


def _turned(point: Point, angle: float, around: Point) -> Point:
    x, y = point
    return (
        around[0] + x * math.cos(angle) - y * math.sin(angle),
        around[1] + x * math.sin(angle) + y * math.cos(angle),
    )


def _number(entry: Mapping[str, Any], key: str, otherwise: float) -> float:
    number = entry.get(key, otherwise)
    if isinstance(number, bool) or not isinstance(number, int | float):
        return otherwise
    return float(number) if math.isfinite(number) else otherwise


def _bounds(path: Sequence[Sequence[Any]]) -> tuple[float, float, float, float]:
    ends = [(float(step[-2]), float(step[-1])) for step in path]
    xs, ys = [x for x, _ in ends], [y for _, y in ends]
    for start, (end, step) in zip(ends, list(zip(ends, path, strict=True))[1:], strict=False):
        if step[0] == "Q":
            xs.extend(_turn(start[0], float(step[1]), end[0]))
            ys.extend(_turn(start[1], float(step[2]), end[1]))
    return min(xs), min(ys), max(xs), max(ys)


def _turn(start: float, bend: float, end: float) -> Iterable[float]:
    """Yield the farthest that a bent line goes between its ends, if it goes beyond them."""
    if start - 2 * bend + end:
        when = (start - bend) / (start - 2 * bend + end)
        if 0 < when < 1:
            yield (1 - when) ** 2 * start + 2 * (1 - when) * when * bend + when**2 * end
