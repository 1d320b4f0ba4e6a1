"""The page World Café: people are seated, rounds begin, and a table opens its cloth."""

import pytest

from path_planner.analysis.cafe import current_round, rounds_of, tables_of
from path_planner.domain.event.event import Event
from path_planner.domain.marks import Card
from path_planner.storage.protocol import EventStore
from path_planner.ui.stores import event_store
from tests.pages.visiting import enter, field, html, labels, press, visit, words_of
from tests.services.event.cafes import a_cafe

BAD = "<img src=x onerror=alert(1)>"


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


@pytest.fixture
def day(events: EventStore) -> Event:
    """Store a café of two tables and eight guests."""
    return events.create(a_cafe())


def newest(events: EventStore, day: Event) -> Event:
    return events.open(day.id).document


def test_people_are_seated_and_a_round_begins(events: EventStore, day: Event) -> None:
    at = visit("world_cafe", event=day.id)
    assert "8 guests are here. 8 seats at 2 tables." in words_of(at)
    press(at, "Seat everybody")
    shown = words_of(at)
    assert "Host, stays: Rowena" in shown
    assert "✓ Every supporter sits with their person" in shown
    assert "✓ Everyone who asked has a step-free table" in shown
    seated = newest(events, day).seats
    press(at, "Start round 1")
    event = newest(events, day)
    now = current_round(event)
    assert now is not None
    assert (now.id, event.clock.stage, event.seats) == ("r1", "r1", seated)
    assert "Something went wrong" not in html(at)
    assert "Start round 2" in labels(at.button)


def test_people_without_names_are_seated_by_their_number(events: EventStore) -> None:
    day = events.create(a_cafe(guests={}, tables=a_cafe().tables))
    at = visit("world_cafe", event=day.id)
    at.number_input(key=f"{day.id}:how many").set_value(6).run()
    press(at, "Seat them")
    assert "Guest 6" in words_of(at)
    assert len(newest(events, day).guests) == 6


def test_too_many_people_are_said_in_words(events: EventStore) -> None:
    tables = {key: table.model_copy(update={"seats": 3}) for key, table in a_cafe().tables.items()}
    day = events.create(a_cafe(tables=tables))
    at = visit("world_cafe", event=day.id)
    press(at, "Seat everybody")
    assert "Please add a table, or seats at a table." in words_of(at)
    assert not newest(events, day).seats


def test_who_comes_late_has_a_seat_from_the_next_round_on(events: EventStore, day: Event) -> None:
    at = visit("world_cafe", event=day.id)
    press(at, "Seat everybody")
    press(at, "Start round 1")
    press(at, "Someone left")
    at.selectbox(key=f"{day.id}:who left").set_value("g8").run()
    press(at, "They left")
    press(at, "Someone came")
    enter(at, "Who came?", "Zofia")
    event = newest(events, day)
    zofia = next(guest.id for guest in event.guests.values() if guest.name == "Zofia")
    rounds = {seat.guest: set() for seat in event.seats.values()}  # type: dict[str, set[str]]
    for seat in event.seats.values():
        rounds[seat.guest].add(seat.round)
    assert (rounds[zofia], rounds["g8"]) == ({"r2", "r3"}, {"r1"})


def test_two_people_swap_in_a_round_to_come(events: EventStore, day: Event) -> None:
    at = visit("world_cafe", event=day.id)
    press(at, "Seat everybody")
    press(at, "Swap two people")
    before = {seat.guest: seat for seat in newest(events, day).seats.values() if seat.round == "r1"}
    one = field(at.selectbox, "This person").value
    other = next(
        key for key, seat in before.items() if seat.number and seat.table != before[one].table
    )
    field(at.selectbox, "and this one").set_value(other).run()
    press(at, "Swap")
    after = {seat.guest: seat for seat in newest(events, day).seats.values() if seat.round == "r1"}
    assert (after[one].table, after[other].table) == (before[other].table, before[one].table)


def test_a_table_is_added_changed_and_removed(events: EventStore, day: Event) -> None:
    at = visit("world_cafe", event=day.id)
    press(at, "Add a table")
    table = tables_of(newest(events, day))[-1]
    at.button(key=f"{day.id}:change table {table.id}").click().run()
    at.text_input(key=f"{day.id}:table name {table.id}").set_value(BAD).run()
    at.checkbox(key=f"{day.id}:table quiet {table.id}").check().run()
    at.text_input(key=f"{day.id}:table languages {table.id}").set_value("Welsh, BSL").run()
    changed = newest(events, day).tables[table.id]
    assert (changed.name, list(changed.offers), changed.languages) == (
        BAD,
        ["quiet"],
        ("Welsh", "BSL"),
    )
    assert "<img" not in html(at)
    press(at, "Remove this table")
    press(at, "Yes, remove it")
    assert table.id not in newest(events, day).tables


def test_the_question_of_a_round_is_changed_and_a_round_added(
    events: EventStore, day: Event
) -> None:
    at = visit("world_cafe", event=day.id)
    press(at, "Change")
    at.text_area(key=f"{day.id}:question r1").set_value("What now?").run()
    press(at, "Add a round")
    event = newest(events, day)
    assert (event.rounds["r1"].question, len(rounds_of(event))) == ("What now?", 4)


def test_a_line_and_an_answer_stand_on_the_cloth(events: EventStore, day: Event) -> None:
    at = visit("world_cafe", event=day.id, table="t1", list="1")
    enter(at, "Add words", BAD)
    (line,) = newest(events, day).voices.values()
    assert (line.text, line.table, line.round) == (BAD, "t1", "r1")
    assert "<img src=x" not in html(at)
    at.button(key=f"{day.id}:change line {line.id}").click().run()
    enter(at, "An answer to it", "Not on Tuesdays")
    (_first, answer) = newest(events, day).voices.values()
    assert (answer.answers, answer.table, answer.round) == (line.id, "t1", "r1")
    assert "Something went wrong" not in html(at)


def test_a_cloth_shows_on_the_wall_and_as_a_list(events: EventStore, day: Event) -> None:
    at = visit("world_cafe", event=day.id, table="t1")
    assert "Something went wrong" not in html(at)
    press(at, "As a list")
    enter(at, "Add words", "No bus after six")
    (line,) = newest(events, day).voices.values()
    press(at, "Cloth")
    # The wall gives it a place, which it keeps.
    place = newest(events, day).marks[line.id]
    assert isinstance(place, Card)
    assert place.stage == "t1--r1"
    assert "Something went wrong" not in html(at)


def test_the_last_change_is_undone(events: EventStore, day: Event) -> None:
    at = visit("world_cafe", event=day.id)
    press(at, "Add a table")
    assert len(newest(events, day).tables) == 3
    press(at, "Undo")
    assert len(newest(events, day).tables) == 2
    press(at, "Undo")
    assert "You have nothing to undo here." in words_of(at)
