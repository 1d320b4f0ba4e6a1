"""A corpus of texts with their vectors, so that each can be compared with all the others.

The similarity of two texts is the cosine of their vectors, after their mean is subtracted: sentence
vectors fill a narrow cone, and without that step all of them are similar. The principal directions
stay (Mu, Bhat and Viswanath, "All-but-the-Top", ICLR 2018, take them away as well): in what people
tell a council they are what it is about. Without them, themes and nearest voices are right more
often on public consultations in four languages (`python -m benchmarks data`). Texts in a language
that the encoder does not support are compared by TF-IDF weighted character n-grams instead.

Invariant: a similarity is the same in both directions, one by one or in blocks, and on every
machine. Rows are on the grid of `fixed_point`, so their products are exact; then they are rounded
to four digits.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from functools import cache, cached_property
from math import fsum, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from path_planner.similarity import more_languages
from path_planner.similarity.embeddings import (
    HERE,
    Progress,
    Vectors,
    is_supported,
    single_threaded,
)
from path_planner.similarity.fixed_point import Array, unit
from path_planner.similarity.similarity import DIGITS, equal_lines

_LONGEST = 5
_SHORTEST = 3
_MOST_LETTERS = 2_000
_NOT_A_WORD = re.compile(r"[\W_]+")


class Overlap:
    """Character n-grams (3 to 5) of texts, weighted by TF-IDF; overlaps are cosines.

    Only n-grams of `asked` are indexed, where that is given: other texts cannot be asked about, but
    what is said of these is the same, and ten thousand texts take little memory.
    """

    def __init__(self, texts: Sequence[str], asked: Iterable[str] | None = None) -> None:
        self._frequency: Counter[str] = Counter()
        for text in texts:
            self._frequency.update(set(runs(text)))
        self._texts = len(texts)
        wanted = None if asked is None else {ngram for text in asked for ngram in runs(text)}
        index: dict[str, tuple[list[int], list[float]]] = {}
        for number, text in enumerate(texts):
            for ngram, weight in self._tf_idf(Counter(runs(text))).items():
                if wanted is None or ngram in wanted:
                    numbers, weights = index.setdefault(ngram, ([], []))
                    numbers.append(number)
                    weights.append(weight)
        self._postings = {
            ngram: (np.array(numbers), np.array(weights, np.float64))
            for ngram, (numbers, weights) in index.items()
        }

    def row(self, text: str) -> Array:
        """Return the overlap of a text with each of the texts, from 0 to 1."""
        overlaps = np.zeros(self._texts, np.float64)
        for ngram, weight in sorted(self._tf_idf(Counter(runs(text))).items()):
            if ngram in self._postings:
                numbers, weights = self._postings[ngram]
                overlaps[numbers] += weight * weights
        return overlaps

    def against(self, one: str, other: str) -> float:
        """Return the overlap of two texts, with the document frequencies of this corpus."""
        ours, theirs = (self._tf_idf(Counter(runs(text))) for text in (one, other))
        return fsum(weight * theirs[ngram] for ngram, weight in ours.items() if ngram in theirs)

    def _tf_idf(self, counts: Counter[str]) -> dict[str, float]:
        """Return a vector of length one: sublinear term frequency times smoothed idf."""
        weights = {
            ngram: (1 + log(count)) * (1 + log(1 + self._texts) - log(1 + self._frequency[ngram]))
            for ngram, count in counts.items()
        }
        length = sqrt(fsum(weight * weight for weight in weights.values()))
        return {ngram: weight / length for ngram, weight in weights.items()}


@cache
def log(number: int) -> float:
    """Return the natural logarithm by decimal arithmetic: libm's may differ in the last digit."""
    return float(Context(prec=20).ln(Decimal(number)))


def runs(text: str) -> list[str]:
    """Return the character n-grams (3 to 5) of a text, with one space at each word boundary."""
    plain = f" {_NOT_A_WORD.sub(' ', text[:_MOST_LETTERS].casefold()).strip()} "
    return [
        plain[start : start + length]
        for length in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(plain) - length + 1)
    ]


Booleans = NDArray[np.bool_]

_PRIOR_TEXTS = 8
"""So many zero vectors are counted into the mean, which shrinks it in a small corpus.

The mean of a few texts is not only how people speak, but also what these texts are about.
"""
_BLOCK = 256


class Statement(NamedTuple):
    """A text, and its language code where it is known."""

    text: str
    language: str = ""


