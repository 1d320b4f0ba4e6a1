"""The agenda wall: topics find a place, swap it, merge, split, wait, and nothing is lost."""

import pytest

from path_planner.domain import timer as timers
from path_planner.domain.event.about import Offer, SlotKind
from path_planner.domain.event.contribution import Part
from path_planner.domain.event.event import Event
from path_planner.domain.timer import TimerKind
from path_planner.errors import (
    MergedIntoItself,
    NoPlaceForTopics,
    NotAReport,
    PlaceOccupied,
    UnknownRecord,
)
from path_planner.services import clock
from path_planner.services.event import agenda
from tests.services.event.days import a_day

Place = tuple[str | None, str | None]


def places(event: Event) -> dict[str, Place]:
    """Return the time and room of each topic on the wall."""
    return {
        topic.id: (topic.slot, topic.room)
        for topic in event.topics.values()
        if agenda.is_on_wall(event, topic)
    }


def test_a_topic_gets_the_next_number_and_waits_for_a_place() -> None:
    day = a_day()
    day.does(agenda.write_topic(day.context, "Cooking", convenor="Wilma", needs=(Offer.QUIET,)))
    topic = day.event.topics["n1"]
    assert (topic.number, topic.convenor, topic.needs) == (4, "Wilma", (Offer.QUIET,))
    assert "n1" not in places(day.event)
    day.does(agenda.write_topic(day.context, "  "))
    assert len(day.event.topics) == 4


def test_the_next_number_is_above_what_two_windows_gave_twice() -> None:
    day = a_day()
    twice = day.event.topics["t2"].model_copy(update={"number": 3})
    day.does(day.context.keep(day.event.model_copy(update={"topics": {
        **day.event.topics, "t2": twice}})))  # fmt: skip
    day.does(agenda.write_topic(day.context, "Cooking"))
    assert day.event.topics["n1"].number == 5


def test_a_topic_is_reworded_and_never_without_words() -> None:
    day = a_day()
    day.does(agenda.reword_topic(day.context, "t1", title="Buses after six", number=9))
    day.does(agenda.reword_topic(day.context, "t1", title=" "))
    assert (day.event.topics["t1"].title, day.event.topics["t1"].number) == ("Buses after six", 1)


def test_a_topic_goes_to_a_free_place() -> None:
    day = a_day()
    day.does(agenda.place_topic(day.context, "t3", "s2", "r1"))
    day.does(agenda.place_topic(day.context, "t1", "s2", "r2"))
    assert places(day.event) == {"t1": ("s2", "r2"), "t2": ("s1", "r2"), "t3": ("s2", "r1")}


def test_two_topics_on_the_wall_swap_their_places() -> None:
    day = a_day()
    day.does(agenda.place_topic(day.context, "t1", "s1", "r2"))
    assert places(day.event) == {"t1": ("s1", "r2"), "t2": ("s1", "r1")}


def test_a_topic_without_a_place_is_put_over_nobody() -> None:
    day = a_day()
    with pytest.raises(PlaceOccupied, match="“Buses” stands there already"):
        agenda.place_topic(day.context, "t3", "s1", "r1")
    day.does(agenda.park_topic(day.context, "t2"))
    with pytest.raises(PlaceOccupied):
        agenda.place_topic(day.context, "t2", "s1", "r1")


def test_nothing_is_placed_at_lunch_or_nowhere() -> None:
    day = a_day()
    with pytest.raises(NoPlaceForTopics):
        agenda.place_topic(day.context, "t3", "lunch", "r1")
    for slot, room in (("s9", "r1"), ("s1", "r9")):
        with pytest.raises(UnknownRecord):
            agenda.place_topic(day.context, "t3", slot, room)


def test_a_topic_is_taken_off_the_wall() -> None:
    day = a_day()
    day.does(agenda.unplace_topic(day.context, "t1"))
    assert places(day.event) == {"t2": ("s1", "r2")}


def test_a_merged_topic_leaves_the_wall_and_comes_back_to_its_place() -> None:
    day = a_day()
    day.does(agenda.merge_topics(day.context, "t1", "t2"))
    assert day.event.topics["t1"].merged_into == "t2"
    assert places(day.event) == {"t2": ("s1", "r2")}
    assert day.does(agenda.unmerge_topic(day.context, "t1")).told == ()
    assert places(day.event)["t1"] == ("s1", "r1")


def test_a_merged_topic_waits_if_its_place_was_given_away() -> None:
    day = a_day()
    day.does(agenda.merge_topics(day.context, "t1", "t2"))
    day.does(agenda.place_topic(day.context, "t3", "s1", "r1"))
    told = day.does(agenda.unmerge_topic(day.context, "t1")).told
    assert told == ("This topic has no place on the wall now: “Buses”",)
    assert places(day.event) == {"t2": ("s1", "r2"), "t3": ("s1", "r1")}


def test_merging_goes_to_where_the_other_one_is_and_never_in_a_circle() -> None:
    day = a_day()
    day.does(agenda.merge_topics(day.context, "t2", "t3"))
    day.does(agenda.merge_topics(day.context, "t1", "t2"))
    assert day.event.topics["t1"].merged_into == "t3"
    for one, other in (("t3", "t1"), ("t3", "t3")):
        with pytest.raises(MergedIntoItself):
            agenda.merge_topics(day.context, one, other)


