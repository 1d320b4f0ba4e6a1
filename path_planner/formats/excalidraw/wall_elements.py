"""Convert elements of the wall to elements of Excalidraw: locked background, cards as groups."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil, hypot, sqrt
from typing import Any

from path_planner.formats.excalidraw.element_defaults import ABOVE, GROUND, completed, index_of
from path_planner.formats.excalidraw.geometry import Pairs, opacity_written, size_of
from path_planner.formats.excalidraw.images import KIND as IMAGE
from path_planner.formats.excalidraw.images import drawing_id
from path_planner.formats.excalidraw.labels import HAND, HAND_BOLD, KIND, LINE_HEIGHT
from path_planner.scene.curves import thinned
from path_planner.scene.foreign_fields import TRANSPARENT, baseline_offset, seed_of, write_colour
from path_planner.scene.hand_drawn import Close, CurveTo, Move, Point, VectorPath
from path_planner.scene.model import Drawing, Part, Photograph, Shape, Text
from path_planner.scene.wall import WallElement
from path_planner.typography.bidi import has_right_to_left

_TOLERANCE = 0.12
"""The tolerance of a polyline in place of a curve, in wall units."""
_DOTS = 6.0
"""Dashes shorter than this become dots in Excalidraw."""
_ROUND = {"type": 2}
_THIN = 0.01


def lines_of(shape: Shape) -> Iterator[dict[str, Any]]:
    """Yield line elements for a shape, one for each subpath."""
    for points, closed in _strokes(shape.outline, loose=bool(shape.dash)):
        line_points = [*points, points[0]] if closed or shape.fill else points
        yield {
            **_line(line_points if shape.dash else thinned(line_points, _TOLERANCE / 2)),
            **_style_fields(shape),
        }


def is_under(shape: Shape, after: Shape) -> bool:
    """Whether the next shape is the outline of this filled one, so that both can be one element."""
    return (
        shape.outline == after.outline
        and not shape.line
        and not after.fill
        and shape.opacity == after.opacity == 1
    )


def _line(points: Sequence[Point]) -> dict[str, Any]:
    x, y = round(points[0][0], 2), round(points[0][1], 2)
    pairs: Pairs = []
    for x_, y_ in points:
        pair = [round(x_ - x, 2) + 0.0, round(y_ - y, 2) + 0.0]
        if not pairs or pair != pairs[-1]:
            pairs.append(pair)
    if len(pairs) == 1:
        pairs.append([_THIN, 0.0])
    width, height = size_of(pairs)
    return {"type": "line", "x": x, "y": y, "width": width, "height": height, "points": pairs}


def _style_fields(shape: Shape) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "strokeColor": write_colour(shape.line),
        "backgroundColor": write_colour(shape.fill),
        "strokeWidth": round(shape.width, 2) or 1,
        "opacity": opacity_written(shape.opacity),
    }
    if shape.fill:
        fields["polygon"] = True
    if shape.dash:
        fields["strokeStyle"] = "dotted" if shape.dash[0] < _DOTS else "dashed"
        fields["roundness"] = _ROUND
    return fields


def _strokes(outline: VectorPath, *, loose: bool) -> Iterator[tuple[list[Point], bool]]:
    """Yield the points of each subpath; `loose` ones are few, for a curve through them."""
    points: list[Point] = []
    closed = False
    for step in outline:
        if isinstance(step, Close):
            closed = True
        elif isinstance(step, CurveTo):
            points.extend(_curved(points[-1], step, 100 * _TOLERANCE if loose else _TOLERANCE))
        elif isinstance(step, Move):
            if points:
                yield points, closed
            points, closed = [step.to], False
        else:
            points.append(step.to)
    if points:
        yield points, closed


def _curved(start: Point, curve: CurveTo, tolerance: float) -> Iterator[Point]:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, curve.first, curve.second, curve.to
    curvature = max(
        hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3)
    )
    count = max(1, ceil(sqrt(0.75 * curvature / tolerance)))
    for step in range(1, count + 1):
        t, u = step / count, 1 - step / count
        a, b, c, d = u**3, 3 * u * u * t, 3 * u * t * t, t**3
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


_NEAR = 0.05
_LEAST, _MOST = 0.9, 2.5
"""Lines with a line height between these are joined to one text."""


def texts_of(row: Sequence[Text]) -> Iterator[dict[str, Any]]:
    """Yield text elements, with consecutive lines joined where possible."""
    lines: list[Text] = []
    for text in row:
        if lines and not _joins(lines, text):
            yield _text(lines)
            lines = []
        lines.append(text)
    if lines:
        yield _text(lines)


def _joins(lines: Sequence[Text], text: Text) -> bool:
    last = lines[-1]
    looks = [(each.size, each.colour, each.style, each.turn, each.opacity) for each in (last, text)]
    if looks[0] != looks[1] or text.turn or any(_reads_from_right(each) for each in (last, text)):
        return False
    step = text.baseline - last.baseline
    if not _LEAST <= step / text.size <= _MOST:
        return False
    if len(lines) > 1 and abs(last.baseline - lines[-2].baseline - step) > _NEAR:
        return False
    return any(
        all(abs(edge(line) - edge(text)) <= _NEAR for line in lines) for edge in (_left, _middle)
    )


def _text(lines: Sequence[Text]) -> dict[str, Any]:
    first = lines[0]
    family = HAND_BOLD if first.style.bold else HAND
    width = max(line.width for line in lines)
    is_left = all(abs(_left(line) - _left(first)) <= _NEAR for line in lines)
    step = (lines[-1].baseline - first.baseline) / max(1, len(lines) - 1)
    height = step / first.size if len(lines) > 1 else LINE_HEIGHT
    return {
        "type": KIND,
        "x": round(first.x if is_left else _middle(first) - width / 2, 2),
        "y": round(first.baseline - first.size * baseline_offset(family, height), 2),
        "width": round(width, 2),
        "height": round(len(lines) * height * first.size, 2),
        "strokeColor": first.colour,
        "opacity": opacity_written(first.opacity),
        "text": "\n".join(line.words for line in lines),
        "fontSize": round(first.size, 3),
        "fontFamily": family,
        "textAlign": "left" if is_left else "center",
        "lineHeight": round(height, 5),
    }


def _left(text: Text) -> float:
    return text.x


def _middle(text: Text) -> float:
    return text.x + text.width / 2


def _reads_from_right(text: Text) -> bool:
    return text.from_right or has_right_to_left(text.words)


Element = dict[str, Any]


def elements_of_piece(piece: WallElement, place: int = 0) -> tuple[Element, ...]:
    """Return the elements of a card or of a background element with this index."""
    drawn = list(_drawn(piece.parts))
    if piece.card:
        drawn.insert(0, _paper(piece))
    return tuple(completed(_placed(piece, place, number, own)) for number, own in enumerate(drawn))


def _placed(piece: WallElement, place: int, number: int, own: Element) -> Element:
    card = piece.card
    name = f"card-{piece.id}" if card else f"ground-{piece.id}"
    layer, order = (ABOVE, card.order) if card else (GROUND, float(place))
    return {
        "id": f"{name}-{number}",
        "roughness": 0,
        "seed": seed_of(name),
        "index": index_of(order, piece.id, number, layer),
        **({"groupIds": [name]} if card else {"locked": True}),
        **own,
        "customData": {**_custom_data(piece), **own.get("customData", {})},
    }


def _custom_data(piece: WallElement) -> dict[str, str]:
    if piece.card is None:
        return {"part": "ground", "piece": piece.id, "stage": piece.stage}
    holds = piece.card.holds.value
    return {"part": "card", "card": piece.id, "holds": holds, "stage": piece.stage}


def _paper(piece: WallElement) -> Element:
    """Return the invisible box of a card, by which its movements are recognised."""
    box = piece.box
    return {
        "type": "rectangle",
        "x": box.x,
        "y": box.y,
        "width": box.width,
        "height": box.height,
        "strokeColor": TRANSPARENT,
        "customData": {"paper": True},
    }


def _drawn(parts: Sequence[Part]) -> Iterator[Element]:
    for kind, row in groupby(parts, type):
        if kind is Text:
            yield from texts_of([part for part in row if isinstance(part, Text)])
        elif kind is Shape:
            for shape in _with_outlines([part for part in row if isinstance(part, Shape)]):
                yield from lines_of(shape)
        else:
            yield from (_image(part) for part in row if isinstance(part, Drawing))


def _with_outlines(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Yield shapes, with a filled one and its outline joined to one."""
    under: Shape | None = None
    for shape in shapes:
        if under and is_under(under, shape):
            yield Shape(
                shape.outline,
                shape.role,
                under.fill,
                shape.line,
                shape.width,
                shape.dash,
                shape.opacity,
            )
            under = None
            continue
        if under:
            yield under
        under = shape
    if under:
        yield under


def _image(part: Drawing | Photograph) -> Element:
    box = part.box
    name = drawing_id(part) if isinstance(part, Drawing) else ""
    return {
        "type": IMAGE,
        "x": round(box.x, 2),
        "y": round(box.y, 2),
        "width": round(box.width, 2),
        "height": round(box.height, 2),
        "strokeColor": TRANSPARENT,
        "opacity": opacity_written(getattr(part, "opacity", 1.0)),
        "fileId": name,
        "status": "saved",
    }
