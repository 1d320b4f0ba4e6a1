"""Places of words on a tablecloth: beside other words, clear of ink, in columns from the top.

A line that has a place keeps it: what is drawn and written later moves nothing. Where the cloth is
full the words get smaller, and then the cloth longer.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import ceil, hypot
from typing import NamedTuple

from path_planner.analysis.cafe import (
    CLOTH_HEIGHT,
    CLOTH_WIDTH,
    ink_of_cloth,
    is_locked,
    lines_of_cloth,
    rounds_of,
)
from path_planner.analysis.event_lines import Readers, may_read, speaker_name
from path_planner.domain.base import next_order
from path_planner.domain.event.contribution import Contribution
from path_planner.domain.event.event import Event, cloth_stage
from path_planner.domain.marks import Card, Stroke
from path_planner.i18n import _, is_rtl, language
from path_planner.scene.geometry import Box
from path_planner.scene.model import INK, QUIET
from path_planner.scene.text_blocks import Block, Words

HEAD = 100.0
"""The height of the strip at the top where the name of the table stands."""
MARGIN = 40.0
_GAP = 18.0
_CELL = 20.0
_SIZES = (34.0, 29.0, 24.0, 20.0)
"""Font sizes of words: the first at which there is room."""
_WIDEST = 13.0
"""The greatest width of a line of words in ems, unless its longest word needs more."""
_LONGER = 300.0
"""How much longer a full cloth gets at a time."""
_FACTS_SCALE = 0.62
_HIGHLIGHT = 0.5
"""Ink with an opacity below this is a highlight, over which words may stand."""
NO_ROUND = "none"


class WordsOnCloth(NamedTuple):
    """A line with the block of its words and its place."""

    line: Contribution
    block: Block
    card: Card

    @property
    def ems(self) -> float:
        """Return its width in ems, never too narrow for a letter."""
        return max(self.card.width / self.card.size, self.block.margins + 0.05)

    @property
    def box(self) -> Box:
        """Return the box that the words fill; its height follows from them."""
        size = self.card.size
        height = self.block.height(self.ems) * size
        return Box(self.card.x, self.card.y, self.ems * size, height)


def words_on_cloth(event: Event, table_id: str) -> list[WordsOnCloth]:
    """Return the lines that everybody at the table may read, each in its place.

    A line that has no place yet gets one that is free of words and ink.
    """
    lines = [
        line
        for line in lines_of_cloth(event, table_id)
        if may_read(event, line, Readers.CIRCLE) and (line.text or line.picture)
    ]
    stored = {line.id: card for line in lines if (card := stored_place(event, line))}
    blocks = {line.id: block_of_line(event, line) for line in lines}
    standing = [
        WordsOnCloth(line, blocks[line.id], stored[line.id]) for line in lines if line.id in stored
    ]
    placed = {one.line.id: one for one in standing}
    if len(placed) < len(lines):
        ground = _Ground([one.box for one in standing], ink_of_cloth(event, table_id))
        order = next_order(event.marks)
        for line in lines:
            if line.id not in placed:
                card = ground.place(blocks[line.id], line.id, stage_of_line(line), order)
                placed[line.id] = WordsOnCloth(line, blocks[line.id], card)
                order += 1
    return [placed[line.id] for line in lines]


def stored_place(event: Event, line: Contribution) -> Card | None:
    """Return the place that a line has on its cloth, or None."""
    card = event.marks.get(line.id)
    return card if isinstance(card, Card) and card.stage == stage_of_line(line) else None


def stage_of_line(line: Contribution) -> str:
    """Return the stage of the marks of a line's table and round."""
    return cloth_stage(line.table or "", line.round or NO_ROUND)


def length_of(words: Iterable[WordsOnCloth]) -> float:
    """Return the height of the cloth with these words on it."""
    return max([CLOTH_HEIGHT, *(one.box.bottom + MARGIN for one in words)])


def block_of_line(event: Event, line: Contribution, readers: Readers = Readers.CIRCLE) -> Block:
    """Return a line as a block: its words, and what is known of them in short; old ones grey."""
    colour = QUIET if is_locked(event, line.round) else INK
    words = Words(line.text or _("A picture that somebody gave"), f"line-{line.id}", colour=colour)
    facts = Words(
        facts_of_line(event, line, readers), f"line-{line.id}", _FACTS_SCALE, colour=QUIET
    )
    return Block(
        line.id, (words, facts) if facts.words else (words,), across=0.2, down=0.15, paper=False
    )


