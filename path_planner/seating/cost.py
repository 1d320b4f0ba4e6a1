"""What a finished plan costs people: repeat meetings, coming back to a table, unmet needs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations
from math import comb

from path_planner.seating.room import Broken, Guest, Need, Plan, Room, Round, even_sizes, lacks

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Return two ids as a pair in which their order does not matter."""
    return (one, other) if one < other else (other, one)


def together_pairs(guests: Iterable[Guest]) -> frozenset[Pair]:
    """Return the pairs of guests who are to stay together, and of hosts of one table."""
    people = tuple(guests)
    present = {guest.id for guest in people}
    first_host: dict[str, str] = {}
    for guest in people:
        if guest.host_of:
            first_host.setdefault(guest.host_of, guest.id)
    beside = [(guest.id, guest.stays_with) for guest in people if guest.stays_with in present]
    hosts = [(guest.id, first_host.get(guest.host_of, guest.id)) for guest in people]
    return frozenset(pair(one, other) for one, other in (*beside, *hosts) if one != other)


def apart_pairs(guests: Iterable[Guest]) -> frozenset[Pair]:
    """Return the pairs of guests who are to be at different tables, of those who are here."""
    people = tuple(guests)
    present = {guest.id for guest in people}
    return frozenset(
        pair(guest.id, other)
        for guest in people
        for other in guest.apart_from & present
        if other != guest.id
    )


def repeats(room: Room, plan: Plan) -> int:
    """Count how many times people meet whom they have met, but for those who stay together."""
    meetings = Counter(met for each in plan for met in pairs_in(each))
    together = together_pairs(room.guests)
    return sum(count - 1 for met, count in meetings.items() if met not in together)


def pairs_in(one_round: Round) -> Iterator[Pair]:
    """Yield each pair of people who sit at one table in a round."""
    for people in by_table(one_round).values():
        for one, other in combinations(people, 2):
            yield pair(one, other)


def by_table(one_round: Round) -> dict[str, list[str]]:
    """Return the people at each table."""
    people: dict[str, list[str]] = {}
    for table, _seat, guest in one_round:
        people.setdefault(table, []).append(guest)
    return people


def returns(room: Room, plan: Plan) -> int:
    """Count how many times a guest comes to a table again, but for hosts and who stays with one."""
    together = together_pairs(room.guests)
    been: set[Pair] = set()
    count = 0
    for each in plan:
        hosts = {table: guest for table, seat, guest in each if seat == 0}
        for table, seat, guest in each:
            stays = seat == 0 or pair(guest, hosts.get(table, guest)) in together
            count += not stays and (table, guest) in been
        been.update((table, guest) for table, _seat, guest in each)
    return count


def broken(room: Room, plan: Plan, first: int = 0) -> tuple[Broken, ...]:
    """Return the needs that a plan leaves unmet, from one round on."""
    later = enumerate(plan[first:], first)
    return tuple(sorted(one for number, each in later for one in _broken(room, number, each)))


def _broken(room: Room, number: int, one_round: Round) -> Iterator[Broken]:
    place = {guest: table for table, _seat, guest in one_round}
    tables = {table.id: table for table in room.tables}
    for guest in room.guests:
        table = tables.get(place.get(guest.id, ""))
        if table:
            for need, detail in lacks(guest, table):
                yield Broken(number, guest.id, need, detail)
    for one, other in together_pairs(room.guests):
        if one in place and other in place and place[one] != place[other]:
            yield Broken(number, one, Need.TOGETHER, other)
    for one, other in apart_pairs(room.guests):
        if one in place and place.get(one) == place.get(other):
            yield Broken(number, one, Need.APART, other)


def least_repeats(room: Room, rounds: int) -> int:
    """Return a number of repeat meetings that no plan of so many rounds can be below.

    All tables are used, and a host stays at each. Then guests come back when there are more rounds
    than tables, and each coming back is a repeat meeting with the host. Guests meet guests again
    when they meet more often than there are pairs of them, or when more of them sit at a table than
    there are tables: two of them meet in the next round, wherever they go.
    """
    tables, people = len(room.tables), len(room.guests)
    guests = people - tables
    if rounds < 1 or guests < 1:
        return 0
    together = len(together_pairs(room.guests))
    sizes = [size - 1 for size in even_sizes(people, (table.seats for table in room.tables))]
    met = sum(comb(size, 2) for size in sizes)
    by_count = rounds * (met - together) - comb(guests, 2)
    crowded = sum(_fewest_pairs(size, tables) for size in sizes) - together
    with_hosts = max(guests - together, 0) * max(rounds - tables, 0)
    return with_hosts + max(by_count, crowded * (rounds - 1), 0)


def _fewest_pairs(people: int, tables: int) -> int:
    """Return how many pairs share a table at least, when so many people choose among tables."""
    each, more = divmod(people, tables)
    return more * comb(each + 1, 2) + (tables - more) * comb(each, 2)
