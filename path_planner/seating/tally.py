"""What a plan costs while it is searched: who has met whom, who has been where, what is unmet.

Everything is a whole number, so that it is the same on every machine. People are sorted by party.
Each free seat is a party of nobody, so that to move to one is to change places with nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from path_planner.seating.parties import MOVES, Needs, Party
from path_planner.seating.placing import Start

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

REPEAT = 10
"""What it costs that two people meet again; what a need costs is far more than all of these."""
_RETURN = 3 * REPEAT
_UNEVEN = 3_000
_NEED = 60_000
_APART = 200_000


@dataclass(frozen=True, slots=True)
class Past:
    """How often who met whom in rounds that were played, and was at which table."""

    met: Ints
    been: Ints


@dataclass(frozen=True, slots=True)
class Prices:
    """What changes cost in one round, while all other rounds stay as they are."""

    between: Ints
    """What it costs that two parties share a table."""
    at: Ints
    """What it costs that a party (row) is at a table (column) with those who are there."""


class Tally:
    """Counts of all rounds, as the search changes them."""

    def __init__(self, needs: Needs, start: Start, past: Past) -> None:
        """Count the rounds of the start."""
        capacity, parties = start.capacity, start.parties
        self.tables = len(capacity)
        free = sum(capacity) - needs.people
        self.parties = (*parties, *(Party((needs.people + seat,)) for seat in range(free)))
        self.sizes = np.array([party.size for party in self.parties], np.int64)
        self.moving = np.array([party.stays_at == MOVES for party in self.parties])
        self.rounds = np.array(
            [_with_free(parties, row, capacity) for row in start.rounds], np.int64
        )
        self._first = np.cumsum(self.sizes) - self.sizes
        self._party = np.repeat(np.arange(len(self.parties)), self.sizes)
        self._people = np.array([one for party in self.parties for one in party.people], np.int64)
        self._real = self._people < needs.people
        self._comes_back = self._real & self.moving[self._party]
        linear = self.tables < max(capacity) or len(start.rounds) > self.tables
        most = len(start.rounds) + int(past.met.max(initial=0)) + 1
        self._again = np.array(
            [0, *(REPEAT - 1 + times if linear else REPEAT * times for times in range(1, most))]
        )
        self._return = 1 if linear else _RETURN
        self._set_needs(needs)
        self._set_past(past)

    def _set_needs(self, needs: Needs) -> None:
        unmet = np.zeros((len(self._people), self.tables), np.int64)
        unmet[self._real] = np.array(needs.unmet, np.int64)[self._people[self._real]]
        self.unmet = np.add.reduceat(unmet, self._first, axis=0)
        between = np.zeros((len(self._people), len(self._people)), np.int64)
        self._counts = np.outer(self._real, self._real)
        place = np.argsort(self._people)
        for pairs, price in ((needs.apart, _APART), (needs.together, -_NEED)):
            for one, other in pairs:
                first, second = place[[one, other]]
                between[first, second] = between[second, first] = price
        for one, other in needs.together:
            first, second = place[[one, other]]
            self._counts[first, second] = self._counts[second, first] = False
        between[np.outer(~self._real, ~self._real)] = _UNEVEN
        same_party = self._party[:, None] == self._party[None, :]
        between[same_party] = 0
        self._counts &= ~same_party
        self._between = self._by_party(between)
        self.attracts = bool((self._between < 0).any())

    def _set_past(self, past: Past) -> None:
        everybody = len(self._people)
        real = np.flatnonzero(self._real)
        self._met = np.zeros((everybody, everybody), np.int64)
        self._met[np.ix_(real, real)] = past.met[np.ix_(self._people[real], self._people[real])]
        self._been = np.zeros((everybody, self.tables), np.int64)
        self._been[real] = past.been[self._people[real]]
        self._past_cost = self._cost_of_meetings()
        for number in range(len(self.rounds)):
            self.put_back(number)

    def _by_party(self, values: Ints) -> Ints:
        """Add up what holds between people to what holds between parties."""
        if len(self.parties) == len(self._people):
            return values
        rows = np.add.reduceat(values, self._first, axis=0)
        return np.add.reduceat(rows, self._first, axis=1)

    def take_out(self, number: int) -> Prices:
        """Count a round no longer, and return what changes in it cost."""
        self._count(number, -1)
        again = np.where(self._counts, self._again[self._met], 0)
        between = self._by_party(again) + self._between
        back = self._return * ((self._been > 0) & self._comes_back[:, None])
        places = self.rounds[number][:, None] == np.arange(self.tables)[None, :]
        # Whole numbers below 2**53 are exact as floats in any order of adding, and quicker.
        company = (between.astype(np.float64) @ places.astype(np.float64)).astype(np.int64)
        alone = np.add.reduceat(back, self._first, axis=0) + _NEED * self.unmet
        return Prices(between, alone + company)

    def put_back(self, number: int) -> None:
        """Count a round as it is now."""
        self._count(number, 1)

    def _count(self, number: int, times: int) -> None:
        tables = self.rounds[number][self._party]
        self._met += times * (tables[:, None] == tables[None, :])
        self._been[np.arange(len(tables)), tables] += times

    def _cost_of_meetings(self) -> int:
        total = np.cumsum(self._again)
        repeats = np.concatenate([[0], total])[self._met][self._counts].sum() // 2
        back = np.maximum(self._been - 1, 0)[self._comes_back].sum()
        return int(repeats) + self._return * int(back)

    def cost(self) -> int:
        """Return what all rounds cost together."""
        total = self._cost_of_meetings() - self._past_cost
        for row in self.rounds:
            total += _NEED * int(self.unmet[np.arange(len(row)), row][self.moving].sum())
            total += int(self._between[row[:, None] == row[None, :]].sum()) // 2
        return total

    def floor(self) -> int:
        """Return a cost that no rounds can be below: who can sit at few tables comes back."""
        least = self.unmet.min(axis=1)
        tables = (self.unmet == least[:, None]).sum(axis=1)
        rounds = len(self.rounds)
        back = np.maximum(rounds - tables, 0) * (self._again[1] + self._return)
        nobody = np.array([not self._real[first] for first in self._first])
        back[nobody] = 0
        each = back * self.sizes + rounds * _NEED * least
        attracted = rounds * int(self._between[self._between < 0].sum()) // 2
        return int(each[self.moving].sum()) + attracted


def _with_free(parties: Sequence[Party], row: Sequence[int], capacity: Sequence[int]) -> list[int]:
    """Return the table of each party, and of nobody on each free seat."""
    free = list(capacity)
    for party, table in zip(parties, row, strict=True):
        free[table] -= party.size
    return [*row, *(table for table, seats in enumerate(free) for _seat in range(seats))]
