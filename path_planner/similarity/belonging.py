"""Voices that may belong in a theme, ranked for people to tick in bulk.

A voice is ranked by the cosine of the theme's mean, by its nearest voice in the theme, and by how
far another theme suits it better. Those at the top are sure: no other theme ranks higher for them,
and the cosine is quite high. On six public consultations, with a third of the voices themed, 62 to
90 % of the sure ones belonged to the theme; the benchmark `data` prints it for each set.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np

from path_planner.similarity.classifier import Places, Themes, least_of_theme
from path_planner.similarity.corpus import Booleans, Corpus
from path_planner.similarity.fixed_point import Array, unit
from path_planner.similarity.similarity import DIGITS, Method, in_words, least_score

_NEAREST_WEIGHT, _OTHERS_WEIGHT = 0.5, 0.5
_BLOCK = 512

Line = tuple[str, ...]
"""The ids of voices that say the same words."""


class Offer(NamedTuple):
    """A line that may belong, and its nearest voice among those it was compared with."""

    line: Line
    score: float
    sure: bool
    nearest: str | None
    how: Method
    """How similar the nearest voice is."""
    by_sense: bool


def offers_for(
    corpus: Corpus, themes: Themes, theme: str, lines: Sequence[Line]
) -> tuple[Offer, ...]:
    """Return lines that are in no theme, ranked for one: the sure first, each part best first."""
    numbers = _numbers(corpus, lines)
    learnt = corpus.learnt[numbers]
    scores, ranks = themes.scores(theme, numbers), themes.ranks(numbers)
    others = [rank for other, rank in ranks.items() if other != theme]
    best_other = np.max(others, axis=0) if others else np.full(len(numbers), -np.inf)
    margin = np.where(learnt, np.minimum(ranks[theme] - best_other, 0), 0)
    found = _nearest(corpus, numbers, themes.members(theme))
    similarity = found[1]
    rank = scores + _NEAREST_WEIGHT * similarity + _OTHERS_WEIGHT * margin
    sure = np.where(
        learnt,
        (scores >= least_of_theme(Method.RATHER)) & (margin >= 0),
        similarity >= _least_by_letters(corpus),
    )
    return _ranked(corpus, lines, rank, sure, found)


def offers_like(corpus: Corpus, like: Collection[str], lines: Sequence[Line]) -> tuple[Offer, ...]:
    """Return lines ranked by how similar they are to some voices of the corpus taken together."""
    numbers = _numbers(corpus, lines)
    chosen = np.array(sorted(corpus.place[one] for one in set(like) & corpus.place.keys()), int)
    mean = unit(corpus.rows[chosen].sum(axis=0))
    found = _nearest(corpus, numbers, chosen)
    similarity = found[1]
    learnt = corpus.learnt[numbers]
    rank = np.where(learnt, np.round(corpus.rows[numbers] @ mean, DIGITS), similarity)
    least = least_of_theme(Method.RATHER) if len(chosen) > 1 else least_score(Method.RATHER, True)
    sure = rank >= np.where(learnt, least, _least_by_letters(corpus))
    return _ranked(corpus, lines, rank, sure, found)


def _least_by_letters(corpus: Corpus) -> float:
    """Return from where a text that the first encoder does not know is sure."""
    return least_score(Method.RATHER, not corpus.outliers())


def _numbers(corpus: Corpus, lines: Sequence[Line]) -> Places:
    return np.array([corpus.place[line[0]] for line in lines], int)


def _nearest(corpus: Corpus, numbers: Places, among: Places) -> tuple[Places, Array]:
    """Return for each text the place of the nearest of some others, and its similarity."""
    places, similarity = np.full(len(numbers), -1), np.zeros(len(numbers))
    if len(among) == 0:
        return places, similarity
    for start in range(0, len(numbers), _BLOCK):
        block = numbers[start : start + _BLOCK]
        scores = np.round(corpus.rows[block] @ corpus.rows[among].T, DIGITS)
        for row in np.flatnonzero(~corpus.learnt[block]):
            scores[row] = corpus.scores(int(block[row]))[among]
        # Of equal scores argmax takes the first: the one whose id comes first.
        best = scores.argmax(axis=1)
        places[start : start + len(block)] = among[best]
        similarity[start : start + len(block)] = scores[np.arange(len(block)), best]
    return places, np.maximum(similarity, 0)


def _ranked(
    corpus: Corpus,
    lines: Sequence[Line],
    rank: Array,
    sure: Booleans,
    found: tuple[Places, Array],
) -> tuple[Offer, ...]:
    offers = []
    for place in map(int, np.lexsort((-rank, ~sure))):
        other, similarity = int(found[0][place]), float(found[1][place])
        by_sense = other >= 0 and corpus.is_semantic(corpus.place[lines[place][0]], other)
        nearest = corpus.ids[other] if other >= 0 else None
        how = in_words(similarity, by_sense)
        score = round(float(rank[place]), DIGITS)
        offers.append(Offer(lines[place], score, bool(sure[place]), nearest, how, by_sense))
    return tuple(offers)
