"""What each change of places would gain in one round.

Two parties of one size swap; or a party of several swaps with a *bundle*: as many people, in more
than one party, who sit at another table.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

import numpy as np

from path_planner.seating.tally import Ints, Prices

_NOBODY = -1
_MOST_BUNDLES = 100
"""How many bundles of a table are tried, which is all of them for two people at eight seats."""


@dataclass(frozen=True, slots=True)
class Swaps:
    """Changes of places: each party (row) with each choice of parties (column), and their gain."""

    parties: Ints
    others: Ints
    """A choice a row; filled up with -1, which is nobody."""
    change: Ints
    """What a change adds to the cost."""


def single_swaps(prices: Prices, row: Ints, parties: Ints) -> Swaps:
    """Return the swaps of some parties with each other party."""
    at, everybody = prices.at, np.arange(len(row))
    now = at[everybody, row]
    change = at[parties][:, row] - now[parties][:, None]
    change += at[:, row[parties]].T - now[None, :]
    change -= 2 * prices.between[parties]
    return Swaps(parties, everybody[:, None], change)


def bundle_swaps(prices: Prices, row: Ints, parties: Ints, bundles: Ints) -> Swaps:
    """Return the swaps of parties of several with bundles of as many people."""
    between = np.pad(prices.between, (0, 1))
    at = np.pad(prices.at, ((0, 1), (0, 0)))
    now, then = row[parties], row[bundles[:, 0]]
    change = at[parties][:, then] - at[parties, now][:, None]
    for column in bundles.T:
        change += at[column][:, now].T - at[column, then][None, :]
        change -= 2 * between[np.ix_(parties, column)]
    # They stay together, so what it costs that they meet was taken away once too often.
    for one, other in combinations(bundles.T, 2):
        change += 2 * between[one, other][None, :]
    return Swaps(parties, bundles, change)


def bundles_of(people: Ints, sizes: Ints, size: int) -> list[list[int]]:
    """Return the choices of some of these parties that are so many people, in more than one."""
    fitting = [int(one) for one in people if sizes[one] < size]
    found = islice(_bundles(fitting, sizes, size), _MOST_BUNDLES)
    return [[*one, *[_NOBODY] * (size - len(one))] for one in found]


def _bundles(people: list[int], sizes: Ints, size: int) -> Iterator[tuple[int, ...]]:
    for count in range(2, size + 1):
        for chosen in combinations(people, count):
            if sum(int(sizes[one]) for one in chosen) == size:
                yield chosen
