"""The rule for people: where it holds the plan follows it, to the last seat."""

from dataclasses import replace
from itertools import product

import pytest

from path_planner.seating.cost import repeats
from path_planner.seating.planning import plan_seating, rule_plan
from path_planner.seating.room import Guest, Plan, Room, Round, Seat, Table, room_of
from path_planner.seating.routes import other_moves, rule_holds
from tests.seating.rooms import faults

SIZES = tuple(product(range(1, 41), range(2, 9), range(2, 6)))


def walked(room: Room, first: Round, rounds: int) -> Plan:
    """Walk people on from the first round as their card says: on seat k, k tables on."""
    names = [table.id for table in room.tables]
    place = {name: number for number, name in enumerate(names)}
    return tuple(
        tuple(
            sorted(
                (
                    Seat(names[(place[table] + seat * number) % len(names)], seat, guest)
                    for table, seat, guest in first
                ),
                key=lambda seat: (place[seat.table], seat.seat),
            )
        )
        for number in range(rounds)
    )


def test_the_rule_holds_just_where_people_who_walk_it_meet_once() -> None:
    for tables, seats, rounds in SIZES:
        people = product(range(tables), range(seats))
        room = room_of(tables * seats, seats)
        first = tuple(Seat(str(table + 1), seat, f"{table}-{seat}") for table, seat in people)
        plan = walked(room, first, rounds)
        assert rule_holds(tables, seats, rounds) == (repeats(room, plan) == 0)


@pytest.mark.parametrize("missing", [0, 3])
def test_wherever_the_rule_holds_the_plan_is_what_walking_gives(missing: int) -> None:
    for tables, seats, rounds in SIZES:
        short = min(missing, tables // 2, seats - 1)
        if not rule_holds(tables, seats, rounds) or (missing and (not short or rounds < 5)):
            continue
        room = room_of(tables * seats - short, seats)
        seating = plan_seating(room, rounds)
        assert seating.by_rule
        assert seating.rounds == walked(room, seating.rounds[0], rounds)
        assert (seating.repeats, seating.returns, faults(room, seating.rounds)) == (0, 0, [])


@pytest.mark.parametrize("size", [(12, 4, 3), (16, 4, 4), (24, 4, 5), (60, 5, 5)], ids=str)
def test_where_the_rule_does_not_hold_no_card_is_offered(size: tuple[int, int, int]) -> None:
    guests, seats, rounds = size
    room = room_of(guests, seats)
    assert not plan_seating(room, rounds).by_rule
    assert rule_plan(room, rounds) is None


def test_other_lists_of_moves_serve_where_the_rule_does_not() -> None:
    for size in ((6, 4, 5), (6, 5, 4), (8, 5, 5), (12, 5, 5)):
        moves = other_moves(*size)
        assert moves is not None
        assert not rule_holds(*size)
    assert other_moves(4, 4, 4) is None
    assert other_moves(2, 5, 3) is None


def with_guest(room: Room, number: int, guest: Guest) -> Room:
    """Return a room in which one guest is another."""
    guests = [*room.guests]
    guests[number] = guest
    return replace(room, guests=tuple(guests))


def test_a_need_that_the_rule_would_break_is_met_without_it() -> None:
    room = room_of(100, 5)
    tables = tuple(
        replace(table, offers=frozenset({"step_free"} if number in {0, 1, 3, 7, 12} else ()))
        for number, table in enumerate(room.tables)
    )
    room = with_guest(replace(room, tables=tables), 50, Guest("51", needs=frozenset({"step_free"})))
    seating = plan_seating(room, 5)
    assert not seating.by_rule
    assert (seating.repeats, seating.returns, seating.broken) == (0, 0, ())


def test_a_supporter_ends_the_rule_and_people_apart_do_not() -> None:
    room = room_of(100, 5)
    assert not plan_seating(with_guest(room, 50, Guest("51", stays_with="52")), 5).by_rule
    seating = plan_seating(with_guest(room, 50, Guest("51", apart_from=frozenset({"52"}))), 5)
    assert seating.by_rule
    assert seating.broken == ()


def test_a_host_with_a_need_that_the_table_meets_does_not_end_the_rule() -> None:
    room = room_of(35, 5)
    tables = (Table("1", 5, frozenset({"quiet"})), *room.tables[1:])
    host = Guest("20", host_of="1", needs=frozenset({"quiet"}))
    seating = plan_seating(with_guest(replace(room, tables=tables), 19, host), 4)
    assert seating.by_rule
    assert all(Seat("1", 0, "20") in each for each in seating.rounds)
