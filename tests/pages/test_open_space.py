"""The page Open Space: lines of the news wall and the circle, topics, the wall, reports."""

import pytest

from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.people import Role
from path_planner.domain.voice import Expressed, Share
from path_planner.services import records
from path_planner.services.context import EventContext
from path_planner.services.event.contributions import contribute
from path_planner.services.event.documents import begin
from path_planner.storage.protocol import EventStore
from path_planner.ui.stores import event_store
from tests.pages.visiting import enter, field, html, press, told_to_field, visit, words_of

FIELD = "What do they say?"


@pytest.fixture
def events(store: object) -> EventStore:
    """Return the store of events of the app."""
    del store
    return event_store()


@pytest.fixture
def day(events: EventStore) -> Event:
    """Begin a day of Open Space with two guests, one of them without a name."""
    begun = begin(events, "Our town", "open-space")
    context = EventContext(events, begun)
    for facts in ({"name": "Ruth Oake", "role": Role.SELF_ADVOCATE}, {}):
        context = EventContext(events, records.create(context, "guests", **facts).document)
    return context.document


def newest(events: EventStore, day: Event) -> Event:
    return events.open(day.id).document


def test_a_line_is_saved_with_all_that_was_chosen_beside_it(events: EventStore, day: Event) -> None:
    ruth, other = day.guests
    at = visit("open_space", event=day.id, part="news")
    told = told_to_field(at, FIELD)
    assert [one["name"] for one in told["people"]] == ["Ruth Oake", "Guest 2"]
    chosen = {"by": ruth, "supported_by": other, "expressed": "signed", "share": "named"}
    enter(at, FIELD, "There are buses.", chosen=chosen)
    (line,) = newest(events, day).voices.values()
    assert (line.part, line.text, line.speaker) == (Part.NEWS, "There are buses.", ruth)
    assert (line.supported_by, line.supported, line.role) == (other, True, Role.SELF_ADVOCATE)
    assert (line.expressed, line.share) == (Expressed.SIGNED, Share.NAMED)
    shown = words_of(at)
    assert "Ruth Oake · supported by Guest 2 · Signed it · Quote, with name" in shown


def test_without_a_choice_a_line_is_for_the_people_here(events: EventStore, day: Event) -> None:
    at = visit("open_space", event=day.id, part="news")
    enter(at, FIELD, "Cake at four.", chosen={"by": "nobody", "supported_by": "*", "share": "?"})
    (line,) = newest(events, day).voices.values()
    assert (line.share, line.speaker, line.supported_by, line.supported) == (
        *(Share.CIRCLE, None, None, True),
    )


def test_many_people_are_a_list_and_not_chips(events: EventStore, day: Event) -> None:
    context = EventContext(events, day)
    for number in range(9):
        context = EventContext(
            events, records.create(context, "guests", name=f"Person {number}").document
        )
    at = visit("open_space", event=day.id, part="news")
    told = told_to_field(at, FIELD)
    assert not told["chips"]
    assert told["choices"][0]["name"] == "speaker"
    who = next(iter(day.guests))
    enter(at, FIELD, "One.", chosen={"by": "", "speaker": who})
    assert next(iter(newest(events, day).voices.values())).speaker == who


def test_somebody_new_is_added_by_name(events: EventStore, day: Event) -> None:
    at = visit("open_space", event=day.id, part="news")
    enter(at, FIELD, "", person="Otis Reed")
    assert [guest.name for guest in newest(events, day).guests.values()][-1] == "Otis Reed"


def test_a_line_is_answered_struck_and_taken_back(events: EventStore, day: Event) -> None:
    contribute(EventContext(events, day), Part.NEWS, "The hall <b>closes</b> at four.")
    at = visit("open_space", event=day.id, part="news")
    assert "<b>closes" not in html(at)
    press(at, "Change")
    enter(at, "An answer to it", "No, at five.", chosen={"by": "", "share": "quote"})
    field(at.text_input, "It does not hold any more, because …").set_value("It is five.").run()
    (first, second) = sorted(newest(events, day).voices.values(), key=lambda line: line.order)
    assert (second.text, second.answers, second.share) == ("No, at five.", first.id, Share.QUOTE)
    assert (first.text, first.struck) == ("The hall <b>closes</b> at four.", "It is five.")
    press(at, "Close")
    assert "Does not hold any more: It is five." in words_of(at)
    press(at, "Change")
    press(at, "Take it back")
    press(at, "Yes, take it back")
    assert list(newest(events, day).voices) == [second.id]
    assert "answers a line that was taken back" in words_of(at)
    assert "Something went wrong" not in html(at)


def test_private_words_are_not_in_the_list(events: EventStore, day: Event) -> None:
    contribute(EventContext(events, day), Part.NEWS, "canary words", share=Share.PRIVATE)
    at = visit("open_space", event=day.id, part="news")
    assert "canary" not in html(at)
    press(at, "Change")
    assert "canary words" in html(at)
