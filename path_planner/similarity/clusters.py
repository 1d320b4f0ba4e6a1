"""Cluster seeds: a few voices that very probably belong together, to start a theme from.

Which seeds are worth a look is a maximum coverage problem: choose few centres so that as many
voices as can be are like one of them. Greedy choice is the usual answer (Nemhauser, Wolsey and
Fisher, 1978: at least 63 % of the best): the centre that reaches most voices first, then the one
that reaches most of those left. A seed shows its centre and up to three voices that are nearest to
it and to each other; the others that it reaches are counted.

Equal answers are one line, which counts as often as it was said. Who is like whom is kept in one
bit a pair, so 10,000 voices take 12 MB. Ties go to the line that comes first, so the result is
deterministic.
"""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from path_planner.similarity.corpus import Booleans, Corpus
from path_planner.similarity.embeddings import Progress
from path_planner.similarity.equal_answers import equal_lines
from path_planner.similarity.fixed_point import Array
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import Method, Shared, in_words, least_score

MOST = 24
"""The most seeds that are returned."""
LARGEST = 4
_SURE = 0.48
"""Of pairs with this cosine, most share a theme in the set it was chosen with."""
_SURE_BY_NGRAMS = 0.5
_FEWEST = 2


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
