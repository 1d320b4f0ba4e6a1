"""The model of the easy read edition: parts of ideas, ideas of rows, rows of picture and words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from path_planner.exports.vision.easy_read.readability import pieces, shortened
from path_planner.i18n import N_, _, ngettext

MORE = N_("There is more in the full plan.")
_MOST_PIECES = 4


@dataclass(frozen=True, slots=True)
class RichText:
    """A paragraph of a row, with spans of normal or bold text."""

    words: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the id of a stamp, or none where none fits, and the paragraphs beside it."""

    picture: str
    text: tuple[RichText, ...]
    voice: str = ""
    """The id of the voice that is quoted in it."""


Idea = tuple[Row, ...]
"""Rows that belong together: all of them are shown, or none."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the edition; the ideas that matter most come first."""

    title: str
    picture: str
    fill: str
    ideas: tuple[Idea, ...]
    least: int = 99
    """The number of ideas that stay as long as other parts have more than theirs."""
    turn: int = 0
    """Parts with a lower turn are shortened before those with a higher one."""
    chapter: str = ""
    """The message id of the chapter of the plan that has everything."""
    left_out: int = 0
    """The number of ideas left out, which is said together with where they are."""
    more: str = MORE
    """The message id of the sentence on where there is more."""

    @property
    def shown(self) -> tuple[Idea, ...]:
        """Return the ideas as they are shown."""
        return (*self.ideas, (self._rest(),)) if self.left_out else self.ideas

    @property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of all ideas."""
        return tuple(row for idea in self.shown for row in idea)

    @property
    def quotes(self) -> tuple[int, ...]:
        """Return the indices of ideas that could do without a quote."""
        return tuple(index for index, idea in enumerate(self.ideas) if _untold(idea) != idea)

    def shorter(self) -> "Part":
        """Return the part without its last idea."""
        return replace(self, ideas=self.ideas[:-1], left_out=self.left_out + 1)

    def quieter(self) -> "Part":
        """Return the part without the quote of the last idea that has one beside other words."""
        last = self.quotes[-1]
        ideas = (*self.ideas[:last], _untold(self.ideas[last]), *self.ideas[last + 1 :])
        return replace(self, ideas=ideas, left_out=self.left_out + 1)

    def up_to(self, most: int) -> "Part":
        """Return the part with at most so many ideas."""
        return (
            self
            if len(self.ideas) <= most
            else replace(
                self, ideas=self.ideas[:most], left_out=self.left_out + len(self.ideas) - most
            )
        )

    def _rest(self) -> Row:
        """Return a row that says how much is left out, and where it is."""
        count = ngettext(
            "{count} thing was left out here.", "{count} things were left out here.", self.left_out
        )
        where = _("Look for “{chapter}”.", chapter=_(self.chapter)) if self.chapter else ""
        return row("books", _(self.more), count, where)


def _untold(idea: Idea) -> Idea:
    """Return an idea without its quotes; an idea that is only a quote stays."""
    return tuple(row for row in idea if not row.voice) or idea


def row(picture: str, *paragraphs: str | RichText, voice: str = "") -> Row:
    """Return a row; each string is a paragraph."""
    words = tuple(
        paragraph if isinstance(paragraph, RichText) else RichText(paragraph)
        for paragraph in paragraphs
        if paragraph
    )
    return Row(picture, words, voice)


def strong(words: str) -> RichText:
    """Return words in bold."""
    return RichText(shortened(words), strong=True)


def typed(
    words: str, easy: str = "", most: int = _MOST_PIECES, more: str = MORE
) -> tuple[str, ...]:
    """Return typed words as short paragraphs; the easy read wording if there is one.

    `more` is the message id of the sentence in place of what is left out.
    """
    found = pieces(easy or words)
    shown = tuple(shortened(piece) for piece in islice(found, most))
    return (*shown, _(more)) if len(found) > most else shown


def rows_of(picture: str, paragraphs: Iterable[str]) -> Idea:
    """Return rows of two paragraphs each: more would be more than one idea."""
    found = list(paragraphs)
    return tuple(row(picture, *found[at : at + 2]) for at in range(0, len(found), 2))
