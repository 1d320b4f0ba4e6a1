"""Suggestions by likeness: cluster seeds to start a theme from, and voices that may belong in one.

Which seeds are worth a look is a maximum coverage problem: choose few centres so that as many
voices as can be are like one of them. Greedy choice is the usual answer (Nemhauser, Wolsey and
Fisher, 1978: at least 63 % of the best): the centre that reaches most voices first, then the one
that reaches most of those left. A seed shows its centre and up to three voices that are nearest to
it and to each other; the others that it reaches are counted.

Equal answers are one line, which counts as often as it was said. Who is like whom is kept in one
bit a pair, so 10,000 voices take 12 MB. Ties go to the line that comes first, so the result is
deterministic.

A voice is ranked by the cosine of the theme's mean, by its nearest voice in the theme, and by how
far another theme suits it better. Those at the top are sure: no other theme ranks higher for them,
and the cosine is quite high. On six public consultations, with a third of the voices themed, 62 to
90 % of the sure ones belonged to the theme; the benchmark `data` prints it for each set.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from path_planner.similarity.classifier import Places, Themes, least_of_theme
from path_planner.similarity.corpus import Booleans, Corpus
from path_planner.similarity.embeddings import Progress
from path_planner.similarity.fixed_point import Array, unit
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import (
    DIGITS,
    Method,
    Shared,
    equal_lines,
    in_words,
    least_score,
)

MOST = 24
"""The most seeds that are returned."""
LARGEST = 4
_SURE = 0.48
"""Of pairs with this cosine, most share a theme in the set it was chosen with."""
_SURE_BY_NGRAMS = 0.5
_FEWEST = 2

_NEAREST_WEIGHT, _OTHERS_WEIGHT = 0.5, 0.5
_BLOCK = 512

Line = tuple[str, ...]
"""The ids of voices that say the same words."""


class ClusterSeed(NamedTuple):
    """Lines that belong together; `score` is that of their least similar pair."""

    lines: tuple[tuple[str, ...], ...]
    """The ids of the voices in each line: those of one line say the same words."""
    reached: tuple[str, ...]
    """The ids of all voices that are like the first line and like no earlier seed, with `lines`."""
    score: float
    how: Method
    by_sense: bool
    """Compared by sentence vectors; otherwise by character n-grams."""
    words: tuple[Shared, ...]
    """Words shared by the first two lines."""

    @property
    def voices(self) -> tuple[str, ...]:
        """The ids of all voices in its lines."""
        return tuple(voice for line in self.lines for voice in line)


def find_seeds(
    corpus: Corpus,
    among: Collection[str] | None = None,
    most: int = MOST,
    progress: Progress | None = None,
) -> tuple[ClusterSeed, ...]:
    """Return up to `most` seeds, the one that reaches most voices first.

    A voice is reached by one at most, many by none. `among` limits the search to some ids of the
    corpus.
    """
    chosen = corpus.ids if among is None else sorted(set(among) & corpus.place.keys())
    pile = _Pile(corpus, equal_lines((one, corpus.said[corpus.place[one]].text) for one in chosen))
    pile.compare(progress)
    seeds: list[ClusterSeed] = []
    while len(seeds) < most and (seed := pile.next_seed()):
        seeds.append(seed)
    return tuple(seeds)


class _Pile:
    """Lines to choose from, which lines are alike, and how many voices each would reach."""

    def __init__(self, corpus: Corpus, lines: list[tuple[str, ...]]) -> None:
        self._corpus, self._lines = corpus, lines
        self._numbers = np.array([corpus.place[line[0]] for line in lines], int)
        self._weights = np.array([len(line) for line in lines], int)
        self._alike = np.zeros((len(lines), (len(lines) + 7) // 8), np.uint8)
        self._reach = np.zeros(len(lines), int)
        self._free = np.ones(len(lines), bool)
        self._unfit = np.zeros(len(lines), bool)

    def compare(self, progress: Progress | None) -> None:
        """Compare all lines with each other, a block at a time."""
        for done, scores in enumerate(self._corpus.scores_of_each(self._numbers)):
            if progress and done % 64 == 0:
                progress(done, len(self._lines))
            alike = scores >= self._least(done)
            alike[done] = True
            self._alike[done] = np.packbits(alike)
            self._reach[done] = int(self._weights[alike].sum())
        if progress:
            progress(len(self._lines), len(self._lines))

    def _least(self, line: int) -> Array:
        """Return the least score at which each line is like one."""
        semantic = self._semantic(line)
        return np.where(
            semantic, least_score(Method.RATHER, True), least_score(Method.RATHER, False)
        )

    def _semantic(self, line: int) -> Booleans:
        return self._corpus.semantic_among(int(self._numbers[line]), self._numbers)

    def next_seed(self) -> ClusterSeed | None:
        """Return the seed that reaches most voices of those left, and take them away."""
        while len(self._lines):
            reach = np.where(self._free & ~self._unfit, self._reach, 0)
            centre = int(np.argmax(reach))
            if reach[centre] < _FEWEST:
                return None
            reached = self._like(centre)
            group = self._grown(centre, reached)
            if len(group) > 1 or self._weights[centre] > 1:
                self._take(reached)
                return self._seed(group, reached)
            self._unfit[centre] = True
        return None

    def _like(self, line: int) -> NDArray[np.int_]:
        alike = np.unpackbits(self._alike[line], count=len(self._lines)).astype(bool)
        places: NDArray[np.int_] = np.flatnonzero(alike & self._free)
        return places

    def _take(self, lines: NDArray[np.int_]) -> None:
        """Take lines away: every line that is like one of them reaches so much less."""
        self._free[lines] = False
        for line in map(int, lines):
            alike = np.unpackbits(self._alike[line], count=len(self._lines))
            self._reach -= int(self._weights[line]) * alike.astype(int)

    def _grown(self, centre: int, reached: NDArray[np.int_]) -> list[int]:
        """Add the line with the highest least similarity to all so far, as long as it is sure."""
        group = [centre]
        least = self._surely_like(centre, reached)
        while len(group) < LARGEST and least.max(initial=0.0) > 0:
            new = int(reached[int(np.argmax(least))])
            group.append(new)
            least = np.minimum(least, self._surely_like(new, reached))
        return group

    def _surely_like(self, line: int, others: NDArray[np.int_]) -> Array:
        """Return the similarity of a line to others; 0 to itself and where it is not sure."""
        scores = self._corpus.scores(int(self._numbers[line]))[self._numbers[others]]
        sure = np.where(self._semantic(line)[others], _SURE, _SURE_BY_NGRAMS)
        return np.where((scores >= sure) & (others != line), scores, 0.0)

    def _seed(self, group: list[int], reached: NDArray[np.int_]) -> ClusterSeed:
        corpus = self._corpus
        numbers = [int(self._numbers[line]) for line in group]
        pairs = [(a, b) for place, a in enumerate(numbers) for b in numbers[place + 1 :]]
        least = min((float(corpus.scores(a)[b]) for a, b in pairs), default=1.0)
        by_sense = all(corpus.is_semantic(numbers[0], other) for other in numbers)
        texts = [corpus.said[number].text for number in numbers]
        vectors = corpus.vectors if by_sense else None
        return ClusterSeed(
            tuple(self._lines[line] for line in group),
            tuple(voice for line in map(int, reached) for voice in self._lines[line]),
            least,
            in_words(least, by_sense),
            by_sense,
            shared_keywords(texts[0], texts[1], vectors) if len(texts) > 1 else (),
        )


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
