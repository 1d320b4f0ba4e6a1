"""Suggestions of themes for one voice, by a nearest centroid classifier.

Rocchio, "Relevance feedback in information retrieval", 1971: a theme is the mean of the vectors of
its statement and its voices, and the best is the one whose mean is nearest by cosine. It needs no
training, works from the first voice on, and changes with each voice that people assign. A text in
a language that the encoder does not support has no vector; there the score of a theme is the mean
of two overlaps of character n-grams: with its statement, and with the nearest voice in it.

Leave-one-out: a voice is taken out of the mean of a theme that it is in. Sums of rows are exact
(see `fixed_point`), so subtracting it leaves exactly the sum without it.
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
_STATEMENT_WEIGHT = 4
"""The weight of a theme's statement in its mean, in voices."""
_LEAST_SCORE = {Method.VERY: 0.45, Method.RATHER: 0.3, Method.A_LITTLE: 0.2}


class Gathered(NamedTuple):
    """A theme as the group has it so far: its statement, and the ids of its voices."""

    statement: str
    voices: Collection[str] = ()


class LikelyTheme(NamedTuple):
    """A suggested theme for a voice, with its score and the reasons."""

    id: str
    score: float
    how: Method
    by_sense: bool
    words: tuple[Shared, ...]
    """Words of the voice that match words of the statement."""
    nearest: Match | None
    """The most similar voice in the theme."""


class Themes:
    """The themes of a group as centroids; `likely` classifies one voice after another."""

    def __init__(self, corpus: Corpus, themes: Mapping[str, Gathered]) -> None:
        self._corpus = corpus
        self._themes = {theme_id: themes[theme_id] for theme_id in sorted(themes)}
        self._members = {
            theme_id: np.array(
                sorted(corpus.place[v] for v in set(theme.voices) if v in corpus.place), int
            )
            for theme_id, theme in self._themes.items()
        }
        statements = corpus.vectors_of(theme.statement for theme in self._themes.values())
        self._sums = {
            theme_id: _STATEMENT_WEIGHT * row + corpus.rows[self._members[theme_id]].sum(axis=0)
            for theme_id, row in zip(self._themes, statements, strict=True)
        }

    def likely(
        self, voice: str, without: Collection[str] = (), most: int = MOST
    ) -> tuple[LikelyTheme, ...]:
        """Return up to `most` themes for a voice of the corpus, the best first."""
        number = self._corpus.place[voice]
        has_vector = bool(self._corpus.learnt[number])
        scores = self._corpus.scores(number)
        scored = (
            (
                self._centroid_score(theme, number)
                if has_vector
                else self._ngram_score(theme, number, scores),
                theme,
            )
            for theme in self._themes
            if theme not in without
        )
        ranked = sorted((-score, theme) for score, theme in scored if score)
        return tuple(
            self._explained(theme, number, -negated, scores) for negated, theme in ranked[:most]
        )

    def _centroid_score(self, theme: str, number: int) -> float:
        row = self._corpus.rows[number]
        total = self._sums[theme]
        if number in self._members[theme]:
            total = total - row
        return round(float(unit(total) @ row), DIGITS)

    def _ngram_score(self, theme: str, number: int, scores: Array) -> float:
        others = self._others(theme, number)
        nearest = float(scores[others].max()) if len(others) else 0.0
        text = self._corpus.said[number].text
        overlap = self._corpus.char_ngrams.against(text, self._themes[theme].statement)
        return round((nearest + overlap) / 2, DIGITS)

    def _others(self, theme: str, number: int) -> Places:
        members = self._members[theme]
        others: Places = members[members != number]
        return others

    def _explained(self, theme: str, number: int, score: float, scores: Array) -> LikelyTheme:
        corpus, others = self._corpus, self._others(theme, number)
        by_sense = bool(corpus.learnt[number])
        nearest = None
        if len(others):
            # Of equal scores argmax takes the first: the one whose id comes first.
            best = int(others[int(np.argmax(scores[others]))])
            nearest = find_nearest(
                corpus, corpus.ids[number], corpus.ids[best], float(scores[best])
            )
        words = shared_keywords(
            corpus.said[number].text,
            self._themes[theme].statement,
            corpus.vectors if by_sense else None,
        )
        how = next(
            (level for level, least in _LEAST_SCORE.items() if score >= least), Method.HARDLY
        )
        return LikelyTheme(theme, score, how, by_sense, words, nearest)
