"""The elements of the wall: parts of the locked background, and cards."""

from dataclasses import dataclass

from path_planner.domain.marks import WALL_KINDS, Card, Stroke
from path_planner.domain.session import Session
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import extent
from path_planner.scene.model import Drawing, Node, Part, Photograph, Text
from path_planner.scene.template import Template, template

WALL_ASPECT = 2**0.5


@dataclass(frozen=True, slots=True)
class WallElement:
    """An element of the wall: a part of the background, or a card."""

    id: str
    """The name of a part of the background, or the id of the record that a card shows."""
    stage: str
    box: Box
    parts: tuple[Part, ...]
    card: Card | None = None
    """The card, which holds its place; None for the locked background."""
    nodes: tuple[Node, ...] = ()
    """The nodes of the reading order for a part of the background."""
    written: bool = False
    """Whether this is a card of words, not of ink."""


def has_wall(session: Session) -> bool:
    """Whether a session uses the wall: it has any card, item or stroke outside a sketch."""
    return any(
        isinstance(mark, WALL_KINDS) or (isinstance(mark, Stroke) and mark.sketch is None)
        for mark in session.marks.values()
    )


def bare_wall() -> Template:
    """Return the bare PATH in the shape of the wall."""
    return template(WALL_ASPECT)


def box_of(parts: tuple[Part, ...]) -> Box:
    """Return the box around some parts, without the width of their lines."""
    boxes = [_around(part) for part in parts]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def _around(part: Part) -> Box:
    if isinstance(part, Text):
        return Box(part.x, part.baseline - part.size, part.width, 1.3 * part.size)
    if isinstance(part, Drawing | Photograph):
        return part.box
    return extent(part.outline)
