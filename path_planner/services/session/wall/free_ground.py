"""Free ground on the wall: where something fits in a stage without covering what is there."""

from collections.abc import Iterable, Sequence

from path_planner.domain.session import Session
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import Text
from path_planner.scene.wall import background_pieces, card_pieces, stage_boxes
from path_planner.scene.wall.background import StageRegion
from path_planner.scene.wall.free_space import free_space
from path_planner.scene.wall.marks import avoidable, boxes_of_marks
from path_planner.scene.wall.off_paper import PAPER

_GAP = 24.0


def occupied_boxes(session: Session) -> tuple[Box, ...]:
    """Return the boxes of all cards and marks on the wall."""
    cards = card_pieces(session, process_of(session), signs=False)
    return (*(card.box for card in cards), *boxes_of_marks(session))


def free_box(region: StageRegion, standing: Sequence[Box], size: tuple[float, float]) -> Box | None:
    """Return a place of this size in a stage, beside all that stands there; None if it is full."""
    near = avoidable(tuple(standing), region)
    return free_space(region.card_area.area, near).place([size], _GAP)


def free_box_beside_stages(
    session: Session, standing: Sequence[Box], size: tuple[float, float]
) -> Box | None:
    """Return a place of this size on the paper, outside all stages and the words around them."""
    process = process_of(session)
    pieces = background_pieces(session, process)
    words = (piece.box for piece in pieces if any(isinstance(part, Text) for part in piece.parts))
    taken = (*standing, *stage_boxes(session, process).values(), *words)
    return free_space(Rectangle(PAPER.inset(_GAP)), taken).place([size], _GAP)


def around(boxes: Iterable[Box]) -> Box:
    """Return the box around some boxes."""
    boxes = tuple(boxes)
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


def centred(size: tuple[float, float], middle: tuple[float, float]) -> Box:
    """Return a box of this size about a point."""
    (width, height), (x, y) = size, middle
    return Box(x - width / 2, y - height / 2, width, height)
