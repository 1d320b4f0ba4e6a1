"""Outlines of the poster as lines of Excalidraw, which knows no curves but its own."""

from collections.abc import Iterator, Sequence
from math import ceil, hypot, sqrt
from typing import Any

from path_planner.exchange.excalidraw.colours import write_colour
from path_planner.exchange.excalidraw.exactness import opacity_written
from path_planner.exchange.excalidraw.points import Pairs, size_of
from path_planner.exchange.excalidraw.thinning import thinned
from path_planner.scene.model import Shape
from path_planner.scene.outline import Close, CurveTo, Move, Outline, Point

_STRAY = 0.12
"""How far a line may be from the curve it stands for, in units of the wall."""
_DOTS = 6.0
"""Dashes shorter than this are dots to Excalidraw."""
_ROUND = {"type": 2}
_THIN = 0.01


def lines_of(shape: Shape) -> Iterator[dict[str, Any]]:
    """Yield the lines that make up a shape, one for each of its strokes."""
    for points, closed in _strokes(shape.outline, loose=bool(shape.dash)):
        whole = [*points, points[0]] if closed or shape.fill else points
        yield {**_line(whole if shape.dash else thinned(whole, _STRAY / 2)), **_look(shape)}


def is_under(shape: Shape, after: Shape) -> bool:
    """Say whether the next shape is the line around this one, so that both can be one."""
    return (
        shape.outline == after.outline
        and not shape.line
        and not after.fill
        and shape.opacity == after.opacity == 1
    )


def _line(points: Sequence[Point]) -> dict[str, Any]:
    x, y = round(points[0][0], 2), round(points[0][1], 2)
    pairs: Pairs = []
    for across, down in points:
        pair = [round(across - x, 2) + 0.0, round(down - y, 2) + 0.0]
        if not pairs or pair != pairs[-1]:
            pairs.append(pair)
    if len(pairs) == 1:
        pairs.append([_THIN, 0.0])
    width, height = size_of(pairs)
    return {"type": "line", "x": x, "y": y, "width": width, "height": height, "points": pairs}


def _look(shape: Shape) -> dict[str, Any]:
    look: dict[str, Any] = {
        "strokeColor": write_colour(shape.line),
        "backgroundColor": write_colour(shape.fill),
        "strokeWidth": round(shape.width, 2) or 1,
        "opacity": opacity_written(shape.opacity),
    }
    if shape.fill:
        look["polygon"] = True
    if shape.dash:
        look["strokeStyle"] = "dotted" if shape.dash[0] < _DOTS else "dashed"
        look["roundness"] = _ROUND
    return look


def _strokes(outline: Outline, *, loose: bool) -> Iterator[tuple[list[Point], bool]]:
    """Yield the points of each stroke; `loose` ones are few, for a curve through them."""
    row: list[Point] = []
    closed = False
    for step in outline:
        if isinstance(step, Close):
            closed = True
        elif isinstance(step, CurveTo):
            row.extend(_curved(row[-1], step, 100 * _STRAY if loose else _STRAY))
        elif isinstance(step, Move):
            if row:
                yield row, closed
            row, closed = [step.to], False
        else:
            row.append(step.to)
    if row:
        yield row, closed


def _curved(start: Point, curve: CurveTo, stray: float) -> Iterator[Point]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, curve.first, curve.second, curve.to
    bend = max(hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3))
    count = max(1, ceil(sqrt(0.75 * bend / stray)))
    for step in range(1, count + 1):
        t, u = step / count, 1 - step / count
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