class Corpus:
    """Texts by id with their vectors: `rows` has one row of length one for each text.

    The row of a text is zero, and `learnt` false, where the encoder does not support its language.
    """

    def __init__(
        self,
        said: Mapping[str, Statement],
        vectors: Vectors = HERE,
        progress: Progress | None = None,
    ) -> None:
        single_threaded()
        # Sorted by id, so that the order in which the texts are given makes no difference.
        self.ids = tuple(sorted(said))
        self.place = {record_id: number for number, record_id in enumerate(self.ids)}
        self.said = tuple(said[record_id] for record_id in self.ids)
        self.vectors = vectors
        raw = vectors.of((statement.text for statement in self.said), progress)
        for number, statement in enumerate(self.said):
            if not is_supported(statement.language):
                raw[number] = 0
        self.learnt: Booleans = np.any(raw, axis=1)
        self._mean = self._mean_of(raw)
        self.rows = self._centred(raw)
        self._more_mean: Array = np.zeros(0)
        self._more = self._rows_of_more_languages(progress)

    def _mean_of(self, raw: Array) -> Array:
        """Return the mean of all texts with a vector; an answer that many gave counts once."""
        lines = equal_lines(zip(self.ids, (statement.text for statement in self.said), strict=True))
        numbers = [number for line in lines if self.learnt[number := self.place[line[0]]]]
        mean: Array = raw[numbers].sum(axis=0) / (len(numbers) + _PRIOR_TEXTS)
        return mean

    def _rows_of_more_languages(self, progress: Progress | None) -> Array | None:
        """Return the rows of the second encoder; None where it is not installed or not needed."""
        unknown, texts = len(self._without_vector()), len(self.ids)
        few = unknown < max(1, more_languages.LEAST_PART * texts)
        if few or texts < more_languages.FEWEST_TEXTS or not more_languages.is_installed():
            return None
        vectors = more_languages.vectors_of([one.text for one in self.said], progress)
        self._more_mean = vectors.mean(axis=0)
        return unit(vectors - self._more_mean)

    def vectors_of(self, texts: Iterable[str]) -> Array:
        """Return the vectors of texts outside the corpus, centred as its own; one row each."""
        return self._centred(self.vectors.of(texts))

    def scores(self, number: int) -> Array:
        """Return the similarity of each text to one of them, from -1 to 1."""
        cosines: Array = self.rows @ self.rows[number]
        return np.round(self._with_overlaps(number, cosines, np.arange(len(self.ids))), DIGITS)

    def scores_of_each(self, numbers: Sequence[int] | NDArray[np.int_]) -> Iterator[Array]:
        """Yield for each of some texts its similarity to those texts, computed in blocks."""
        chosen = np.array(numbers, int)
        return self._scores_among(chosen, chosen)

    def scores_of_some(self, numbers: Sequence[int]) -> Iterator[Array]:
        """Yield for each of some texts its similarity to all texts, computed in blocks."""
        return self._scores_among(np.array(numbers, int), np.arange(len(self.ids)))

    def _scores_among(self, numbers: NDArray[np.int_], chosen: NDArray[np.int_]) -> Iterator[Array]:
        # A copy of all rows would be as large as the corpus.
        every = np.array_equal(chosen, np.arange(len(self.ids)))
        others = (self.rows if every else self.rows[chosen]).T
        for start in range(0, len(numbers), _BLOCK):
            block_numbers = numbers[start : start + _BLOCK]
            block = self.rows[block_numbers] @ others
            for number, cosines in zip(map(int, block_numbers), block, strict=True):
                yield np.round(self._with_overlaps(number, cosines, chosen), DIGITS)

    def _with_overlaps(self, number: int, cosines: Array, chosen: NDArray[np.int_]) -> Array:
        """Return the cosines, with n-gram overlaps where one of the two texts has no vector."""
        if not self.learnt[number]:
            return self.overlap(number)[chosen]
        if self.learnt.all():
            return cosines
        overlaps = self._unlearnt_overlaps[:, number][self._unlearnt_index[chosen]]
        return np.where(self.learnt[chosen], cosines, overlaps)

    @cached_property
    def _unlearnt_index(self) -> NDArray[np.int_]:
        """The row of a text without a vector in `_unlearnt_overlaps`; for others, any row."""
        index: NDArray[np.int_] = np.maximum(np.cumsum(~self.learnt) - 1, 0)
        return index

    @cached_property
    def _unlearnt_overlaps(self) -> Array:
        """The overlaps of each text without a vector (rows) with all texts (columns)."""
        return np.stack([self.overlap(int(number)) for number in np.flatnonzero(~self.learnt)])

    def overlap(self, number: int) -> Array:
        """Return the similarity of each text to one that the first encoder does not know.

        That is a cosine by the second encoder if there is one, else an overlap of n-grams.
        """
        if self._more is not None:
            cosines: Array = np.round(self._more @ self._more[number], DIGITS)
            return cosines
        return np.round(self.char_ngrams.row(self.said[number].text), DIGITS)

    def against(self, number: int, text: str) -> float:
        """Return the similarity of a text that the first encoder does not know to any other."""
        if self._more is None:
            return self.char_ngrams.against(self.said[number].text, text)
        row = unit(more_languages.vectors_of([text]) - self._more_mean)[0]
        return round(max(float(row @ self._more[number]), 0.0), DIGITS)

    def outliers(self) -> tuple[str, ...]:
        """Return the ids of texts without a vector: their languages are not supported."""
        return () if self._more is not None else self._without_vector()

    def _without_vector(self) -> tuple[str, ...]:
        return tuple(
            record_id
            for number, record_id in enumerate(self.ids)
            if not self.learnt[number] and any(map(str.isalpha, self.said[number].text))
        )

    def is_semantic(self, one: int, other: int) -> bool:
        """Whether two texts are compared by vectors, not by character n-grams."""
        return self._more is not None or bool(self.learnt[one] and self.learnt[other])

    def semantic_among(self, number: int, others: NDArray[np.int_]) -> Booleans:
        """Return for each of some texts whether it is compared with one by vectors."""
        if self._more is not None:
            return np.ones(len(others), bool)
        both: Booleans = self.learnt[others] & self.learnt[number]
        return both

    @cached_property
    def char_ngrams(self) -> Overlap:
        """The n-grams of the texts; made only where a language is not supported."""
        texts = [statement.text for statement in self.said]
        return Overlap(texts, [texts[number] for number in np.flatnonzero(~self.learnt)])

    def _centred(self, raw: Array) -> Array:
        """Subtract the mean; rows of zeros stay zeros."""
        has_vector = np.any(raw, axis=1, keepdims=True)
        return unit(np.where(has_vector, raw - self._mean, 0))
