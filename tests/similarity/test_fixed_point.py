"""Sums on the grid are exact: held against whole numbers of any size, in any order."""

from math import hypot
from random import Random

import numpy as np
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from path_planner.similarity.fixed_point import UNIT_DIGITS, Array, lengths, on_grid, unit

NUMBERS = st.one_of(
    st.floats(-1, 1, allow_subnormal=False),
    st.floats(-1e6, 1e6, allow_subnormal=False),
    st.sampled_from([0.0, 1e-9, -1e-9, 0.5, 1 / 3, 2.0**-24, 2.0**-25]),
)


@st.composite
def some_rows(draw: st.DrawFn) -> Array:
    columns = draw(st.integers(1, 70))
    row = st.lists(NUMBERS, min_size=columns, max_size=columns)
    return np.array(draw(st.lists(row, min_size=1, max_size=12)))


def steps(values: Array) -> list[list[int]]:
    """Return values as whole numbers of steps; fail if one is between two steps."""
    found = values * 2.0**UNIT_DIGITS
    assert (found == np.rint(found)).all()
    return [[int(one) for one in row] for row in found]


@pytest.mark.slow
@seed(1)
@given(some_rows())
@settings(max_examples=60, deadline=None)
def test_products_of_unit_vectors_are_exact(rows: Array) -> None:
    units = unit(rows)
    whole = steps(units)
    exact = [[sum(a * b for a, b in zip(x, y, strict=True)) for y in whole] for x in whole]
    assert ((units @ units.T) * 2.0 ** (2 * UNIT_DIGITS)).tolist() == exact


@seed(2)
@given(some_rows(), st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_neither_order_nor_company_changes_a_product(rows: Array, chance: int) -> None:
    units = unit(rows)
    together = units @ units.T
    mixed = Random(chance).sample(range(units.shape[1]), units.shape[1])  # noqa: S311 # a test
    assert (units[:, mixed] @ units[:, mixed].T == together).all()
    for number, row in enumerate(units):
        assert (units @ row == together[number]).all()
        assert (unit(rows[number : number + 1]) == row).all()


@pytest.mark.slow
@seed(3)
@given(some_rows())
@settings(max_examples=60, deadline=None)
def test_a_length_is_the_length(rows: Array) -> None:
    plain = np.array([[hypot(*row)] for row in rows])
    assert lengths(rows) == pytest.approx(plain, rel=1e-5, abs=0)
    assert lengths(unit(rows)) == pytest.approx(np.where(plain > 0, 1, 0), abs=1e-5)


def test_values_go_to_the_nearest_step() -> None:
    assert on_grid(np.array([0.3, -0.3, 0.126, 0.374, 7.0]), 2).tolist() == [
        0.25,
        -0.25,
        0.25,
        0.25,
        7.0,
    ]
