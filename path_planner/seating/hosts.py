"""Who hosts each table: those who are named, those who did so far, then whom it costs least."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from path_planner.seating.parties import MOVES, Needs, parties_of
from path_planner.seating.placing import place
from path_planner.seating.room import Guest, Plan, Table


def named_hosts(guests: Sequence[Guest], tables: Sequence[Table]) -> list[int]:
    """Return for each guest the table that they are named as a host of, within its seats."""
    number = {table.id: place for place, table in enumerate(tables)}
    free = [table.seats for table in tables]
    stays_at = []
    for guest in guests:
        table = number.get(guest.host_of, MOVES)
        if table != MOVES and free[table] > 0:
            free[table] -= 1
        else:
            table = MOVES
        stays_at.append(table)
    return stays_at


def with_hosts_so_far(
    stays_at: Sequence[int], guests: Sequence[Guest], tables: Sequence[Table], played: Plan
) -> list[int]:
    """Return the same with those who hosted a table last, where nobody else is named for it."""
    stays = list(stays_at)
    person = {guest.id: number for number, guest in enumerate(guests)}
    number = {table.id: place for place, table in enumerate(tables)}
    for table, seat, guest in played[-1] if played else ():
        at, host = number.get(table, MOVES), person.get(guest, -1)
        if seat == 0 and host >= 0 and stays[host] == MOVES and at not in (MOVES, *stays):
            stays[host] = at
    return stays


def host_choices(
    needs: Needs, stays_at: Sequence[int], capacity: Sequence[int], rng: Random
) -> list[list[int]]:
    """Return the ways to give each table that has no host one, the best for everybody first.

    Hosts who can sit anywhere come first. Where that leaves others without a seat that they need,
    it is better to seat everybody and to choose hosts from where they are.
    """
    without = [table for table in range(len(capacity)) if table not in stays_at]
    if not without:
        return [list(stays_at)]
    choices = [easiest_hosts(needs, stays_at)]
    parties = parties_of(needs, stays_at)
    tables = place(needs, parties, capacity, rng)
    if tables is not None:
        at = {
            person: table
            for party, table in zip(parties, tables, strict=True)
            for person in party.people
        }
        if set(without) <= set(at.values()):
            choices.append(_from_those_at(needs, stays_at, without, at))
    return choices


def _troubles(needs: Needs) -> dict[int, tuple[int, int, int]]:
    """Return what speaks against each host: companions, people to be apart from, other needs."""
    together = Counter(person for pair in needs.together for person in pair)
    apart = Counter(person for pair in needs.apart for person in pair)
    return {
        person: (together[person], apart[person], sum(unmet))
        for person, unmet in enumerate(needs.unmet)
    }


def easiest_hosts(needs: Needs, stays_at: Sequence[int]) -> list[int]:
    """Give each table that has no host one for whom this is the least trouble."""
    stays = list(stays_at)
    free = {
        person: trouble for person, trouble in _troubles(needs).items() if stays[person] == MOVES
    }
    for table in range(len(needs.limits)):
        if free and table not in stays:
            host = min(free, key=lambda one: (needs.unmet[one][table], free[one], one))
            stays[host] = table
            del free[host]
    return stays


def _from_those_at(
    needs: Needs, stays_at: Sequence[int], without: Sequence[int], at: dict[int, int]
) -> list[int]:
    stays, troubles = list(stays_at), _troubles(needs)
    for table in without:
        present = [one for one, where in at.items() if where == table and stays[one] == MOVES]
        host = min(present, key=lambda one: (needs.unmet[one][table], troubles[one], one))
        stays[host] = table
    return stays
