"""Packing of cards and sketches into an area at the largest font size at which all fit.

`Flow.fits` answers whether a size fits; this module searches for the largest such size: it widens
a bracket from a guess, then bisects it by the geometric mean. Because rows are filled greedily,
fitting is almost but not strictly monotone in the size, so the result may miss the very largest
size; but only sizes that were found to fit are returned, so nothing ever overlaps or is left out.
"""

from collections.abc import Sequence
from math import inf, log, sqrt

from path_planner.scene.geometry import Area
from path_planner.scene.row_layout import Flow, PackedRows
from path_planner.scene.text_blocks import Block

_SHARES = (0.02, 0.04, 0.08, 0.13, 0.2, 0.3, 0.45, 0.65, 0.9)
"""The parts of the area that sketches may take; the best layout of these is chosen."""
_FIRST = 4
_WORTH = 0.1
"""The weight of larger drawings against larger letters."""
_FIRST_GUESS = 0.78
"""The first guess of the font size, as a part of the upper bound of `_upper_bound`."""
_STRIDE = 1.13
_TOLERANCE = 1.015
_SKETCH_PART = 0.7
"""Sketches in a round area may come out smaller than asked for."""
_SMALLEST = 1 / 2048


def pack(
    blocks: Sequence[Block],
    shapes: Sequence[float],
    area: Area,
    largest: float,
    most_ink: float = 1.0,
) -> PackedRows:
    """Place all cards, and all sketches, without overlap, in reading order.

    `shapes` are the sketches' ratios of width to height; `largest` is the largest font size;
    `most_ink` is the largest part of the area that sketches may take.
    """
    if not shapes:
        return _certain(blocks, (), 0.0, area, largest)
    mixed = _best_mix(blocks, shapes, area, largest, most_ink)
    return mixed or _certain(blocks, shapes, area.box.height / 100, area, largest)


def _best_mix(
    blocks: Sequence[Block],
    shapes: Sequence[float],
    area: Area,
    largest: float,
    most_ink: float,
) -> PackedRows | None:
    """Try larger shares for the sketches, then smaller ones, for as long as the layout improves.

    This is hill climbing over `_SHARES` with `_worth` as the measure. Each result guides the
    next search, as the best font sizes of neighbouring shares lie close together.
    """
    room = area.space / sum(shapes)
    shares = [share for share in _SHARES if share <= most_ink] or _SHARES[:1]
    first = min(_FIRST, len(shares) - 1)

    def packed(index: int, neighbour: PackedRows | None) -> PackedRows | None:
        height = sqrt(shares[index] * room)
        flow = Flow(blocks, shapes, height, area)
        return _largest(flow, largest, _SMALLEST, neighbour.size if neighbour else None)

    best = packed(first, None)
    for direction in (range(first + 1, len(shares)), range(first - 1, -1, -1)):
        for index in direction:
            layout = packed(index, best)
            if layout is None or (best and _worth(layout) <= _worth(best)):
                if best:
                    break
                continue
            best = layout
    return best


def _worth(packed: PackedRows) -> float:
    ink = sum(place.box.width * place.box.height for place in packed.sketches)
    return log(packed.size) + _WORTH * log(ink)


def _certain(
    blocks: Sequence[Block], shapes: Sequence[float], height: float, area: Area, largest: float
) -> PackedRows:
    """Halve the sketches and the largest font size until all fits.

    It ends: widths and heights shrink with the size, while the area stays as it is.
    """
    while not (packed := _largest(Flow(blocks, shapes, height, area), largest, _SMALLEST)):
        height, largest = height / 2, largest / 2
    return packed


def _largest(
    flow: Flow, largest: float, smallest: float, guess: float | None = None
) -> PackedRows | None:
    """Search the largest font size at which everything fits; None below largest * smallest."""
    most = min(largest, _upper_bound(flow))
    low, high = min(guess or most * _FIRST_GUESS, most), inf
    rows = flow.fits(low)
    while rows is None:
        low, high = low / _STRIDE, low
        if low < largest * smallest:
            return None
        rows = flow.fits(low)
    while min(high, most) / low > _TOLERANCE:
        middle = min(low * _STRIDE, most) if high == inf else sqrt(low * high)
        middle_rows = flow.fits(middle, rows)
        if middle_rows is None:
            high = middle
        else:
            low, rows = middle, middle_rows
    return flow.best_layout(low)


def _upper_bound(flow: Flow) -> float:
    """Return a font size above which the letters alone would need more than the whole area."""
    needed = sum(block.least_space for block in flow.blocks)
    room = flow.area.space - sum(flow.shapes) * flow.height**2 * _SKETCH_PART
    return sqrt(max(room, flow.area.space / 50) / needed) if needed else inf
