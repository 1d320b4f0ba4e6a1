"""Made-up rooms, shuffles to measure against, and a plan's own promises."""

from collections import Counter
from random import Random
from statistics import median

from path_planner.seating.cost import by_table, repeats
from path_planner.seating.room import Guest, Plan, Room, Seat, Table, room_of


def shuffle(room: Room, rounds: int, rng: Random) -> Plan:
    """Return a plan in which hosts stay and all others are shuffled each round."""
    hosts = room.guests[: len(room.tables)]
    plan = []
    for _round in range(rounds):
        guests = list(room.guests[len(room.tables) :])
        rng.shuffle(guests)
        seats = [Seat(table.id, 0, host.id) for table, host in zip(room.tables, hosts, strict=True)]
        for number, guest in enumerate(guests):
            seat, table = divmod(number, len(room.tables))
            seats.append(Seat(room.tables[table].id, seat + 1, guest.id))
        plan.append(tuple(seats))
    return tuple(plan)


def shuffled_repeats(room: Room, rounds: int, seed: int, shuffles: int = 25) -> float:
    """Return the median of repeat meetings of many shuffles."""
    rng = Random(seed)  # noqa: S311 - the same in each run
    return median(repeats(room, shuffle(room, rounds, rng)) for _shuffle in range(shuffles))


def needy(guests: int, seats: int, seed: int) -> Room:
    """Return a room with supporters (15 %), step-free (10 %), one language (8 %), pairs apart."""
    rng = Random(seed)  # noqa: S311 - the same in each run
    room = room_of(guests, seats)
    tables = tuple(
        Table(
            table.id,
            seats,
            frozenset({"step_free"} if number % 3 == 0 else ()),
            frozenset({"en", "cy"} if number % 4 == 0 else {"en"}),
        )
        for number, table in enumerate(room.tables)
    )
    others = [guest.id for guest in room.guests[len(tables) :]]
    rng.shuffle(others)
    pairs = min(round(0.15 * guests), len(others) // 3)
    supports = {others[2 * number]: others[2 * number + 1] for number in range(pairs)}
    step_free = set(rng.sample(others, round(0.1 * guests)))
    one_language = set(rng.sample(others, round(0.08 * guests)))
    apart = dict(rng.sample(others[2 * pairs :], 2) for _pair in "ab")
    return Room(
        tuple(
            Guest(
                guest.id,
                needs=frozenset({"step_free"} if guest.id in step_free else ()),
                languages=frozenset({"cy"} if guest.id in one_language else ()),
                stays_with=supports.get(guest.id, ""),
                apart_from=frozenset({apart[guest.id]} if guest.id in apart else ()),
            )
            for guest in room.guests
        ),
        tables,
    )


def faults(room: Room, plan: Plan, first: int = 0) -> list[str]:
    """Return what no plan may have: people missing or twice, seats too many, hosts who move."""
    found = []
    seats = {table.id: table.seats for table in room.tables}
    everybody = Counter(guest.id for guest in room.guests)
    for number, each in enumerate(plan[first:], first):
        if Counter(seat.guest for seat in each) != everybody:
            found.append(f"round {number}: not everybody has one seat")
        for table, people in by_table(each).items():
            numbers = sorted(seat.seat for seat in each if seat.table == table)
            if len(people) > seats[table]:
                found.append(f"round {number}: {len(people)} at table {table}")
            if numbers[0] != 0 or len(set(numbers)) < len(numbers):
                found.append(f"round {number}: seats {numbers} at table {table}")
    hosts = [{(s.table, s.guest) for s in each if s.seat == 0} for each in plan[first:]]
    if any(host != hosts[0] for host in hosts):
        found.append("a host moved")
    named = {(guest.host_of, guest.id) for guest in room.guests if guest.host_of in seats}
    if len({table for table, _guest in named}) == len(named) and not named <= hosts[0]:
        found.append("a named host does not host")
    return found
