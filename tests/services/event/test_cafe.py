"""Tables and rounds: what is used stays, one round goes on at a time, and the clock with it."""

import pytest

from path_planner.analysis.cafe import current_round, next_round, rounds_of, tables_of
from path_planner.domain.event.cafe import Seat
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import cloth_stage
from path_planner.domain.marks import Stroke
from path_planner.domain.timer import seconds_left
from path_planner.errors import RoundHasBegun, TableWasUsed, UnknownRecord
from path_planner.services.event.cafe import (
    add_round,
    add_table,
    begin_round,
    change_round,
    change_table,
    end_round,
    remove_round,
    remove_table,
)
from path_planner.services.event.contributions import contribute
from tests.services.event.cafes import Cafe, a_cafe, a_stored_cafe


@pytest.fixture
def cafe() -> Cafe:
    """Return a café of two tables, eight guests and three rounds."""
    return a_stored_cafe()


def test_a_table_is_added_after_the_others_and_as_large(cafe: Cafe) -> None:
    event = cafe.does(add_table(cafe.at(), name="Money"))
    assert [(table.name, table.seats) for table in tables_of(event)] == [
        ("Home", 4), ("Work", 4), ("Money", 4)
    ]  # fmt: skip


def test_whoever_becomes_a_host_is_the_host_of_one_table_only(cafe: Cafe) -> None:
    event = cafe.does(change_table(cafe.at(), "t2", host="g1", languages=("Welsh",)))
    assert (event.tables["t1"].host, event.tables["t2"].host) == (None, "g1")
    assert event.tables["t2"].languages == ("Welsh",)
    with pytest.raises(UnknownRecord):
        change_table(cafe.at(), "t1", host="g99")


def test_a_table_that_nobody_used_goes_with_its_seats_to_come() -> None:
    seats = {"s1": Seat(id="s1", round="r1", table="t1", guest="g3", number=1)}
    cafe = a_stored_cafe(event=a_cafe(seats=seats))
    event = cafe.does(remove_table(cafe.at(), "t1"))
    assert "t1" not in event.tables
    assert not event.seats


def test_a_table_stays_once_something_was_said_or_drawn_or_somebody_sat_there() -> None:
    stroke = Stroke(id="m1", stage=cloth_stage("t2", "r1"), points=(1.0, 1.0))
    seats = {"s1": Seat(id="s1", round="r1", table="t1", guest="g3", number=1)}
    drawn = a_stored_cafe(event=a_cafe(marks={"m1": stroke}))
    played = a_stored_cafe(event=a_cafe(seats=seats))
    played.does(begin_round(played.at(), "r1"))
    spoken = a_stored_cafe()
    spoken.does(contribute(spoken.at(), Part.TABLE, "No bus after six", table="t1"))
    for cafe, table in ((drawn, "t2"), (played, "t1"), (spoken, "t1")):
        with pytest.raises(TableWasUsed, match="so this table stays"):
            remove_table(cafe.at(), table)
        assert table in cafe.event.tables


def test_a_round_begins_with_its_clock_and_ends_the_one_before(cafe: Cafe) -> None:
    event = cafe.does(begin_round(cafe.at(), "r1"))
    now = current_round(event)
    assert now is not None
    assert (now.id, event.clock.stage, event.clock.running) == ("r1", "r1", True)
    assert seconds_left(event.clock, cafe.clock()) == 20 * 60
    assert event.revision == 1
    cafe.clock.move(minutes=20)
    event = cafe.does(begin_round(cafe.at(), "r2"))
    assert event.rounds["r1"].ended == cafe.clock()
    assert (current_round(event), next_round(event)) == (event.rounds["r2"], event.rounds["r3"])
    assert event.clock.stage == "r2"


def test_a_round_that_began_does_not_begin_again(cafe: Cafe) -> None:
    cafe.does(begin_round(cafe.at(), "r1"))
    cafe.clock.move(minutes=5)
    assert begin_round(cafe.at(), "r1").changes == ()


def test_the_last_round_ends_and_the_clock_stops(cafe: Cafe) -> None:
    assert end_round(cafe.at()).changes == ()
    cafe.does(begin_round(cafe.at(), "r3"))
    event = cafe.does(end_round(cafe.at()))
    assert current_round(event) is None
    assert not event.clock.running
    assert event.clock.total == 0


def test_a_round_is_added_changed_and_removed_while_it_is_empty(cafe: Cafe) -> None:
    event = cafe.does(add_round(cafe.at(), "What next?"))
    last = rounds_of(event)[-1]
    assert (last.question, last.minutes) == ("What next?", 20)
    event = cafe.does(change_round(cafe.at(), last.id, minutes=25, begun=cafe.clock()))
    assert (event.rounds[last.id].minutes, event.rounds[last.id].begun) == (25, None)
    assert last.id not in cafe.does(remove_round(cafe.at(), last.id)).rounds


def test_a_round_that_began_or_was_spoken_in_stays(cafe: Cafe) -> None:
    cafe.does(begin_round(cafe.at(), "r1"))
    cafe.does(contribute(cafe.at(), Part.TABLE, "Early words", table="t1", round="r2"))
    for name in ("r1", "r2"):
        with pytest.raises(RoundHasBegun):
            remove_round(cafe.at(), name)
