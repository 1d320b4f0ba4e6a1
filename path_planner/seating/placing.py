"""One round in which every need is met, if there is one.

Parties that are hard to place (larger than one, or to be apart from others) are tried table by
table, the hardest first; before each step a matching says whether the seats that are left could
still do for all people who cannot sit just anywhere. Those who come alone are placed by matching,
so the search is exact, but for its limit of steps.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from path_planner.seating.parties import MOVES, Needs, Party, parties_of, unmet_anywhere
from path_planner.seating.room import even_sizes

_WORK = 100_000
"""How many people are matched in all, step by step, before the search gives up."""


def place(
    needs: Needs, parties: Sequence[Party], capacity: Sequence[int], rng: Random
) -> list[int] | None:
    """Return a table for each party that meets every need that any table meets, or nothing.

    Of the tables that will do, the emptiest come first, in an order that differs by `rng`.
    """
    search = _Search(needs, parties, list(capacity), shuffled(range(len(capacity)), rng))
    return search.run()


def shuffled(numbers: Iterable[int], rng: Random) -> list[int]:
    """Return numbers in a random order, the same in each version of Python."""
    return [number for _key, number in sorted((rng.random(), number) for number in numbers)]


@dataclass
class _Search:
    needs: Needs
    parties: Sequence[Party]
    free: list[int]
    order: list[int]
    table_of: dict[int, int] = field(default_factory=dict)
    nodes: int = 0
    failed: set[tuple[int, ...]] = field(default_factory=set)

    def run(self) -> list[int] | None:
        for number, party in enumerate(self.parties):
            if party.stays_at != MOVES:
                self._put(number, party.stays_at)
        if min(self.free, default=0) < 0:
            return None
        self.may_sit = [self._tables_for(party) for party in self.parties]
        self.rivals = [self._rivals(number) for number in range(len(self.parties))]
        moving = [number for number in range(len(self.parties)) if number not in self.table_of]
        hard = [one for one in moving if self.parties[one].size > 1 or self.rivals[one]]
        self.hard = sorted(hard, key=lambda one: (len(self.may_sit[one]), -self.parties[one].size))
        easy = set(moving) - set(hard)
        self.easy = sorted(easy, key=lambda one: (len(self.may_sit[one]), one))
        self.limit = max(3 * len(self.hard), _WORK // max(self.needs.people, 1))
        if not self._place_hard(0):
            return None
        return [self.table_of[number] for number in range(len(self.parties))]

    def _tables_for(self, party: Party) -> list[int]:
        """Return the tables that meet all needs of a party, or as many as any table meets."""
        unmet = [self.needs.unmet_by(party, table) for table in self.order]
        least = min(unmet)
        return [table for table, count in zip(self.order, unmet, strict=True) if count == least]

    def _rivals(self, number: int) -> list[int]:
        party = self.parties[number]
        if not any(person in pair for pair in self.needs.apart for person in party.people):
            return []
        others = (one for one in range(len(self.parties)) if one != number)
        return [one for one in others if self.needs.are_apart(party, self.parties[one])]

    def _put(self, number: int, table: int) -> None:
        self.table_of[number] = table
        self.free[table] -= self.parties[number].size

    def _take_back(self, number: int) -> None:
        self.free[self.table_of.pop(number)] += self.parties[number].size

    def _place_hard(self, place: int) -> bool:
        if place == len(self.hard):
            return self._place_easy()
        state = (place, *self.free, *(self.table_of.get(one, MOVES) for one in self._apart()))
        self.nodes += 1
        if self.nodes > self.limit or state in self.failed or not self._could_do(place):
            return False
        number = self.hard[place]
        rivals = {self.table_of.get(one, MOVES) for one in self.rivals[number]}
        tables = [
            table
            for table in self.may_sit[number]
            if self.free[table] >= self.parties[number].size and table not in rivals
        ]
        for table in sorted(tables, key=lambda table: -self.free[table]):
            self._put(number, table)
            if self._place_hard(place + 1):
                return True
            self._take_back(number)
        self.failed.add(state)
        return False

    def _apart(self) -> list[int]:
        return [number for number in self.hard if self.rivals[number]]

    def _could_do(self, place: int) -> bool:
        """Say whether the free seats could do for all who are left, if nobody stayed together."""
        left = [one for one in (*self.hard[place:], *self.easy) if self._is_particular(one)]
        wanted = [self.may_sit[one] for one in left for _person in self.parties[one].people]
        return match(wanted, self.free) is not None

    def _is_particular(self, number: int) -> bool:
        return len(self.may_sit[number]) < len(self.free)

    def _place_easy(self) -> bool:
        tables = match([self.may_sit[number] for number in self.easy], self.free)
        if tables is None:
            return False
        for number, table in zip(self.easy, tables, strict=True):
            self._put(number, table)
        return True


def match(wanted: Sequence[Sequence[int]], free: Sequence[int]) -> list[int] | None:
    """Return a table for each person, of those that each wants, within the free seats.

    A maximum matching by augmenting paths: who finds all tables full moves others on.
    """
    seats = list(free)
    chosen: list[int] = []
    sitting: list[list[int]] = [[] for _table in seats]
    for person, tables in enumerate(wanted):
        best = max(tables, key=seats.__getitem__, default=MOVES)
        if best == MOVES or seats[best] <= 0:
            best = _make_room(wanted, tables, seats, sitting, chosen)
            if best == MOVES:
                return None
        chosen.append(best)
        sitting[best].append(person)
        seats[best] -= 1
    return chosen


def _make_room(
    wanted: Sequence[Sequence[int]],
    tables: Sequence[int],
    seats: list[int],
    sitting: list[list[int]],
    chosen: list[int],
) -> int:
    """Free a seat at one of the tables by moving people on, and return that table."""
    came_from: dict[int, tuple[int, int]] = dict.fromkeys(tables, (MOVES, MOVES))
    queue = list(came_from)
    for table in queue:
        for person in sitting[table]:
            for other in wanted[person]:
                if other in came_from:
                    continue
                came_from[other] = (table, person)
                queue.append(other)
                if seats[other] > 0:
                    return _move_on(other, came_from, seats, sitting, chosen)
    return MOVES


def _move_on(
    table: int,
    came_from: dict[int, tuple[int, int]],
    seats: list[int],
    sitting: list[list[int]],
    chosen: list[int],
) -> int:
    """Move people along the path to the free seat, and return the table that now has one."""
    seats[table] -= 1
    while came_from[table] != (MOVES, MOVES):
        before, person = came_from[table]
        sitting[before].remove(person)
        sitting[table].append(person)
        chosen[person] = table
        table = before
    seats[table] += 1
    return table


@dataclass(frozen=True, slots=True)
class Start:
    """Rounds to begin with, and what the search may fill."""

    stays_at: Sequence[int]
    """The table of each person who stays at one."""
    parties: Sequence[Party]
    capacity: Sequence[int]
    rounds: Sequence[Sequence[int]]
    """A table for each party in each round."""

    def seated(self, row: Sequence[int]) -> dict[int, int]:
        """Return the table of each person, from those of parties."""
        pairs = zip(self.parties, row, strict=True)
        return {person: table for party, table in pairs for person in party.people}


def even_capacity(needs: Needs, more: int = 0) -> list[int]:
    """Return the seats to fill if people are as evenly spread as the tables allow, or nearly so."""
    most = max(even_sizes(needs.people, needs.limits)) + more
    return [min(limit, most) for limit in needs.limits]


def start_of(needs: Needs, hosts: Sequence[Sequence[int]], rounds: int, rng: Random) -> Start:
    """Return rounds to begin with: all needs met if they can be, tables as even as they can be."""
    widest = max(needs.limits) - max(even_capacity(needs))
    for stays_at in sorted(hosts, key=lambda one: unmet_anywhere(needs, one)):
        parties = parties_of(needs, stays_at)
        if place(needs, parties, needs.limits, rng) is None:
            continue
        for more in range(widest + 1):
            capacity = even_capacity(needs, more)
            first = place(needs, parties, capacity, rng)
            if first is not None:
                others = (place(needs, parties, capacity, rng) for _round in range(rounds - 1))
                return Start(
                    stays_at, parties, capacity, [first, *(other or first for other in others)]
                )
    return _best_start(needs, hosts[0], rounds, rng)


def _best_start(needs: Needs, stays_at: Sequence[int], rounds: int, rng: Random) -> Start:
    """Return rounds in which some needs are not met; the search meets what it can."""
    parties: Sequence[Party] = parties_of(needs, stays_at)
    anywhere = replace(needs, unmet=((0,) * len(needs.limits),) * needs.people)
    for easier in (anywhere, replace(anywhere, apart=frozenset())):
        for capacity in (even_capacity(needs), list(needs.limits)):
            if first := place(easier, parties, capacity, rng):
                return Start(stays_at, parties, needs.limits, [first] * rounds)
    parties, first = _anyhow(needs, parties, rng)
    return Start(stays_at, parties, needs.limits, [first] * rounds)


def _anyhow(needs: Needs, parties: Sequence[Party], rng: Random) -> tuple[list[Party], list[int]]:
    """Seat the largest parties first, and part those for whom no table has seats enough."""
    free = list(needs.limits)
    seated: list[tuple[Party, int]] = []
    order = shuffled(range(len(parties)), rng)
    order.sort(key=lambda one: (parties[one].stays_at == MOVES, -parties[one].size))
    for number in order:
        party = parties[number]
        emptiest = max(range(len(free)), key=lambda table: free[table])
        table = party.stays_at if party.stays_at != MOVES else emptiest
        if free[table] >= party.size:
            seated.append((party, table))
            free[table] -= party.size
            continue
        for person in party.people:
            table = max(range(len(free)), key=lambda one: free[one])
            seated.append((Party((person,)), table))
            free[table] -= 1
    return [party for party, _table in seated], [table for _party, table in seated]
