"""Find the marks that stand on the wall by themselves, their order, and their boxes."""

from collections.abc import Iterator
from math import cos, sin

from path_planner.domain.base import sorted_records
from path_planner.domain.marks import BoxItem, Label, Photo, Points, Shape, Stamp, Stroke
from path_planner.domain.session import Session
from path_planner.scene.geometry import Box
from path_planner.scene.wall.background import StageRegion

Loose = Stroke | Shape | Label | Stamp | Photo
"""A mark with a place of its own that is not a card."""
_HIGHLIGHT = 0.5
"""Marks with an opacity below this are highlights, which cards may cover."""
_MANY = 40
_ROW = 24.0


def loose_marks(session: Session) -> tuple[Loose, ...]:
    """Return the marks of the wall in painting order; signatures stand on their cards."""
    return tuple(
        mark
        for mark in sorted_records(session.marks)
        if isinstance(mark, Shape | Label | Stamp | Photo)
        or (isinstance(mark, Stroke) and mark.sketch is None and not mark.signs)
    )


def box_of_mark(mark: Loose) -> Box:
    """Return the axis-aligned bounding box of a mark after rotation."""
    edge = 0.0
    if isinstance(mark, Stroke):
        edge = mark.pen.width / 2
    elif isinstance(mark, Shape) and mark.line:
        edge = mark.line_width / 2
    return turned(unturned(mark).inset(-edge), mark.turn)


def unturned(mark: Loose) -> Box:
    """Return the box of a mark before rotation, without the width of its line."""
    if isinstance(mark, Stroke):
        return _around(mark.points)
    if isinstance(mark, Shape) and mark.points:
        return _around(mark.points)
    return Box(mark.x, mark.y, mark.width, mark.height)


def turned(box: Box, turn: float) -> Box:
    """Return the axis-aligned bounding box of a box rotated about its centre."""
    if not turn:
        return box
    width = abs(box.width * cos(turn)) + abs(box.height * sin(turn))
    height = abs(box.width * sin(turn)) + abs(box.height * cos(turn))
    x, y = box.centre
    return Box(x - width / 2, y - height / 2, width, height)


def _around(points: Points) -> Box:
    xs, ys = points[::2], points[1::2]
    left, top = min(xs), min(ys)
    return Box(left, top, max(xs) - left, max(ys) - top)


def boxes_of_marks(session: Session) -> tuple[Box, ...]:
    """Return the boxes of all marks that a card should not cover."""
    return tuple(_opaque_boxes(session))


def _opaque_boxes(session: Session) -> Iterator[Box]:
    for mark in loose_marks(session):
        if isinstance(mark, Photo) and mark.under:
            continue
        if isinstance(mark, BoxItem) and mark.opacity < _HIGHLIGHT:
            continue
        if isinstance(mark, Stroke) and mark.pen.opacity < _HIGHLIGHT:
            continue
        yield box_of_mark(mark)


def avoidable(boxes: tuple[Box, ...], region: StageRegion) -> tuple[Box, ...]:
    """Return the boxes in a region that are worth avoiding: none larger than half of it."""
    area = region.card_area.area.box
    most = area.width * area.height / 2
    near = [box for box in boxes if box.overlaps(area) and box.width * box.height < most]
    return tuple(near) if len(near) <= _MANY else tuple(_in_rows(near, area))


def _in_rows(boxes: list[Box], area: Box) -> Iterator[Box]:
    """Yield fewer boxes that cover the same space, row by row, to save time with much ink."""
    count = int(area.height / _ROW) + 1
    rows: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    for box in boxes:
        first, last = (int((y - area.y) // _ROW) for y in (box.y, box.bottom))
        for row in range(max(first, 0), min(last, count - 1) + 1):
            rows[row].append((box.x, box.right))
    for row_number, spans in enumerate(rows):
        for left, right in _merged(spans):
            yield Box(left, area.y + row_number * _ROW, right - left, _ROW)


def _merged(spans: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    left = right = None
    for start, end in sorted(spans):
        if left is None or right is None or start > right + _ROW:
            if left is not None and right is not None:
                yield left, right
            left, right = start, end
        else:
            right = max(right, end)
    if left is not None and right is not None:
        yield left, right
