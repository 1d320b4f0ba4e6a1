"""Plans in which everybody goes on by moves of their seat, by the rule for people or another list.

A guest who sits on seat k of table t at first has a *route*: table t + moves[k][r] in round r, and
seat k there. Who comes later has a route too, as if they had been there from the beginning.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from path_planner.seating.parties import MOVES, Needs
from path_planner.seating.placing import match, shuffled
from path_planner.seating.rule import Moves

Origin = tuple[int, int]
"""The table and the seat of the first round."""

_TRIES = 20
"""How often guests are seated anew where some are to be apart."""
_UNEVEN = 2
"""How many more may sit at one table than at another after people have left."""


@dataclass(frozen=True)
class Routes:
    """Where people come by their moves, and from which round on that is to meet their needs."""

    needs: Needs
    stays_at: Sequence[int]
    moves: Moves
    first: int

    @cached_property
    def hosts(self) -> dict[int, int]:
        """Return the table of each person who stays at one."""
        return {one: table for one, table in enumerate(self.stays_at) if table != MOVES}

    @cached_property
    def tables(self) -> int:
        """Return how many tables there are."""
        return len(self.needs.limits)

    def route(self, origin: Origin) -> list[int]:
        """Return the table of each round for a guest who begins here."""
        table, seat = origin
        return [(table + move) % self.tables for move in self.moves[seat]]

    def origin(self, table: int, seat: int, number: int) -> Origin:
        """Return where a guest began who is on this seat in a round."""
        return (table - self.moves[seat][number]) % self.tables, seat

    def origins(self, known: Mapping[int, Origin], rng: Random) -> dict[int, Origin] | None:
        """Return where each guest begins so that all needs are met, or nothing.

        `known` has those who go on from where they are.
        """
        if not self._is_possible():
            return None
        used = set(known.values())
        new = [
            one for one in range(self.needs.people) if one not in self.hosts and one not in known
        ]
        free = [
            (table, seat)
            for seat in range(1, len(self.moves))
            for table in range(self.tables)
            if (table, seat) not in used
        ]
        for _try in range(_TRIES if self.needs.apart else 1):
            begin = self._begin(new, free[: len(new)], rng)
            if begin is None:
                return None
            if self._serve({**known, **begin}):
                return {**known, **begin}
        return None

    def _is_possible(self) -> bool:
        """Say whether there is one host a table, nobody stays with anyone, and seats are enough."""
        guests = self.needs.people - self.tables
        return (
            sorted(self.hosts.values()) == list(range(self.tables))
            and not self.needs.together
            and min(self.needs.limits) >= len(self.moves)
            and guests <= self.tables * (len(self.moves) - 1)
        )

    def _begin(
        self, people: Sequence[int], free: Sequence[Origin], rng: Random
    ) -> dict[int, Origin] | None:
        """Match people with free origins whose routes meet their needs."""
        order = [free[number] for number in shuffled(range(len(free)), rng)]
        everywhere = range(len(order))
        wanted = {
            one: [at for at in everywhere if self._is_met(one, order[at])]
            if any(self.needs.unmet[one])
            else everywhere
            for one in people
        }
        particular = sorted(people, key=lambda one: (len(wanted[one]), one))
        places = match([wanted[one] for one in particular], [1] * len(order))
        if places is None:
            return None
        return {one: order[at] for one, at in zip(particular, places, strict=True)}

    def _is_met(self, person: int, origin: Origin) -> bool:
        """Say whether each table of a route meets as many needs as any table does."""
        unmet = self.needs.unmet[person]
        least = min(unmet)
        return all(unmet[table] == least for table in self.route(origin)[self.first :])

    def _serve(self, origins: Mapping[int, Origin]) -> bool:
        """Say whether no route breaks a need, and tables stay about as full as each other."""
        rounds = len(self.moves[0]) - self.first
        paths = {one: self.route(origin)[self.first :] for one, origin in origins.items()}
        paths |= {one: [table] * rounds for one, table in self.hosts.items()}
        for one, other in self.needs.apart:
            if any(here == there for here, there in zip(paths[one], paths[other], strict=True)):
                return False
        if not all(self._is_met(one, origin) for one, origin in origins.items()):
            return False
        return all(self._is_even(column) for column in zip(*paths.values(), strict=True))

    def _is_even(self, at: Sequence[int]) -> bool:
        """Say whether tables are about equally full, and no host is alone who need not be."""
        sizes = [at.count(table) for table in range(self.tables)]
        uneven = max(sizes) - min(sizes)
        return uneven <= 1 or (uneven == _UNEVEN and min(sizes) > 1)
