"""The content of cards on the wall: a voice, a commitment, or a sketch, at any width."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt
from operator import attrgetter

from path_planner.domain.marks import Card, CardSubject, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.voice import Share, Voice
from path_planner.processes.model import Process
from path_planner.scene import content
from path_planner.scene.geometry import Box
from path_planner.scene.model import Audience
from path_planner.scene.sketches import Picture, picture_of
from path_planner.scene.text_blocks import Block, Sign, Words

_HOLDS = {"voice": CardSubject.VOICES, "commitment": CardSubject.COMMITMENTS}
_SHARE_SIGNS = {Share.THEME: Sign.THEME, Share.QUOTE: Sign.QUOTE, Share.NAMED: Sign.NAMED}
_ROWS = (1.5, 2.4, 3.4, 4.7, 6.5, 9.0, 13.0, 20.0)
_WIDTH = 14.0
"""The greatest width of a card in ems, unless its longest word needs more."""
_TOWER = 0.9
"""The ratio of height to width above which a card is avoided."""
_SKETCH = 110.0
"""The area of a sketch in square ems."""
_SIGNATURE = 2.6


@dataclass(frozen=True, slots=True)
class Item:
    """A record with a card on the wall, and the content of its card."""

    record: str
    holds: CardSubject
    stage: str
    block: Block | None = None
    picture: Picture | None = None
    signs: tuple[Sign, ...] = ()
    """Badges: the share level, and whether it was read back."""
    signature: Picture | None = None

    def ems(self, card: Card) -> float:
        """Return the width of a card in ems, never too narrow for a letter."""
        least = self.block.margins + 0.05 if self.block else 0.1
        return max(card.width / card.size, least)

    def box(self, card: Card) -> Box:
        """Return the box of a card; its height follows from what it shows."""
        ems = self.ems(card)
        if self.block:
            return Box(card.x, card.y, ems * card.size, self.block.height(ems) * card.size)
        shape = self.picture.shape if self.picture else 1.0
        return Box(card.x, card.y, ems * card.size, ems * card.size / shape)

    def shapes(self, size: float, most: float) -> list[tuple[float, float]]:
        """Return possible widths and heights at a font size, the widest first."""
        if self.picture:
            width = min(sqrt(_SKETCH * self.picture.shape) * size, most)
            return [(width, width / self.picture.shape)]
        return [(width * size, height * size) for width, height in self._shapes_in_ems(most / size)]

    def _shapes_in_ems(self, most: float) -> list[tuple[float, float]]:
        block = self.block
        if block is None or block.least > most:
            return []
        widest = max(min(most, _WIDTH), block.least)
        width_by_height: dict[float, float] = {}
        for rows in _ROWS:
            width = min(block.width_for(rows), widest)
            width_by_height.setdefault(block.height(width), width)
        shapes = sorted(
            ((width, height) for height, width in width_by_height.items()), reverse=True
        )
        return [shape for shape in shapes if shape[1] <= shape[0] * _TOWER] or shapes[:1]


def items_of(session: Session, process: Process, audience: Audience) -> tuple[Item, ...]:
    """Return everything that has a card, stage by stage in reading order."""
    signed = signatures(session)
    items: list[Item] = []
    for stage_content in content.stages(session, process, audience):
        stage = stage_content.stage.id
        items += (_item_of(session, stage, block, signed) for block in stage_content.blocks)
        items += (
            Item(drawing.sketch.id, CardSubject.MARKS, stage, picture=drawing)
            for drawing in stage_content.drawings
        )
    return tuple(items)


def narrowed(session: Session, records: Collection[str]) -> Session:
    """Return the session with only these of the records that can have a card."""
    marks = {
        key: mark
        for key, mark in session.marks.items()
        if (isinstance(mark, Sketch) and key in records)
        or (isinstance(mark, Stroke) and (mark.sketch in records or mark.signs in records))
    }
    update = {
        "voices": {key: session.voices[key] for key in records if key in session.voices},
        "commitments": {
            key: session.commitments[key] for key in records if key in session.commitments
        },
        "marks": marks,
    }
    return session.model_copy(update=update)


def _item_of(session: Session, stage: str, block: Block, signed: Mapping[str, Picture]) -> Item:
    kind, _, record = block.record.partition("-")
    holds = _HOLDS.get(kind, CardSubject.MARKS)
    voice = session.voices.get(record) if holds is CardSubject.VOICES else None
    ink = signed.get(record) if holds is CardSubject.COMMITMENTS else None
    if ink:
        block = replace(block, signature=_SIGNATURE)
    if not block.paper:
        block = replace(block, paper=True, across=0.55, down=0.28)
    signs = _signs(voice) if voice else ()
    return Item(record, holds, stage, interned(block), None, signs, ink)


def _signs(voice: Voice) -> tuple[Sign, ...]:
    sign = _SHARE_SIGNS.get(voice.share)
    return (*((sign,) if sign else ()), *((Sign.READ_BACK,) if voice.approved else ()))


def signatures(session: Session) -> Mapping[str, Picture]:
    """Return the ink of each commitment that somebody signed."""
    by_commitment: dict[str, list[Stroke]] = {}
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and mark.signs and mark.signs in session.commitments:
            by_commitment.setdefault(mark.signs, []).append(mark)
    return {
        key: picture_of(Sketch(id=key, stage=strokes[0].stage, width=1, height=1), ordered)
        for key, strokes in by_commitment.items()
        for ordered in (sorted(strokes, key=attrgetter("order", "id")),)
    }


def interned(block: Block) -> Block:
    """Return an equal block that was measured before, if there is one in the cache."""
    return _cached_block(
        block.record,
        block.parts,
        block.sign,
        (block.across, block.down, block.signature),
        block.paper,
    )


@lru_cache(maxsize=4096)
def _cached_block(
    record: str,
    parts: tuple[Words, ...],
    sign: Sign,
    padding: tuple[float, float, float],
    paper: bool,
) -> Block:
    across, down, signature = padding
    return Block(record, parts, sign, across, down, paper, signature)


def in_stage(items: Sequence[Item], stage: str) -> Iterator[Item]:
    """Yield what belongs to a stage."""
    return (item for item in items if item.stage == stage)
