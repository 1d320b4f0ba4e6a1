"""A lower bound of repeat meetings, by counting: no plan has fewer."""

from math import comb

from path_planner.seating.cost import together_pairs
from path_planner.seating.room import Room, even_sizes


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