def facts_of_line(event: Event, line: Contribution, readers: Readers) -> str:
    """Return the round of a line, who wants to be named with it, and what it answers."""
    numbers = {each.id: number for number, each in enumerate(rounds_of(event), start=1)}
    facts = [
        _("round {number}", number=numbers[line.round]) if line.round in numbers else "",
        speaker_name(event, line),
        _answered(event, line, readers),
        _("with a picture") if line.picture in event.pictures else "",
        _("struck: {reason}", reason=line.struck) if line.struck else "",
    ]
    return " · ".join(filter(None, facts))


def _answered(event: Event, line: Contribution, readers: Readers) -> str:
    if line.answers is None:
        return ""
    before = event.voices.get(line.answers)
    if before is None or not may_read(event, before, readers):
        return _("an answer")
    return _("an answer to “{words}”", words=_in_short(before.text))


def _in_short(words: str) -> str:
    most = 40
    return words if len(words) <= most else f"{words[:most].rstrip()}…"


class _Ground:
    """The cloth in small squares, of which some are covered by words or ink."""

    def __init__(self, standing: Sequence[Box], ink: Iterable[Stroke]) -> None:
        longest = max([CLOTH_HEIGHT, *(box.bottom + MARGIN for box in standing)])
        self._columns = int(CLOTH_WIDTH / _CELL)
        self._covered: list[list[int]] = []
        self._grow(ceil(longest / _CELL))
        self._cover(Box(0.0, 0.0, CLOTH_WIDTH, HEAD))
        for box in standing:
            self._cover(box.inset(-_GAP / 2))
        for stroke in ink:
            if stroke.pen.opacity >= _HIGHLIGHT:
                self._cover_ink(stroke)

    def place(self, block: Block, line_id: str, stage: str, order: float) -> Card:
        """Return a place for a block on free ground, which is then covered."""
        ems = max(block.least, min(block.natural, _WIDEST))
        while True:
            sums = self._sums()
            for size in _SIZES:
                width = min(ems * size, CLOTH_WIDTH - 2 * MARGIN)
                height = block.height(width / size) * size
                found = self._free(sums, width, height)
                if found is not None:
                    box = Box(*found, width, height)
                    self._cover(box.inset(-_GAP / 2))
                    return Card(
                        id=line_id, stage=stage, x=box.x, y=box.y, width=width, size=size,
                        order=order,
                    )  # fmt: skip
            self._grow(len(self._covered) + ceil(max(_LONGER, height + HEAD) / _CELL))

    def _grow(self, rows: int) -> None:
        while len(self._covered) < rows:
            self._covered.append([0] * self._columns)

    def _cover(self, box: Box) -> None:
        rows = range(max(0, int(box.y / _CELL)), min(len(self._covered), ceil(box.bottom / _CELL)))
        left, right = max(0, int(box.x / _CELL)), min(self._columns, ceil(box.right / _CELL))
        for row in rows:
            self._covered[row][left:right] = [1] * max(0, right - left)

    def _cover_ink(self, stroke: Stroke) -> None:
        edge = stroke.pen.width / 2 + _GAP / 3
        pairs = list(zip(stroke.points[::2], stroke.points[1::2], strict=True))
        for (x0, y0), (x1, y1) in zip(pairs, pairs[1:] or pairs, strict=False):
            steps = min(ceil(hypot(x1 - x0, y1 - y0) / _CELL), 4 * self._columns) or 1
            for step in range(steps + 1):
                part = step / steps
                x, y = x0 + (x1 - x0) * part, y0 + (y1 - y0) * part
                self._cover(Box(x - edge, y - edge, 2 * edge, 2 * edge))

    def _sums(self) -> list[list[int]]:
        """Return, for each corner of a square, how many squares above and before are covered."""
        sums = [[0] * (self._columns + 1)]
        for row in self._covered:
            above = sums[-1]
            along = accumulate(row, initial=0)
            sums.append([before + up for before, up in zip(along, above, strict=True)])
        return sums

    def _free(
        self, sums: list[list[int]], width: float, height: float
    ) -> tuple[float, float] | None:
        across, down = ceil(width / _CELL), ceil(height / _CELL)
        first, last = int(MARGIN / _CELL), self._columns - int(MARGIN / _CELL) - across
        columns = range(first, last + 1)
        for column in reversed(columns) if is_rtl(language()) else columns:
            right = column + across
            for row in range(len(self._covered) - down - int(MARGIN / _CELL) + 1):
                low = row + down
                if not (
                    sums[low][right] - sums[row][right] - sums[low][column] + sums[row][column]
                ):
                    return column * _CELL, row * _CELL
        return None
