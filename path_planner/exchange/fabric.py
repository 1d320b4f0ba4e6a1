"""Strokes as Fabric writes them, the format of the sketch pad: read and written, never kept."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, TypeGuard

from pydantic import ValidationError

from path_planner.domain.pen import MOST_POINTS, Pen
from path_planner.exchange.fabric_colour import read_colour, write_colour
from path_planner.exchange.fabric_place import Point, placed

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
    points, growth = placed(_walked(path, entry.get("strokeWidth")), path, entry)
    pen = _pen(entry, growth)
    row = _thinned(points)
    if pen is None or not row:
        return ()
    return tuple((pen, flat(part)) for part in _parts(row))


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


def _walked(path: list[list[Any]], width: object) -> list[Point]:
    first, *between, last = path
    start, end = (float(first[1]), float(first[2])), (float(last[-2]), float(last[-1]))
    if not between and _is_number(width) and math.dist(start, end) <= 3 * _DOT * abs(width):
        return [((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)]
    # Its brush bends around each point of the pen: the bends are where the pen has been.
    bends = [(float(step[1]), float(step[2])) for step in between]
    if bends and between[0][0] == "Q":
        return [*bends, end]
    return [start, *bends, end]


def _thinned(points: Iterable[Point]) -> list[Point]:
    row: list[Point] = []
    for x, y in points:
        point = (round(x, 1) + 0.0, round(y, 1) + 0.0)
        if not row or point != row[-1]:
            row.append(point)
    return row


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
    bends = [
        ["Q", x, y, (x + after_x) / 2, (y + after_y) / 2]
        for (x, y), (after_x, after_y) in pairwise(points)
    ]
    return [["M", *points[0]], *bends, ["L", *points[-1]]]
