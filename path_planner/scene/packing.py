"""Lay cards and sketches into an area at the largest size at which all of them fit.

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
"""How much of the area sketches may take; the best mix of words and drawings is chosen."""
_FIRST = 4
_WORTH = 0.1
"""How much a larger drawing is worth beside larger letters."""
_USUAL = 0.78
"""How large letters usually come out beside the size at which they would cover all the area."""
_STRIDE = 1.13
_CLOSE = 1.015
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
    """Place all cards, and all sketches given by their width to height, without overlap.

    Sketches get no more than some part of the area.
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
    usual = min(_FIRST, len(shares) - 1)

    def packed(place: int, like: PackedRows | None) -> PackedRows | None:
        height = sqrt(shares[place] * room)
        flow = Flow(blocks, shapes, height, area)
        return _largest(flow, largest, _SMALLEST, like.size if like else None)

    best = packed(usual, None)
    for way in (range(usual + 1, len(shares)), range(usual - 1, -1, -1)):
        for place in way:
            found = packed(place, best)
            if found is None or (best and _worth(found) <= _worth(best)):
                if best:
                    break
                continue
            best = found
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
    """Search the largest size between two at which everything fits."""
    most = min(largest, _hopeful(flow))
    low, high = min(guess or most * _USUAL, most), inf
    rows = flow.fits(low)
    while rows is None:
        low, high = low / _STRIDE, low
        if low < largest * smallest:
            return None
        rows = flow.fits(low)
    while min(high, most) / low > _CLOSE:
        middle = min(low * _STRIDE, most) if high == inf else sqrt(low * high)
        found = flow.fits(middle, rows)
        if found is None:
            high = middle
        else:
            low, rows = middle, found
    return flow.best_layout(low)


def _hopeful(flow: Flow) -> float:
    """Return a size above which the letters alone would cover more than the whole area."""
    needed = sum(block.least_space for block in flow.blocks)
    room = flow.area.space - sum(flow.shapes) * flow.height**2 * _SKETCH_PART
    return sqrt(max(room, flow.area.space / 50) / needed) if needed else inf
