"""Open Space: topics are written, the wall is told all, reports and news take lines."""

from datetime import time
from typing import Any

import pytest

from path_planner.domain.event.about import Guest, Slot
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room, Topic
from path_planner.services.context import EventContext
from path_planner.storage.protocol import EventStore
from path_planner.ui.event.open_space.board import apply_changes, wall_of
from path_planner.ui.event.open_space.labels import agenda_labels
from path_planner.ui.event.open_space.parts import convenor_and_title
from path_planner.ui.stores import event_store
from path_planner.ui.sync.acks import Acks
from tests.pages.visiting import enter, field, html, visit
from tests.storage.cases import an_event


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


def a_wall() -> Event:
    """Return an Open Space with a time, two rooms, a topic on the wall and one that waits."""
    event = an_event(
        slots={"s1": Slot(id="s1", begins=time(10, 30))},
        rooms={"r1": Room(id="r1", name="Hall", seats=60), "r2": Room(id="r2", order=1)},
        topics={
            "t1": Topic(id="t1", title="Buses", number=1, slot="s1", room="r1"),
            "t2": Topic(id="t2", title="Jobs <b>", number=2),
        },
        guests={"g1": Guest(id="g1", name="Ruth Larkmeadow")},
    )
    about = event.about.model_copy(update={"method": "open-space"})
    return event.model_copy(update={"about": about})


def now(events: EventStore) -> Event:
    """Return the newest state."""
    return events.open("k7f3q2").document


def test_a_topic_is_written_by_whoever_brings_it(events: EventStore) -> None:
    events.create(a_wall())
    at = visit("open_space", event="k7f3q2")
    enter(at, "Write a topic, then press Enter", "Ruth: Dogs in flats", "Dream: a house")
    topics = list(now(events).topics.values())[2:]
    assert [(topic.convenor, topic.title, topic.number) for topic in topics] == [
        ("Ruth Larkmeadow", "Dogs in flats", 3),
        ("", "Dream: a house", 4),
    ]
    assert "Something went wrong" not in html(at)
    assert "You may move at any time" in html(at)


@pytest.mark.parametrize(
    ("typed", "convenor", "title"),
    [
        ("ruth: Buses", "Ruth Larkmeadow", "Buses"),
        ("Ruth Larkmeadow:  Buses ", "Ruth Larkmeadow", "Buses"),
        ("Ruth:", "", "Ruth:"),
        ("Nobody: Buses", "", "Nobody: Buses"),
        ("Buses", "", "Buses"),
    ],
)
def test_a_name_before_a_colon_is_the_convenor(typed: str, convenor: str, title: str) -> None:
    assert convenor_and_title(a_wall(), typed) == (convenor, title)


def changed(events: EventStore, *changes: dict[str, Any]) -> tuple[Event, Acks]:
    """Apply changes of the browser, each with an id of its own."""
    acks = Acks()
    context = EventContext(events, now(events), by="window")
    sent = tuple({"id": f"{number:020d}", **change} for number, change in enumerate(changes))
    return apply_changes(context, sent, acks).document, acks


def test_what_the_browser_sends_is_a_use_case(events: EventStore) -> None:
    events.create(a_wall())
    after, acks = changed(
        events,
        {"do": "place", "topic": "t2", "slot": "s1", "room": "r2"},
        {"do": "count", "topic": "t2", "count": 3},
        {"do": "merge", "topic": "t1", "into": "t2"},
        {"do": "split", "topic": "t2", "as": "t3", "title": "Pay"},
        {"do": "park", "topic": "t3", "parked": True},
    )
    assert not acks.refused
    assert (after.topics["t2"].slot, after.topics["t2"].room) == ("s1", "r2")
    assert after.topics["t1"].merged_into == "t2"
    assert after.topics["t3"].parked
    assert sum(each.count for each in after.interest.values()) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"do": "place", "topic": "gone", "slot": "s1", "room": "r1"},
        {"do": "place", "topic": "t2", "slot": "s1", "room": "r1"},
        {"do": "merge", "topic": "t1", "into": "t1"},
        {"do": "count", "topic": "t1", "count": -4},
        {"do": "burn", "topic": "t1"},
        {"do": "split", "topic": "t1", "as": "../t9", "title": "x"},
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    events: EventStore, change: dict[str, Any]
) -> None:
    before = events.create(a_wall())
    after, acks = changed(events, change)
    assert after == before
    assert acks.refused


def test_the_same_change_sent_twice_is_made_once(events: EventStore) -> None:
    events.create(a_wall())
    count = {"do": "count", "topic": "t1", "count": 2}
    changed(events, count)
    again, _acks = changed(events, count)
    assert sum(each.count for each in again.interest.values()) == 2


def test_the_wall_is_told_everything_it_shows(events: EventStore) -> None:
    context = EventContext(events, events.create(a_wall()))
    wall = wall_of(context)
    assert [(topic["number"], topic["title"]) for topic in wall["topics"]] == [
        (1, "Buses"),
        (2, "Jobs <b>"),
    ]
    assert wall["rooms"][0]["facts"] == "60 seats"
    assert wall["rooms"][1]["name"] == "Room 2"
    assert wall["slots"][0]["talks"]
    assert set(agenda_labels()) <= set(wall["words"])


def test_a_report_has_its_number_and_its_lines(events: EventStore) -> None:
    events.create(a_wall())
    at = visit("open_space", event="k7f3q2", part="reports")
    field(at.number_input, "How many came?").set_value(12).run()
    enter(at, "What do they say?", "The last bus goes at six")
    saved = now(events)
    assert saved.reports["t1"].came == 12
    line = list(saved.voices.values())[-1]
    assert (line.part, line.topic, line.text) == (
        Part.DISCUSSION,
        "t1",
        "The last bus goes at six",
    )


@pytest.mark.parametrize("part", ["agenda", "reports", "news", "closing"])
def test_every_part_shows(events: EventStore, part: str) -> None:
    events.create(a_wall())
    shown = html(visit("open_space", event="k7f3q2", part=part))
    assert "Something went wrong" not in shown
    assert "<b>" not in shown.replace("<b>Ruth", "").split("Jobs")[-1][:3]
