"""Find free room among what already stands in a region of the wall."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from path_planner.scene.geometry import Area, Box

Shape = tuple[float, float]
"""A width and a height that a card can have."""
_STEP = 24.0
"""Round areas are wider further down, so they are also tried at heights where nothing ends."""


@dataclass(frozen=True, slots=True)
class Room:
    """An area, and the boxes in it that are taken."""

    area: Area
    taken: tuple[Box, ...]

    def place(self, shapes: Sequence[Shape], gap: float) -> Box | None:
        """Return the place whose foot is highest, among all shapes a card can have."""
        best: Box | None = None
        heights = self._heights(gap)
        for wide, tall in shapes:
            for top in heights:
                if top + tall > self.area.box.bottom or (best and top + tall >= best.bottom):
                    break
                x = self._across(wide, top, tall, gap)
                if x is not None:
                    best = Box(x, top, wide, tall)
                    break
        return best

    def _heights(self, gap: float) -> list[float]:
        box = self.area.box
        found = {box.y, *(each.bottom + gap for each in self.taken)}
        if self.area.round:
            found |= {box.y + _STEP * step for step in range(int(box.height / _STEP))}
        return sorted(top for top in found if box.y <= top < box.bottom)

    def _across(self, wide: float, top: float, tall: float, gap: float) -> float | None:
        first, last = self.area.span(top, top + tall)
        for left, right in self._gaps(first, last, (top, top + tall), gap):
            if right - left >= wide:
                if self.area.round and left == first:
                    # In a round area the first of a row stands in the middle, others beside it.
                    return (left + right - wide) / 2 if right == last else right - wide
                return left
        return None

    def _gaps(
        self, left: float, right: float, between: tuple[float, float], gap: float
    ) -> Iterator[tuple[float, float]]:
        """Yield what is free of a row, from left to right."""
        top, bottom = between
        for box in self.taken:
            if box.y < bottom + gap and top < box.bottom + gap and box.right + gap > left:
                if box.x - gap >= right:
                    break
                if box.x - gap > left:
                    yield left, box.x - gap
                left = box.right + gap
        if left < right:
            yield left, right


def room(area: Area, boxes: Sequence[Box]) -> Room:
    """Return the room that is left beside these boxes."""
    near = (box for box in boxes if box.overlaps(area.box))
    return Room(area, tuple(sorted(near, key=lambda box: box.x)))
