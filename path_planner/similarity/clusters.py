"""Cluster seeds: two to four voices that very probably belong together, to start a theme from.

Complete-linkage clustering (Sørensen, 1948), but only its first steps: from the most similar pair
on, a seed takes in the voice that is nearest to all in it, and stops at four. A full clustering
would put every voice somewhere; here most are left for people to sort.

For each voice only its nearest neighbours are stored, so memory is linear in the size of the
corpus. Invariant: a seed is a clique of that graph, so each of its pairs is above the threshold.
Pairs are taken by similarity, then by index, and greedily, so the result is deterministic.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np

from path_planner.similarity.corpus import Corpus
from path_planner.similarity.embeddings import Progress
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import Method, Shared, in_words

MOST = 12
"""The most seeds that are returned."""
LARGEST = 4
_SURE = 0.45
"""Precision of pairs with this cosine: 34 of 41 share a theme in the set it was chosen with."""
_SURE_BY_NGRAMS = 0.5
_MOST_NEIGHBOURS = 12
"""Neighbours stored for each voice: three seeds' worth, as some may be in other seeds already."""
_EVERY = 50


class ClusterSeed(NamedTuple):
    """A few voices that belong together; `score` is that of their least similar pair."""

    voices: tuple[str, ...]
    score: float
    how: Method
    by_sense: bool
    """Compared by sentence vectors; otherwise by character n-grams."""
    words: tuple[Shared, ...]
    """Words shared by the first two, the most similar pair."""


class _Pair(NamedTuple):
    """Two indices of texts, sorted by falling similarity."""

    negated: float
    first: int
    second: int


def find_seeds(
    corpus: Corpus,
    among: Collection[str] | None = None,
    most: int = MOST,
    progress: Progress | None = None,
) -> tuple[ClusterSeed, ...]:
    """Return up to `most` seeds, the most similar first; a voice is in one at most, many in none.

    `among` limits the search to some ids of the corpus.
    """
    chosen = corpus.ids if among is None else sorted(set(among) & corpus.place.keys())
    numbers = [corpus.place[text_id] for text_id in chosen]
    pairs = sorted(set(_pairs(corpus, numbers, progress)))
    near: dict[int, dict[int, float]] = {}
    for negated, first, second in pairs:
        near.setdefault(first, {})[second] = -negated
        near.setdefault(second, {})[first] = -negated
    used: set[int] = set()
    seeds: list[ClusterSeed] = []
    for negated, first, second in pairs:
        if len(seeds) >= most:
            break
        if first in used or second in used or not _is_sure(corpus, first, second, -negated):
            continue
        group = _grown([first, second], near, used)
        used.update(group)
        seeds.append(_seed(corpus, group, near))
    return tuple(seeds)


def _pairs(corpus: Corpus, numbers: list[int], progress: Progress | None) -> Iterator[_Pair]:
    for done, scores in enumerate(corpus.scores_of_each(numbers)):
        if progress and done % _EVERY == 0:
            progress(done, len(numbers))
        scores[done] = 0
        close = np.flatnonzero(scores >= _SURE)
        ranked = close[np.argsort(-scores[close], kind="stable")][:_MOST_NEIGHBOURS]
        for index in map(int, ranked):
            first, second = sorted((numbers[done], numbers[index]))
            yield _Pair(-float(scores[index]), first, second)
    if progress:
        progress(len(numbers), len(numbers))


def _is_sure(corpus: Corpus, first: int, second: int, score: float) -> bool:
    return score >= (_SURE if corpus.is_semantic(first, second) else _SURE_BY_NGRAMS)


def _grown(group: list[int], near: dict[int, dict[int, float]], used: set[int]) -> list[int]:
    """Add common neighbours of the whole group, the one with the highest minimum first."""
    while len(group) < LARGEST:
        common = set.intersection(*(set(near[member]) for member in group)) - used - set(group)
        if not common:
            break
        group.append(min(common, key=lambda new: (-min(near[m][new] for m in group), new)))
    return group


def _seed(corpus: Corpus, group: list[int], near: dict[int, dict[int, float]]) -> ClusterSeed:
    first, second = group[:2]
    least = min(near[a][b] for a in group for b in group if a < b)
    by_sense = all(corpus.is_semantic(first, other) for other in group)
    words = shared_keywords(
        corpus.said[first].text, corpus.said[second].text, corpus.vectors if by_sense else None
    )
    return ClusterSeed(
        tuple(corpus.ids[member] for member in group),
        least,
        in_words(least, by_sense),
        by_sense,
        words,
    )
