"""Seeds: two to four voices that surely belong together, to start a pile from.

Clusters by complete linkage (Sørensen, 1948), but only the first steps of it: from the surest
pair on, a seed takes in the voice that is nearest to all in it, and stops at four. A whole
clustering would put every voice somewhere; here most stay out, for people to see.

For each voice only its nearest are kept, so that memory grows with the pile and not with its
square. A seed is a clique of that graph: each of its pairs is sure. Pairs come by likeness, then
by place, and no choice is taken back, so nothing is left to chance.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

import numpy as np

from path_planner.similarity.corpus import Corpus
from path_planner.similarity.embeddings import Progress
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import Method, Shared, in_words

MOST = 12
"""Seeds at a time: the rest is for people to see."""
LARGEST = 4
_SURE = 0.45
"""Of the pairs that are so alike, 34 of 41 share a theme in the set that this was chosen with."""
_SURE_BY_LETTERS = 0.5
_MOST_NEIGHBOURS = 12
"""Three times what a seed can hold: some of the nearest may be in other seeds already."""
_EVERY = 50


class ClusterSeed(NamedTuple):
    """A few voices that belong together; `likeness` is that of the two least alike."""

    voices: tuple[str, ...]
    score: float
    how: Method
    by_sense: bool
    """Compared by what they say; else by their letters alone."""
    words: tuple[Shared, ...]
    """What the first two share: they are the nearest."""


class _Pair(NamedTuple):
    less: float
    one: int
    other: int


def find_seeds(
    corpus: Corpus,
    among: Collection[str] | None = None,
    most: int = MOST,
    progress: Progress | None = None,
) -> tuple[ClusterSeed, ...]:
    """Return seeds, the surest first; a voice is in one at most, and most voices are in none."""
    chosen = corpus.ids if among is None else sorted(set(among) & corpus.place.keys())
    numbers = [corpus.place[one] for one in chosen]
    pairs = sorted(set(_pairs(corpus, numbers, progress)))
    near: dict[int, dict[int, float]] = {}
    for less, one, other in pairs:
        near.setdefault(one, {})[other] = -less
        near.setdefault(other, {})[one] = -less
    used: set[int] = set()
    found: list[ClusterSeed] = []
    for _, one, other in pairs:
        if len(found) >= most:
            break
        if one in used or other in used or not _is_sure(corpus, one, other, near[one][other]):
            continue
        group = _grown([one, other], near, used)
        used.update(group)
        found.append(_seed(corpus, group, near))
    return tuple(found)


def _pairs(corpus: Corpus, numbers: list[int], progress: Progress | None) -> Iterator[_Pair]:
    for done, like in enumerate(corpus.scores_of_each(numbers)):
        if progress and done % _EVERY == 0:
            progress(done, len(numbers))
        like[done] = 0
        close = np.flatnonzero(like >= _SURE)
        ranked = close[np.argsort(-like[close], kind="stable")][:_MOST_NEIGHBOURS]
        for index in map(int, ranked):
            one, other = sorted((numbers[done], numbers[index]))
            yield _Pair(-float(like[index]), one, other)
    if progress:
        progress(len(numbers), len(numbers))


def _is_sure(corpus: Corpus, one: int, other: int, likeness: float) -> bool:
    return likeness >= (_SURE if corpus.is_semantic(one, other) else _SURE_BY_LETTERS)


def _grown(group: list[int], near: dict[int, dict[int, float]], used: set[int]) -> list[int]:
    """Add voices that are near to every one that is in already, the nearest first."""
    while len(group) < LARGEST:
        common = set.intersection(*(set(near[one]) for one in group)) - used - set(group)
        if not common:
            break
        group.append(min(common, key=lambda new: (-min(near[one][new] for one in group), new)))
    return group


def _seed(corpus: Corpus, group: list[int], near: dict[int, dict[int, float]]) -> ClusterSeed:
    first, second = group[:2]
    least = min(near[one][other] for one in group for other in group if one < other)
    by_sense = all(corpus.is_semantic(first, other) for other in group)
    words = shared_keywords(
        corpus.said[first].text, corpus.said[second].text, corpus.vectors if by_sense else None
    )
    return ClusterSeed(
        tuple(corpus.ids[one] for one in group), least, in_words(least, by_sense), by_sense, words
    )
