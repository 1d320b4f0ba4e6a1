"""The wall of a sample session: strokes, highlights, stamps, labels, arrows, signatures."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from path_planner.domain.commitment import Commitment
from path_planner.domain.marks import Head, Label, Shape, ShapeKind, Stamp, Stroke
from path_planner.domain.session import Session
from path_planner.processes.prompts import process_of
from path_planner.sample.fixtures import Inked, Lettered, Place, Pointing, Stamped, Wall
from path_planner.sample.pictures import BLUE, PICTURES, Line
from path_planner.sample.seeded_random import Chance
from path_planner.sample.strokes import PENS, drawn, signature
from path_planner.scene.marks import LINE_HEIGHT
from path_planner.scene.wall import WallElement, card_pieces
from path_planner.scene.wall.marks import Loose
from path_planner.services.session.wall.cards import settled
from path_planner.stamps import find
from path_planner.typography.fonts import LETTERING
from path_planner.typography.glyphs import text_width

_SPAN = 700.0
"""The length of a line on the wall, by which its jitter is scaled."""
_FIRST = 1000.0
"""The first z-order, above all sketches."""


def with_wall(session: Session, wall: Wall, people: Mapping[str, str], chance: Chance) -> Session:
    """Return the session with signatures, placed cards and marks on the wall."""
    signers = {people[one] for one in wall.signed_by}
    signed = [
        ink
        for commitment in session.commitments.values()
        for ink in _signed(commitment, signers, chance)
    ]
    by, orders = people[wall.by], count(_FIRST)
    laid = settled(_with(session, signed, by, orders))
    pieces = card_pieces(laid, process_of(laid))
    boxes = {_words_of(laid, piece.id): piece for piece in pieces}
    made: list[Loose] = [
        *(one for ink in wall.ink for one in _strokes(ink, boxes, chance)),
        *(_arrow(arrow, chance) for arrow in wall.arrows),
        *(_stamp(stamp, chance) for stamp in wall.stamps),
        *(_label(label, chance) for label in wall.labels),
    ]
    return _with(laid, made, by, orders)


def _with(session: Session, made: Iterable[Loose], by: str, orders: Iterator[float]) -> Session:
    added = {
        one.id: one.model_copy(update={"by": one.by or by, "order": next(orders)}) for one in made
    }
    return session.model_copy(update={"marks": {**session.marks, **added}})


def _words_of(session: Session, record: str) -> str:
    voice, promise = session.voices.get(record), session.commitments.get(record)
    return voice.text if voice else promise.what if promise else ""


def _strokes(ink: Inked, cards: Mapping[str, WallElement], chance: Chance) -> Iterator[Stroke]:
    place = (*ink.at, ink.size) if ink.picture else (0.0, 0.0, _SPAN)
    points = _along(ink.on, cards) if ink.on else ink.points
    lines = PICTURES[ink.picture] if ink.picture else (_in_span(Line(ink.pen, points)),)
    for line in lines:
        yield Stroke(
            id=chance.fresh_id(),
            stage=ink.stage,
            pen=PENS[line.colour],
            points=drawn(line, place, chance),
        )


def _along(words: str, cards: Mapping[str, WallElement]) -> tuple[Place, ...]:
    """Return a line along the first row of words on a card."""
    piece = next(piece for text, piece in cards.items() if text.startswith(words))
    assert piece.card is not None  # noqa: S101 - a piece of a card
    size, box = piece.card.size, piece.box
    width = min(text_width(words, LETTERING, size), box.width - 1.2 * size)
    across = (0.0, 0.35, 0.7, 1.0)
    sway = (0.0, -3.0, 3.0, -2.0)
    left, down = box.x + 0.6 * size, box.y + size
    return tuple((left + width * part, down + up) for part, up in zip(across, sway, strict=True))


def _in_span(line: Line) -> Line:
    return line._replace(points=tuple((x / _SPAN, y / _SPAN) for x, y in line.points))


def _arrow(arrow: Pointing, chance: Chance) -> Shape:
    across, down = zip(*arrow.points, strict=True)
    return Shape(
        id=chance.fresh_id(),
        stage=arrow.stage,
        form=ShapeKind.ARROW,
        x=min(across),
        y=min(down),
        width=max(across) - min(across),
        height=max(down) - min(down),
        points=tuple(side for point in arrow.points for side in point),
        line=PENS[arrow.pen].colour,
        line_width=7,
        rounded=True,
        end=Head.ARROW,
    )


def _stamp(stamp: Stamped, chance: Chance) -> Stamp:
    icon, (x, y), size = find(stamp.icon), stamp.at, stamp.size
    return Stamp(
        id=chance.fresh_id(),
        stage=stamp.stage,
        icon=icon.id,
        colour=PENS[stamp.pen].colour,
        words=icon.words,
        x=x - size / 2,
        y=y - size / 2,
        width=size,
        height=size,
        turn=stamp.turn,
    )


def _label(label: Lettered, chance: Chance) -> Label:
    lines = label.text.split("\n")
    return Label(
        id=chance.fresh_id(),
        stage=label.stage,
        text=label.text,
        x=label.at[0],
        y=label.at[1],
        width=round(max(text_width(line, LETTERING, label.size) for line in lines), 1),
        height=LINE_HEIGHT * label.size * len(lines),
        size=label.size,
        colour=PENS[label.pen].colour,
        turn=label.turn,
    )


def _signed(promise: Commitment, signers: set[str], chance: Chance) -> Iterator[Stroke]:
    if promise.who not in signers or promise.stage != "enrol":
        return
    for points in signature(chance):
        yield Stroke(
            id=chance.fresh_id(),
            stage=promise.stage,
            by=promise.who,
            signs=promise.id,
            pen=PENS[BLUE],
            points=points,
        )
