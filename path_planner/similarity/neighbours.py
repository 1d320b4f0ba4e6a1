"""Nearest neighbours: the voices that are most similar to one."""

from collections.abc import Collection

from path_planner.similarity.corpus import Corpus
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import Match, Method, in_words

MOST = 3


def matches_of(
    corpus: Corpus, one: str, among: Collection[str] | None = None, most: int = MOST
) -> tuple[Match, ...]:
    """Return up to `most` texts similar to one of the corpus, the most similar first."""
    number = corpus.place[one]
    scores = corpus.scores(number)
    others = corpus.ids if among is None else sorted(set(among) & corpus.place.keys())
    ranked = sorted(
        (-float(scores[corpus.place[other]]), other) for other in others if other != one
    )
    matches = (find_nearest(corpus, one, other, -negated) for negated, other in ranked[:most])
    return tuple(match for match in matches if match.how > Method.HARDLY)


def find_nearest(corpus: Corpus, one: str, other: str, score: float) -> Match:
    """Return the match of two texts with a known similarity, explained by keywords."""
    first, second = corpus.place[one], corpus.place[other]
    by_sense = corpus.is_semantic(first, second)
    how = in_words(score, by_sense)
    words = shared_keywords(
        corpus.said[first].text, corpus.said[second].text, corpus.vectors if by_sense else None
    )
    return Match(other, score, how, by_sense, words)
