"""Seeded random numbers that are the same on every machine and Python version."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

# As in real ids: without easily confused letters and digits.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class Chance:
    """A generator that only uses `random()`, whose sequence Python guarantees."""

    def __init__(self, *seed: object) -> None:
        self._draw = random.Random(":".join(map(str, seed))).random  # noqa: S311  (no secret)

    def between(self, low: float, high: float) -> float:
        """Return a number between two."""
        return low + (high - low) * self._draw()

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of these."""
        return choices[int(self._draw() * len(choices))]

    def happens(self, likelihood: float) -> bool:
        """Return True with this probability."""
        return self._draw() < likelihood

    def fresh_id(self) -> str:
        """Return an id."""
        return "".join(self.one_of(_ALPHABET) for _ in range(10))
