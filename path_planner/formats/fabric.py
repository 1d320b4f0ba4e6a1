"""Conversion of strokes to drawings of Fabric.js (streamlit-drawable-canvas) and back."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeGuard

from pydantic import ValidationError

from path_planner.domain.marks import MOST_POINTS, Pen

INK = "#1E2430"
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_NUMBERS = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*(?:,\s*(\d?\.?\d{1,6})\s*)?\)",
    re.IGNORECASE,
)
_SHORT = 4
_WITH_OPACITY = 9


def read_colour(written: object) -> tuple[str, float]:
    """Return a CSS colour as `#RRGGBB` and its opacity; an unknown one is the default ink."""
    text = str(written).strip()
    if _HEX.fullmatch(text):
        return _hexadecimal(text.upper())
    numbers = _NUMBERS.fullmatch(text)
    if numbers is None:
        return INK, 1.0
    red, green, blue = (min(255, int(part)) for part in numbers.group(1, 2, 3))
    return f"#{red:02X}{green:02X}{blue:02X}", _opacity(float(numbers.group(4) or 1))


def write_colour(colour: str, opacity: float) -> str:
    """Return a colour and its opacity as a CSS colour."""
    if opacity >= 1:
        return colour
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {round(opacity, 3)})"


def _hexadecimal(text: str) -> tuple[str, float]:
    if len(text) <= _SHORT + 1:
        text = "#" + "".join(2 * digit for digit in text[1:])
    opacity = int(text[7:], 16) / 255 if len(text) == _WITH_OPACITY else 1.0
    return text[:7], _opacity(opacity)


def _opacity(number: float) -> float:
    # An invisible stroke could not be erased.
    return round(min(1.0, max(0.05, number)), 3)


Point = tuple[float, float]

_ORIGIN = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
_UNMOVED = 0.01


def placed(
    points: list[Point], path: Sequence[Sequence[Any]], entry: Mapping[str, Any]
) -> tuple[list[Point], float]:
    """Return points of a path on the canvas after Fabric's transformation, and its scale."""
    left, top, right, bottom = _bounds(path)
    scale_x, scale_y = _number(entry, "scaleX", 1.0), _number(entry, "scaleY", 1.0)
    angle = math.radians(_number(entry, "angle", 0.0))
    path_centre = ((left + right) / 2, (top + bottom) / 2)
    size = (
        (right - left + _number(entry, "strokeWidth", 1.0)) * scale_x,
        (bottom - top + _number(entry, "strokeWidth", 1.0)) * scale_y,
    )
    centre = _centre(entry, size, angle, path_centre)
    width = -scale_x if entry.get("flipX") is True else scale_x
    height = -scale_y if entry.get("flipY") is True else scale_y
    if math.dist(centre, path_centre) < _UNMOVED and (width, height, angle) == (1.0, 1.0, 0.0):
        return points, 1.0
    transformed = [
        _rotated(((x - path_centre[0]) * width, (y - path_centre[1]) * height), angle, centre)
        for x, y in points
    ]
    return transformed, math.sqrt(abs(scale_x * scale_y)) or 1.0


def _centre(
    entry: Mapping[str, Any], size: tuple[float, float], angle: float, path_centre: Point
) -> Point:
    if "left" not in entry or "top" not in entry:
        return path_centre
    corner = (_number(entry, "left", 0.0), _number(entry, "top", 0.0))
    offset_x = 0.5 - _ORIGIN.get(str(entry.get("originX")), 0.0)
    offset_y = 0.5 - _ORIGIN.get(str(entry.get("originY")), 0.0)
    return _rotated((offset_x * size[0], offset_y * size[1]), angle, corner)


