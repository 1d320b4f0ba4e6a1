"""Where cards stand: those that were placed keep their places, others find room beside them.

New cards are placed one by one by the bottom-left heuristic (Baker, Coffman, Rivest: "Orthogonal
Packings in Two Dimensions", 1980), here turned to top-left: see `FreeSpace.place`. If a new card
finds no room at a legible size, the cards of its stage that nobody moved by hand are laid out anew.
Invariant: a card that somebody moved by hand is never moved by a layout that a new card causes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from path_planner.domain.marks import Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall_items import Card, CardSubject, card_id
from path_planner.processes.model import Process
from path_planner.scene.geometry import Area, Box
from path_planner.scene.model import Audience
from path_planner.scene.packing import pack
from path_planner.scene.row_layout import GAP
from path_planner.scene.style import MIN_FONT_SIZE
from path_planner.scene.wall.background import StageRegion, stage_regions
from path_planner.scene.wall.card_content import Item, in_stage, items_of, narrowed
from path_planner.scene.wall.marks import avoidable, boxes_of_marks

Shape = tuple[float, float]
"""A width and a height that a card can have."""
_STEP = 24.0
"""Round areas are wider further down, so they are also tried at heights where nothing ends."""


@dataclass(frozen=True, slots=True)
class FreeSpace:
    """An area, and the boxes in it that are taken."""

    area: Area
    occupied: tuple[Box, ...]

    def place(self, shapes: Sequence[Shape], gap: float) -> Box | None:
        """Return the place whose foot is highest, among all shapes a card can have.

        A rectangle that cannot be moved further up touches the top of the area or the foot of a
        taken box, so only these heights are tried; the first gap from the left that is wide
        enough is taken. The place keeps the gap to every taken box.
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
        found = {box.y, *(each.bottom + gap for each in self.occupied)}
        if self.area.round:
            found |= {box.y + _STEP * step for step in range(int(box.height / _STEP))}
        return sorted(top for top in found if box.y <= top < box.bottom)

    def _across(self, width: float, top: float, height: float, gap: float) -> float | None:
        first, last = self.area.span(top, top + height)
        for left, right in self._gaps(first, last, (top, top + height), gap):
            if right - left >= width:
                if self.area.round and left == first:
                    # In a round area the first of a row stands in the middle, others beside it.
                    return (left + right - width) / 2 if right == last else right - width
                return left
        return None

    def _gaps(
        self, left: float, right: float, between: tuple[float, float], gap: float
    ) -> Iterator[tuple[float, float]]:
        """Yield what is free of a row, from left to right; taken boxes are sorted by left edge."""
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
    """Return the room that is left beside these boxes."""
    near = (box for box in boxes if box.overlaps(area.box))
    return FreeSpace(area, tuple(sorted(near, key=lambda box: box.x)))


_SMALLER = 0.9
_WORTH_AVOIDING = 0.65
"""Letters may shrink to this part so that a card covers no ink."""
_MOST_INK, _INK_EACH = 0.4, 0.08
_NARROWEST = 3.0
"""No card is narrower than its margins, its sign and a letter take, in ems."""
Cards = dict[str, Card]


@dataclass(frozen=True, slots=True)
class _Stage:
    """One region while its cards are laid: what may not be covered, and what should not."""

    bed: StageRegion
    taken: tuple[Box, ...]
    drawn: tuple[Box, ...]


def cards_of(
    session: Session, process: Process, audience: Audience = Audience.CIRCLE
) -> Mapping[str, Card]:
    """Return the card of each record: kept ones as they are, new ones where there is room."""
    return placed(session, process, items_of(session, process, audience))


def cards_in(session: Session, process: Process, stage: str) -> Cards:
    """Return the card of each record of a stage; nothing is measured that stands elsewhere."""
    items = items_near(session, process, stage)
    here = {item.record for item in in_stage(items, stage)}
    found = placed(session, process, items, stage)
    return {record: card for record, card in found.items() if record in here}


