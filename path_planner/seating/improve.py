"""The search for few repeat meetings: parties change places until nothing better is found.

A tabu search, after Dotú and Van Hentenryck ("Scheduling social golfers locally", 2005): of all
swaps in a round of a party that could do better, the best is made, even if it makes things worse,
and those do not swap back for a while. The search goes from round to round; while it is in one,
what a meeting costs depends on the other rounds alone, so all swaps come from one matrix.

The work is bounded by counting, not by a clock: one seed gives one plan on every machine.

Two parties of one size swap; or a party of several swaps with a *bundle*: as many people, in more
than one party, who sit at another table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from path_planner.seating.parties import Needs
from path_planner.seating.placing import Start
from path_planner.seating.tally import Ints, Past, Prices, Tally

_NEVER = 1 << 40
_NOISE = 10
"""Random bits by which equal swaps are told from each other."""
_TABU = (2, 6)
"""For how many steps those who swapped stay, from and to."""
_STEP = 5_000
"""The work of a step beside the swaps that it compares, counted in swaps."""

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


def improve(needs: Needs, start: Start, past: Past, rng: Random, work: int) -> list[dict[int, int]]:
    """Return better rounds than those of the start: a table for each person in each of them."""
    search = _Search(Tally(needs, start, past), rng)
    search.run(work)
    parties = len(start.parties)
    return [start.seated([int(table) for table in row[:parties]]) for row in search.best]


class _Best(NamedTuple):
    """A change of places: what it adds to the cost, and the parties of two tables."""

    change: int = _NEVER
    ones: Sequence[int] = ()
    others: Sequence[int] = ()


class _Search:
    """The state of a search: the rounds as they are, the best so far, and what is tabu."""

    def __init__(self, tally: Tally, rng: Random) -> None:
        self.tally = tally
        self.rng = rng
        self.best = tally.rounds.copy()
        self.cost = self.least = tally.cost()
        self.floor = tally.floor()
        self.step = 0
        everybody = np.arange(len(tally.parties))
        self.everybody = everybody
        self.tabu = np.zeros((len(tally.rounds), len(everybody), len(everybody)), np.int64)
        self.cannot = ~tally.moving[:, None] | (tally.sizes[:, None] != tally.sizes[None, :])
        self.cannot |= ~tally.moving[None, :]
        several = {int(size) for size in tally.sizes[tally.moving] if size > 1}
        self.several = {
            size: np.flatnonzero((tally.sizes == size) & tally.moving) for size in sorted(several)
        }
        self.bundles: dict[tuple[int, int, int], list[list[int]]] = {}
        self.random_bits = _random_bits(int(rng.random() * (1 << 53)), 1 << 16)

    def run(self, work: int) -> None:
        """Go from round to round until nothing could be better or the work is done."""
        rounds = len(self.tally.rounds)
        idle = 0
        while self.least > self.floor and work > 0 and idle < 4 * rounds:
            before = self.step
            work -= self.visit(int(self.rng.random() * rounds))
            idle = idle + 1 if self.step == before else 0

    def visit(self, number: int) -> int:
        """Make some swaps in one round; return the work that it took."""
        prices = self.tally.take_out(number)
        work = len(self.everybody) ** 2 + _STEP
        for _step in range(max(4, len(self.everybody) // 8)):
            best = _Best()
            for swaps in self.swaps(prices, number):
                work += _STEP + swaps.change.size * swaps.others.shape[1]
                best = min(best, self.best_of(swaps, number), key=lambda one: one.change)
                if best.change < 0:
                    break
            if not best.ones:
                break
            self.swap(prices, number, best)
            if self.least <= self.floor:
                break
        self.tally.put_back(number)
        return work

    def unhappy(self, prices: Prices, row: Ints) -> Ints:
        """Return the parties that might do better at another table."""
        now = prices.at[self.everybody, row]
        wants = now > 0
        if self.tally.attracts:
            wants |= now > prices.at.min(axis=1)
        return np.flatnonzero(wants & self.tally.moving)

    def swaps(self, prices: Prices, number: int) -> Iterator[Swaps]:
        """Yield the swaps of parties that might do better, with single parties first."""
        row = self.tally.rounds[number]
        parties = self.unhappy(prices, row)
        yield single_swaps(prices, row, parties)
        for size, several in self.several.items():
            unhappy = np.isin(several, parties)
            bundles = self.bundles_at(number, size, range(self.tally.tables))
            yield bundle_swaps(prices, row, several[unhappy], bundles)
            near = self.bundles_at(number, size, sorted({int(table) for table in row[parties]}))
            near = near[np.isin(near, parties).any(axis=1)]
            yield bundle_swaps(prices, row, several[~unhappy], near)

    def bundles_at(self, number: int, size: int, tables: Sequence[int]) -> Ints:
        """Return the bundles of so many people at some tables."""
        found: list[list[int]] = []
        row, tally = self.tally.rounds[number], self.tally
        for table in tables:
            key = (number, table, size)
            if key not in self.bundles:
                present = np.flatnonzero((row == table) & tally.moving)
                self.bundles[key] = bundles_of(present, tally.sizes, size)
            found += self.bundles[key]
        return np.array(found, np.int64).reshape(-1, size)

    def best_of(self, swaps: Swaps, number: int) -> "_Best":
        """Return the best swap that is allowed."""
        if not swaps.change.size:
            return _Best()
        row, first = self.tally.rounds[number], swaps.others[:, 0]
        barred = self.tabu[number][np.ix_(swaps.parties, first)] > self.step
        barred &= swaps.change + self.cost >= self.least
        barred |= row[swaps.parties][:, None] == row[first][None, :]
        if swaps.others.shape[1] == 1:
            barred |= self.cannot[swaps.parties]
        value = np.where(barred, _NEVER, swaps.change)
        begin = int(self.rng.random() * len(self.random_bits))
        bits = np.resize(self.random_bits[begin:], value.shape)
        place, other = divmod(int(((value << _NOISE) + bits).argmin()), len(first))
        if value[place, other] >= _NEVER:
            return _Best()
        others = [int(one) for one in swaps.others[other] if one >= 0]
        return _Best(int(value[place, other]), [int(swaps.parties[place])], others)

    def swap(self, prices: Prices, number: int, best: "_Best") -> None:
        """Let parties of two tables change places."""
        ones, others = best.ones, best.others
        row = self.tally.rounds[number]
        here, there = int(row[ones[0]]), int(row[others[0]])
        moved = prices.between[:, others].sum(axis=1) - prices.between[:, ones].sum(axis=1)
        prices.at[:, here] += moved
        prices.at[:, there] -= moved
        row[ones], row[others] = there, here
        for size in self.several:
            self.bundles.pop((number, here, size), None)
            self.bundles.pop((number, there, size), None)
        self.step += 1
        low, high = _TABU
        until = self.step + low + int(self.rng.random() * (high - low + 1))
        self.tabu[number][np.ix_(ones, others)] = until
        self.tabu[number][np.ix_(others, ones)] = until
        self.cost += best.change
        if self.cost < self.least:
            self.least = self.cost
            self.best = self.tally.rounds.copy()


def _random_bits(seed: int, count: int) -> NDArray[np.int64]:
    """Return random numbers of a few bits, the same in each version of NumPy (SplitMix64)."""
    mixed = np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    mixed += np.uint64(seed)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed = mixed ^ (mixed >> np.uint64(31))
    return (mixed >> np.uint64(64 - _NOISE)).astype(np.int64)
