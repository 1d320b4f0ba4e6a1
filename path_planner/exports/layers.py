"""A poster in layers: each is drawn once, and placed on every sheet that shows some of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from path_planner.exports.pdf_drawing import Pencil
from path_planner.pdf.canvas import Box
from path_planner.pdf.canvas import Drawing as Placed
from path_planner.scene.model import Drawing, Part, Photograph, Shape, Text
from path_planner.scene.outline import extent


@dataclass(frozen=True, slots=True)
class Layer:
    """A line of words, or something drawn once, and the part of the poster it may be seen on."""

    node: str
    box: Box
    home: Box
    """Where its upper left corner is placed."""
    placed: Placed | None = None
    text: Text | None = None


def layers_of(pencil: Pencil) -> list[Layer]:
    """Return the scene from the lowest to the highest; shapes that follow each other are one."""
    return [
        layer
        for key, parts in groupby(pencil.scene.painting, key=_together)
        for layer in _layers(pencil, key, list(parts))
    ]


def _together(part: Part) -> tuple[str, str, int]:
    """Return the same for parts that make one layer."""
    alone = 0 if isinstance(part, Shape | Text) else id(part)
    return type(part).__name__, part.node if not isinstance(part, Text) else "", alone


def _layers(pencil: Pencil, key: tuple[str, str, int], parts: list[Part]) -> Iterator[Layer]:
    first = parts[0]
    if isinstance(first, Text):
        lines = (part for part in parts if isinstance(part, Text))
        yield from (_line(text, pencil.scale) for text in lines)
    elif isinstance(first, Drawing):
        box = _scaled([_box(first)], pencil.scale)
        yield Layer(first.node, box, box, pencil.as_placed(first))
    else:
        yield _drawn_once(pencil, key[1], parts)


def _line(text: Text, scale: float) -> Layer:
    tall, wide = text.size * scale, text.width * scale
    x, y = text.x * scale, text.baseline * scale
    box = Box(x, y - 1.2 * tall, wide, 1.8 * tall)
    if text.turn:
        reach = max(wide, 1.2 * tall)
        box = Box(x - reach, y - reach, 2 * reach, 2 * reach)
    return Layer(text.node, box, box, text=text)


def _drawn_once(pencil: Pencil, node: str, parts: Iterable[Part]) -> Layer:
    scene, scale = pencil.scene, pencil.scale
    shown = [part for part in parts if not isinstance(part, Text)]
    with pencil.document.drawing(scene.width * scale, scene.height * scale) as made:
        for part in shown:
            pencil.drawn(part)
    return Layer(node, _scaled([_box(part) for part in shown], scale), Box(0, 0, 0, 0), made)


def _box(part: Drawing | Photograph | Shape) -> Box:
    """Return the box around a part, its line included, however it is turned."""
    if isinstance(part, Shape):
        around = extent(part.outline)
        edge = part.width / 2
    else:
        around = part.box
        # A turned photo reaches no farther than half its diagonal.
        turned = isinstance(part, Photograph) and part.turn
        edge = (around.width + around.height) / 4 if turned else 0.0
    return Box(around.x - edge, around.y - edge, around.width + 2 * edge, around.height + 2 * edge)


def _scaled(boxes: list[Box], scale: float) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.wide for box in boxes)
    bottom = max(box.y + box.tall for box in boxes)
    return Box(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)