def items_near(session: Session, process: Process, stage: str) -> tuple[Item, ...]:
    """Return what belongs to a stage, and all else whose card may stand in its region."""
    area = stage_regions(session, process)[stage].ground.area.box
    near = {*_records_at(session, process, stage), *_records_in(session, area)}
    return items_of(narrowed(session, near), process, Audience.CIRCLE)


def _records_in(session: Session, area: Box) -> set[str]:
    """Return the records whose cards may stand in an area, however tall their words make them."""
    return {
        mark.record
        for mark in session.marks.values()
        if isinstance(mark, Card)
        and mark.x < area.right
        and mark.x + max(mark.width, _NARROWEST * mark.size) > area.x
        and mark.y < area.bottom
    }


def _records_at(session: Session, process: Process, stage: str) -> Iterator[str]:
    home = cache(process.stage_for)
    yield from (key for key, voice in session.voices.items() if home(voice.stage) == stage)
    yield from (key for key, one in session.commitments.items() if home(one.stage) == stage)
    for mark in session.marks.values():
        sketch = mark.id if isinstance(mark, Sketch) else isinstance(mark, Stroke) and mark.sketch
        if sketch and home(mark.stage) == stage:
            yield sketch


def placed(
    session: Session, process: Process, items: Sequence[Item], only: str | None = None
) -> Cards:
    """Return the card of each of these items; new ones in one stage only, if it is named."""
    found = {item.record: card for item in items if (card := stored_card(session, process, item))}
    wanting = {
        item.stage for item in items if item.record not in found and only in (None, item.stage)
    }
    drawn = boxes_of_marks(session) if wanting else ()
    for stage, bed in stage_regions(session, process).items():
        if stage not in wanting:
            continue
        here = list(in_stage(items, stage))
        boxes = {
            item.record: item.box(found[item.record])
            for item in items
            if item.record in found and not found[item.record].hidden
        }
        found.update(_joined(bed, here, found, boxes, drawn))
    return found


def relayout(session: Session, process: Process, stage: str) -> Mapping[str, Card]:
    """Return the cards of a stage laid out anew, hidden ones left as they are."""
    items = items_of(session, process, Audience.CIRCLE)
    found = placed(session, process, items)
    loose = [item for item in in_stage(items, stage) if not found[item.record].hidden]
    here = {item.record for item in loose}
    others = (
        item.box(card)
        for item in items
        if not (card := found[item.record]).hidden and item.record not in here
    )
    bed = stage_regions(session, process)[stage]
    return _anew(_stage(bed, others, boxes_of_marks(session)), loose, bed.ground.largest)


def stored_card(session: Session, process: Process, item: Item) -> Card | None:
    """Return the card that a record has; a record that went to another stage needs a new one."""
    card = session.marks.get(card_id(item.holds, item.record))
    if not isinstance(card, Card) or card.holds is not item.holds:
        return None
    stays = item.holds is CardSubject.COMMITMENTS or process.stage_for(card.stage) == item.stage
    return card if stays else None


def _stage(bed: StageRegion, taken: Iterator[Box], drawn: tuple[Box, ...]) -> _Stage:
    area = bed.ground.area.box
    near = tuple(box for box in taken if box.overlaps(area))
    return _Stage(bed, near, avoidable(drawn, bed))


def _joined(
    bed: StageRegion,
    here: Sequence[Item],
    found: Cards,
    boxes: Mapping[str, Box],
    drawn: tuple[Box, ...],
) -> Cards:
    """Place those of a stage that have no card; if there is no room, lay out more of it anew."""
    new = [item for item in here if item.record not in found]
    own = [item for item in here if item.record in boxes]
    stage = _stage(bed, iter(boxes.values()), drawn)
    sizes = [found[item.record].size for item in own if item.block]
    usual = median(sizes) if sizes else bed.ground.largest
    if own:
        beside = _one_by_one(stage, new, usual)
        if beside is not None:
            return beside
    loose = [item for item in own if not found[item.record].by_hand]
    moving = {item.record for item in loose}
    fixed = (box for record, box in boxes.items() if record not in moving)
    again = [item for item in here if item.record in moving or item.record not in found]
    return _anew(_stage(bed, fixed, drawn), again, bed.ground.largest)


