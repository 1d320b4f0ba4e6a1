"""The easy read edition: parts of ideas, ideas of rows, rows of a picture and words."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice

from path_planner import stamps
from path_planner.exports.vision.easy_read.readability import pieces, shortened
from path_planner.i18n import N_, _, language, ngettext

MORE = N_("There is more in the full plan.")
_MOST_PIECES = 4

_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"(?:(?<=s)es|(?<=x)es|(?<=ch)es|(?<=sh)es|(?<=\w\w[^su])s)$")
_COMMON = """
    a an the i we you it my our your me us to of in on at for and or not no is are be do go get
    want have has like with more again good what who when where say right left than up down add
    first next before always change way stop all own from live start train book run day much many
    too twice people person evening open there here best ground site social yourself
"""
_TOO_COMMON = frozenset(_COMMON.split())
"""Words that would find a misleading picture."""
_SHORTEST_KEYWORD = 3
_LONGEST_TEXT = 2_000


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


def picture_for(words: str, otherwise: str, chosen: str = "") -> str:
    """Return the chosen stamp, or the best match for the words, or the default `otherwise`."""
    if chosen and stamps.has(chosen):
        return chosen
    votes: dict[str, int] = {}
    for word in _roots(words[:_LONGEST_TEXT]):
        for icon, weight in _index(language()).get(word, ()):
            votes[icon] = votes.get(icon, 0) + weight
    # The first of the best: the order of the library is fixed.
    return max(votes, key=lambda icon: votes[icon]) if votes else otherwise


@cache
def _index(_language: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return the stamps by keyword, in English and in the current language, with weights."""
    translated = stamps.translated()
    found: dict[str, dict[str, int]] = {}
    for icon in (icon for area in stamps.areas() for icon in area.icons):
        named = list(_roots(f"{icon.name} {translated.get(f'stamp:{icon.id}', '')}"))
        for word in named:
            # "Bus" is a better match for a bus than "bus stop" is.
            found.setdefault(word, {})[icon.id] = 3 + (len(named) == 1)
        for word in _roots(f"{icon.find} {translated.get(f'stamp-find:{icon.id}', '')}"):
            found.setdefault(word, {}).setdefault(icon.id, 2)
    return {word: tuple(icons.items()) for word, icons in found.items()}


def _roots(words: str) -> Iterable[str]:
    """Return the keywords of a text, each once, without accents and plural endings."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    found = _WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign)))
    kept = (word for word in found if len(word) >= _SHORTEST_KEYWORD and word not in _TOO_COMMON)
    return dict.fromkeys(_PLURAL.sub("", word) for word in kept)
