"""The page Harvest: lines are typed one after another, and grouped alone or several at once."""

import pytest

from path_planner.analysis.cafe import grouped_harvest
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.voice import Share
from path_planner.services.context import EventContext
from path_planner.services.event.contributions import contribute
from path_planner.storage.protocol import EventStore
from path_planner.ui.stores import event_store
from tests.pages.visiting import enter, html, press, visit, words_of
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


def shown(events: EventStore, day: Event) -> list[tuple[str, list[str]]]:
    return [
        (group.title if group else "", [line.text for line in lines])
        for group, lines in grouped_harvest(events.open(day.id).document)
    ]


def test_lines_are_typed_ticked_and_grouped(events: EventStore, day: Event) -> None:
    at = visit("harvest", event=day.id)
    enter(at, "What do they take with them?", "Buses", "Trains", BAD)
    ids = list(events.open(day.id).document.voices)
    for line in ids[:2]:
        at.checkbox(key=f"{day.id}:tick {line}").check()
    enter(at, "Title of a new group", "Getting about")
    assert shown(events, day) == [("", [BAD]), ("Getting about", ["Buses", "Trains"])]
    (group,) = events.open(day.id).document.groups
    at.selectbox(key=f"{day.id}:group of {ids[2]}").set_value(group).run()
    assert shown(events, day) == [("Getting about", ["Buses", "Trains", BAD])]
    assert "<img" not in html(at)
    at.selectbox(key=f"{day.id}:move to").set_value("none").run()
    assert "Move 2 lines" in [button.label for button in at.button]
    press(at, "Move 2 lines")
    assert shown(events, day) == [("", ["Buses", "Trains"]), ("Getting about", [BAD])]
    press(at, "Remove group")
    press(at, "Yes, remove it")
    assert shown(events, day) == [("", ["Buses", "Trains", BAD])]
    assert "Something went wrong" not in html(at)


def test_the_shared_screen_has_the_groups_and_nothing_private(
    events: EventStore, day: Event
) -> None:
    context = EventContext(events, day)
    event = contribute(context, Part.HARVEST, BAD).document
    contribute(EventContext(events, event), Part.HARVEST, "canary", share=Share.PRIVATE)
    at = visit("harvest", event=day.id)
    enter(at, "Title of a new group", "Being heard")
    screen = visit("day_screen", event=day.id, part="cafe")
    assert "What we take with us" in words_of(screen)
    assert "canary" not in html(screen)
    assert "<img" not in html(screen)
    assert "&lt;img" in html(screen)
    assert "Private words stay off this screen." in words_of(screen)


def test_the_shared_screen_says_where_to_go(day: Event) -> None:
    at = visit("world_cafe", event=day.id)
    press(at, "Seat everybody")
    screen = visit("day_screen", event=day.id, part="cafe")
    assert "Next: round 1" in words_of(screen)
    press(at, "Start round 1")
    shown_now = words_of(visit("day_screen", event=day.id, part="cafe"))
    assert "Question 1?" in shown_now
    assert "left of 20 minutes" in shown_now
    assert "Yara" in shown_now
