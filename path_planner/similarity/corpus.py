"""A pile of texts, made ready so that each can be compared with all the others.

The likeness of two texts is the cosine of their vectors, after what all texts have in common is
taken away: their mean, and in a large pile the directions in which they differ most (Mu, Bhat and
Viswanath, "All-but-the-Top", ICLR 2018). Sentence vectors fill a narrow cone; without that step
all of them are alike. Texts in a language that was not learnt are compared by their letters
instead.

A likeness is the same whichever way it is asked for, in both directions, and on every machine:
rows are on the grid of `fixed_point`, so their products are exact, and it is then rounded to four
digits.
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

from path_planner.similarity.embeddings import HERE, Progress, Vectors, single_threaded
from path_planner.similarity.fixed_point import Array, on_grid, unit
from path_planner.similarity.languages import is_supported
from path_planner.similarity.principal_directions import principal_directions
from path_planner.similarity.similarity import DIGITS

_LONGEST = 5
_SHORTEST = 3
_MOST_LETTERS = 2_000
_NOT_A_WORD = re.compile(r"[\W_]+")


class Overlap:
    """Texts by their runs of three to five letters; a run that few texts have counts for more."""

    def __init__(self, texts: Sequence[str]) -> None:
        counted = [Counter(runs(text)) for text in texts]
        self._spread = Counter(run for counts in counted for run in counts)
        self._texts = len(texts)
        where: dict[str, list[tuple[int, float]]] = {}
        for number, counts in enumerate(counted):
            for run, weight in self._weighed(counts).items():
                where.setdefault(run, []).append((number, weight))
        self._where = {
            run: (np.array([n for n, _ in found]), np.array([w for _, w in found], np.float64))
            for run, found in where.items()
        }

    def row(self, text: str) -> Array:
        """Return how much a text overlaps with each of the texts, from 0 to 1."""
        found = np.zeros(self._texts, np.float64)
        for run, weight in sorted(self._weighed(Counter(runs(text))).items()):
            if run in self._where:
                numbers, weights = self._where[run]
                found[numbers] += weight * weights
        return found

    def against(self, one: str, other: str) -> float:
        """Return how much two texts overlap, in the eyes of these texts."""
        ours, theirs = (self._weighed(Counter(runs(text))) for text in (one, other))
        return fsum(weight * theirs[run] for run, weight in ours.items() if run in theirs)

    def _weighed(self, counts: Counter[str]) -> dict[str, float]:
        weights = {
            run: (1 + log(count)) * (1 + log(1 + self._texts) - log(1 + self._spread[run]))
            for run, count in counts.items()
        }
        length = sqrt(fsum(weight * weight for weight in weights.values()))
        return {run: weight / length for run, weight in weights.items()}


@cache
def log(number: int) -> float:
    """Return the natural logarithm, the same to the last digit everywhere."""
    return float(Context(prec=20).ln(Decimal(number)))


def runs(text: str) -> list[str]:
    """Return the runs of three to five letters of a text, with the borders of its words."""
    plain = f" {_NOT_A_WORD.sub(' ', text[:_MOST_LETTERS].casefold()).strip()} "
    return [
        plain[start : start + length]
        for length in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(plain) - length + 1)
    ]


Yes = NDArray[np.bool_]

_STILL = 8
"""So many silent texts are counted into the mean.

