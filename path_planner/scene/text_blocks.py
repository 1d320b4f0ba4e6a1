"""Cards before the layout: their text is measured in ems, so one measurement serves all sizes."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from path_planner.scene.model import INK
from path_planner.typography.fonts import LETTERING, Style
from path_planner.typography.glyphs import LineMetrics, line_metrics, text_width
from path_planner.typography.line_breaking import Line, wrap
from path_planner.typography.segmentation import paragraphs, unbreakable

_TIGHT = 0.93
"""The part of the line height of the font that lettering is set with."""
_NARROWEST = 6.0
"""The least width for the words of a card with many words, in ems."""
_LONGEST_NAME = 7.5
_LONGEST_WORD = 15.0
"""Words wider than this many ems may be broken; all others stay whole."""
_HALVINGS = 7
_STEPS = 20
"""Widths are rounded down to this part of an em, so that measurements can be cached."""
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
    """Whether these words should stay on one line, as a name does."""

    @cached_property
    def height(self) -> LineMetrics:
        """The ascent and descent of its font in ems of the card."""
        return line_metrics(self.words, self.style, self.scale)

    @property
    def line_height(self) -> float:
        """The line height in ems of the card."""
        return self.height.line * _TIGHT

    def lines(self, width: float) -> tuple[Line, ...]:
        """Break the words at a width in ems of the card; the lines are in ems of these words."""
        return wrap(self.words, width / self.scale, self.style)


@dataclass(frozen=True, eq=False)
class Block:
    """A card: words, a sign before them if there is one, and padding around them.

    `across` and `down` are the padding in ems; `paper` draws a slip of paper behind.
    """

    record: str
    parts: tuple[Words, ...]
    sign: Sign = Sign.NONE
    across: float = 0.55
    down: float = 0.28
    paper: bool = True
    signature: float = 0.0
    """The height in ems of the space at the bottom for a handwritten signature."""

    @property
    def sign_width(self) -> float:
        """The width of the sign before the words, in ems."""
        return 0.0 if self.sign is Sign.NONE else 1.25

    @property
    def margins(self) -> float:
        """The width in ems that is not for words: padding and sign."""
        return 2 * self.across + self.sign_width

    @cached_property
    def least(self) -> float:
        """The least width in ems, below which words would be broken."""
        longest = max((_longest_word(part) for part in self.parts), default=0.0)
        names = max((_longest_line(part) for part in self.parts if part.together), default=0.0)
        words = max((_longest_line(part) for part in self.parts), default=0.0)
        preferred = max(longest, min(names, _LONGEST_NAME), min(words, _NARROWEST))
        least = min(preferred, _LONGEST_WORD)
        return least + self.margins + 1 / _STEPS

    @cached_property
    def natural(self) -> float:
        """The width in ems at which no line is broken."""
        return (
            max((_longest_line(part) for part in self.parts), default=0.0)
            + self.margins
            + 1 / _STEPS
        )

    @cached_property
    def _heights(self) -> dict[int, float]:
        return {}

    @cached_property
    def _widths(self) -> dict[float, float]:
        return {}

    def height(self, width: float) -> float:
        """Return the height of the card at a width, both in ems."""
        key = int(width * _STEPS + _SLACK)
        height = self._heights.get(key)
        if height is None:
            height = self._heights[key] = self._measured(key / _STEPS)
        return height

    def width_for(self, height: float) -> float:
        """Return about the least width at which the card is no higher than this, in ems."""
        width = self._widths.get(height)
        if width is None:
            width = self._widths[height] = self._narrowest(height)
        return width

    def room(self, width: float) -> float:
        """Return the width that is left for words, rounded down to 1 / `_STEPS` em."""
        return int(width * _STEPS + _SLACK) / _STEPS - self.margins + _SLACK

    @cached_property
    def least_space(self) -> float:
        """Return a lower bound of the area that the card needs, in square ems."""
        return sum(_least_length(part) * part.line_height for part in self.parts)

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


def _longest_word(part: Words) -> float:
    words = (word for line in paragraphs(part.words) for word in unbreakable(line))
    return max((text_width(word, part.style) for word in words), default=0.0) * part.scale


def _longest_line(part: Words) -> float:
    lines = paragraphs(part.words)
    return max((text_width(line, part.style) for line in lines), default=0.0) * part.scale + 1e-3


def _least_length(part: Words) -> float:
    lines = paragraphs(part.words)
    # A space at a line break takes no width, so spaces do not count.
    letters = ("".join(line.split()) for line in lines)
    return sum(text_width(line, part.style) for line in letters) * part.scale * _KERNING_MARGIN


_KERNING_MARGIN = 0.9
"""Letters apart can be a little wider than the words they make."""