def test_a_topic_is_split_with_its_needs() -> None:
    day = a_day()
    day.does(agenda.reword_topic(day.context, "t1", needs=[Offer.STEP_FREE]))
    day.does(agenda.split_topic(day.context, "t1", "Night buses", convenor="Otis"))
    new = day.event.topics["n1"]
    assert (new.split_from, new.title, new.needs) == ("t1", "Night buses", (Offer.STEP_FREE,))
    assert places(day.event).keys() == {"t1", "t2"}


def test_a_parked_topic_comes_back_to_its_place_or_waits() -> None:
    day = a_day()
    day.does(agenda.park_topic(day.context, "t1"))
    assert places(day.event) == {"t2": ("s1", "r2")}
    day.does(agenda.unpark_topic(day.context, "t1"))
    assert places(day.event)["t1"] == ("s1", "r1")
    day.does(agenda.park_topic(day.context, "t1"))
    day.does(agenda.place_topic(day.context, "t2", "s1", "r1"))
    assert day.does(agenda.unpark_topic(day.context, "t1")).told
    assert places(day.event) == {"t2": ("s1", "r1")}


def test_a_parked_topic_that_is_placed_is_no_longer_parked() -> None:
    day = a_day()
    day.does(agenda.park_topic(day.context, "t1"))
    day.does(agenda.place_topic(day.context, "t1", "s2", "r1"))
    assert places(day.event)["t1"] == ("s2", "r1")


def test_interest_is_counted_and_the_last_count_is_taken_back() -> None:
    day = a_day()
    for count in (1, 1, 12):
        day.does(agenda.add_interest(day.context, "t1", count))
    counts = [each.count for each in day.event.interest.values()]
    assert counts == [1, 1, 12]
    day.does(agenda.take_back_interest(day.context, "t1"))
    day.does(agenda.take_back_interest(day.context, "t1", "n1"))
    day.does(agenda.take_back_interest(day.context, "t1", "n1"))
    assert list(day.event.interest) == ["n2"]
    day.does(agenda.take_back_interest(day.context, "t2"))
    assert list(day.event.interest) == ["n2"]
    with pytest.raises(UnknownRecord):
        agenda.add_interest(day.context, "t9")


def test_of_a_room_that_goes_the_topics_wait_and_it_is_told() -> None:
    day = a_day()
    told = day.does(agenda.remove_room(day.context, "r1")).told
    assert told == ("This topic has no place on the wall now: “Buses”",)
    assert places(day.event) == {"t2": ("s1", "r2")}
    assert not day.event.topics["t1"].parked
    assert day.event.topics["t1"].slot is None


def test_of_a_time_that_goes_the_topics_wait_and_its_clock_stops() -> None:
    day = a_day()
    day.does(agenda.start_slot(day.context, "s1"))
    told = day.does(agenda.remove_slot(day.context, "s1")).told
    assert told == ("These topics have no place on the wall now: “Buses”, “Quiet places”",)
    assert places(day.event) == {}
    assert not day.event.clock.running


def test_a_time_that_becomes_a_break_has_no_topics() -> None:
    day = a_day()
    assert day.does(agenda.change_slot(day.context, "s2", minutes=30)).told == ()
    assert day.does(agenda.change_slot(day.context, "s1", kind=SlotKind.BREAK)).told
    assert places(day.event) == {}


def test_rooms_and_times_are_added_and_changed() -> None:
    day = a_day()
    day.does(agenda.add_room(day.context, "Garden", seats=12))
    day.does(agenda.add_room(day.context, ""))
    day.does(agenda.change_room(day.context, "n1", name="Garden Room"))
    day.does(agenda.add_slot(day.context, begins="15:00", minutes=20))
    assert [room.name for room in day.event.rooms.values()] == ["Room 1", "Room 2", "Garden Room"]
    assert list(day.event.slots.values())[-1].minutes == 20


def test_the_clock_of_a_time_runs_for_its_minutes_and_a_break_is_a_break() -> None:
    day = a_day()
    day.does(agenda.start_slot(day.context, "s1"))
    day.clock.move(minutes=20)
    day.does(clock.pause_timer(day.context))
    day.clock.move(minutes=5)
    day.does(clock.resume_timer(day.context))
    day.does(clock.five_more_minutes(day.context))
    assert timers.seconds_left(day.event.clock, day.clock.time) == 45 * 60
    assert (day.event.clock.stage, day.event.clock.kind) == ("s1", TimerKind.STAGE)
    day.does(agenda.start_slot(day.context, "lunch"))
    assert (day.event.clock.stage, day.event.clock.kind) == ("lunch", TimerKind.BREAK)
    day.does(clock.stop_timer(day.context))
    assert not day.event.clock.running


def test_a_report_says_how_many_came_and_is_read_back_again_after_a_new_line() -> None:
    day = a_day()
    day.does(agenda.report(day.context, "t1", came=12))
    day.does(agenda.report_line(day.context, Part.DISCUSSION, "They stop at six.", topic="t1"))
    day.does(agenda.report(day.context, "t1", read_back=True))
    before = day.event.revision
    day.does(agenda.report_line(day.context, Part.REQUEST, "One more bus.", topic="t1"))
    assert day.event.revision == before + 1
    assert [line.part for line in day.event.voices.values()] == [Part.DISCUSSION, Part.REQUEST]
    assert (day.event.reports["t1"].came, day.event.reports["t1"].read_back) == (12, False)


@pytest.mark.parametrize("facts", [{}, {"topic": "t1"}], ids=["no topic", "news"])
def test_a_report_holds_lines_of_a_report_alone(facts: dict[str, str]) -> None:
    part = Part.NEWS if facts else Part.DISCUSSION
    with pytest.raises(NotAReport):
        agenda.report_line(a_day().context, part, "Cake at four.", **facts)
