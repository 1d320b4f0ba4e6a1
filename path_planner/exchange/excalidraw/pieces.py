"""Pieces of the wall as elements of Excalidraw: the locked ground, and cards as groups."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from path_planner.exchange.excalidraw.colours import TRANSPARENT
from path_planner.exchange.excalidraw.exactness import opacity_written
from path_planner.exchange.excalidraw.files import drawing_id
from path_planner.exchange.excalidraw.images import KIND as IMAGE
from path_planner.exchange.excalidraw.lettering import texts_of
from path_planner.exchange.excalidraw.ordering import ABOVE, GROUND, index_of
from path_planner.exchange.excalidraw.outlines import is_under, lines_of
from path_planner.exchange.excalidraw.whole import finished, seed_of
from path_planner.scene.model import Drawing, Part, Photograph, Shape, Text
from path_planner.scene.wall import Piece

Element = dict[str, Any]


def elements_of_piece(piece: Piece, place: int = 0) -> tuple[Element, ...]:
    """Return a piece of the wall; `place` is its place among the pieces of the ground."""
    drawn = list(_drawn(piece.parts))
    if piece.card:
        drawn.insert(0, _paper(piece))
    return tuple(finished(_placed(piece, place, number, own)) for number, own in enumerate(drawn))


def _placed(piece: Piece, place: int, number: int, own: Element) -> Element:
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
        "customData": {**_belongs(piece), **own.get("customData", {})},
    }


def _belongs(piece: Piece) -> dict[str, str]:
    if piece.card is None:
        return {"part": "ground", "piece": piece.id, "stage": piece.stage}
    holds = piece.card.holds.value
    return {"part": "card", "card": piece.id, "holds": holds, "stage": piece.stage}


def _paper(piece: Piece) -> Element:
    """Return the box that a card fills; unseen, it tells where the card was moved to."""
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
            for shape in _joined([part for part in row if isinstance(part, Shape)]):
                yield from lines_of(shape)
        else:
            yield from (_image(part) for part in row if isinstance(part, Drawing))


def _joined(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Yield shapes, a filled one and the line around it as one."""
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
