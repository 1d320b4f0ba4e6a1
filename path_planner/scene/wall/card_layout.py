"""Layout of cards on the wall: placed cards keep their places, new ones get free space.

New cards are placed one by one, as high up as they find room (see `free_space`). If a new card
finds no room at a legible size, the cards of its stage that nobody moved by hand are laid out anew.
Invariant: a card that somebody moved by hand is never moved by a layout that a new card causes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import sqrt
from statistics import median

from path_planner.domain.marks import Card, CardSubject, Sketch, Stroke, card_id
from path_planner.domain.session import Session
from path_planner.processes.model import Process, Region
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience
from path_planner.scene.packing import pack
from path_planner.scene.row_layout import GAP
from path_planner.scene.style import (
    CARD_FONT_SIZES,
    MIN_EMS_ACROSS_COLUMN,
    MIN_FONT_SIZE,
    WALL_CARD_FONT_SIZES,
)
from path_planner.scene.wall.background import StageRegion, stage_regions
from path_planner.scene.wall.card_content import Item, in_stage, items_of, narrowed
from path_planner.scene.wall.element import has_wall
from path_planner.scene.wall.free_space import FreeSpace, free_space
from path_planner.scene.wall.marks import avoidable, boxes_of_marks

_SMALLER = 0.9
_WORTH_AVOIDING = 0.65
"""The part to which letters may shrink so that a card covers no marks."""
_AS_ASKED = 0.85
"""Cards are as large as asked if they are larger than this part of it: some space is left free."""
_MOST_GROWN = CARD_FONT_SIZES.column / WALL_CARD_FONT_SIZES.column / _SMALLER
"""First cards are no larger than those of a poster that is laid out as a whole."""
_MOST_GROWN_ALONE = 1.15
"""A voice alone is written about as others beside it will be."""
_MOST_FILLED, _LOWEST = 0.8, 0.85
"""First cards fill no more of their region, and of a column reach no lower."""
_AS_LARGE = 0.98
"""What is packed comes out a little smaller than asked, also where only the dream limits it."""
_MOST_INK, _INK_EACH = 0.4, 0.08
_NARROWEST = 3.0
"""A lower bound of the width of any card, in ems: margins, sign and a letter."""
Cards = dict[str, Card]


@dataclass(frozen=True, slots=True)
class _Stage:
    """One region during layout: boxes that must not be covered, and marks that should not."""

    region: StageRegion
    occupied: tuple[Box, ...]
    avoid: tuple[Box, ...]


def cards_of(
    session: Session, process: Process, audience: Audience = Audience.CIRCLE
) -> Mapping[str, Card]:
    """Return the card of each record: stored ones as they are, new ones in free space."""
    return placed(session, process, items_of(session, process, audience))


def cards_in(session: Session, process: Process, stage: str) -> Cards:
    """Return the card of each record of a stage, without measuring cards of other regions."""
    items = items_near(session, process, stage)
    records = {item.record for item in in_stage(items, stage)}
    cards = placed(session, process, items, stage)
    return {record: card for record, card in cards.items() if record in records}


def items_near(session: Session, process: Process, stage: str) -> tuple[Item, ...]:
    """Return the items of a stage, and others whose card may overlap its region."""
    area = stage_regions(session, process)[stage].card_area.area.box
    near = {*_records_at(session, process, stage), *_records_in(session, area)}
    return items_of(narrowed(session, near), process, Audience.CIRCLE)


def _records_in(session: Session, area: Box) -> set[str]:
    """Return the records whose cards may overlap an area, whatever their height."""
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
    yield from (
        key for key, commitment in session.commitments.items() if home(commitment.stage) == stage
    )
    for mark in session.marks.values():
        sketch = mark.id if isinstance(mark, Sketch) else isinstance(mark, Stroke) and mark.sketch
        if sketch and home(mark.stage) == stage:
            yield sketch


def placed(
    session: Session, process: Process, items: Sequence[Item], only: str | None = None
) -> Cards:
    """Return the card of each of these items; new ones only in the stage `only`, if given."""
    cards = {item.record: card for item in items if (card := stored_card(session, process, item))}
    incomplete = {
        item.stage for item in items if item.record not in cards and only in (None, item.stage)
    }
    marks = boxes_of_marks(session) if incomplete else ()
    regions = stage_regions(session, process)
    for stage in regions:
        if stage not in incomplete:
            continue
        region = regions[stage]
        own = list(in_stage(items, stage))
        boxes = {
            item.record: item.box(cards[item.record])
            for item in items
            if item.record in cards and not cards[item.record].hidden
        }
        grows = not has_wall(session)
        # Of a stage that is laid out as a whole the words are known; a first one has others after.
        is_one = sum(item.record not in cards for item in own) == 1
        if is_one or _has_as_many_words_as_the_dream(session, process, stage):
            region = _limited(session, process, region, cards)
        cards.update(_with_new_cards(region, own, cards, boxes, marks, grows=grows))
    return cards


def _dream(process: Process) -> str:
    return next(stage.id for stage in process.stages if stage.region is Region.STAR)


def _has_as_many_words_as_the_dream(session: Session, process: Process, stage: str) -> bool:
    letters: Counter[str] = Counter()
    for voice in session.voices.values():
        letters[process.stage_for(voice.stage)] += len(voice.text)
    for commitment in session.commitments.values():
        letters[process.stage_for(commitment.stage)] += len(commitment.what)
    return letters[stage] >= letters[_dream(process)]


def _limited(
    session: Session, process: Process, region: StageRegion, cards: Mapping[str, Card]
) -> StageRegion:
    """Return a region in which no new card has larger letters than those of the dream."""
    dream = _dream(process)
    if region.stage.id == dream:
        return region
    said = (
        voice.id for voice in session.voices.values() if process.stage_for(voice.stage) == dream
    )
    kept = (cards.get(key) or session.marks.get(card_id(CardSubject.VOICES, key)) for key in said)
    sizes = [card.size for card in kept if isinstance(card, Card)]
    if not sizes:
        return region
    limit = median(sizes)
    largest = min(region.card_area.max_font_size, limit)
    return replace(region, card_area=replace(region.card_area, max_font_size=largest), limit=limit)


def relayout(session: Session, process: Process, stage: str) -> Mapping[str, Card]:
    """Return the visible cards of a stage, all laid out anew."""
    items = items_of(session, process, Audience.CIRCLE)
    cards = placed(session, process, items)
    visible = [item for item in in_stage(items, stage) if not cards[item.record].hidden]
    records = {item.record for item in visible}
    others = (
        item.box(card)
        for item in items
        if not (card := cards[item.record]).hidden and item.record not in records
    )
    region = stage_regions(session, process)[stage]
    marks = boxes_of_marks(session)
    region = _limited(session, process, region, cards)
    return _laid_out(_stage(region, others, marks), visible, region.card_area.max_font_size)


def stored_card(session: Session, process: Process, item: Item) -> Card | None:
    """Return the stored card of a record; None if the record has moved to another stage."""
    card = session.marks.get(card_id(item.holds, item.record))
    if not isinstance(card, Card) or card.holds is not item.holds:
        return None
    stays = item.holds is CardSubject.COMMITMENTS or process.stage_for(card.stage) == item.stage
    return card if stays else None


def _stage(region: StageRegion, occupied: Iterator[Box], marks: tuple[Box, ...]) -> _Stage:
    area = region.card_area.area.box
    near = tuple(box for box in occupied if box.overlaps(area))
    return _Stage(region, near, avoidable(marks, region))


def _with_new_cards(
    region: StageRegion,
    items: Sequence[Item],
    cards: Cards,
    boxes: Mapping[str, Box],
    marks: tuple[Box, ...],
    *,
    grows: bool,
) -> Cards:
    """Place the items without a card; without space, lay out all cards not moved by hand.

    With `grows`, cards that are the first of their region are as large as there is room.
    """
    new = [item for item in items if item.record not in cards]
    visible = [item for item in items if item.record in boxes]
    stage = _stage(region, iter(boxes.values()), marks)
    sizes = [cards[item.record].size for item in visible if item.block]
    largest = region.card_area.max_font_size
    usual = min(median(sizes), largest) if sizes else largest
    if visible:
        beside = _one_by_one(stage, new, usual)
        if beside is not None:
            return beside
    elif grows:
        return _grown(stage, new, region.card_area.max_font_size)
    automatic = [item for item in visible if not cards[item.record].by_hand]
    moving = {item.record for item in automatic}
    fixed = (box for record, box in boxes.items() if record not in moving)
    again = [item for item in items if item.record in moving or item.record not in cards]
    return _laid_out(_stage(region, fixed, marks), again, largest)


def _one_by_one(stage: _Stage, new: Sequence[Item], usual: float) -> Cards | None:
    """Give each item a place at the usual font size or a smaller one; None if one has no space."""
    cards: Cards = {}
    occupied = list(stage.occupied)
    for item in new:
        card = _beside(stage, item, occupied, usual)
        if card is None:
            return None
        cards[item.record] = card
        occupied.append(item.box(card))
    return cards


def _beside(stage: _Stage, item: Item, occupied: Sequence[Box], usual: float) -> Card | None:
    """Place a card beside others: without covering marks if it need not be too small for that."""
    attempts = ((stage.avoid, usual * _WORTH_AVOIDING), ((), 0.0))
    for avoid, least in attempts if stage.avoid else attempts[1:]:
        free = free_space(stage.region.card_area.area, [*occupied, *avoid])
        for size in _sizes(usual, max(least, min(MIN_FONT_SIZE, usual))):
            card = _card(stage.region, item, free, size)
            if card:
                return card
    return None


def _sizes(largest: float, least: float) -> Iterator[float]:
    size = largest
    while size >= least:
        yield size
        size *= _SMALLER


def _card(region: StageRegion, item: Item, free: FreeSpace, size: float) -> Card | None:
    shapes = item.shapes(size, free.area.box.width)
    box = free.place(shapes, GAP * size)
    return _card_at(region, item, box, size) if box else None


def _card_at(region: StageRegion, item: Item, box: Box, size: float) -> Card:
    return Card(
        id=card_id(item.holds, item.record),
        stage=region.stage.id,
        holds=item.holds,
        of=item.record if item.holds is CardSubject.MARKS else None,
        x=box.x,
        y=box.y,
        width=box.width,
        size=size,
    )


def _laid_out(stage: _Stage, items: Sequence[Item], largest: float) -> Cards:
    """Lay out cards together, all at one font size."""
    attempts = (
        ((*stage.occupied, *stage.avoid), largest * _WORTH_AVOIDING) if stage.avoid else None,
        (stage.occupied, MIN_FONT_SIZE / 4) if stage.occupied else None,
    )
    for attempt in attempts:
        if attempt:
            cards = _at_one_size(stage.region, items, largest, *attempt)
            if cards is not None:
                return cards
    return _packed(stage.region, items, largest)


def _grown(stage: _Stage, items: Sequence[Item], usual: float) -> Cards:
    """Lay out cards at the usual size, or larger while that leaves room for some more.

    Where a wall begins with cards that were written before, their letters would otherwise become
    much smaller than on the poster, beside half of their region empty.
    """
    cards = _laid_out(stage, items, usual)
    area = stage.region.card_area.area
    filled = sum(box.width * box.height for box in _boxes(items, cards)) / area.space
    if not filled or any(card.size < usual * _AS_ASKED for card in cards.values()):
        return cards
    grown = _MOST_GROWN if len(items) > 1 else _MOST_GROWN_ALONE
    most = min(usual * min(grown, sqrt(_MOST_FILLED / filled)), stage.region.limit)
    if not area.round:
        most = min(most, area.box.width / MIN_EMS_ACROSS_COLUMN)
    for size in _sizes(most, usual):
        larger = _laid_out(stage, items, size)
        low = max(box.bottom for box in _boxes(items, larger))
        if area.round or low <= area.box.y + _LOWEST * area.box.height:
            return larger
    return cards


def _boxes(items: Sequence[Item], cards: Cards) -> list[Box]:
    return [item.box(cards[item.record]) for item in items]


def _at_one_size(
    region: StageRegion,
    items: Sequence[Item],
    largest: float,
    occupied: Sequence[Box],
    least: float,
) -> Cards | None:
    """Place cards one by one, all at the largest font size at which each has space."""
    for size in _sizes(largest, least):
        cards: Cards = {}
        boxes = list(occupied)
        for item in items:
            card = _card(region, item, free_space(region.card_area.area, boxes), size)
            if card is None:
                break
            cards[item.record] = card
            boxes.append(item.box(card))
        else:
            return cards
    return None


def _packed(region: StageRegion, items: Sequence[Item], largest: float) -> Cards:
    """Lay out cards as on a poster, when nothing in the region is occupied."""
    with_words = [item for item in items if item.block]
    with_picture = [item for item in items if item.picture]
    blocks = [item.block for item in with_words if item.block]
    shapes = [item.picture.shape for item in with_picture if item.picture]
    most_ink = min(_MOST_INK, _INK_EACH * len(shapes))
    rows = pack(blocks, shapes, region.card_area.area, largest, most_ink)
    has_room = region.limit <= largest and rows.size > largest * _AS_LARGE
    if rows.size < largest and not has_room:
        # A region without any free space would be laid out again for the next voice.
        rows = pack(blocks, shapes, region.card_area.area, rows.size * _SMALLER, most_ink)
    pairs = [(with_words[place.index], place) for place in rows.cards]
    pairs += [(with_picture[place.index], place) for place in rows.sketches]
    return {item.record: _card_at(region, item, place.box, rows.size) for item, place in pairs}
