"""Layout of cards and sketches in rows, from the top of an area to its bottom.

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
"""In a round area a sketch moves down rather than shrink below this part of its height."""


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a card or a sketch, and the width in ems at which a card was measured."""

    index: int
    box: Box
    ems: float = 0.0


@dataclass(frozen=True, slots=True)
class RowMetrics:
    """The font size, and the greatest height of a row of cards in ems."""

    size: float
    height: float


def card_row(
    blocks: Sequence[Block], first: int, top: float, area: Area, metrics: RowMetrics
) -> list[Place] | None:
    """Place as many of the next cards as fit side by side at `top`; None if not even one does."""
    height = metrics.height
    for _ in range(_TRIES):
        left, right = area.span(top, top + height * metrics.size)
        room = (right - left) / metrics.size
        widths = _side_by_side(blocks, first, room, metrics.height)
        if widths is None:
            if height <= 1.0 or height > metrics.height:
                return None
            height /= 2
            continue
        if area.round:
            widths = [min(width, blocks[first + step].natural) for step, width in enumerate(widths)]
        needed = max(blocks[first + step].height(width) for step, width in enumerate(widths))
        if top + needed * metrics.size > area.box.bottom:
            return None
        if needed <= height:
            spare = max(0.0, room - sum(widths) - GAP * (len(widths) - 1))
            start = left + (spare / 2 * metrics.size if area.round else 0.0)
            return list(_positioned(first, (start, top), widths, needed, metrics.size))
        # One long text is taller than the row. In a round area a taller row has less width, so
        # the row is measured again for the height that it needs.
        height = needed
    return None


def _positioned(
    first: int, start: tuple[float, float], widths: Sequence[float], height: float, size: float
) -> Iterator[Place]:
    x, top = start
    for step, width in enumerate(widths):
        yield Place(first + step, Box(x, top, width * size, height * size), width)
        x += (width + GAP) * size


def _side_by_side(
    blocks: Sequence[Block], first: int, room: float, row_height: float
) -> list[float] | None:
    """Return the widths, in ems, of as many cards as fit in a row of this height."""
    if blocks[first].least > room:
        return None
    widths: list[float] = []
    used = -GAP
    for index in range(first, len(blocks)):
        width = blocks[index].width_for(row_height)
        too_much = used + GAP + width > room or blocks[index].height(width) > row_height
        if widths and too_much:
            break
        if too_much:
            return [room]
        widths.append(width)
        used += GAP + width
    row = blocks[first : first + len(widths)]
    return _spread(_even(row, widths, room, row_height), room)


def _even(row: Sequence[Block], widths: list[float], room: float, row_height: float) -> list[float]:
    """Return widths at which the cards of a row have about equal heights, if the row has space."""
    for height in _EVEN_ROWS:
        if len(row) == 1 or height >= row_height:
            break
        even_widths = [block.width_for(height) for block in row]
        if sum(even_widths) + GAP * (len(row) - 1) <= room and all(
            block.height(width) <= height for block, width in zip(row, even_widths, strict=True)
        ):
            return even_widths
    return widths


def _spread(widths: list[float], room: float) -> list[float]:
    """Distribute the space left in a row over its cards, so that rows are justified."""
    spare = room - sum(widths) - GAP * (len(widths) - 1)
    if spare <= 0:
        return widths
    return [width * (1 + spare / sum(widths)) for width in widths]


def sketch_row(
    shapes: Sequence[float], first: int, top: float, area: Area, limits: tuple[float, float]
) -> list[Place] | None:
    """Place the next sketches side by side in their own proportions; None without space.

    `wanted` is their greatest height, and the gap between them.
    """
    tallest, gap = limits
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
"""The starts of the first row in a round area, as parts of its height: its middle is wider."""
_NUDGE = 0.35
_ROUNDS = 4

_Row = Callable[[int, float], list[Place] | None]


