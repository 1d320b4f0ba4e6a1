"""Needs of people are met in every round, whenever there is a seating that meets them."""

from itertools import product
from random import Random

import pytest

from path_planner.errors import TooFewSeats
from path_planner.seating.planning import plan_seating
from path_planner.seating.room import Broken, Guest, Need, Room, Seat, Table, lacks, room_of
from tests.seating.rooms import faults, needy


def can_be_met(room: Room) -> bool:
    """Try every table for every person, in one round; what serves it serves all of them."""
    place = {guest.id: number for number, guest in enumerate(room.guests)}
    tables = range(len(room.tables))
    may = [[t for t in tables if not lacks(guest, room.tables[t])] for guest in room.guests]

    def serves(at: tuple[int, ...]) -> bool:
        return (
            all(at.count(table) <= room.tables[table].seats for table in tables)
            and len(set(at)) == len(room.tables)
            and all(
                at[place[guest.id]] == at[place[guest.stays_with]]
                for guest in room.guests
                if guest.stays_with
            )
            and all(
                at[place[guest.id]] != at[place[other]]
                for guest in room.guests
                for other in guest.apart_from
            )
        )

    return any(map(serves, product(*may)))


def tight(rng: Random) -> Room:
    """Return a small room in which needs are hard to meet, or cannot be."""
    tables = tuple(
        Table(
            f"t{number}",
            rng.choice((2, 3, 4)),
            frozenset(offer for offer in ("step_free", "quiet") if rng.random() < 0.5),
            frozenset({"en"} if rng.random() < 0.5 else ()),
        )
        for number in range(rng.choice((2, 3)))
    )
    count = min(rng.randint(6, 8), sum(table.seats for table in tables))
    names = [f"g{number}" for number in range(count)]
    guests = []
    for number, name in enumerate(names):
        others = names[:number] or [""]
        guests.append(
            Guest(
                name,
                needs=frozenset(x for x in ("step_free", "quiet") if rng.random() < 0.15),
                languages=frozenset({"cy"} if rng.random() < 0.1 else ()),
                stays_with=rng.choice(others) if rng.random() < 0.25 else "",
                apart_from=frozenset({rng.choice(others)} if rng.random() < 0.2 else ()) - {""},
            )
        )
    return Room(tuple(guests), tables)


def test_no_need_is_broken_where_none_must_be(pytestconfig: pytest.Config) -> None:
    verdicts = []
    for number in range(600 if pytestconfig.getoption("--long") else 80):
        room = tight(Random(number))  # noqa: S311 - the same in each run
        if len(room.guests) < 2 * len(room.tables):
            continue
        seating = plan_seating(room, 2, seed=number, work=200_000)
        assert faults(room, seating.rounds) == []
        verdicts.append(can_be_met(room))
        assert (seating.broken == ()) or not verdicts[-1], number
    assert verdicts.count(True) > len(verdicts) // 5
    assert verdicts.count(False) > len(verdicts) // 5


@pytest.mark.parametrize("size", [(16, 4, 4), (60, 5, 5), (200, 5, 5), (200, 8, 5)], ids=str)
def test_a_whole_cafe_has_its_needs_met(size: tuple[int, int, int]) -> None:
    guests, seats, rounds = size
    room = needy(guests, seats, 1)
    seating = plan_seating(room, rounds, seed=1)
    assert seating.broken == ()
    assert faults(room, seating.rounds) == []
    assert not seating.by_rule


def test_what_cannot_be_met_is_said() -> None:
    room = Room(
        (Guest("a", needs=frozenset({"quiet"})), Guest("b"), Guest("c"), Guest("d")),
        (Table("1", 2), Table("2", 2)),
    )
    seating = plan_seating(room, 2)
    assert seating.broken == tuple(Broken(n, "a", Need.OFFER, "quiet") for n in range(2))
    assert faults(room, seating.rounds) == []


def test_a_companion_of_a_host_stays_at_the_table_and_hosts_are_named() -> None:
    room = room_of(12, 4)
    guests = (
        *room.guests[:10],
        Guest("11", stays_with="12"),
        Guest("12", host_of="2"),
    )
    seating = plan_seating(Room(guests, room.tables), 3)
    for each in seating.rounds:
        assert Seat("2", 0, "12") in each
        assert ("2", "11") in {(seat.table, seat.guest) for seat in each}
    assert seating.broken == ()


def test_more_people_than_seats_is_an_error_with_facts() -> None:
    with pytest.raises(TooFewSeats) as raised:
        plan_seating(Room(room_of(9, 4).guests, (Table("1", 4), Table("2", 4))), 3)
    assert raised.value.facts == {"guests": 9, "seats": 8}


def test_few_people_at_many_tables_are_not_alone() -> None:
    room = Room(room_of(7, 2).guests, tuple(Table(str(n), 6) for n in range(6)))
    seating = plan_seating(room, 3)
    assert faults(room, seating.rounds) == []
    for each in seating.rounds:
        assert len({seat.table for seat in each}) == 3
    assert plan_seating(Room((), ()), 3).rounds == ((), (), ())
