"""Who hosts each table: those who are named, those who did so far, then whom it costs least."""

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
    choices = [_easiest(needs, stays_at, without)]
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


def _trouble(needs: Needs, person: int, table: int) -> tuple[int, int, int, int]:
    """Return what speaks against a host: an unmet need, a companion, an opponent, other needs."""
    together = sum(person in pair for pair in needs.together)
    apart = sum(person in pair for pair in needs.apart)
    return (needs.unmet[person][table], together, apart, sum(needs.unmet[person]))


def _easiest(needs: Needs, stays_at: Sequence[int], without: Sequence[int]) -> list[int]:
    stays = list(stays_at)
    for table in without:
        free = [person for person in range(needs.people) if stays[person] == MOVES]
        if free:
            stays[min(free, key=lambda one: (*_trouble(needs, one, table), one))] = table
    return stays


def _from_those_at(
    needs: Needs, stays_at: Sequence[int], without: Sequence[int], at: dict[int, int]
) -> list[int]:
    stays = list(stays_at)
    for table in without:
        present = [one for one, where in at.items() if where == table and stays[one] == MOVES]
        stays[min(present, key=lambda one: (*_trouble(needs, one, table), one))] = table
    return stays
