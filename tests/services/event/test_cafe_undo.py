"""Undo in the café: one's own last change goes, what was said and who sat where stays."""

import pytest

from path_planner.analysis.cafe import tables_of
from path_planner.domain.event.contribution import Part
from path_planner.errors import NothingToUndo
from path_planner.services.event.cafe import add_table, begin_round, change_table
from path_planner.services.event.contributions import contribute
from path_planner.services.event.documents import close
from path_planner.services.event.seating_people import (
    guest_came,
    guest_left,
    seat_people,
    swap_seats,
)
from path_planner.services.event.undo import undo
from tests.services.event.cafes import Cafe, a_cafe, a_stored_cafe


@pytest.fixture
def cafe() -> Cafe:
    """Return a café with room for two more, where everybody is seated."""
    tables = {key: table.model_copy(update={"seats": 5}) for key, table in a_cafe().tables.items()}
    cafe = a_stored_cafe(event=a_cafe(tables=tables))
    cafe.does(seat_people(cafe.at("other"), seed=3))
    return cafe


def test_a_swap_is_undone(cafe: Cafe) -> None:
    seats = cafe.event.seats
    one, other = [
        next(s.guest for s in seats.values() if s.table == table and s.number and s.round == "r2")
        for table in ("t1", "t2")
    ]
    cafe.does(swap_seats(cafe.at(), "r2", one, other))
    assert cafe.event.seats != seats
    assert cafe.does(undo(cafe.at())).seats == seats
    with pytest.raises(NothingToUndo):
        undo(cafe.at())


@pytest.mark.parametrize("leaves", [True, False])
def test_who_left_or_came_is_undone_with_the_plan_from_before(cafe: Cafe, leaves: bool) -> None:
    before = cafe.event
    cafe.does(guest_left(cafe.at(), "g8") if leaves else guest_came(cafe.at(), name="Zofia"))
    assert cafe.event.seats != before.seats
    after = cafe.does(undo(cafe.at()))
    assert after.guests == before.guests
    assert after.seats == before.seats


def test_only_ones_own_is_undone_and_what_others_changed_since_stays(cafe: Cafe) -> None:
    cafe.does(change_table(cafe.at(), "t1", name="House"))
    cafe.does(change_table(cafe.at("other"), "t1", question="And where?"))
    after = cafe.does(undo(cafe.at()))
    assert (after.tables["t1"].name, after.tables["t1"].question) == ("Home", "And where?")


def test_a_table_at_which_something_was_said_and_a_round_that_began_stay(cafe: Cafe) -> None:
    cafe.does(add_table(cafe.at(), name="Money"))
    table = tables_of(cafe.event)[-1]
    cafe.does(contribute(cafe.at("other"), Part.TABLE, "Rents", table=table.id))
    cafe.does(begin_round(cafe.at(), "r1"))
    with pytest.raises(NothingToUndo):
        undo(cafe.at())
    assert table.id in cafe.event.tables
    assert cafe.event.rounds["r1"].begun


def test_nothing_from_before_the_day_was_closed_is_undone(cafe: Cafe) -> None:
    cafe.does(change_table(cafe.at(), "t1", name="House"))
    cafe.does(close(cafe.at()))
    with pytest.raises(NothingToUndo):
        undo(cafe.at())
    assert cafe.event.tables["t1"].name == "House"
