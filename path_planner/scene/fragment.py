"""Fragments of the poster: laid out one by one, then concatenated; and with little ink."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from path_planner.scene.geometry import Area
from path_planner.scene.model import Card, Node, Part, Role, Scene, Shape
from path_planner.scene.packing import pack
from path_planner.scene.sketches import Picture
from path_planner.scene.text_blocks import Block
from path_planner.scene.text_boxes import card

_THIN = 0.55
_WHITE = "#FFFFFF"
_OMITTED = frozenset({Role.PAPER, Role.SHADOW})
_UNCHANGED = frozenset({Role.INK})
"""What people drew themselves stays as dark and as wide as they drew it."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A part of the poster: what is painted, the nodes of the reading order, and the cards."""

    painting: tuple[Part, ...] = ()
    nodes: tuple[Node, ...] = ()
    cards: tuple[Card, ...] = ()
    regions: tuple[tuple[str, Area], ...] = ()

    def __add__(self, other: "Fragment") -> "Fragment":
        """Concatenate two fragments: the other is painted over this one and read after it."""
        return Fragment(
            self.painting + other.painting,
            self.nodes + other.nodes,
            self.cards + other.cards,
            self.regions + other.regions,
        )


@dataclass(frozen=True, slots=True)
class CardArea:
    """An area in which cards are laid out: its region's name, its ink, its largest font size."""

    area: Area
    region: str
    ink: str
    max_font_size: float


def place_blocks(
    blocks: Sequence[Block], drawings: Sequence[Picture], card_area: CardArea
) -> tuple[Fragment, float]:
    """Lay out cards and drawings in an area, at the largest font size at which all fit."""
    area = card_area.area
    packed = pack(blocks, [picture.shape for picture in drawings], area, card_area.max_font_size)
    painting: list[Part] = []
    cards: list[Card] = []
    for place in packed.cards:
        block = blocks[place.index]
        painting.extend(card(block, place, packed.size, card_area.ink, area.round))
        cards.append(Card(block.record, card_area.region, place.box))
    for place in packed.sketches:
        drawn = drawings[place.index].drawn_in(place.box)
        painting.append(drawn)
        cards.append(Card(drawn.node, card_area.region, place.box))
    regions = ((card_area.region, area),)
    return Fragment(tuple(painting), (), tuple(cards), regions), packed.size


def with_low_ink(scene: Scene) -> Scene:
    """Return the scene without coloured areas; every word and every drawing stays."""
    return replace(scene, painting=tuple(_reduced(scene)))


def _reduced(scene: Scene) -> Iterator[Part]:
    for part in scene.painting:
        if not isinstance(part, Shape) or part.role in _UNCHANGED:
            yield part
        elif part.role not in _OMITTED:
            # A white fill hides what lies behind, as the colour did, without ink.
            yield replace(part, fill=_WHITE if part.fill else None, width=part.width * _THIN)
