"""Similarity of two texts: its level in words, and the words that explain it."""

from enum import IntEnum
from typing import NamedTuple

DIGITS = 4
"""Decimal digits of a similarity; people cannot tell finer differences."""


class Method(IntEnum):
    """The level of similarity, in steps that a person can tell apart."""

    HARDLY = 0
    A_LITTLE = 1
    RATHER = 2
    VERY = 3


_LEAST_COSINE = {Method.VERY: 0.55, Method.RATHER: 0.42, Method.A_LITTLE: 0.25}
"""The least cosine for each level.

Of pairs of natural voices, most at VERY share a theme, and two of three at RATHER. Where the same
words mean different things, as in the held-out set, far fewer do: people decide.
"""
_LEAST_OVERLAP = {Method.VERY: 0.5, Method.RATHER: 0.3, Method.A_LITTLE: 0.15}


class Shared(NamedTuple):
    """A word of one text and the matching word of the other; often the same."""

    one: str
    other: str


class Match(NamedTuple):
    """A text similar to the one in question."""

    id: str
    score: float
    how: Method
    by_sense: bool
    """Compared by vectors; otherwise by character n-grams, as its language is not supported."""
    words: tuple[Shared, ...] = ()


def least_score(level: Method, by_sense: bool) -> float:
    """Return the least similarity at a level."""
    return (_LEAST_COSINE if by_sense else _LEAST_OVERLAP)[level]


def in_words(score: float, by_sense: bool) -> Method:
    """Return the level of a similarity."""
    levels = _LEAST_COSINE if by_sense else _LEAST_OVERLAP
    return next((level for level, least in levels.items() if score >= least), Method.HARDLY)
