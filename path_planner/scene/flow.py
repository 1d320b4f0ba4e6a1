"""Rows laid one below the other until everything has its place."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from path_planner.scene.blocks import Block
from path_planner.scene.geometry import Area
from path_planner.scene.rows import GAP, Pace, Place, card_row, sketch_row

_TALLEST_ROWS = (3.4, 4.7, 2.4, 6.5, 9.0, 13.0, 20.0)
_STARTS = (0.0, 0.08, 0.2)
"""How far down a round area the first row may begin: there is more room in its middle."""
_NUDGE = 0.35
_ROUNDS = 4

_Row = Callable[[int, float], list[Place] | None]


@dataclass(frozen=True, slots=True)
class Packed:
    """All cards at one size of letters, all sketches beside them."""

    size: float
    cards: tuple[Place, ...]
    sketches: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """Cards and sketches for an area: sketches amid the words if it is round, else below."""

    blocks: Sequence[Block]
    shapes: Sequence[float]
    tall: float
    """How tall sketches should be."""
    area: Area

    def fits(self, size: float, rows: float | None = None) -> float | None:
        """Return the kind of rows in which all has a place at this size; one may be tried first."""
        first = (rows,) if rows else ()
        return next((pace.tall for pace, _ in self._ways(size, (*first, *_TALLEST_ROWS))), None)

    def calmest(self, size: float) -> Packed:
        """Return everything in its place, in the way that breaks the fewest lines."""
        pace, found = min(self._ways(size, _TALLEST_ROWS), key=self._broken_lines)
        return self._centred(found, pace) if self.area.round else found

    def _ways(self, size: float, kinds: Sequence[float]) -> Iterator[tuple[Pace, Packed]]:
        for rows in kinds:
            pace = Pace(size, rows)
            for start in _STARTS if self.area.round else _STARTS[:1]:
                found = self._from(start * self.area.box.height, pace)
                if found:
                    yield pace, found
                    break

    def _broken_lines(self, way: tuple[Pace, Packed]) -> float:
        return sum(self.blocks[place.index].height(place.ems) for place in way[1].cards)

    def _centred(self, found: Packed, pace: Pace) -> Packed:
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

    def _from(self, start: float, pace: Pace) -> Packed | None:
        """Lay everything from a height downwards; nothing if it does not all find a place."""
        half = len(self.blocks) // 2 if self.area.round and self.shapes else len(self.blocks)
        before, after = self.blocks[:half], self.blocks
        cards: list[Place] = []
        sketches: list[Place] = []
        wanted = (self.tall, GAP * pace.size)
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
        return Packed(pace.size, tuple(cards), tuple(sketches))

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
