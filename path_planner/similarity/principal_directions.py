"""The directions in which vectors differ most (principal components), the same on every processor.

By orthogonal iteration (Golub and Van Loan, "Matrix Computations", 8.2): multiply by the
covariance matrix, make the directions orthonormal, repeat. LAPACK's `eigh` gets there sooner, but
its last digits differ between processors. Each step here is exact sums and rounding to the grid,
so every processor walks the same way, also where it ends before the last digit has settled.
"""

import numpy as np

from path_planner.similarity.fixed_point import DIGITS, Array, on_grid, unit

_MOST_STEPS = 400
_SPREAD_DIGITS = 28


def principal_directions(vectors: Array, count: int) -> Array:
    """Return the main directions of vectors no longer than 2, as rows of length one.

    `vectors` are rows that differ from their mean; `count` is small.
    """
    spread = _spread(vectors)
    # Begun from the two that vary most, for those are not at right angles to what is sought.
    first = np.argsort(-np.diagonal(spread), kind="stable")[:count]
    directions = _orthonormal(spread[first])
    for _ in range(_MOST_STEPS):
        before, directions = directions, _orthonormal(directions @ spread)
        if np.array_equal(before, directions):
            break
    return directions


def _spread(vectors: Array) -> Array:
    """Return the covariance matrix, divided by its trace: then no eigenvalue is above 1.

    An entry is at most 4 for each vector, and so is the trace: the grid leaves room for as many as
    there are. A row of the result is no longer than 1, nor is a direction: in steps of 2**-52 their
    product is at most 2**52.
    """
    room = DIGITS - 2 - len(vectors).bit_length()
    rows = on_grid(vectors, room // 2)
    products = rows.T @ rows
    trace = np.trace(products)
    return on_grid(products / trace, _SPREAD_DIGITS) if trace else products


def _orthonormal(rows: Array) -> Array:
    """Return directions at right angles to each other (Gram and Schmidt, one after another)."""
    made: list[Array] = []
    for row in rows:
        rest = unit(row)
        for other in made:
            rest = rest - (rest @ other) * other
            rest = unit(rest)
        made.append(rest)
    return np.array(made)
