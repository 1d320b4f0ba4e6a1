"""Sums that come out the same on every processor, because nothing is rounded inside them.

The sum of floating-point numbers depends on the order of its terms. A BLAS library chooses that
order, and whether it rounds between multiplying and adding, by the processor, the number of
threads, the shape of the matrices and the place of a row in them. So the last digit of a result
depends on what else is computed along with it, and with that digit, now and then, which of two
texts is the nearer one, or whether a limit is reached.

The idea: every term is a multiple of one step, and the sum of any of the terms is at most 2**53
steps. Up to there float64 holds every whole number, so each addition is exact, and all orders
give the same. It is the splitting of Ozaki, Ogita, Oishi and Rump ("Error-free transformations of
matrix multiplication by using fast routines of matrix multiplication", Numerical Algorithms 59,
2012) with a single slice, and the pre-rounding of Demmel and Nguyen ("Fast reproducible
floating-point summation", ARITH 21, 2013).

The invariant, in all of `path_planner.similarity`: sums are taken over values on a grid, within
the bound that is stated where they are taken. Between sums stand only operations that IEEE 754
defines to the last digit, one element at a time: + - * /, the square root, rounding and
comparing. Logarithms, `tanh`, `eigh` and Python's `sum` of floats are none of these.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

DIGITS = 53
"""Binary digits of float64: sums of up to 2**53 steps are exact."""
UNIT_DIGITS = 24
"""Vectors of length one are on a grid of 2**-24.

The product of two of them, in parts or whole, is at most 1 (Cauchy and Schwarz): 2**48 steps.
"""
_SCALED_DIGITS = 20
"""Values of at most 1 are squared on this grid: 8,192 squares are at most 2**53 steps."""


def on_grid(values: Array, digits: int = UNIT_DIGITS) -> Array:
    """Return the nearest multiples of 2**-digits."""
    steps = values * 2.0**digits
    np.rint(steps, out=steps)
    steps *= 2.0**-digits
    return steps


def lengths(rows: Array) -> Array:
    """Return the length of each row, in a column; rows may have up to 8,192 columns."""
    largest: Array = np.max(np.abs(rows), axis=-1, keepdims=True, initial=0.0)
    scaled = on_grid(rows / np.where(largest > 0, largest, 1.0), _SCALED_DIGITS)
    squares: Array = np.sum(scaled * scaled, axis=-1, keepdims=True)
    return largest * np.sqrt(squares)


def unit(rows: Array) -> Array:
    """Return the rows as vectors of length one, on the grid; a row of zeros stays one."""
    length = lengths(rows)
    return on_grid(rows / np.where(length > 0, length, 1.0))
