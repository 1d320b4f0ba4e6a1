"""Lay cards and sketches into rows, from the top of an area down to its foot.

The algorithm is level (shelf) packing by next fit: each row takes as many of the next cards as fit
side by side, and no card goes back to an earlier row. Unlike the classic version (Coffman, Garey,
Johnson, Tarjan: "Performance Bounds for Level-Oriented Two-Dimensional Packing Algorithms", 1980)
cards are not sorted by height: they keep their reading order.
Widths and heights of cards are in ems, so that one measurement serves every font size.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from path_planner.scene.geometry import Area, Box
from path_planner.scene.text_blocks import Block

GAP = 0.42
_EVEN_ROWS = (1.5, 1.8, 2.2, 2.8, 3.4, 4.0, 4.7, 5.6, 6.5, 7.7, 9.0, 11.0, 13.0)
_TRIES = 8
_LEAST_PART = 0.25
"""Near the edge of a round area a sketch rather moves on than shrinks below this part."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a card or a sketch, and the width in ems at which a card was measured."""

    index: int
    box: Box
    ems: float = 0.0


@dataclass(frozen=True, slots=True)
class RowMetrics:
    """How large the letters are, and how many ems tall a row of cards may be."""

    size: float
    height: float


def card_row(
    blocks: Sequence[Block], first: int, top: float, area: Area, pace: RowMetrics
) -> list[Place] | None:
    """Place as many of the next cards as stand side by side here, or nothing without room."""
    height = pace.height
    for _ in range(_TRIES):
        left, right = area.span(top, top + height * pace.size)
        room = (right - left) / pace.size
        widths = _side_by_side(blocks, first, room, pace.height)
        if widths is None:
            if height <= 1.0 or height > pace.height:
                return None
            height /= 2
            continue
        if area.round:
            widths = [min(width, blocks[first + step].natural) for step, width in enumerate(widths)]
        needed = max(blocks[first + step].height(width) for step, width in enumerate(widths))
        if top + needed * pace.size > area.box.bottom:
            return None
        if needed <= height:
            spare = max(0.0, room - sum(widths) - GAP * (len(widths) - 1))
            start = left + (spare / 2 * pace.size if area.round else 0.0)
            return list(_placed(first, (start, top), widths, needed, pace.size))
        # One long text is taller than rows should be. In a round area a taller row has less
        # width, so the row is measured anew for the height that it needs.
        height = needed
    return None


def _placed(
    first: int, start: tuple[float, float], widths: Sequence[float], height: float, size: float
) -> Iterator[Place]:
    x, top = start
    for step, width in enumerate(widths):
        yield Place(first + step, Box(x, top, width * size, height * size), width)
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
    """Make the cards of a row about equally tall, so that none is tall and thin."""
    for height in _EVEN_ROWS:
        if len(row) == 1 or height >= rows:
            break
        found = [block.width_for(height) for block in row]
        if sum(found) + GAP * (len(row) - 1) <= room and all(
            block.height(width) <= height for block, width in zip(row, found, strict=True)
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
    height = min(tallest, (room - (count - 1) * gap) / sum(row))
    least = tallest * _LEAST_PART if area.round else 0.0
    if height <= least or top + height > area.box.bottom:
        return None
    x = left + (room - sum(row) * height - (count - 1) * gap) / 2
    places = []
    for step, shape in enumerate(row):
        places.append(Place(first + step, Box(x, top, shape * height, height)))
        x += shape * height + gap
    return places


_TALLEST_ROWS = (3.4, 4.7, 2.4, 6.5, 9.0, 13.0, 20.0)
_STARTS = (0.0, 0.08, 0.2)
"""How far down a round area the first row may begin: there is more room in its middle."""
_NUDGE = 0.35
_ROUNDS = 4

_Row = Callable[[int, float], list[Place] | None]


@dataclass(frozen=True, slots=True)
class PackedRows:
    """All cards at one size of letters, all sketches beside them."""

    size: float
    cards: tuple[Place, ...]
    sketches: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Cards and sketches for an area: sketches amid the words if it is round, else below."""

    blocks: Sequence[Block]
    shapes: Sequence[float]
    height: float
    """How tall sketches should be."""
    area: Area

    def fits(self, size: float, rows: float | None = None) -> float | None:
        """Return the kind of rows in which all has a place at this size; one may be tried first."""
        first = (rows,) if rows else ()
        return next((pace.height for pace, _ in self._ways(size, (*first, *_TALLEST_ROWS))), None)

    def best_layout(self, size: float) -> PackedRows:
        """Return everything in its place, in the way that breaks the fewest lines."""
        pace, found = min(self._ways(size, _TALLEST_ROWS), key=self._broken_lines)
        return self._centred(found, pace) if self.area.round else found

    def _ways(self, size: float, kinds: Sequence[float]) -> Iterator[tuple[RowMetrics, PackedRows]]:
        for rows in kinds:
            pace = RowMetrics(size, rows)
            for start in _STARTS if self.area.round else _STARTS[:1]:
                found = self._from(start * self.area.box.height, pace)
                if found:
                    yield pace, found
                    break

    def _broken_lines(self, way: tuple[RowMetrics, PackedRows]) -> float:
        return sum(self.blocks[place.index].height(place.ems) for place in way[1].cards)

    def _centred(self, found: PackedRows, pace: RowMetrics) -> PackedRows:
        """Move the rows of a round area to its middle, where there is most room."""
        for _ in range(_ROUNDS):
            boxes = [place.box for place in (*found.cards, *found.sketches)]
            above = min((box.y for box in boxes), default=0.0) - self.area.box.y
            below = self.area.box.bottom - max((box.bottom for box in boxes), default=0.0)
            if not boxes or abs(below - above) < pace.size / 2:
                break
            moved = self._from(max(0.0, (above + below) / 2), pace)
            if not moved:
                break
            found = moved
        return found

    def _from(self, start: float, pace: RowMetrics) -> PackedRows | None:
        """Lay everything from a height downwards; nothing if it does not all find a place."""
        half = len(self.blocks) // 2 if self.area.round and self.shapes else len(self.blocks)
        before, after = self.blocks[:half], self.blocks
        cards: list[Place] = []
        sketches: list[Place] = []
        wanted = (self.height, GAP * pace.size)
        steps: tuple[tuple[list[Place], int, int, _Row], ...] = (
            (cards, 0, half, lambda place, y: card_row(before, place, y, self.area, pace)),
            (
                sketches,
                0,
                len(self.shapes),
                lambda place, y: sketch_row(self.shapes, place, y, self.area, wanted),
            ),
            (cards, half, len(after), lambda place, y: card_row(after, place, y, self.area, pace)),
        )
        top = self.area.box.y + start
        for into, first, last, row in steps:
            end = self._stacked(into, (first, last), top, pace.size, row)
            if end is None:
                return None
            top = end
        return PackedRows(pace.size, tuple(cards), tuple(sketches))

    def _stacked(
        self, into: list[Place], between: tuple[int, int], top: float, size: float, row: _Row
    ) -> float | None:
        """Lay rows until all have a place; return where the next row begins."""
        place, last = between
        while place < last:
            found = row(place, top)
            if found:
                into.extend(found)
                place += len(found)
                top = found[0].box.bottom + GAP * size
                continue
            # Near the top of a round area there may be no room for a word: go lower.
            top += _NUDGE * size
            if not self.area.round or top > self.area.box.centre[1]:
                return None
        return top
