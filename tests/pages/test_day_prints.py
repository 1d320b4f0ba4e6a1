"""Prints of a day, its answers, and a line that goes into a PATH."""

import pytest

from path_planner.exports.registry import EVENT_EXPORTS
from path_planner.services.event.documents import begin
from path_planner.services.session import documents as sessions
from path_planner.services.vision.documents import begin as begin_vision
from path_planner.storage.protocol import EventStore, SessionStore, VisionStore
from path_planner.ui.stores import event_store
from tests.pages.visiting import field, html, labels, page_buttons, press, visit
from tests.services.vision.gathering.test_events import a_day


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


@pytest.mark.parametrize("method", ["open-space", "world-cafe", "both"])
def test_every_print_that_makes_sense_is_offered(events: EventStore, method: str) -> None:
    day = begin(events, "A day", method)
    at = visit("day_prints", event=day.id)
    offered = labels(at.get("download_button"))
    assert offered
    assert {*offered} == {export.name for export in EVENT_EXPORTS.known if export.offered(day)}
    assert "Something went wrong" not in html(at)


def test_an_answer_is_written_down(events: EventStore) -> None:
    day = events.create(a_day(0))
    at = visit("day_prints", event=day.id, part="after")
    press(at, "Add an answer")
    field(at.selectbox, "Answer to").set_value("t1").run()
    field(at.text_area, "What did they answer?").set_value("One late bus").run()
    field(at.text_input, "Who answered?").set_value("The council").run()
    (answer,) = events.open(day.id).document.answers.values()
    assert (answer.about, answer.text, answer.who) == ("t1", "One late bus", "The council")


def test_a_line_goes_into_a_path_with_its_source(events: EventStore, store: SessionStore) -> None:
    day = events.create(a_day(0))
    path = sessions.begin(store, "Ada")
    at = visit("day_prints", event=day.id, part="after")
    field(at.selectbox, "Which line?").set_value("v4").run()
    press(at, "Put it there")
    (voice,) = store.open(path.id).document.voices.values()
    assert (voice.text, voice.stage) == ("Yes, and a light", "dream")
    assert voice.event_line is not None
    assert "The line is in the PATH now" in html(at)
    press(at, "Put it there")
    assert len(store.open(path.id).document.voices) == 1
    shown = html(visit("walk", session=path.id))
    assert "from Thistledown Day" in shown


def test_private_lines_are_not_among_those_that_can_go(events: EventStore) -> None:
    day = events.create(a_day(0))
    at = visit("day_prints", event=day.id, part="after")
    assert "canary" not in html(at)
    assert all("canary" not in str(box.options) for box in at.selectbox)


def test_visions_are_offered(events: EventStore, visions: VisionStore) -> None:
    day = events.create(a_day(0))
    begin_vision(visions, "A town for everybody")
    at = visit("day_prints", event=day.id, part="after")
    assert "A town for everybody" in labels(page_buttons(at))
