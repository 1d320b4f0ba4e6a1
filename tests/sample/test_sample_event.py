"""The sample event: the same for a seed, complete, fictional, with seats that meet each need."""

from collections import Counter

from path_planner.analysis.event_lines import final_topic, topic_numbers
from path_planner.domain.event.contribution import Part
from path_planner.domain.voice import Share
from path_planner.sample.events import sample_event
from path_planner.storage.event_type import EVENTS
from path_planner.storage.serializer import read, write

DAY = sample_event(seed=4)


def test_the_same_seed_makes_the_same_bytes_and_another_does_not() -> None:
    assert write(sample_event(seed=4)) == write(DAY)
    assert write(sample_event(seed=5)) != write(DAY)
    assert read(write(DAY), EVENTS) == DAY


def test_there_are_sixty_people_three_times_four_rooms_and_two_rounds() -> None:
    assert (len(DAY.guests), len(DAY.rooms), len(DAY.rounds)) == (60, 4, 2)
    times = {topic.slot for topic in DAY.topics.values() if topic.slot}
    assert len(times) == 3
    cells = Counter((topic.slot, topic.room) for topic in DAY.topics.values() if topic.slot)
    assert set(cells.values()) == {1}
    assert sorted(topic_numbers(DAY).values()) == list(range(1, 13))


def test_lines_of_every_part_and_share_level_are_there_with_answers() -> None:
    lines = DAY.voices.values()
    assert {line.part for line in lines} == set(Part)
    assert {line.share for line in lines} == set(Share)
    assert sum(line.answers in DAY.voices for line in lines if line.answers) >= 5
    assert any(line.struck for line in lines)
    merged = [topic for topic in DAY.topics.values() if topic.merged_into]
    assert all(final_topic(DAY, topic.id) != topic for topic in merged)


def test_guests_who_are_here_sit_once_in_each_round_and_supporters_beside_their_person() -> None:
    here = {guest.id for guest in DAY.guests.values() if guest.present}
    for round_id in DAY.rounds:
        seats = {seat.guest: seat for seat in DAY.seats.values() if seat.round == round_id}
        assert set(seats) == here
        for guest in DAY.guests.values():
            if guest.stays_with and guest.id in here:
                assert seats[guest.id].table == seats[guest.stays_with].table
            for other in guest.apart_from:
                assert seats[guest.id].table != seats[other].table