@dataclass(frozen=True, slots=True)
class PackedRows:
    """A finished layout: all cards at one font size, and all sketches."""

    size: float
    cards: tuple[Place, ...]
    sketches: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Cards and sketches to be laid out in an area.

    Sketches stand in the middle of the cards if the area is round, below them otherwise.
    """

    blocks: Sequence[Block]
    shapes: Sequence[float]
    height: float
    """The greatest height of sketches."""
    area: Area

    def fits(self, size: float, rows: float | None = None) -> float | None:
        """Return a row height (in ems) at which everything fits at this font size, or None.

        `rows` is the height that is tried first.
        """
        first = (rows,) if rows else ()
        return next(
            (metrics.height for metrics, _ in self._candidates(size, (*first, *_TALLEST_ROWS))),
            None,
        )

    def best_layout(self, size: float) -> PackedRows:
        """Return the layout at this font size with the least total height of cards."""
        metrics, layout = min(self._candidates(size, _TALLEST_ROWS), key=self._total_height)
        return self._centred(layout, metrics) if self.area.round else layout

    def _candidates(
        self, size: float, row_heights: Sequence[float]
    ) -> Iterator[tuple[RowMetrics, PackedRows]]:
        for rows in row_heights:
            metrics = RowMetrics(size, rows)
            for start in _STARTS if self.area.round else _STARTS[:1]:
                layout = self._from(start * self.area.box.height, metrics)
                if layout:
                    yield metrics, layout
                    break

    def _total_height(self, candidate: tuple[RowMetrics, PackedRows]) -> float:
        return sum(self.blocks[place.index].height(place.ems) for place in candidate[1].cards)

    def _centred(self, layout: PackedRows, metrics: RowMetrics) -> PackedRows:
        """Centre the rows of a round area vertically."""
        for _ in range(_ROUNDS):
            boxes = [place.box for place in (*layout.cards, *layout.sketches)]
            above = min((box.y for box in boxes), default=0.0) - self.area.box.y
            below = self.area.box.bottom - max((box.bottom for box in boxes), default=0.0)
            if not boxes or abs(below - above) < metrics.size / 2:
                break
            centred = self._from(max(0.0, (above + below) / 2), metrics)
            if not centred:
                break
            layout = centred
        return layout

    def _from(self, start: float, metrics: RowMetrics) -> PackedRows | None:
        """Lay out everything from a height downwards; None if it does not all fit."""
        half = len(self.blocks) // 2 if self.area.round and self.shapes else len(self.blocks)
        before, after = self.blocks[:half], self.blocks
        cards: list[Place] = []
        sketches: list[Place] = []
        limits = (self.height, GAP * metrics.size)
        steps: tuple[tuple[list[Place], int, int, _Row], ...] = (
            (cards, 0, half, lambda index, y: card_row(before, index, y, self.area, metrics)),
            (
                sketches,
                0,
                len(self.shapes),
                lambda index, y: sketch_row(self.shapes, index, y, self.area, limits),
            ),
            (
                cards,
                half,
                len(after),
                lambda index, y: card_row(after, index, y, self.area, metrics),
            ),
        )
        top = self.area.box.y + start
        for places, first, last, row in steps:
            end = self._stacked(places, (first, last), top, metrics.size, row)
            if end is None:
                return None
            top = end
        return PackedRows(metrics.size, tuple(cards), tuple(sketches))

    def _stacked(
        self, places: list[Place], indices: tuple[int, int], top: float, size: float, row: _Row
    ) -> float | None:
        """Lay out rows until all have a place; return the top of the next row, or None."""
        index, last = indices
        while index < last:
            row_places = row(index, top)
            if row_places:
                places.extend(row_places)
                index += len(row_places)
                top = row_places[0].box.bottom + GAP * size
                continue
            # Near the top of a round area a row may be too narrow for any word: go lower.
            top += _NUDGE * size
            if not self.area.round or top > self.area.box.centre[1]:
                return None
        return top
