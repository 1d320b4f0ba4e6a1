"""Plans in which everybody goes on by moves of their seat, by the rule for people or another list.

A guest who sits on seat k of table t at first has a *route*: table t + moves[k][r] in round r, and
seat k there. Who comes later has a route too, as if they had been there from the beginning.

The host stays on seat 0. The guest on seat k of table t goes to table t + a[k][r] in round r, round
the room, and sits on the same seat there. By the rule for people, a[k][r] is k times r: "the guest
on seat k moves k tables on". Guests of two seats meet at most once, and none comes back to a table,
if the differences a[k][r] - a[j][r] are all different: such a list is a difference matrix. Where
the rule gives none, a small search often finds one, as for six tables of four and five rounds.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from path_planner.seating.parties import MOVES, Needs
from path_planner.seating.placing import match, shuffled

Moves = tuple[tuple[int, ...], ...]
"""How many tables on from the first a guest is: a row a seat, a column a round."""

_NODES = 20_000
"""How many steps the search takes before it gives up; it takes most for eight seats."""

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


def rule_holds(tables: int, seats: int, rounds: int) -> bool:
    """Say whether nobody meets anyone twice by the rule, and nobody comes back to a table."""
    return all(
        rounds_on * seats_on % tables
        for rounds_on in range(1, rounds)
        for seats_on in range(1, seats)
    )


def rule_moves(seats: int, rounds: int) -> Moves:
    """Return the moves of the rule: the guest on seat k moves k tables on."""
    return tuple(tuple(seat * number for number in range(rounds)) for seat in range(seats))


def other_moves(tables: int, seats: int, rounds: int) -> Moves | None:
    """Search moves by which nobody meets twice or comes back, where the rule has none."""
    if seats > tables or rounds > tables:
        return None
    nodes = iter(range(_NODES))
    rows = [(0,) * rounds]
    return tuple(rows) if _add_rows(rows, tables, seats, nodes) else None


def _add_rows(rows: list[tuple[int, ...]], tables: int, seats: int, nodes: Iterator[int]) -> bool:
    """Add a row for each seat that has none; leave the rows as they were if there is none."""
    if len(rows) == seats:
        return True
    for row in _next_rows(rows, [0], tables, nodes):
        rows.append(row)
        if _add_rows(rows, tables, seats, nodes):
            return True
        rows.pop()
    return False


def _next_rows(
    rows: list[tuple[int, ...]], row: list[int], tables: int, nodes: Iterator[int]
) -> Iterator[tuple[int, ...]]:
    """Yield each row that begins in this way and differs as it must from those before it."""
    column = len(row)
    if column == len(rows[0]):
        yield tuple(row)
        return
    for move in range(1, tables):
        if next(nodes, None) is None:
            return
        if all(
            (move - other[column] - row[earlier] + other[earlier]) % tables
            for other in rows
            for earlier in range(column)
        ):
            yield from _next_rows(rows, [*row, move], tables, nodes)
