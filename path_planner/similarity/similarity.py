"""Likeness: how near two things are, in words, and what made it."""

from enum import IntEnum
from typing import NamedTuple

DIGITS = 4
"""So many digits count: more would tell apart what no person can."""


class Method(IntEnum):
    """How like something is, in steps a person can tell apart."""

    HARDLY = 0
    A_LITTLE = 1
    RATHER = 2
    VERY = 3


_BY_SENSE = {Method.VERY: 0.55, Method.RATHER: 0.42, Method.A_LITTLE: 0.25}
"""Of voices said as people say them, most that are very like share a theme, two of three rather.

Where the same words mean different things, as in the held-out set, far fewer do: people decide.
"""
_BY_LETTERS = {Method.VERY: 0.5, Method.RATHER: 0.3, Method.A_LITTLE: 0.15}


class Shared(NamedTuple):
    """A word of one text and the word of the other that goes with it; often the same."""

    one: str
    other: str


class Match(NamedTuple):
    """A text that is like the one that was asked about."""

    id: str
    score: float
    how: Method
    by_sense: bool
    """Compared by what it says; else by its letters alone, for its language was not learnt."""
    words: tuple[Shared, ...] = ()


def in_words(likeness: float, by_sense: bool) -> Method:
    """Say how like a number is."""
    steps = _BY_SENSE if by_sense else _BY_LETTERS
    return next((how for how, least in steps.items() if likeness >= least), Method.HARDLY)
