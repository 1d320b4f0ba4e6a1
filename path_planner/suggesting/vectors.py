"""Vectors that were made once are kept: in this program, and in a file that is safe to lose.

They tell what a text is about, so they are as private as the text. In the file a text stands as
a hash, and the file is written anew with the texts of today: what was withdrawn leaves it.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from path_planner.suggesting import encoder
from path_planner.suggesting.encoder import LENGTH, NAME, TOGETHER, Vector

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
            made = encoder.encode([text for text, _ in company])
            known.update(zip((key for _, key in company), made, strict=True))
        if progress:
            progress(len(new), len(new))
        self._keep(known)
        rows = np.zeros((len(keys), LENGTH), np.float32)
        for number, (key, _) in enumerate(keys):
            rows[number] = known[key]
        return rows

    def learn(self, written: bytes | None, texts: Iterable[str]) -> bool:
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
