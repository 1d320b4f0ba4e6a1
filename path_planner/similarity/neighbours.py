"""Voices like this one."""

from collections.abc import Collection

from path_planner.similarity.corpus import Corpus
from path_planner.similarity.keywords import shared_keywords
from path_planner.similarity.similarity import Match, Method, in_words

MOST = 3


def matches_of(
    corpus: Corpus, one: str, among: Collection[str] | None = None, most: int = MOST
) -> tuple[Match, ...]:
    """Return the texts nearest to one of the pile, nearest first; none that are hardly like it."""
    number = corpus.place[one]
    like = corpus.scores(number)
    others = corpus.ids if among is None else sorted(set(among) & corpus.place.keys())
    ranked = sorted((-float(like[corpus.place[other]]), other) for other in others if other != one)
    found = (find_nearest(corpus, one, other, -less) for less, other in ranked[:most])
    return tuple(other for other in found if other.how > Method.HARDLY)


def find_nearest(corpus: Corpus, one: str, other: str, likeness: float) -> Match:
    """Tell how like two texts are, and by which words."""
    here, there = corpus.place[one], corpus.place[other]
    by_sense = corpus.is_semantic(here, there)
    how = in_words(likeness, by_sense)
    words = shared_keywords(
        corpus.said[here].text, corpus.said[there].text, corpus.vectors if by_sense else None
    )
    return Match(other, likeness, how, by_sense, words)
