"""Suggestions of themes for one voice, by a nearest centroid classifier.

Rocchio, "Relevance feedback in information retrieval", 1971: a theme is the mean of the vectors of
its statement and its voices, and its score is the cosine of that mean. It needs no training, works
from the first voice on, and changes with each voice that people assign. Themes are ranked by that
score and by the logarithm of how many voices they hold, as a naive Bayes classifier weighs its
classes: what many people have said, the next is likely to say as well. Without that, always naming
the three largest themes was right more often on one of six public consultations. A text in a
language that the encoder does not support has no vector; there the score of a theme is the mean of
two overlaps of character n-grams: with its statement, and with the nearest voice in it.

Leave-one-out: a voice is taken out of the mean of a theme that it is in. Sums of rows are exact
(see `fixed_point`), so subtracting it leaves exactly the sum without it.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from path_planner.similarity.corpus import Corpus, log
from path_planner.similarity.fixed_point import Array, unit
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.neighbours import find_nearest
from path_planner.similarity.similarity import DIGITS, Match, Method, Shared

Places = NDArray[np.int_]

MOST = 3
_STATEMENT_WEIGHT = 4
"""The weight of a theme's statement in its mean, in voices."""
_SIZE_WEIGHT, _PRIOR_SIZE = 0.08, 10
"""What the logarithm of the size adds to a cosine; so many voices are counted into each size, for a
theme of three says little less than one of five.
"""
_LEAST_SCORE = {Method.VERY: 0.45, Method.RATHER: 0.3, Method.A_LITTLE: 0.2}


def least_of_theme(level: Method) -> float:
    """Return the least score of a theme at a level."""
    return _LEAST_SCORE[level]


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
        self._means = {theme_id: unit(total) for theme_id, total in self._sums.items()}

    def likely(
        self,
        voice: str,
        without: Collection[str] = (),
        most: int = MOST,
        scores: Array | None = None,
        *,
        related: bool = True,
    ) -> tuple[LikelyTheme, ...]:
        """Return up to `most` themes for a voice of the corpus, the best first.

        `scores` and `related` are those of `neighbours.matches_of`.
        """
        number = self._corpus.place[voice]
        if scores is None:
            scores = self._corpus.scores(number)
        scored = (
            (theme, self._score(theme, number, scores))
            for theme in self._themes
            if theme not in without
        )
        ranked = sorted(
            (-self._rank(theme, number, score), theme, score) for theme, score in scored if score
        )
        return tuple(
            self._explained(theme, number, score, scores, related=related)
            for _, theme, score in ranked[:most]
        )

    def members(self, theme: str) -> Places:
        """Return the places in the corpus of the voices in a theme."""
        return self._members[theme]

    def scores(self, theme: str, numbers: Places) -> Array:
        """Return the score of a theme for each of some texts that are in no theme."""
        scores: Array = np.round(self._corpus.rows[numbers] @ self._means[theme], DIGITS)
        for row in map(int, np.flatnonzero(~self._corpus.learnt[numbers])):
            number = int(numbers[row])
            scores[row] = self._ngram_score(theme, number, self._corpus.scores(number))
        return scores

    def ranks(self, numbers: Places) -> Mapping[str, Array]:
        """Return for each theme what ranks it for each of some texts, as far as they have vectors.

        The texts are in no theme.
        """
        rows = self._corpus.rows[numbers]
        return {
            theme: np.round(rows @ mean, DIGITS) + self._size_bonus(len(self._members[theme]))
            for theme, mean in self._means.items()
        }

    def _score(self, theme: str, number: int, scores: Array) -> float:
        if self._corpus.learnt[number]:
            return self._centroid_score(theme, number)
        return self._ngram_score(theme, number, scores)

    def _rank(self, theme: str, number: int, score: float) -> float:
        if not self._corpus.learnt[number]:
            return score
        return score + self._size_bonus(len(self._others(theme, number)))

    def _size_bonus(self, size: int) -> float:
        return _SIZE_WEIGHT * log(_PRIOR_SIZE + size)

    def _centroid_score(self, theme: str, number: int) -> float:
        row = self._corpus.rows[number]
        mean = self._means[theme]
        if number in self._members[theme]:
            mean = unit(self._sums[theme] - row)
        return round(float(mean @ row), DIGITS)

    def _ngram_score(self, theme: str, number: int, scores: Array) -> float:
        others = self._others(theme, number)
        nearest = float(scores[others].max()) if len(others) else 0.0
        overlap = self._corpus.against(number, self._themes[theme].statement)
        return round((nearest + overlap) / 2, DIGITS)

    def _others(self, theme: str, number: int) -> Places:
        members = self._members[theme]
        others: Places = members[members != number]
        return others

    def _explained(
        self, theme: str, number: int, score: float, scores: Array, *, related: bool
    ) -> LikelyTheme:
        corpus, others = self._corpus, self._others(theme, number)
        by_sense = corpus.is_semantic(number, number)
        nearest = None
        if len(others):
            # Of equal scores argmax takes the first: the one whose id comes first.
            best = int(others[int(np.argmax(scores[others]))])
            nearest = find_nearest(
                corpus,
                corpus.ids[number],
                corpus.ids[best],
                float(scores[best]),
                related=related,
            )
        words = shared_keywords(
            corpus.said[number].text,
            self._themes[theme].statement,
            corpus.vectors if by_sense and related else None,
        )
        how = next(
            (level for level, least in _LEAST_SCORE.items() if score >= least), Method.HARDLY
        )
        return LikelyTheme(theme, score, how, by_sense, words, nearest)
