"""Where a search begins: rounds in which needs are met, or as many as can be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from path_planner.seating.parties import MOVES, Needs, Party, parties_of, unmet_anywhere
from path_planner.seating.placing import place, shuffled
from path_planner.seating.room import even_sizes


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
