"""The shared screen of a day: what is where now, free places, and nobody's private words."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from path_planner.domain.event.about import AboutEvent, Slot, SlotKind
from path_planner.domain.event.cafe import Round
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Interest, Room, Topic
from path_planner.domain.timer import Timer
from path_planner.storage.protocol import EventStore
from path_planner.ui.event.screen import MOST_ROOMS, current_slot
from path_planner.ui.stores import event_store
from tests.pages.visiting import html, press, visit
from tests.storage.cases import an_event

DAY = date(2026, 11, 29)


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


def a_wall(rooms: int = 2, method: str = "open-space", **facts: object) -> Event:
    """Return a day with two times for topics, a break, and two topics of which one is merged."""
    about = AboutEvent(title="Thistledown Day", question="What now?", method=method, held_on=DAY)
    return an_event(
        about=about,
        slots={
            "s1": Slot(id="s1", begins=time(10, 0), minutes=60),
            "s2": Slot(id="s2", begins=time(11, 0), minutes=30, kind=SlotKind.BREAK, title="Tea"),
            "s3": Slot(id="s3", begins=time(11, 30), minutes=60),
        },
        rooms={f"r{n}": Room(id=f"r{n}", name=f"Room {n}", order=n) for n in range(rooms)},
        topics={
            "t1": Topic(
                id="t1", title="Buses <b>", convenor="Otis", number=1, slot="s1", room="r0"
            ),
            "t2": Topic(id="t2", title="Late buses", number=2, merged_into="t1"),
            "t3": Topic(id="t3", title="Signs", number=3, parked=True),
        },
        interest={
            "i1": Interest(id="i1", topic="t1", count=4),
            "i2": Interest(id="i2", topic="t2", count=3),
        },
        **facts,
    )


def local(hour: int, minute: int, day: date = DAY) -> datetime:
    """Return a time of the day where the tests run."""
    return datetime.combine(day, time(hour, minute)).astimezone()


def test_what_is_now_follows_the_clock_and_else_the_time_of_the_day() -> None:
    day = a_wall()
    assert current_slot(day, local(10, 0)) == day.slots["s1"]
    assert current_slot(day, local(10, 59)) == day.slots["s1"]
    assert current_slot(day, local(11, 5)) == day.slots["s2"]
    assert current_slot(day, local(12, 30)) is None
    assert current_slot(day, local(10, 30, DAY + timedelta(days=1))) is None
    late = Timer(stage="s3", ends_at=datetime(2026, 11, 29, tzinfo=UTC), total=60)
    assert current_slot(a_wall(clock=late), local(10, 0)) == day.slots["s3"]


def test_the_wall_shows_topics_free_places_and_breaks(events: EventStore) -> None:
    day = events.create(a_wall())
    shown = html(visit("day_screen", event=day.id))
    assert "Something went wrong" not in shown
    assert "1 Buses &lt;b&gt;" in shown
    assert "Otis · 7 interested" in shown
    assert "Late buses" not in shown
    assert shown.count("Free. Bring a topic.") == 3
    assert "11:00–11:30" in shown
    assert "1 topic is not on the wall" in shown
    assert "You may move at any time" in shown


def test_many_rooms_are_shown_a_page_at_a_time(events: EventStore) -> None:
    day = events.create(a_wall(rooms=MOST_ROOMS + 2))
    at = visit("day_screen", event=day.id)
    assert "Room 0" in html(at)
    assert f"Room {MOST_ROOMS}" not in html(at)
    press(at, "Rooms 1 of 2: show the next")
    assert f"Room {MOST_ROOMS}" in html(at)


def test_while_a_round_of_the_cafe_runs_the_tables_are_shown(events: EventStore) -> None:
    running = Timer(stage="x1", ends_at=datetime(2026, 11, 29, tzinfo=UTC), total=60)
    rounds = {"x1": Round(id="x1", question="What is good here?")}
    day = events.create(a_wall(method="both", rounds=rounds, clock=running))
    shown = html(visit("day_screen", event=day.id))
    assert "Something went wrong" not in shown
    assert '<table class="agenda">' not in shown
    assert '<table class="agenda">' in html(visit("day_screen", event=day.id, part="agenda"))
