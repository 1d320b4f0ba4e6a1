"""Cards that have no place yet: their text is measured in ems, for any font size."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from path_planner.scene.model import INK
from path_planner.typography.fonts import LETTERING, Style
from path_planner.typography.line_breaking import Line, wrap
from path_planner.typography.metrics import LineMetrics, line_metrics, text_width
from path_planner.typography.segmentation import paragraphs, unbreakable

_TIGHT = 0.93
"""The part of the line height of the font that lettering is set with."""
_NARROWEST = 6.0
"""A card of many words is given at least this width for words, in ems."""
_LONGEST_NAME = 7.5
_LONGEST_WORD = 15.0
"""Words wider than this many ems may be broken; all others stay whole."""
_HALVINGS = 7
_STEPS = 20
"""Widths are told apart by this part of an em."""
_SLACK = 2e-3
"""More than rounding can take away from a width."""


class Sign(StrEnum):
    """A drawn sign on a card; its meaning also stands in words."""

    NONE = "none"
    YES = "yes"
    NOT_YET = "not yet"
    DONE = "done"
    TO_DO = "to do"
    PERSON = "person"
    PERSON_AWAY = "person away"
    THEME = "theme"
    QUOTE = "quote"
    NAMED = "named"
    READ_BACK = "read back"


@dataclass(frozen=True)
class Words:
    """One part of a card: words in one style."""

    words: str
    node: str
    scale: float = 1.0
    style: Style = LETTERING
    colour: str = INK
    together: bool = False
    """Whether these words should stand on one line, as a name does."""

    @cached_property
    def height(self) -> LineMetrics:
        """Return how tall its letters are in ems of the card."""
        return line_metrics(self.words, self.style, self.scale)

    @property
    def line_height(self) -> float:
        """Return the distance of its lines in ems of the card."""
        return self.height.line * _TIGHT

    def lines(self, width: float) -> tuple[Line, ...]:
        """Break the words at a width in ems of the card; the lines are in ems of these words."""
        return wrap(self.words, width / self.scale, self.style)


@dataclass(frozen=True, eq=False)
class Block:
    """A card: some words, perhaps a sign before them, some air around them."""

    record: str
    parts: tuple[Words, ...]
    sign: Sign = Sign.NONE
    across: float = 0.55
    down: float = 0.28
    paper: bool = True
    signature: float = 0.0
    """How many ems are kept free at the foot for a name written by hand."""

    @property
    def sign_width(self) -> float:
        """Return the room that the sign takes before the words."""
        return 0.0 if self.sign is Sign.NONE else 1.25

    @property
    def margins(self) -> float:
        """Return the width that is not for words."""
        return 2 * self.across + self.sign_width

    @cached_property
    def least(self) -> float:
        """Return the width below which a word would have to be broken."""
        longest = max((_longest(part) for part in self.parts), default=0.0)
        names = max((_unbroken(part) for part in self.parts if part.together), default=0.0)
        words = max((_unbroken(part) for part in self.parts), default=0.0)
        wanted = max(longest, min(names, _LONGEST_NAME), min(words, _NARROWEST))
        least = min(wanted, _LONGEST_WORD)
        return least + self.margins + 1 / _STEPS

    @cached_property
    def natural(self) -> float:
        """Return the width at which no line needs to be broken."""
        return (
            max((_unbroken(part) for part in self.parts), default=0.0) + self.margins + 1 / _STEPS
        )

    @cached_property
    def _heights(self) -> dict[int, float]:
        return {}

    @cached_property
    def _widths(self) -> dict[float, float]:
        return {}

    def height(self, width: float) -> float:
        """Return how tall the card is at a width."""
        key = int(width * _STEPS + _SLACK)
        found = self._heights.get(key)
        if found is None:
            found = self._heights[key] = self._measured(key / _STEPS)
        return found

    def width_for(self, height: float) -> float:
        """Return about the least width at which the card is no taller than this."""
        found = self._widths.get(height)
        if found is None:
            found = self._widths[height] = self._narrowest(height)
        return found

    def room(self, width: float) -> float:
        """Return how much of a width is left for words; steps keep the measuring short."""
        return int(width * _STEPS + _SLACK) / _STEPS - self.margins + _SLACK

    @cached_property
    def least_space(self) -> float:
        """Return a lower bound of the area that the card needs, in square ems."""
        return sum(_running(part) * part.line_height for part in self.parts)

    def _measured(self, width: float) -> float:
        room = self.room(width)
        rows = sum(len(part.lines(room)) * part.line_height for part in self.parts)
        return rows + 2 * self.down + self.signature

    def _narrowest(self, height: float) -> float:
        narrow, width = self.least, max(self.natural, self.least)
        if self.height(narrow) <= height or width <= narrow:
            return narrow
        for _ in range(_HALVINGS):
            middle = (narrow + width) / 2
            if self.height(middle) <= height:
                width = middle
            else:
                narrow = middle
        return width


def _longest(part: Words) -> float:
    words = (word for line in paragraphs(part.words) for word in unbreakable(line))
    return max((text_width(word, part.style) for word in words), default=0.0) * part.scale


def _unbroken(part: Words) -> float:
    lines = paragraphs(part.words)
    return max((text_width(line, part.style) for line in lines), default=0.0) * part.scale + 1e-3


def _running(part: Words) -> float:
    lines = paragraphs(part.words)
    # A line end swallows a space, so spaces do not count.
    letters = ("".join(line.split()) for line in lines)
    return sum(text_width(line, part.style) for line in letters) * part.scale * _SURELY


_SURELY = 0.9
"""Letters apart can be a little wider than the words they make."""
