"""Nearest neighbours: the voices that are most similar to one."""

import numpy as np

from path_planner.similarity.corpus import Corpus
from path_planner.similarity.fixed_point import Array
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import Match, Method, in_words

MOST = 3


def matches_of(
    corpus: Corpus,
    one: str,
    most: int = MOST,
    scores: Array | None = None,
    *,
    related: bool = True,
) -> tuple[Match, ...]:
    """Return up to `most` texts similar to one of the corpus, the most similar first.

    `scores` are its similarities to all texts, where they have been computed already. Without
    `related` only equal words explain them, for which no word has to be embedded.
    """
    others = (corpus.scores(corpus.place[one]) if scores is None else scores).copy()
    others[corpus.place[one]] = -np.inf
    ranked = [corpus.ids[number] for number in _highest(others, most)]
    matches = (
        find_nearest(corpus, one, id_, float(others[corpus.place[id_]]), related=related)
        for id_ in ranked
    )
    return tuple(match for match in matches if match.how > Method.HARDLY)


def _highest(scores: Array, most: int) -> list[int]:
    """Return the places of the highest scores; of equal ones the first, for ids are sorted."""
    if most < len(scores):
        least = np.partition(scores, len(scores) - most)[len(scores) - most]
    else:
        least = -np.inf
    places = np.flatnonzero((scores >= least) & (scores > -np.inf))
    return [int(place) for place in places[np.argsort(-scores[places], kind="stable")][:most]]


def find_nearest(
    corpus: Corpus, one: str, other: str, score: float, *, related: bool = True
) -> Match:
    """Return the match of two texts with a known similarity, explained by keywords."""
    first, second = corpus.place[one], corpus.place[other]
    by_sense = corpus.is_semantic(first, second)
    how = in_words(score, by_sense)
    words = shared_keywords(
        corpus.said[first].text,
        corpus.said[second].text,
        corpus.vectors if by_sense and related else None,
    )
    return Match(other, score, how, by_sense, words)
