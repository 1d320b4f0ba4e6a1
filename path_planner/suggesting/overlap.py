"""Plain overlap of letters: for languages that nobody taught the machine, and as a yardstick."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float64]
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

    def row(self, text: str) -> Row:
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
        return sum(weight * theirs[run] for run, weight in sorted(ours.items()) if run in theirs)

    def _weighed(self, counts: Counter[str]) -> dict[str, float]:
        weights = {
            run: (1 + log(count)) * (1 + log((1 + self._texts) / (1 + self._spread[run])))
            for run, count in counts.items()
        }
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {run: weight / length for run, weight in weights.items()}


def runs(text: str) -> list[str]:
    """Return the runs of three to five letters of a text, with the borders of its words."""
    plain = f" {_NOT_A_WORD.sub(' ', text[:_MOST_LETTERS].casefold()).strip()} "
    return [
        plain[start : start + length]
        for length in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(plain) - length + 1)
    ]
