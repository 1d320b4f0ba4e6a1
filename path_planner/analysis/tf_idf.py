"""Which texts are near the middle of several, by the words that they have in common.

This is TF-IDF with whole numbers alone: the same texts give the same numbers on every machine,
and nothing has to be loaded for it.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from math import isqrt

_WORD = re.compile(r"\w+")
_STEM = 6
"""The letters of a word that count, so that “waiting” and “waited” are nearly alike."""
_SHORTEST = 3
_LONGEST_WORD = 30
_LONGEST = 2_000
_SCALE = 1000
_PRECISION = 4
"""The fractional bits of a rarity before its logarithm is taken."""

Words = frozenset[str]
Rarity = Mapping[str, int]


def words_of(text: str) -> Words:
    """Return the stems of a text; a script without spaces between words gives pairs of letters."""
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words: set[str] = set()
    for word in _WORD.findall(letters):
        if word.isascii() or word[0] < "\u0e00":
            if len(word) >= _SHORTEST:
                words.add(word[:_STEM])
        else:
            words.update(word[at : at + 2] for at in range(min(len(word), _LONGEST_WORD) - 1))
    return frozenset(words)


def rarity(texts: Iterable[Words]) -> Rarity:
    """Return how rare each word is: 0 if every text has it, 1 for half of them, 2 for a quarter."""
    counts = Counter[str]()
    whole = 0
    for words in texts:
        counts.update(words)
        whole += 1
    return {
        word: ((whole << _PRECISION) // count).bit_length() - _PRECISION - 1
        for word, count in counts.items()
    }


class Centre:
    """The middle of some texts: the words that several have, weighted by how rare each is."""

    def __init__(self, texts: Mapping[str, Words], rare: Rarity) -> None:
        """Take the words of the texts by id, and how rare words are in all texts."""
        self._texts = {
            text_id: {word: rare.get(word, 0) for word in words} for text_id, words in texts.items()
        }
        self._lengths = {text_id: _length(text) for text_id, text in self._texts.items()}
        counts = Counter(word for words in texts.values() for word in words)
        self._middle = {word: count * rare.get(word, 0) for word, count in counts.items()}
        self._size = _length(self._middle)

    def nearness(self, text_id: str) -> int:
        """Return the cosine between a text and the middle, from 0 to 1000."""
        return _cosine(self._texts[text_id], self._middle, self._lengths[text_id] * self._size)

    def alike(self, one: str, other: str) -> int:
        """Return the cosine between two texts, from 0 to 1000."""
        size = self._lengths[one] * self._lengths[other]
        return _cosine(self._texts[one], self._texts[other], size)


def _cosine(one: Mapping[str, int], other: Mapping[str, int], size: int) -> int:
    return _SCALE * sum(weight * other.get(word, 0) for word, weight in one.items()) // max(size, 1)


def _length(weights: Mapping[str, int]) -> int:
    return isqrt(sum(weight * weight for weight in weights.values()))
