"""Find free space for a card beside others, by the bottom-left heuristic turned to top-left.

Baker, Coffman, Rivest: "Orthogonal Packings in Two Dimensions", 1980; see `FreeSpace.place`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from path_planner.scene.geometry import Area, Box

Shape = tuple[float, float]
"""A width and a height that a card can have."""
_STEP = 24.0
"""In round areas, which are wider further down, further heights are tried at this distance."""


@dataclass(frozen=True, slots=True)
class FreeSpace:
    """An area, and the occupied boxes in it."""

    area: Area
    occupied: tuple[Box, ...]

    def place(self, shapes: Sequence[Shape], gap: float) -> Box | None:
        """Return the place with the highest bottom edge, among all shapes that a card can have.

        A rectangle that cannot be moved further up touches the top of the area or the bottom of an
        occupied box, so only these heights are tried; the first gap from the left that is wide
        enough is used. The place keeps the gap to every occupied box.
        """
        best: Box | None = None
        heights = self._heights(gap)
        for width, height in shapes:
            for top in heights:
                if top + height > self.area.box.bottom or (best and top + height >= best.bottom):
                    break
                x = self._across(width, top, height, gap)
                if x is not None:
                    best = Box(x, top, width, height)
                    break
        return best

    def _heights(self, gap: float) -> list[float]:
        box = self.area.box
        heights = {box.y, *(each.bottom + gap for each in self.occupied)}
        if self.area.round:
            heights |= {box.y + _STEP * step for step in range(int(box.height / _STEP))}
        return sorted(top for top in heights if box.y <= top < box.bottom)

    def _across(self, width: float, top: float, height: float, gap: float) -> float | None:
        first, last = self.area.span(top, top + height)
        for left, right in self._gaps(first, last, (top, top + height), gap):
            if right - left >= width:
                if self.area.round and left == first:
                    # In a round area the first of a row is centred, others stand beside it.
                    return (left + right - width) / 2 if right == last else right - width
                return left
        return None

    def _gaps(
        self, left: float, right: float, between: tuple[float, float], gap: float
    ) -> Iterator[tuple[float, float]]:
        """Yield the gaps of a row from left to right; occupied boxes are sorted by left edge."""
        top, bottom = between
        for box in self.occupied:
            if box.y < bottom + gap and top < box.bottom + gap and box.right + gap > left:
                if box.x - gap >= right:
                    break
                if box.x - gap > left:
                    yield left, box.x - gap
                left = box.right + gap
        if left < right:
            yield left, right


def free_space(area: Area, boxes: Sequence[Box]) -> FreeSpace:
    """Return the free space of an area beside these boxes."""
    near = (box for box in boxes if box.overlaps(area.box))
    return FreeSpace(area, tuple(sorted(near, key=lambda box: box.x)))
