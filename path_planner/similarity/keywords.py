"""Keywords that two texts share or that mean nearly the same, to explain a suggestion.

Equal words come first, or words of one stem; then those whose own vectors are near, each word
once, the nearest pair first. They only explain: no score and no ranking depends on them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import numpy as np

from path_planner.similarity.embeddings import Progress, Vectors
from path_planner.similarity.similarity import DIGITS, Shared

_MOST = 4
_RELATED = 0.6
"""The least cosine of related words: job and work, evening and night."""
_STEM = 4
_SHORTEST = 3
_MOST_WORDS = 40
_WORD = re.compile(r"\w[\w’']*")
# Stop words, of English alone: in other languages they seldom meet by chance.
_STOP_WORDS = (
    "a about after again all always am an and any anybody anything are aren't as at away back be "
    "because been before being but by can can't cannot could did didn't do does doesn't doing "
    "don't done each even ever every everybody for from get gets getting go goes going got had "
    "has have haven't he her here him his how i i'd i'll i'm i've if in into is isn't it it's its "
    "just know let like make many may me mine more most much must my never no nobody not nothing "
    "now of off on one only or other our out over own people put said same say see she should so "
    "some somebody something such take than that that's the their them then there there's these "
    "they they're thing things this those through to too until up us very want wanted wants was "
    "way we we're well went were what when where which while who why will with without won't "
    "would you you're your yours"
)


def shared_keywords(one: str, other: str, vectors: Vectors | None = None) -> tuple[Shared, ...]:
    """Return up to four pairs: equal words first, then related ones if vectors are given."""
    ours, theirs = _keywords_of(one), _keywords_of(other)
    found = list(_equal_words(ours, theirs))
    if vectors is not None and len(found) < _MOST:
        left = [word for word in ours if word not in {pair.one for pair in found}]
        right = [word for word in theirs if word not in {pair.other for pair in found}]
        found += _related(left, right, vectors)
    return tuple(found[:_MOST])


def load_keywords(texts: Iterable[str], vectors: Vectors, progress: Progress | None = None) -> None:
    """Embed the keywords of many texts in one go, which is faster than a few at a time."""
    vectors.of(sorted({word for text in texts for word in _keywords_of(text)}), progress)


def _keywords_of(text: str) -> list[str]:
    """Return the words of a text that are no stop words, each once, in their order."""
    words = (word.strip("'’") for word in _WORD.findall(text.lower()))
    long = (word for word in words if len(word) >= _SHORTEST or not word.isascii())
    stop_words = _stop_words()
    keywords = (word for word in long if word.replace("’", "'") not in stop_words)
    return list(dict.fromkeys(keywords))[:_MOST_WORDS]


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(_STOP_WORDS.split())


def _equal_words(ours: list[str], theirs: list[str]) -> Iterator[Shared]:
    for word in ours:
        found = next((other for other in theirs if other == word), None)
        found = found or next((other for other in theirs if _same_stem(word, other)), None)
        if found:
            yield Shared(word, found)


def _same_stem(one: str, other: str) -> bool:
    """Whether one word is the other with a short ending: cook and cooking, not car and caravan."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _STEM and len(long) - len(short) <= _STEM - 1 and long.startswith(short)


def _related(ours: list[str], theirs: list[str], vectors: Vectors) -> list[Shared]:
    """Return pairs of words with a cosine of at least `_RELATED`, each word once."""
    if not ours or not theirs:
        return []
    cosines = np.round(vectors.of(ours) @ vectors.of(theirs).T, DIGITS)
    pairs = sorted(
        (-float(cosines[row, column]), word, other)
        for row, word in enumerate(ours)
        for column, other in enumerate(theirs)
        if cosines[row, column] >= _RELATED
    )
    matched: dict[str, Shared] = {}
    for _, word, other in pairs:
        if word not in matched and other not in {pair.other for pair in matched.values()}:
            matched[word] = Shared(word, other)
    return list(matched.values())