def _rotated(point: Point, angle: float, centre: Point) -> Point:
    x, y = point
    return (
        centre[0] + x * math.cos(angle) - y * math.sin(angle),
        centre[1] + x * math.sin(angle) + y * math.cos(angle),
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
            xs.extend(_extremum(start[0], float(step[1]), end[0]))
            ys.extend(_extremum(start[1], float(step[2]), end[1]))
    return min(xs), min(ys), max(xs), max(ys)


def _extremum(start: float, control: float, end: float) -> Iterable[float]:
    """Yield the extremum of a quadratic Bézier curve along one axis, if it is between its ends."""
    if start - 2 * control + end:
        t = (start - control) / (start - 2 * control + end)
        if 0 < t < 1:
            yield (1 - t) ** 2 * start + 2 * (1 - t) * t * control + t**2 * end


Drawn = tuple[Pen, tuple[float, ...]]
"""A stroke: its pen, and x0, y0, x1, y1 … in the units of its sketch."""

FARTHEST = 100_000.0
_DOT = 1 / 1000
"""Fabric draws a dot as a line of two thousandths of the pen's width."""


def read_drawing(drawing: Mapping[str, Any] | None) -> tuple[Drawn, ...]:
    """Return the strokes of a Fabric drawing in their order; what is not a stroke is left out."""
    objects = (drawing or {}).get("objects")
    if not isinstance(objects, list):
        return ()
    return tuple(stroke for entry in objects for stroke in read_object(entry))


def read_object(entry: object) -> tuple[Drawn, ...]:
    """Return one Fabric path as a stroke, or as several where it has too many points."""
    if not isinstance(entry, Mapping) or str(entry.get("type", "")).lower() != "path":
        return ()
    path = entry.get("path")
    if not _is_path(path):
        return ()
    points, growth = placed(_pen_points(path, entry.get("strokeWidth")), path, entry)
    pen = _pen(entry, growth)
    line = _without_repeats(points)
    if pen is None or not line:
        return ()
    return tuple((pen, flat(part)) for part in _parts(line))


def write_drawing(strokes: Iterable[Drawn]) -> dict[str, Any]:
    """Return strokes as a drawing that Fabric loads."""
    return {"objects": [write_object(pen, points) for pen, points in strokes]}


def write_object(pen: Pen, points: Sequence[float]) -> dict[str, Any]:
    """Return one stroke as a Fabric path."""
    return {
        "type": "Path",
        "path": _path(pairs(points), pen.width),
        "fill": None,
        "stroke": write_colour(pen.colour, pen.opacity),
        "strokeWidth": pen.width,
        "strokeLineCap": "round",
        "strokeLineJoin": "round",
    }


def pairs(points: Sequence[float]) -> list[Point]:
    """Return flat numbers as points."""
    return list(zip(points[::2], points[1::2], strict=True))


def flat(points: Iterable[Point]) -> tuple[float, ...]:
    """Return points as flat numbers."""
    return tuple(number for point in points for number in point)


def _is_path(path: object) -> TypeGuard[list[list[Any]]]:
    return (
        isinstance(path, list)
        and len(path) > 1
        and all(
            isinstance(step, list)
            and len(step) in {3, 5}
            and step[0] in {"M", "L", "Q"}
            and all(_is_number(number) for number in step[1:])
            for step in path
        )
    )


def _is_number(number: object) -> TypeGuard[float]:
    return (
        isinstance(number, int | float)
        and not isinstance(number, bool)
        and math.isfinite(number)
        and abs(number) <= FARTHEST
    )


def _pen_points(path: list[list[Any]], width: object) -> list[Point]:
    first, *between, last = path
    start, end = (float(first[1]), float(first[2])), (float(last[-2]), float(last[-1]))
    if not between and _is_number(width) and math.dist(start, end) <= 3 * _DOT * abs(width):
        return [((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)]
    # Fabric's brush uses the points of the pen as control points of quadratic curves.
    controls = [(float(step[1]), float(step[2])) for step in between]
    if controls and between[0][0] == "Q":
        return [*controls, end]
    return [start, *controls, end]


def _without_repeats(points: Iterable[Point]) -> list[Point]:
    result: list[Point] = []
    for x, y in points:
        point = (round(x, 1) + 0.0, round(y, 1) + 0.0)
        if not result or point != result[-1]:
            result.append(point)
    return result


def _parts(row: list[Point]) -> Iterable[list[Point]]:
    for start in range(0, max(1, len(row) - 1), MOST_POINTS - 1):
        yield row[start : start + MOST_POINTS]


def _pen(entry: Mapping[str, Any], growth: float) -> Pen | None:
    width = entry.get("strokeWidth", 1)
    colour, opacity = read_colour(entry.get("stroke"))
    if not _is_number(width):
        return None
    try:
        return Pen(colour=colour, width=round(width * growth, 2), opacity=opacity)
    except ValidationError:
        return None


def _path(points: list[Point], width: float) -> list[list[Any]]:
    if len(points) == 1:
        x, y = points[0]
        return [["M", x - width * _DOT, y], ["L", x + width * _DOT, y]]
    curves = [
        ["Q", x, y, (x + after_x) / 2, (y + after_y) / 2]
        for (x, y), (after_x, after_y) in pairwise(points)
    ]
    return [["M", *points[0]], *curves, ["L", *points[-1]]]
