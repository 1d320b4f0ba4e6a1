"""Similarity of two texts: its level in words, the words that explain it, and equal answers."""

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

DIGITS = 4
"""Decimal digits of a similarity; people cannot tell finer differences."""

_NOT_A_WORD = re.compile(r"[\W_]+")


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


def equal_lines(texts: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return ids by equal words, given pairs of an id and a text; lines and ids in their order."""
    lines: dict[str, list[str]] = {}
    for text_id, text in texts:
        lines.setdefault(line_key(text), []).append(text_id)
    return [tuple(ids) for ids in lines.values()]


def line_key(text: str) -> str:
    """Return what two texts share that say the same words; a text without words stands as it is."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_A_WORD.sub(" ", plain).strip() or plain.strip()
