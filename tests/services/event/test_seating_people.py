"""Seating: everybody has a place, what was played stays, and it is said what holds."""

from collections import Counter

import pytest

from path_planner.analysis.seating_facts import (
    Need,
    facts_of,
    follows_rule,
    seating_sentences,
    seats_by_round,
)
from path_planner.domain.event.about import Guest, Offer
from path_planner.domain.event.cafe import CafeTable
from path_planner.domain.event.event import Event
from path_planner.errors import DayIsClosed, HostStays, RoundHasBegun, TooFewSeats, UnknownRecord
from path_planner.services.event.cafe import begin_round, change_table
from path_planner.services.event.documents import close, reopen
from path_planner.services.event.guests import remove_guest
from path_planner.services.event.seating_people import (
    begin_seated_round,
    change_host,
    guest_came,
    guest_is_back,
    guest_left,
    needs_seating,
    seat_event,
    seat_people,
    swap_seats,
)
from tests.services.event.cafes import Cafe, a_cafe, a_stored_cafe


@pytest.fixture
def cafe() -> Cafe:
    """Return a café of two tables, eight guests and three rounds, with one more seat each."""
    tables = {key: table.model_copy(update={"seats": 5}) for key, table in a_cafe().tables.items()}
    return a_stored_cafe(event=a_cafe(tables=tables))


def empty() -> Event:
    """Return a day without guests, tables or rounds."""
    return a_cafe(guests={}, tables={}, rounds={})


def in_round(event: Event, round_id: str) -> dict[str, str]:
    """Return the table of each guest in a round."""
    return {seat.guest: seat.table for seat in seats_by_round(event).get(round_id, [])}


@pytest.mark.parametrize(
    ("guests", "seats", "rounds", "repeats"), [(12, 4, 3, 6), (16, 4, 4, 0), (40, 5, 5, 0)]
)
def test_a_day_of_numbers_is_seated(guests: int, seats: int, rounds: int, repeats: int) -> None:
    event = seat_event(empty(), rounds=rounds, seats=seats, guests=guests, seed=1)
    assert facts_of(event).repeats == repeats
    assert len(seats_by_round(event)) == rounds
    for each in seats_by_round(event).values():
        assert len({seat.guest for seat in each}) == guests
        sizes = Counter(seat.table for seat in each).values()
        assert max(sizes) <= seats
        assert max(sizes) - min(sizes) <= 1
        hosts = {seat.table: seat.guest for seat in each if seat.number == 0}
        assert hosts == {table.id: table.host for table in event.tables.values()}


def test_the_same_seed_gives_the_same_plan(cafe: Cafe) -> None:
    assert seat_event(cafe.event, seed=7).seats == seat_event(cafe.event, seed=7).seats


def test_tables_that_nobody_prepared_go_and_others_stay() -> None:
    tables = {f"t{n}": CafeTable(id=f"t{n}", order=n) for n in range(6)}
    tables["t5"] = CafeTable(id="t5", name="Money", order=5)
    event = seat_event(a_cafe(guests={}, tables=tables), seats=4, guests=12)
    assert sorted(event.tables) == ["t0", "t1", "t5"]


def test_what_was_played_stays_byte_for_byte(cafe: Cafe) -> None:
    cafe.does(seat_people(cafe.at()))
    cafe.does(begin_round(cafe.at(), "r1"))
    played = {k: s.model_dump_json() for k, s in cafe.event.seats.items() if s.round == "r1"}
    cafe.does(guest_left(cafe.at(), "g8"))
    cafe.does(guest_came(cafe.at(), name="Zofia"))
    cafe.does(seat_people(cafe.at(), seed=99))
    event = cafe.event
    kept = {k: s.model_dump_json() for k, s in event.seats.items() if s.round == "r1"}
    assert kept == played
    zofia = next(guest.id for guest in event.guests.values() if guest.name == "Zofia")
    for round_id in ("r2", "r3"):
        assert zofia in in_round(event, round_id)
        assert "g8" not in in_round(event, round_id)
    assert "g8" in in_round(cafe.does(guest_is_back(cafe.at(), "g8")), "r2")


def test_a_round_begins_with_everybody_seated(cafe: Cafe) -> None:
    event = cafe.does(begin_seated_round(cafe.at(), "r1"))
    assert set(in_round(event, "r1")) == set(event.guests)
    assert event.rounds["r1"].begun is not None


def test_needs_are_met_and_said(cafe: Cafe) -> None:
    event = cafe.does(seat_people(cafe.at()))
    facts = facts_of(event)
    assert facts.unmet == ()
    said = [fact.sentence for fact in seating_sentences(event) if fact.holds]
    assert "Every supporter sits with their person" in said
    assert "Everyone who asked has a step-free table" in said


