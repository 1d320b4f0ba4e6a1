"""Times, rooms, tables and rounds: their order and what they are called."""

from datetime import time

import pytest

from path_planner.analysis.event_places import (
    interest_in,
    numbered_topics,
    offers_in_words,
    own_topics,
    question_at,
    room_label,
    round_label,
    slot_times,
    slot_title,
    slots_for_topics,
    slots_in_order,
    table_label,
    topics_off_the_wall,
    topics_on_the_wall,
)
from path_planner.domain.event.about import AboutEvent, Offer, Slot, SlotKind
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.open_space import Interest, Room, Topic
from tests.storage.cases import an_event


def a_slot(key: str, hour: int, kind: SlotKind = SlotKind.TALKS, **facts: object) -> Slot:
    return Slot(**{"id": key, "begins": time(hour, 30), "kind": kind, **facts})


@pytest.mark.parametrize(
    ("hour", "minutes", "times"),
    [
        (9, 60, "09:30–10:30"),
        (9, 5, "09:30–09:35"),
        (23, 45, "23:30–00:15"),
        (0, 1440, "00:30–00:30"),
    ],
)
def test_a_slot_says_when_it_begins_and_ends(hour: int, minutes: int, times: str) -> None:
    assert slot_times(a_slot("s", hour, minutes=minutes)) == times


def test_slots_are_in_the_order_of_the_clock() -> None:
    slots = {
        "z": a_slot("z", 9, SlotKind.CIRCLE, order=3.0, title="Hello"),
        "a": a_slot("a", 13),
        "b": a_slot("b", 10, order=9.0),
    }
    event = an_event(slots=slots)
    assert [slot.id for slot in slots_in_order(event)] == ["z", "b", "a"]
    assert [slot.id for slot in slots_for_topics(event)] == ["b", "a"]
    assert [slot_title(slot) for slot in slots_in_order(event)] == ["Hello", "Topics", "Topics"]


def a_wall() -> dict[str, Topic]:
    place = {"slot": "s1", "room": "r1"}
    return {
        "t1": Topic(id="t1", title="On the wall", number=4, **place),
        "t2": Topic(id="t2", title="There too", number=2, order=-1.0, **place),
        "t3": Topic(id="t3", title="Merged", number=1, merged_into="t1", **place),
        "t4": Topic(id="t4", title="Parked", number=3, parked=True, **place),
        "t5": Topic(id="t5", title="No room yet", number=9, slot="s1"),
        "t6": Topic(id="t6", title="Its room is gone", number=8, slot="s1", room="gone"),
        "t7": Topic(id="t7", title="In a circle", number=7, merged_into="t8", **place),
        "t8": Topic(id="t8", title="In it as well", number=6, merged_into="t7", **place),
    }


def test_each_topic_is_on_the_wall_or_beside_it_once_unless_it_was_merged() -> None:
    event = an_event(topics=a_wall(), slots={"s1": a_slot("s1", 9)}, rooms={"r1": Room(id="r1")})
    on_it = topics_on_the_wall(event)
    assert [topic.id for topic in on_it["s1", "r1"]] == ["t2", "t1", "t7"]
    assert [topic.id for topic in topics_off_the_wall(event)] == ["t4", "t5", "t6"]
    assert {topic.id for topic in own_topics(event)} == {"t1", "t2", "t4", "t5", "t6", "t7"}
    assert [number for number, _topic in numbered_topics(event)] == [2, 3, 4, 7, 8, 9]


def test_interest_in_a_merged_topic_counts_where_it_went() -> None:
    counts = {"i1": ("t3", 4), "i2": ("t1", 2), "i3": ("t2", 1), "i4": ("gone", 8)}
    interest = {key: Interest(id=key, topic=topic, count=n) for key, (topic, n) in counts.items()}
    assert interest_in(an_event(topics=a_wall(), interest=interest)) == {"t1": 6, "t2": 1}


def test_what_has_no_name_is_called_by_its_place() -> None:
    rooms = {"b": Room(id="b", order=1.0), "a": Room(id="a", name="Hall", order=2.0)}
    tables = {"b": CafeTable(id="b", order=1.0), "a": CafeTable(id="a", name="Home", order=2.0)}
    rounds = {"k": Round(id="k")}
    event = an_event(rooms=rooms, tables=tables, rounds=rounds)
    assert [room_label(event, room) for room in rooms.values()] == ["Room 1", "Hall"]
    labels = [table_label(event, table) for table in tables.values()]
    assert labels == ["Table 1", "Table 2 · Home"]
    assert round_label(event, rounds["k"]) == "Round 1"


def test_a_table_asks_its_own_question_or_that_of_the_round_or_of_the_day() -> None:
    event = an_event(about=AboutEvent(question="Day?"))
    table, asking = CafeTable(id="c"), CafeTable(id="c", question="Mine?")
    assert question_at(event, asking, Round(id="k", question="Round?")) == "Mine?"
    assert question_at(event, table, Round(id="k", question="Round?")) == "Round?"
    assert question_at(event, table, Round(id="k")) == "Day?"
    assert question_at(event, table) == "Day?"


def test_offers_are_said_once_each() -> None:
    assert offers_in_words((Offer.QUIET, Offer.STEP_FREE, Offer.QUIET)) == ["Quiet", "Step-free"]
