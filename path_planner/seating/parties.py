"""What the search seats: parties of people who stay together, tables, and what each costs.

People and tables are numbers here, in the order of the room.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from path_planner.seating.cost import apart_pairs, together_pairs
from path_planner.seating.room import Guest, Table, lacks

MOVES = -1
"""The table of a party that goes from table to table."""
Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Party:
    """People who sit together in every round, and the table that they stay at, if they do."""

    people: tuple[int, ...]
    stays_at: int = MOVES

    @property
    def size(self) -> int:
        """Return how many they are."""
        return len(self.people)


@dataclass(frozen=True, slots=True)
class Needs:
    """What people need, as numbers: of each table, and of each other."""

    unmet: tuple[tuple[int, ...], ...]
    """How many needs of a person (row) a table (column) does not meet."""
    apart: Pairs
    together: Pairs
    limits: tuple[int, ...]
    """The seats of each table."""

    @property
    def people(self) -> int:
        """Return how many people there are."""
        return len(self.unmet)

    def unmet_by(self, party: Party, table: int) -> int:
        """Return how many needs of a party a table does not meet."""
        return sum(self.unmet[person][table] for person in party.people)

    def are_apart(self, one: Party, other: Party) -> bool:
        """Say whether some two of these people must not share a table."""
        return any((min(a, b), max(a, b)) in self.apart for a in one.people for b in other.people)


def needs_of(guests: Sequence[Guest], tables: Sequence[Table]) -> Needs:
    """Return the needs of people at these tables."""
    number = {guest.id: place for place, guest in enumerate(guests)}

    def numbers(pairs: frozenset[tuple[str, str]]) -> Pairs:
        return frozenset((min(number[a], number[b]), max(number[a], number[b])) for a, b in pairs)

    return Needs(
        tuple(_unmet(guest, tables) for guest in guests),
        numbers(apart_pairs(guests)),
        numbers(together_pairs(guests)),
        tuple(table.seats for table in tables),
    )


def _unmet(guest: Guest, tables: Sequence[Table]) -> tuple[int, ...]:
    if not guest.needs and not guest.languages:
        return (0,) * len(tables)
    return tuple(len(lacks(guest, table)) for table in tables)


def parties_of(needs: Needs, stays_at: Sequence[int]) -> tuple[Party, ...]:
    """Join people who stay together, unless two of them must be apart or no table holds them.

    `stays_at` has a table for each person who stays at one, and `MOVES` for all others.
    """
    party_of = {person: Party((person,), stays_at[person]) for person in range(needs.people)}
    for one, other in sorted(needs.together):
        first, second = party_of[one], party_of[other]
        if first != second and _may_join(needs, first, second, party_of):
            joined = _joined(first, second)
            party_of |= dict.fromkeys(joined.people, joined)
    return tuple(dict.fromkeys(party_of[person] for person in range(needs.people)))


def _joined(first: Party, second: Party) -> Party:
    return Party(tuple(sorted(first.people + second.people)), max(first.stays_at, second.stays_at))


def _may_join(needs: Needs, first: Party, second: Party, party_of: dict[int, Party]) -> bool:
    if needs.are_apart(first, second) or MOVES not in (first.stays_at, second.stays_at):
        return first.stays_at == second.stays_at and not needs.are_apart(first, second)
    joined = _joined(first, second)
    if joined.stays_at == MOVES:
        return joined.size <= max(needs.limits)
    staying = {
        person
        for party in party_of.values()
        if party.stays_at == joined.stays_at
        for person in party.people
    }
    return len(staying | set(joined.people)) <= needs.limits[joined.stays_at]


def unmet_anywhere(needs: Needs, stays_at: Sequence[int]) -> int:
    """Return how many needs are unmet in a round, wherever those sit who stay at no table."""
    unmet = 0
    party_of: dict[int, Party] = {}
    for party in parties_of(needs, stays_at):
        tables = range(len(needs.limits)) if party.stays_at == MOVES else (party.stays_at,)
        unmet += min(needs.unmet_by(party, table) for table in tables)
        party_of |= dict.fromkeys(party.people, party)
    return unmet + sum(party_of[one] != party_of[other] for one, other in needs.together)
