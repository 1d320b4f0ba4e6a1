"""Bringing onto the paper of the wall what lies off it, and free ground for what comes."""

from collections.abc import Iterable, Iterator, Sequence

from path_planner.domain.base import put
from path_planner.domain.session import Session
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box, Rectangle
from path_planner.scene.model import Audience, Text
from path_planner.scene.wall import background_pieces, card_pieces, stage_at, stage_boxes
from path_planner.scene.wall.background import StageRegion, stage_regions
from path_planner.scene.wall.free_space import free_space
from path_planner.scene.wall.marks import Loose, avoidable, box_of_mark, boxes_of_marks, loose_marks
from path_planner.scene.wall.off_paper import PAPER, cards_off, group_of, lies_off, marks_off
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.cards import relaid_cards
from path_planner.services.session.wall.commands import BringIn
from path_planner.services.session.wall.relayout import Fit, carried_mark

Marks = tuple[Loose, ...]
_NEAR = 30.0
"""Marks closer to each other than this are one drawing, which stays as it is."""

_GAP = 24.0


def bring_in(context: SessionContext, _command: BringIn | None = None) -> SessionResult:
    """Move all that lies off the paper onto free ground, as one change."""
    return context.keep(brought_in(context.document))


def brought_in(session: Session) -> Session:
    """Return the session with nothing off the paper; what lies on it stays where it is.

    A card is laid out anew in its stage. Marks go to the nearest stage that has room for them,
    a drawing as a whole.
    """
    for record in cards_off(session, process_of(session), Audience.CIRCLE):
        session = relaid_cards(session, record)
    things = _things_off(session)
    moving = {mark.id for thing in things for mark in thing}
    rest = {key: mark for key, mark in session.marks.items() if key not in moving}
    standing = list(occupied_boxes(session.model_copy(update={"marks": rest})))
    for drawing in _drawings(things):
        for part in _that_fit(drawing):
            old = _box(part)
            new, stage = _place(session, old, standing)
            standing.append(new)
            for mark in part:
                moved = carried_mark(mark, Fit(old, new)).model_copy(update={"stage": stage})
                session = put(session, "marks", moved)
    return session


def _things_off(session: Session) -> tuple[Marks, ...]:
    """Return the marks of each thing off the paper, also those of its marks that lie on it."""
    off = dict.fromkeys(marks_off(session).values())
    things: dict[str, list[Loose]] = {name: [] for name in off}
    for mark in loose_marks(session):
        if group_of(mark) in things:
            things[group_of(mark)].append(mark)
    return tuple(tuple(marks) for marks in things.values() if marks)


def _drawings(things: Iterable[Marks]) -> tuple[tuple[Marks, ...], ...]:
    """Return the things that lie close to each other together, from the top down."""
    drawings: list[tuple[Box, list[Marks]]] = []
    for thing in sorted(things, key=lambda thing: (_box(thing).y, _box(thing).x)):
        own = _box(thing).inset(-_NEAR / 2)
        near = [drawing for drawing in drawings if drawing[0].overlaps(own)]
        joined = [one for _, parts in near for one in parts]
        drawings = [drawing for drawing in drawings if drawing not in near]
        drawings.append((around((own, *(box for box, _ in near))), [*joined, thing]))
    return tuple(tuple(parts) for _, parts in drawings)


def _that_fit(drawing: tuple[Marks, ...]) -> Iterator[Marks]:
    """Yield a drawing whole if the paper has room for it, else its things one by one."""
    whole = tuple(mark for thing in drawing for mark in thing)
    box = _box(whole)
    if box.width <= PAPER.width and box.height <= PAPER.height:
        yield whole
    else:
        yield from drawing


def _box(marks: Sequence[Loose]) -> Box:
    return around(map(box_of_mark, marks))


def _place(session: Session, box: Box, standing: Sequence[Box]) -> tuple[Box, str]:
    """Return free ground in the nearest stage that has some, and its stage.

    Where all are full it is beside them, else the nearest place on the paper.
    """
    process = process_of(session)
    x, y = box.centre
    regions = stage_regions(session, process).items()
    for stage, region in sorted(regions, key=lambda pair: _distance(pair[1].box, x, y)):
        free = free_box(region, standing, (box.width, box.height))
        if free and not lies_off(free):
            return free, stage
    beside = free_box_beside_stages(session, standing, (box.width, box.height))
    if beside:
        return beside, stage_at(session, process, *beside.centre)
    inside = centred(
        (box.width, box.height),
        (
            _clamped(x, PAPER.x + box.width / 2, PAPER.right - box.width / 2),
            _clamped(y, PAPER.y + box.height / 2, PAPER.bottom - box.height / 2),
        ),
    )
    return inside, stage_at(session, process, *inside.centre)


def _distance(box: Box, x: float, y: float) -> float:
    across = max(box.x - x, 0.0, x - box.right)
    down = max(box.y - y, 0.0, y - box.bottom)
    return float(across**2 + down**2)


def _clamped(value: float, least: float, most: float) -> float:
    """Return a value between the bounds; between crossed ones, their middle."""
    return (least + most) / 2 if least > most else min(max(value, least), most)


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
