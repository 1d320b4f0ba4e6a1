"""The people and tables of a World Café, and what a seating of them is: frozen values."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heapreplace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Guest:
    """A person who is to be seated, with what they need of a table and of the people at it."""

    id: str
    host_of: str = ""
    """The table that this person hosts; at a table with two hosts the first has seat 0."""
    needs: frozenset[str] = frozenset()
    """What a table must offer, such as `step_free` or `quiet`."""
    languages: frozenset[str] = frozenset()
    """The languages this person speaks; empty if any table will do."""
    stays_with: str = ""
    """A guest who sits at the same table in every round; it holds for both of them."""
    apart_from: frozenset[str] = frozenset()
    """Guests who never sit at the same table; it holds for both of them."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the café, the host's seat counted."""

    id: str
    seats: int
    offers: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    """The languages spoken at it; empty if any is."""


@dataclass(frozen=True, slots=True)
class Room:
    """All people and tables. Ids that nobody has are ignored, wherever they are mentioned."""

    guests: tuple[Guest, ...]
    tables: tuple[Table, ...]


class Seat(NamedTuple):
    """A guest's seat in one round; seat 0 is the host's."""

    table: str
    seat: int
    guest: str


Round = tuple[Seat, ...]
Plan = tuple[Round, ...]


class Need(StrEnum):
    """The kinds of needs that a seating may have to leave unmet."""

    OFFER = "offer"
    LANGUAGE = "language"
    TOGETHER = "together"
    APART = "apart"


class Broken(NamedTuple):
    """A need that is not met in one round (from 0)."""

    round: int
    guest: str
    need: Need
    detail: str = ""
    """What the table does not offer, or the id of the other guest."""


@dataclass(frozen=True, slots=True)
class Seating:
    """A plan for all rounds, and what is to be known about it."""

    rounds: Plan
    repeats: int
    """How many times people meet again, hosts counted, but for those who stay together."""
    returns: int
    """How many times a guest comes to a table again."""
    broken: tuple[Broken, ...]
    by_rule: bool
    """Whether each guest can go on by the rule: the guest on seat k moves k tables on."""


def room_of(guests: int, seats: int) -> Room:
    """Return a room of numbered guests at as few tables of at most so many seats as hold them."""
    if guests < 0 or seats < 1:
        raise ValueError((guests, seats))
    tables = -(-guests // seats)
    return Room(
        tuple(Guest(str(number + 1)) for number in range(guests)),
        tuple(Table(str(number + 1), seats) for number in range(tables)),
    )


def lacks(guest: Guest, table: Table) -> tuple[tuple[Need, str], ...]:
    """Return what this guest needs and this table does not have."""
    missing = tuple((Need.OFFER, need) for need in sorted(guest.needs - table.offers))
    if guest.languages and table.languages and not guest.languages & table.languages:
        return (*missing, (Need.LANGUAGE, ""))
    return missing


def even_sizes(people: int, limits: Iterable[int]) -> tuple[int, ...]:
    """Return how many sit at each table, as evenly as the seats allow; earlier tables get more."""
    limits = tuple(limits)
    if people > sum(limits):
        raise ValueError((people, limits))
    sizes = [0] * len(limits)
    next_seat = [(0, table) for table, limit in enumerate(limits) if limit]
    heapify(next_seat)
    for _person in range(people):
        size, table = next_seat[0]
        sizes[table] = size + 1
        full = size + 1 == limits[table]
        heapreplace(next_seat, (people + 1 if full else size + 1, table))
    return tuple(sizes)
