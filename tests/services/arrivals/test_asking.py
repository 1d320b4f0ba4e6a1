"""One question at a time is asked on phones, and nothing else of the document stands there."""

import pytest

from path_planner.domain.base import with_fields
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Topic
from path_planner.errors import UnknownRecord, UnknownStage
from path_planner.services.arrivals.asking import (
    day_question,
    stage_question,
    table_question,
    topic_question,
)
from tests.domain.builders import a_session
from tests.storage.cases import an_event


@pytest.fixture
def event() -> Event:
    """Return an event with two tables, two rounds and a topic."""
    found = an_event(
        tables={
            "t1": CafeTable(id="t1", name="Home", order=1.0),
            "t2": CafeTable(id="t2", question="What do buses need?", order=2.0),
        },
        rounds={
            "r1": Round(id="r1", question="What is good here?", order=1.0),
            "r2": Round(id="r2", question="What next?", order=2.0),
        },
        topics={"p1": Topic(id="p1", title="A lift at the station")},
    )
    about = with_fields(found.about, question="What matters here?", language="de")
    return found.model_copy(update={"about": about})


def test_a_stage_asks_others_about_the_pathfinder() -> None:
    asked = stage_question(a_session(), "dream")
    assert (asked.title, asked.heading, asked.place.stage) == ("Robin’s PATH", "Dream", "dream")
    assert asked.question
    assert "{" not in asked.question
    with pytest.raises(UnknownStage):
        stage_question(a_session(), "nowhere")


def test_a_table_asks_the_question_of_its_round_unless_it_has_its_own(event: Event) -> None:
    home = table_question(event, "t1", "r2")
    assert (home.heading, home.question) == ("Home · Round 2", "What next?")
    assert (home.place.table, home.place.round, home.place.part) == ("t1", "r2", Part.TABLE)
    assert home.language == "de"
    buses = table_question(event, "t2", "r1")
    assert (buses.heading, buses.question) == ("Table 2 · Round 1", "What do buses need?")
    assert table_question(event, "t1").question == "What matters here?"


def test_a_topic_asks_what_people_say_about_it(event: Event) -> None:
    asked = topic_question(event, "p1", Part.RECOMMENDATION)
    assert asked.heading == "A lift at the station"
    assert (asked.place.topic, asked.place.part) == ("p1", Part.RECOMMENDATION)


def test_all_are_asked_the_question_of_the_day(event: Event) -> None:
    asked = day_question(event, Part.CIRCLE)
    assert (asked.question, asked.place.part) == ("What matters here?", Part.CIRCLE)


def test_what_is_gone_is_not_asked_about(event: Event) -> None:
    for ask in (
        lambda: table_question(event, "t9"),
        lambda: table_question(event, "t1", "r9"),
        lambda: topic_question(event, "p9"),
    ):
        with pytest.raises(UnknownRecord):
            ask()
