"""One row of cards, or of sketches, at a height of an area."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from path_planner.scene.blocks import Block
from path_planner.scene.geometry import Area, Box

GAP = 0.42
_EVEN_ROWS = (1.5, 1.8, 2.2, 2.8, 3.4, 4.0, 4.7, 5.6, 6.5, 7.7, 9.0, 11.0, 13.0)
_TRIES = 8
_LEAST_PART = 0.25
"""Near the edge of a round area a sketch rather moves on than shrinks below this part."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card or a sketch came to stand; the width in ems is the one it was measured at."""

    index: int
    box: Box
    ems: float = 0.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How large the letters are, and how many ems tall a row of cards may be."""

    size: float
    tall: float


def card_row(
    blocks: Sequence[Block], first: int, top: float, area: Area, pace: Pace
) -> list[Place] | None:
    """Place as many of the next cards as stand side by side here, or nothing without room."""
    tall = pace.tall
    for _ in range(_TRIES):
        left, right = area.span(top, top + tall * pace.size)
        room = (right - left) / pace.size
        widths = _side_by_side(blocks, first, room, pace.tall)
        if widths is None:
            if tall <= 1.0 or tall > pace.tall:
                return None
            tall /= 2
            continue
        if area.round:
            widths = [min(width, blocks[first + step].natural) for step, width in enumerate(widths)]
        needed = max(blocks[first + step].height(width) for step, width in enumerate(widths))
        if top + needed * pace.size > area.box.bottom:
            return None
        if needed <= tall:
            spare = max(0.0, room - sum(widths) - GAP * (len(widths) - 1))
            start = left + (spare / 2 * pace.size if area.round else 0.0)
            return list(_placed(first, (start, top), widths, needed, pace.size))
        # One long text is taller than rows should be: there may be less width so far down.
        tall = needed
    return None


def _placed(
    first: int, start: tuple[float, float], widths: Sequence[float], tall: float, size: float
) -> Iterator[Place]:
    x, top = start
    for step, width in enumerate(widths):
        yield Place(first + step, Box(x, top, width * size, tall * size), width)
        x += (width + GAP) * size


def _side_by_side(
    blocks: Sequence[Block], first: int, room: float, rows: float
) -> list[float] | None:
    """Return the widths of as many cards as stand side by side in rows this tall."""
    if blocks[first].least > room:
        return None
    widths: list[float] = []
    used = -GAP
    for place in range(first, len(blocks)):
        width = blocks[place].width_for(rows)
        too_much = used + GAP + width > room or blocks[place].height(width) > rows
        if widths and too_much:
            break
        if too_much:
            return [room]
        widths.append(width)
        used += GAP + width
    row = blocks[first : first + len(widths)]
    return _spread(_even(row, widths, room, rows), room)


def _even(row: Sequence[Block], widths: list[float], room: float, rows: float) -> list[float]:
    """Make the cards of a row about equally tall, so that none is a thin tower."""
    for tall in _EVEN_ROWS:
        if len(row) == 1 or tall >= rows:
            break
        found = [block.width_for(tall) for block in row]
        if sum(found) + GAP * (len(row) - 1) <= room and all(
            block.height(width) <= tall for block, width in zip(row, found, strict=True)
        ):
            return found
    return widths


def _spread(widths: list[float], room: float) -> list[float]:
    """Share out what is left of the row, so that both edges of the rows are straight."""
    spare = room - sum(widths) - GAP * (len(widths) - 1)
    if spare <= 0:
        return widths
    return [width * (1 + spare / sum(widths)) for width in widths]


def sketch_row(
    shapes: Sequence[float], first: int, top: float, area: Area, wanted: tuple[float, float]
) -> list[Place] | None:
    """Place the next sketches side by side in their own shapes, as tall as wanted or less."""
    tallest, gap = wanted
    left, right = area.span(top, top + tallest)
    room = right - left
    count = 1
    while first + count < len(shapes) and (
        sum(shapes[first : first + count + 1]) * tallest + count * gap <= room
    ):
        count += 1
    row = shapes[first : first + count]
    tall = min(tallest, (room - (count - 1) * gap) / sum(row))
    least = tallest * _LEAST_PART if area.round else 0.0
    if tall <= least or top + tall > area.box.bottom:
        return None
    x = left + (room - sum(row) * tall - (count - 1) * gap) / 2
    places = []
    for step, shape in enumerate(row):
        places.append(Place(first + step, Box(x, top, shape * tall, tall)))
        x += shape * tall + gap
    return places
