"""The likeliest of a group's own themes for one voice.

A nearest centroid classifier (Rocchio, "Relevance feedback in information retrieval", 1971): a
theme is the mean of its statement and of its voices, and the likeliest is the one whose mean is
nearest by cosine. It needs no training, works from the first voice on, and changes with each
voice that people place. A text in a language that was not learnt has no vector; there a theme
counts by the mean of the overlap with its statement and with the nearest voice in it.

A voice never speaks for itself: it is taken out of the mean of a theme that it is in. Sums of
rows are exact (see `fixed_point`), so taking it out leaves what there would be without it.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from path_planner.similarity.corpus import Corpus
from path_planner.similarity.fixed_point import Array, unit
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.neighbours import find_nearest
from path_planner.similarity.similarity import DIGITS, Match, Method, Shared

Places = NDArray[np.int_]

MOST = 3
_STATEMENT = 4
"""What people wrote over a theme counts as much as four voices in it."""
_LIKE_ITS_MIDDLE = {Method.VERY: 0.45, Method.RATHER: 0.3, Method.A_LITTLE: 0.2}


class Gathered(NamedTuple):
    """A theme as the group has it so far: what stands over it, and what is in it."""

    statement: str
    voices: Collection[str] = ()


class LikelyTheme(NamedTuple):
    """A theme that a voice may belong to, and what speaks for it."""

    id: str
    score: float
    how: Method
    by_sense: bool
    words: tuple[Shared, ...]
    """Words of the voice that go with words of the statement."""
    nearest: Match | None
    """The voice in the theme that is most like this one."""


class Themes:
    """The themes of a group, made ready for one voice after another."""

    def __init__(self, corpus: Corpus, themes: Mapping[str, Gathered]) -> None:
        self._pile = corpus
        self._themes = {theme: themes[theme] for theme in sorted(themes)}
        self._members = {
            one: np.array(
                sorted(corpus.place[v] for v in set(theme.voices) if v in corpus.place), int
            )
            for one, theme in self._themes.items()
        }
        stated = corpus.vectors_of(theme.statement for theme in self._themes.values())
        self._sums = {
            one: _STATEMENT * row + corpus.rows[self._members[one]].sum(axis=0)
            for one, row in zip(self._themes, stated, strict=True)
        }

    def likely(
        self, voice: str, without: Collection[str] = (), most: int = MOST
    ) -> tuple[LikelyTheme, ...]:
        """Return the likeliest themes for a voice of the pile, likeliest first."""
        number = self._pile.place[voice]
        learnt = bool(self._pile.learnt[number])
        like = self._pile.scores(number)
        near = (
            (self._by_sense(one, number) if learnt else self._by_letters(one, number, like), one)
            for one in self._themes
            if one not in without
        )
        ranked = sorted((-likeness, one) for likeness, one in near if likeness)
        return tuple(self._told(one, number, -less, like) for less, one in ranked[:most])

    def _by_sense(self, theme: str, number: int) -> float:
        row = self._pile.rows[number]
        middle = self._sums[theme]
        if number in self._members[theme]:
            middle = middle - row
        return round(float(unit(middle) @ row), DIGITS)

    def _by_letters(self, theme: str, number: int, like: Array) -> float:
        others = self._others(theme, number)
        nearest = float(like[others].max()) if len(others) else 0.0
        said = self._pile.said[number].text
        over = self._pile.char_ngrams.against(said, self._themes[theme].statement)
        return round((nearest + over) / 2, DIGITS)

    def _others(self, theme: str, number: int) -> Places:
        members = self._members[theme]
        others: Places = members[members != number]
        return others

    def _told(self, theme: str, number: int, likeness: float, like: Array) -> LikelyTheme:
        corpus, others = self._pile, self._others(theme, number)
        by_sense = bool(corpus.learnt[number])
        nearest = None
        if len(others):
            # The first of equals is the one whose id comes first.
            there = int(others[int(np.argmax(like[others]))])
            nearest = find_nearest(
                corpus, corpus.ids[number], corpus.ids[there], float(like[there])
            )
        words = shared_keywords(
            corpus.said[number].text,
            self._themes[theme].statement,
            corpus.vectors if by_sense else None,
        )
        how = next(
            (how for how, least in _LIKE_ITS_MIDDLE.items() if likeness >= least), Method.HARDLY
        )
        return LikelyTheme(theme, likeness, how, by_sense, words, nearest)