def test_who_does_not_have_what_is_said_by_name_and_round(cafe: Cafe) -> None:
    cafe.does(seat_people(cafe.at()))
    event = cafe.does(change_table(cafe.at(), "t2", offers=()))
    broken = [fact for fact in seating_sentences(event) if fact.unmet]
    assert "Yara has no step-free table in round 3." in [fact.sentence for fact in broken]
    assert {fact.unmet.offer for fact in broken if fact.unmet} == {Offer.STEP_FREE}
    apart = event.guests["g3"].model_copy(update={"apart_from": ("g6",)})
    where = in_round(event, "r1")
    together = event.model_copy(update={"guests": {**event.guests, "g3": apart}})
    expected = where["g3"] == where["g6"]
    assert (
        any(x.need is Need.APART and x.round == "r1" for x in facts_of(together).unmet) == expected
    )


def test_tables_and_people_that_changed_need_a_new_plan(cafe: Cafe) -> None:
    cafe.does(seat_people(cafe.at()))
    assert not needs_seating(cafe.event)
    cafe.does(change_table(cafe.at(), "t1", seats=2))
    assert needs_seating(cafe.event)
    cafe.does(change_table(cafe.at(), "t1", seats=5))
    event = cafe.does(change_host(cafe.at(), "t1", "g3"))
    assert not needs_seating(event)
    assert in_round(event, "r2")["g3"] == "t1"


def test_two_swap_in_a_round_to_come_and_never_in_one_that_began(cafe: Cafe) -> None:
    before = in_round(cafe.does(seat_people(cafe.at())), "r2")
    one = "g6"
    other = next(
        guest
        for guest, table in before.items()
        if table != before[one] and guest not in ("g1", "g2")
    )
    after = in_round(cafe.does(swap_seats(cafe.at(), "r2", one, other)), "r2")
    assert (after[one], after[other]) == (before[other], before[one])
    with pytest.raises(HostStays):
        swap_seats(cafe.at(), "r2", "g1", one)
    with pytest.raises(UnknownRecord):
        swap_seats(cafe.at(), "r2", "nobody", one)
    cafe.does(begin_round(cafe.at(), "r2"))
    with pytest.raises(RoundHasBegun):
        swap_seats(cafe.at(), "r2", one, other)


def test_too_many_people_are_not_seated(cafe: Cafe) -> None:
    for _guest in range(3):
        guest = Guest(id=cafe.context.fresh_id())
        cafe.does(guest_came(cafe.at(), id=guest.id))
    with pytest.raises(TooFewSeats):
        seat_people(cafe.at())


def test_the_rule_is_seen_in_a_plan_that_follows_it() -> None:
    event = seat_event(empty(), rounds=3, seats=4, guests=28, seed=1)
    assert follows_rule(event)
    moved = event.model_copy(
        update={
            "seats": {
                key: seat.model_copy(update={"number": 9}) if place == 5 else seat
                for place, (key, seat) in enumerate(event.seats.items())
            }
        }
    )
    assert not follows_rule(moved)


@pytest.mark.parametrize(("guests", "seats"), [(12, 4), (13, 4), (24, 4)])
def test_seated_again_people_sit_where_they_sat(guests: int, seats: int) -> None:
    event = seat_event(empty(), rounds=3, seats=seats, guests=guests, seed=1)
    assert seat_event(event, rounds=3, seats=seats, guests=guests, seed=1) == event


def test_a_number_of_seats_that_was_put_right_takes_tables_away_again() -> None:
    wrong = seat_event(empty(), rounds=2, seats=2, guests=12)
    assert len(wrong.tables) == 6
    right = seat_event(wrong, rounds=2, seats=4)
    assert len(right.tables) == 3
    assert max(Counter(seat.table for seat in right.seats.values()).values()) == 8


def test_a_table_whose_host_was_removed_is_seated_anew(cafe: Cafe) -> None:
    cafe.does(seat_people(cafe.at()))
    cafe.does(remove_guest(cafe.at(), "g1"))
    assert needs_seating(cafe.event)
    event = cafe.does(begin_seated_round(cafe.at(), "r1"))
    seats = seats_by_round(event)["r1"]
    assert {seat.table for seat in seats if seat.number == 0} == {"t1", "t2"}


def test_nobody_is_seated_at_a_day_that_is_closed_until_it_is_opened_again(cafe: Cafe) -> None:
    cafe.does(seat_people(cafe.at()))
    cafe.does(close(cafe.at()))
    for use_case in (seat_people, lambda context: begin_seated_round(context, "r1")):
        with pytest.raises(DayIsClosed):
            use_case(cafe.at())
    assert not cafe.event.seats
    cafe.does(reopen(cafe.at()))
    assert cafe.does(seat_people(cafe.at())).seats