A few texts are no sample of how people speak: their whole mean is also what they are about.
"""
_FOR_EACH_DIRECTION = 80
"""Fewer voices differ most in what they are about: a record of one meeting, say."""
_MOST_DIRECTIONS = 2
_AT_A_TIME = 64


class Statement(NamedTuple):
    """A text, and the language it is in, where that was noted."""

    text: str
    language: str = ""


class Corpus:
    """Texts by id. What all of them have in common is taken away: it tells none from another."""

    def __init__(
        self,
        said: Mapping[str, Statement],
        vectors: Vectors = HERE,
        progress: Progress | None = None,
    ) -> None:
        single_threaded()
        # By id, so that the same pile in another order is the same pile.
        self.ids = tuple(sorted(said))
        self.place = {record_id: number for number, record_id in enumerate(self.ids)}
        self.said = tuple(said[record_id] for record_id in self.ids)
        self.vectors = vectors
        raw = vectors.of((one.text for one in self.said), progress)
        for number, one in enumerate(self.said):
            if not is_supported(one.language):
                raw[number] = 0
        self.learnt: Yes = np.any(raw, axis=1)
        self._middle, self._common = _in_common(raw[self.learnt])
        self.rows = self._apart(raw)

    def vectors_of(self, texts: Iterable[str]) -> Array:
        """Return how this pile sees texts that are not in it, such as statements, one a row."""
        return self._apart(self.vectors.of(texts))

    def scores(self, number: int) -> Array:
        """Return how like each text is to one of them, from -1 to 1."""
        like: Array = self.rows @ self.rows[number]
        return np.round(self._with_letters(number, like, np.arange(len(self.ids))), DIGITS)

    def scores_of_each(self, numbers: Sequence[int]) -> Iterator[Array]:
        """Yield for each of some texts how like the others of them are, many at a time."""
        chosen = np.array(numbers, int)
        for start in range(0, len(chosen), _AT_A_TIME):
            some = chosen[start : start + _AT_A_TIME]
            block = self.rows[some] @ self.rows[chosen].T
            for number, like in zip(map(int, some), block, strict=True):
                yield np.round(self._with_letters(number, like, chosen), DIGITS)

    def _with_letters(self, number: int, like: Array, chosen: NDArray[np.int_]) -> Array:
        if not self.learnt[number]:
            return self.overlap(number)[chosen]
        if self.learnt.all():
            return like
        return np.where(self.learnt[chosen], like, self._to_strange[:, number][self._at[chosen]])

    @cached_property
    def _at(self) -> NDArray[np.int_]:
        """Where among the strange texts one is; of the others it says nothing."""
        places: NDArray[np.int_] = np.maximum(np.cumsum(~self.learnt) - 1, 0)
        return places

    @cached_property
    def _to_strange(self) -> Array:
        """How much each strange text overlaps with all: the same seen from the other side."""
        return np.stack([self.overlap(int(one)) for one in np.flatnonzero(~self.learnt)])

    def overlap(self, number: int) -> Array:
        """Return how much of its letters each text shares with one of them."""
        return np.round(self.char_ngrams.row(self.said[number].text), DIGITS)

    def outliers(self) -> tuple[str, ...]:
        """Return the texts in languages that were not learnt: only their letters are compared."""
        return tuple(
            record_id
            for number, record_id in enumerate(self.ids)
            if not self.learnt[number] and any(map(str.isalpha, self.said[number].text))
        )

    def is_semantic(self, one: int, other: int) -> bool:
        """Say whether two texts are compared by what they say, not by their letters."""
        return bool(self.learnt[one] and self.learnt[other])

    @cached_property
    def char_ngrams(self) -> Overlap:
        """The texts by their letters; made only where a language was not learnt."""
        return Overlap([one.text for one in self.said])

    def _apart(self, raw: Array) -> Array:
        known = np.any(raw, axis=1, keepdims=True)
        # What goes into a product is on the grid, also where a sum has but two terms.
        rows = on_grid(np.where(known, raw - self._middle, 0))
        return unit(rows - on_grid(rows @ self._common.T) @ self._common)


def _in_common(raw: Array) -> tuple[Array, Array]:
    """Return the middle of all texts and the directions in which they differ most.

    Those directions tell how a text is said ("I want …"), not what about. A small pile keeps
    them: there they may well be what it is about.
    """
    middle = raw.sum(axis=0) / (len(raw) + _STILL)
    directions = min(_MOST_DIRECTIONS, len(raw) // _FOR_EACH_DIRECTION)
    if not directions:
        return middle, np.zeros((0, raw.shape[1]))
    return middle, principal_directions(raw - middle, directions)
