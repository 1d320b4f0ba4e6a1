"""Preparing a day: what it is about, promises, consent, guests, times and rooms, history."""

from datetime import date, time

import pytest

from path_planner.domain.event.about import Guest, Offer
from path_planner.domain.event.cafe import Round, Seat
from path_planner.domain.event.event import Event
from path_planner.domain.people import Role
from path_planner.services.event.documents import begin
from path_planner.storage.protocol import EventStore
from path_planner.ui.stores import event_store
from tests.pages.visiting import enter, field, html, press, visit
from tests.storage.cases import an_event


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


def now(events: EventStore, event: Event) -> Event:
    """Return the newest state."""
    return events.open(event.id).document


def test_the_day_its_promises_and_its_consent_save_themselves(events: EventStore) -> None:
    day = begin(events, "Our day", "both")
    at = visit("day", event=day.id)
    field(at.text_input, "Place").set_value("Hopeford").run()
    field(at.text_area, "Who decides?").set_value("The town council").run()
    field(at.date_input, "People get an answer by").set_value(date(2027, 2, 1)).run()
    field(at.checkbox, "They agreed that lines may go into a plan, as each line says").check().run()
    saved = now(events, day)
    assert (saved.about.place, saved.limits.who_decides) == ("Hopeford", "The town council")
    assert saved.about.answer_by == date(2027, 2, 1)
    assert saved.agreed.share
    assert not saved.agreed.drawings
    (due,) = events.due(date(2027, 3, 1))
    assert due.by_when == date(2027, 2, 1)


def test_guests_come_by_name_or_by_number(events: EventStore) -> None:
    day = begin(events, "Our day", "world-cafe")
    at = visit("day", event=day.id, part="guests")
    enter(at, "Add a guest", "Wilma <b>Q</b>", "Otis")
    press(at, "Add them")
    guests = list(now(events, day).guests.values())
    assert [guest.name for guest in guests[:2]] == ["Wilma <b>Q</b>", "Otis"]
    assert len(guests) == 12
    assert "<b>Q</b>" not in html(at)
    assert "12 guests, 12 here." in html(visit("day", event=day.id, part="guests"))


def test_what_a_guest_needs_and_whom_they_support(events: EventStore) -> None:
    guests = {"g1": Guest(id="g1", name="Yara"), "g2": Guest(id="g2", name="Bo", order=1)}
    day = events.create(an_event(guests=guests))
    at = visit("day", event=day.id, part="guests")
    field(at.multiselect, "Needs").set_value([Offer.STEP_FREE]).run()
    field(at.selectbox, "Supports, and sits with", 1).set_value("g1").run()
    field(at.multiselect, "Sits apart from").set_value(["g2"]).run()
    field(at.selectbox, "Role", 1).set_value(Role.SUPPORTER).run()
    saved = now(events, day).guests
    assert saved["g1"].needs == (Offer.STEP_FREE,)
    assert (saved["g2"].stays_with, saved["g2"].role) == ("g1", Role.SUPPORTER)
    assert (saved["g1"].apart_from, saved["g2"].apart_from) == (("g2",), ("g1",))


def test_times_and_rooms_can_be_changed_added_and_removed(events: EventStore) -> None:
    day = begin(events, "Our day", "open-space")
    at = visit("day", event=day.id, part="plan")
    before = len(now(events, day).slots)
    press(at, "Add a time")
    after = now(events, day)
    assert len(after.slots) == before + 1
    assert max(slot.begins for slot in after.slots.values()) == time(15, 50)
    enter(at, "Add a room", "Greenhouse")
    assert "Greenhouse" in [room.name for room in now(events, day).rooms.values()]
    at = visit("day", event=day.id, part="plan")
    field(at.number_input, "Seats").set_value(50).run()
    assert next(iter(now(events, day).rooms.values())).seats == 50
    assert "Something went wrong" not in html(at)


def test_closing_the_day_erases_the_seating(events: EventStore) -> None:
    seat = Seat(id="s1", round="r1", table="t1", guest="g1")
    guests = {"g1": Guest(id="g1")}
    day = events.create(an_event(guests=guests, rounds={"r1": Round(id="r1")}, seats={"s1": seat}))
    at = visit("day", event=day.id)
    press(at, "Close the day")
    press(at, "Yes, close it")
    closed = now(events, day)
    assert closed.about.closed_at is not None
    assert not closed.seats
    assert "This day is closed" in html(visit("day", event=day.id))


def test_the_history_of_a_day_shows_and_restores(events: EventStore) -> None:
    day = begin(events, "Our day", "world-cafe")
    at = visit("day", event=day.id)
    field(at.text_input, "Place").set_value("Hopeford").run()
    shown = html(visit("day", event=day.id, part="history"))
    assert "Something went wrong" not in shown
