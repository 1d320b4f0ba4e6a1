"""The directions in which vectors differ most, held against those that LAPACK finds."""

import numpy as np
import pytest

from benchmarks.themed_voices import held_out
from path_planner.similarity.embeddings import Vectors
from path_planner.similarity.fixed_point import Array, unit
from path_planner.similarity.principal_directions import principal_directions


def differing(rows: int, columns: int = 40, chance: int = 5) -> Array:
    """Return vectors of which two directions hold most."""
    made = np.random.default_rng(chance).standard_normal((rows, columns))
    made[:, 3] *= 9
    made[:, 7] *= 5
    made = unit(made)
    return made - made.sum(axis=0) / rows


@pytest.mark.parametrize("rows", [3, 80, 1000])
@pytest.mark.parametrize("count", [1, 2])
def test_they_span_what_lapack_finds(rows: int, count: int) -> None:
    vectors = differing(rows)
    found = principal_directions(vectors, count)
    assert found @ found.T == pytest.approx(np.eye(count), abs=1e-6)
    _, exact = np.linalg.eigh(vectors.T @ vectors)
    main = exact[:, -count:]
    assert found.T @ found == pytest.approx(main @ main.T, abs=1e-5)


@pytest.mark.slow
def test_they_span_what_lapack_finds_in_voices_whose_directions_are_nearly_equal() -> None:
    raw = Vectors().of(voice.text for voice in held_out().voices)
    vectors = raw - raw.sum(axis=0) / len(raw)
    found = principal_directions(vectors, 2)
    _, exact = np.linalg.eigh(vectors.T @ vectors)
    main = exact[:, -2:]
    assert found.T @ found == pytest.approx(main @ main.T, abs=1e-4)


def test_the_order_of_the_vectors_makes_no_difference() -> None:
    vectors = differing(300)
    found = principal_directions(vectors, 2)
    assert (principal_directions(vectors[::-1].copy(), 2) == found).all()
    mixed = np.random.default_rng(1).permutation(300)
    assert (principal_directions(vectors[mixed], 2) == found).all()


def test_where_nothing_differs_there_are_no_directions() -> None:
    assert not principal_directions(np.zeros((90, 12)), 2).any()
    same = principal_directions(np.tile(unit(np.arange(1.0, 13))[None], (90, 1)), 2)
    assert same[0] == pytest.approx(unit(np.arange(1.0, 13)), abs=1e-6)
