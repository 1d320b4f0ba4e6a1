"""Chance that comes out the same for the same seed, on every machine and version."""

import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

# As in real ids: without the letters and digits that look alike.
_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


class Chance:
    """Draws that use only `random()`: the one whose sequence Python promises to keep."""

    def __init__(self, *seed: object) -> None:
        self._draw = random.Random(":".join(map(str, seed))).random  # noqa: S311  (no secret)

    def between(self, low: float, high: float) -> float:
        """Return a number between two."""
        return low + (high - low) * self._draw()

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of these."""
        return choices[int(self._draw() * len(choices))]

    def happens(self, likelihood: float) -> bool:
        """Say whether something of this likelihood happens."""
        return self._draw() < likelihood

    def fresh_id(self) -> str:
        """Return an id."""
        return "".join(self.one_of(_ALPHABET) for _ in range(10))
