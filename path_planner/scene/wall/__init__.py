"""Build the elements of the wall: a fixed background, and cards that stay where they are put."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from path_planner.domain.marks import Card
from path_planner.domain.session import Session
from path_planner.processes.model import Process
from path_planner.scene import decorations
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience, Drawing, Part
from path_planner.scene.row_layout import Place
from path_planner.scene.style import BADGE_FONT_SCALE
from path_planner.scene.text_blocks import Block, Sign
from path_planner.scene.text_boxes import card as set_card
from path_planner.scene.wall.background import (
    StageRegion,
    background_pieces,
    stage_at,
    stage_boxes,
    stage_regions,
)
from path_planner.scene.wall.card_content import Item, items_of, narrowed
from path_planner.scene.wall.card_layout import (
    Cards,
    cards_in,
    cards_of,
    placed,
    relayout,
    stored_card,
)
from path_planner.scene.wall.element import WALL_ASPECT, WallElement, has_wall

__all__ = [
    "WALL_ASPECT",
    "WallElement",
    "background_pieces",
    "card_pieces",
    "cards_in",
    "cards_of",
    "has_wall",
    "relayout",
    "settled_pieces",
    "stage_at",
    "stage_boxes",
]


def card_pieces(
    session: Session,
    process: Process,
    audience: Audience = Audience.CIRCLE,
    *,
    signs: bool = True,
) -> tuple[WallElement, ...]:
    """Return all visible cards, the lowest first; with `signs`, badges show the share level."""
    items = items_of(session, process, audience)
    return _pieces(session, process, items, placed(session, process, items), signs=signs)


def settled_pieces(
    session: Session, process: Process, records: Collection[str]
) -> tuple[WallElement, ...] | None:
    """Return the cards of some records; None if one of them has no place yet."""
    items = items_of(narrowed(session, records), process, Audience.CIRCLE)
    cards = {item.record: card for item in items if (card := stored_card(session, process, item))}
    if len(cards) < len(items):
        return None
    return _pieces(session, process, items, cards, signs=True)


def _pieces(
    session: Session, process: Process, items: Sequence[Item], cards: Cards, *, signs: bool
) -> tuple[WallElement, ...]:
    regions = stage_regions(session, process)
    shown = [(item, cards[item.record]) for item in items if not cards[item.record].hidden]
    shown.sort(key=lambda pair: pair[1].order)
    return tuple(card_element(item, card, regions[item.stage], signs) for item, card in shown)


def card_element(item: Item, card: Card, region: StageRegion, signs: bool) -> WallElement:
    """Return one card of a voice, commitment or sketch as an element of the wall."""
    box = item.box(card)
    parts = tuple(_painted(item, card, region, box, signs))
    return WallElement(item.record, item.stage, box, parts, card, written=item.block is not None)


def _painted(item: Item, card: Card, region: StageRegion, box: Box, signs: bool) -> Iterator[Part]:
    if item.picture:
        yield item.picture.drawn_in(box)
    if item.block:
        style = (region.card_area.ink, region.card_area.area.round)
        yield from _words(item.block, (card.x, card.y, item.ems(card), card.size), style)
    if item.signature and item.block:
        yield _signed(item, item.block, box, card.size)
    if signs and item.signs:
        yield from _badges(item.signs, box, card.size, region.card_area.ink)


@lru_cache(maxsize=4096)
def _words(
    block: Block, placement: tuple[float, float, float, float], style: tuple[str, bool]
) -> tuple[Part, ...]:
    x, y, ems, size = placement
    box = Box(x, y, ems * size, block.height(ems) * size)
    return tuple(set_card(block, Place(0, box, ems), size, *style))


def _signed(item: Item, block: Block, box: Box, size: float) -> Drawing:
    height = block.signature * size
    edge = block.across * size
    space = Box(box.x + edge, box.bottom - height - 0.1 * size, box.width - 2 * edge, height)
    assert item.signature is not None  # noqa: S101 - told apart by the caller
    drawing = item.signature.drawn_in(space)
    return replace(drawing, node=f"signature-{item.record}")


def _badges(signs: tuple[Sign, ...], box: Box, size: float, ink: str) -> Iterator[Part]:
    """Yield small round signs on the upper edge, from the right."""
    height = BADGE_FONT_SCALE * size
    for index, sign in enumerate(reversed(signs), 1):
        x = box.right - index * 1.12 * height
        yield from decorations.badge(sign, Box(x, box.y - height * 0.55, height, height), ink)
