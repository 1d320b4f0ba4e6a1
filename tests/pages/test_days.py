"""Days together: started, listed, opened from a file, and none of its pages shows for a PATH."""

from datetime import date

import pytest

from path_planner.methods.registry import methods
from path_planner.services.event.documents import begin
from path_planner.services.vision.documents import begin as begin_vision
from path_planner.storage.protocol import EventStore, VisionStore
from path_planner.ui.navigation import PAGES
from path_planner.ui.stores import event_store
from tests.pages.visiting import field, html, labels, page_buttons, visit

OF_AN_EVENT = [page.name for page in PAGES if page.document == "event"]


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


def test_a_day_is_started_with_its_method(events: EventStore) -> None:
    at = visit("days")
    at.radio(key="event-method").set_value("world-cafe").run()
    field(at.text_input, "What is the day called?").set_value("Our town together")
    field(at.button, "Start").click().run()
    (entry,) = events.summaries()
    assert (entry.title, entry.method, entry.tables) == ("Our town together", "world-cafe", 4)
    assert "Something went wrong" not in html(at)


def test_a_day_needs_a_name(events: EventStore) -> None:
    at = visit("days")
    field(at.button, "Start").click().run()
    assert "Please give the day a name" in html(at)
    assert events.summaries() == []


@pytest.mark.parametrize("name", OF_AN_EVENT)
@pytest.mark.parametrize("method", methods())
def test_every_page_of_a_day_shows_for_every_method(
    events: EventStore, name: str, method: str
) -> None:
    day = begin(events, "A day <b>together</b>", method)
    shown = html(visit(name, event=day.id))
    assert "Something went wrong" not in shown
    assert "<b>together</b>" not in shown


@pytest.mark.parametrize("name", OF_AN_EVENT)
def test_a_page_without_a_day_leads_to_the_list(events: EventStore, name: str) -> None:
    del events
    at = visit(name)
    assert "Choose a day first" in html(at)
    assert "Go to your days" in labels(page_buttons(at))


def test_the_bar_of_a_day_has_its_own_pages(events: EventStore) -> None:
    day = begin(events, "A café", "world-cafe")
    bar = labels(page_buttons(visit("day", event=day.id)))
    assert "World Café" in bar
    assert "Open Space" not in bar
    assert "Stages" not in bar


def test_the_start_page_has_days_and_visions_apart_and_what_is_due(
    events: EventStore, visions: VisionStore
) -> None:
    day = begin(events, "Thistledown <b>Day</b>", "open-space", answer_by=date(2026, 1, 9))
    begin_vision(visions, "A town for everybody")
    at = visit("sessions")
    assert labels(page_buttons(at)).count("Thistledown \\<b\\>Day\\<\\/b\\>") == 2
    assert "A town for everybody" in labels(page_buttons(at))
    assert "Answer the people who came" in html(at)
    assert "Something went wrong" not in html(at)
    assert events.due(date(2026, 1, 9))[0].document_id == day.id


def test_an_example_day_is_there_to_try(events: EventStore) -> None:
    at = visit("days")
    field(at.button, "Try an example day").click().run()
    (entry,) = events.summaries()
    assert entry.title == "Thistledown Day"
    assert "Something went wrong" not in html(at)
    for name in OF_AN_EVENT:
        assert "Something went wrong" not in html(visit(name, event=entry.id)), name