def _one_by_one(stage: _Stage, new: Sequence[Item], usual: float) -> Cards | None:
    """Give each its place at the usual size or a smaller one; nothing if one finds none."""
    cards: Cards = {}
    taken = list(stage.taken)
    for item in new:
        card = _beside(stage, item, taken, usual)
        if card is None:
            return None
        cards[item.record] = card
        taken.append(item.box(card))
    return cards


def _beside(stage: _Stage, item: Item, taken: Sequence[Box], usual: float) -> Card | None:
    ways = ((stage.drawn, usual * _WORTH_AVOIDING), ((), 0.0))
    for drawn, least in ways if stage.drawn else ways[1:]:
        free = free_space(stage.bed.ground.area, [*taken, *drawn])
        for size in _sizes(usual, max(least, min(MIN_FONT_SIZE, usual))):
            card = _card(stage.bed, item, free, size)
            if card:
                return card
    return None


def _sizes(largest: float, least: float) -> Iterator[float]:
    size = largest
    while size >= least:
        yield size
        size *= _SMALLER


def _card(bed: StageRegion, item: Item, free: FreeSpace, size: float) -> Card | None:
    shapes = item.shapes(size, free.area.box.width)
    box = free.place(shapes, GAP * size)
    return _standing(bed, item, box, size) if box else None


def _standing(bed: StageRegion, item: Item, box: Box, size: float) -> Card:
    return Card(
        id=card_id(item.holds, item.record),
        stage=bed.stage.id,
        holds=item.holds,
        of=item.record if item.holds is CardSubject.MARKS else None,
        x=box.x,
        y=box.y,
        width=box.width,
        size=size,
    )


def _anew(stage: _Stage, loose: Sequence[Item], largest: float) -> Cards:
    """Lay cards out together, all in letters of one size."""
    ways = (
        ((*stage.taken, *stage.drawn), largest * _WORTH_AVOIDING) if stage.drawn else None,
        (stage.taken, MIN_FONT_SIZE / 4) if stage.taken else None,
    )
    for way in ways:
        if way:
            found = _together(stage.bed, loose, largest, *way)
            if found is not None:
                return found
    return _packed(stage.bed, loose, largest)


def _together(
    bed: StageRegion, items: Sequence[Item], largest: float, taken: Sequence[Box], least: float
) -> Cards | None:
    for size in _sizes(largest, least):
        cards: Cards = {}
        boxes = list(taken)
        for item in items:
            card = _card(bed, item, free_space(bed.ground.area, boxes), size)
            if card is None:
                break
            cards[item.record] = card
            boxes.append(item.box(card))
        else:
            return cards
    return None


def _packed(bed: StageRegion, items: Sequence[Item], largest: float) -> Cards:
    """Lay cards out as a poster does, when nothing stands in the way."""
    worded = [item for item in items if item.block]
    drawn = [item for item in items if item.picture]
    blocks = [item.block for item in worded if item.block]
    shapes = [item.picture.shape for item in drawn if item.picture]
    most = min(_MOST_INK, _INK_EACH * len(shapes))
    found = pack(blocks, shapes, bed.ground.area, largest, most)
    if found.size < largest:
        # What fills its region to the brim would move again with the next voice.
        found = pack(blocks, shapes, bed.ground.area, found.size * _SMALLER, most)
    pairs = [(worded[place.index], place) for place in found.cards]
    pairs += [(drawn[place.index], place) for place in found.sketches]
    return {item.record: _standing(bed, item, place.box, found.size) for item, place in pairs}
