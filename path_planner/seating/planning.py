"""The plan of a World Café: by the rule for people where it serves, else by searching.

Hosts are those who are named, those who did so far, then whom it costs least.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from path_planner.errors import TooFewSeats
from path_planner.seating.cost import broken, by_table, repeats, returns
from path_planner.seating.improve import improve
from path_planner.seating.parties import MOVES, Needs, needs_of, parties_of, unmet_anywhere
from path_planner.seating.placing import even_capacity, place, start_of
from path_planner.seating.room import Guest, Plan, Room, Round, Seat, Seating, Table
from path_planner.seating.routes import Moves, Origin, Routes, other_moves, rule_holds, rule_moves
from path_planner.seating.tally import Past

WORK = 25_000_000
"""How much a search does at most, in swaps compared: about half a second."""


def plan_seating(
    room: Room, rounds: int, *, seed: int = 0, played: Plan = (), work: int = WORK
) -> Seating:
    """Plan so many rounds, the played ones among them, which stay as they are.

    Hosts stay at seat 0, and a table without a host gets one. Needs of people are met if they can
    be; then as few meetings as possible are repeats, and tables are about as full as each other.
    The same seed gives the same plan. Raise `TooFewSeats` if there are more people than seats.
    """
    seats = sum(max(table.seats, 0) for table in room.tables)
    if len(room.guests) > seats:
        raise TooFewSeats(guests=len(room.guests), seats=seats)
    played = tuple(played)
    if rounds <= len(played) or not room.guests:
        return _seating(room, (*played, *((),) * (rounds - len(played))), played)
    hall = replace(room, tables=_tables_in_use(room, played))
    needs = needs_of(hall.guests, hall.tables)
    rng = Random(seed)  # noqa: S311 - the same seed is to give the same plan
    named = named_hosts(hall.guests, hall.tables)
    so_far = with_hosts_so_far(named, hall.guests, hall.tables, played)
    for moves, by_rule in _all_moves(needs, so_far, rounds, played):
        paths = Routes(needs, easiest_hosts(needs, so_far), moves, len(played))
        plan = _by_moves(hall, paths, played, rng)
        if plan is not None:
            return _seating(room, (*played, *plan), played, by_rule)
    hosts = host_choices(needs, so_far, needs.limits, rng)
    if so_far != named:
        hosts += host_choices(needs, named, needs.limits, rng)
    start = start_of(needs, hosts, rounds - len(played), rng)
    if start.stays_at != named:
        # As it will be planned again from the hosts that it has then: it gives the same plan.
        known = _with_named(room, hall, start.stays_at)
        if named_hosts(known.guests, hall.tables) == start.stays_at:
            return plan_seating(known, rounds, seed=seed, played=played, work=work)
    best = improve(needs, start, _past(hall, played), rng, work)
    new = (_numbered(hall, start.stays_at, table_of) for table_of in best)
    return _seating(room, (*played, *new), played)


def rule_plan(room: Room, rounds: int, *, seed: int = 0) -> Plan | None:
    """Return the plan of the rule for people, or nothing where it does not serve everybody."""
    seating = plan_seating(room, rounds, seed=seed, work=0)
    return seating.rounds if seating.by_rule else None


def _seating(room: Room, plan: Plan, played: Plan, by_rule: bool = False) -> Seating:
    unmet = broken(room, plan, len(played))
    return Seating(plan, repeats(room, plan), returns(room, plan), unmet, by_rule)


def _tables_in_use(room: Room, played: Plan) -> tuple[Table, ...]:
    """Return the tables to use: all of them, if each can have a host and a guest.

    Of more tables than that those in use so far come first, those with a host, and those that
    offer most.
    """
    tables = [table for table in room.tables if table.seats > 0]
    hosted = {guest.host_of for guest in room.guests}
    used = set(by_table(played[-1])) if played else set()
    order = sorted(
        tables,
        key=lambda table: (table.id not in hosted, table.id not in used, -len(table.offers)),
    )
    chosen: set[str] = set()
    seats = 0
    for table in order:
        enough = seats >= len(room.guests)
        if enough and table.id not in hosted and 2 * (len(chosen) + 1) > len(room.guests):
            break
        chosen.add(table.id)
        seats += table.seats
    return tuple(table for table in tables if table.id in chosen)


def _with_named(room: Room, hall: Room, stays_at: Sequence[int]) -> Room:
    """Return the room in which those who stay at a table are named as its hosts."""
    hosts = (
        replace(guest, host_of="" if table == MOVES else hall.tables[table].id)
        for guest, table in zip(room.guests, stays_at, strict=True)
    )
    return replace(room, guests=tuple(hosts))


def _all_moves(
    needs: Needs, so_far: Sequence[int], rounds: int, played: Plan
) -> Iterable[tuple[Moves, bool]]:
    """Yield the lists of moves by which nobody meets twice, the rule for people first.

    There is none where people stay together, or where the hosts have a need of another table.
    """
    with_all = unmet_anywhere(needs, easiest_hosts(needs, so_far))
    if needs.together or with_all > unmet_anywhere(needs, so_far):
        return
    tables = len(needs.limits)
    last = max((seat for _table, seat, _guest in played[-1]), default=0) if played else 0
    seats = max(*even_capacity(needs), last + 1)
    if rule_holds(tables, seats, rounds):
        yield rule_moves(seats, rounds), True
        return
    moves = None if played else other_moves(tables, seats, rounds)
    if moves:
        yield moves, False


def _by_moves(hall: Room, paths: Routes, played: Plan, rng: Random) -> Plan | None:
    """Return the rounds that are left, if everybody goes on by these moves, or nothing."""
    known = _origins_so_far(hall, paths, played)
    origins = None if known is None else paths.origins(known, rng)
    return None if origins is None else _walked(hall, paths, origins)


def _walked(hall: Room, paths: Routes, origins: Mapping[int, Origin]) -> Plan:
    """Return the rounds that are left, as people come there from where they began."""
    routes = {one: paths.route(origin) for one, origin in origins.items()}
    return tuple(
        _round(
            hall,
            [
                *((table, 0, person) for person, table in paths.hosts.items()),
                *((routes[one][number], seat, one) for one, (_table, seat) in origins.items()),
            ],
        )
        for number in range(paths.first, len(paths.moves[0]))
    )


def _origins_so_far(hall: Room, paths: Routes, played: Plan) -> dict[int, Origin] | None:
    """Return where guests began who went on by these moves, or nothing if somebody did not."""
    tables = {table.id: number for number, table in enumerate(hall.tables)}
    people = {guest.id: number for number, guest in enumerate(hall.guests)}
    origins: dict[int, Origin] = {}
    for number, each in enumerate(played):
        for table, seat, guest in each:
            person = people.get(guest)
            if person is None or (seat == 0 and paths.hosts.get(person) == tables.get(table)):
                continue
            if table not in tables or not 0 < seat < len(paths.moves) or person in paths.hosts:
                return None
            origin = paths.origin(tables[table], seat, number)
            if origins.setdefault(person, origin) != origin:
                return None
    return origins if len(set(origins.values())) == len(origins) else None


def _past(hall: Room, played: Plan) -> Past:
    """Count who of the people here met whom, and who was at which table."""
    tables = {table.id: number for number, table in enumerate(hall.tables)}
    people = {guest.id: number for number, guest in enumerate(hall.guests)}
    met = np.zeros((len(people), len(people)), np.int64)
    been = np.zeros((len(people), len(tables)), np.int64)
    for each in played:
        for table, guests in by_table(each).items():
            present = [people[guest] for guest in guests if guest in people]
            met[np.ix_(present, present)] += 1
            if table in tables:
                been[present, tables[table]] += 1
    return Past(met, been)


def _numbered(hall: Room, stays_at: Sequence[int], table_of: dict[int, int]) -> Round:
    """Return a round in which the host comes first, then guests in the order of the room."""
    seats = []
    for table in range(len(hall.tables)):
        present = sorted(person for person, at in table_of.items() if at == table)
        present.sort(key=lambda person: stays_at[person] != table)
        seats += [(table, seat, person) for seat, person in enumerate(present)]
    return _round(hall, seats)


def _round(hall: Room, seats: Iterable[tuple[int, int, int]]) -> Round:
    return tuple(
        Seat(hall.tables[table].id, seat, hall.guests[person].id)
        for table, seat, person in sorted(seats)
    )


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
