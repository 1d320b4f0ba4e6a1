"""When and where something happens at an event: times, rooms, tables and rounds, in their order."""

from collections.abc import Mapping
from datetime import time

from path_planner.analysis.event_lines import final_topic, topic_numbers
from path_planner.domain.base import sorted_records
from path_planner.domain.event.about import OFFER_WORDS, SLOT_WORDS, Offers, Slot, SlotKind
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room, Topic
from path_planner.i18n import _

DASH = "–"
_HOUR = 60
_DAY = 24 * _HOUR
"""In minutes."""


def slots_in_order(event: Event) -> list[Slot]:
    """Return the slots of the day by the clock."""
    return sorted(event.slots.values(), key=lambda slot: (slot.begins, slot.order, slot.id))


def slots_for_topics(event: Event) -> list[Slot]:
    """Return the slots in which topics are talked about."""
    return [slot for slot in slots_in_order(event) if slot.kind is SlotKind.TALKS]


def slot_title(slot: Slot) -> str:
    """Return what a slot is called: its title, or else its kind."""
    return slot.title or _(SLOT_WORDS[slot.kind])


def slot_begins(slot: Slot) -> str:
    """Return the time at which a slot begins, such as 10:30."""
    return _clock(slot.begins)


def slot_times(slot: Slot) -> str:
    """Return the times of a slot, such as 10:30–11:30."""
    ends = _HOUR * slot.begins.hour + slot.begins.minute + slot.minutes
    hours, minutes = divmod(ends % _DAY, _HOUR)
    return f"{_clock(slot.begins)}{DASH}{hours:02d}:{minutes:02d}"


def _clock(moment: time) -> str:
    return f"{moment.hour:02d}:{moment.minute:02d}"


def room_label(event: Event, room: Room) -> str:
    """Return what a room is called: its name, or else its place in the order."""
    if room.name:
        return room.name
    place = sorted_records(event.rooms).index(room) + 1
    return _("Room {number}", number=place)


def offers_in_words(offers: Offers) -> list[str]:
    """Return what a room or a table offers, each in a word or two."""
    return [_(OFFER_WORDS[offer]) for offer in dict.fromkeys(offers)]


def own_topics(event: Event) -> list[Topic]:
    """Return the topics that were not merged into another, in their order."""
    return [topic for topic in sorted_records(event.topics) if not _is_merged(event, topic)]


def numbered_topics(event: Event) -> list[tuple[int, Topic]]:
    """Return the topics that were not merged into another, with their numbers, by number."""
    own = {topic.id: topic for topic in own_topics(event)}
    return [(number, own[key]) for key, number in topic_numbers(event).items() if key in own]


def _is_merged(event: Event, topic: Topic) -> bool:
    final = final_topic(event, topic.id)
    return final is not None and final.id != topic.id


def topics_on_the_wall(event: Event) -> dict[tuple[str, str], list[Topic]]:
    """Return the topics at each time and room; two windows may have put two at one place."""
    found: dict[tuple[str, str], list[Topic]] = {}
    for topic in own_topics(event):
        if topic.slot in event.slots and topic.room in event.rooms and not topic.parked:
            found.setdefault((topic.slot or "", topic.room or ""), []).append(topic)
    return found


def topics_off_the_wall(event: Event) -> list[Topic]:
    """Return the topics that have no time or room yet or are parked, but not those merged."""
    placed = {topic.id for topics in topics_on_the_wall(event).values() for topic in topics}
    return [topic for topic in own_topics(event) if topic.id not in placed]


def interest_in(event: Event) -> Mapping[str, int]:
    """Return how many want to come to each topic, merged ones counted where they went."""
    counts: dict[str, int] = {}
    for interest in event.interest.values():
        if topic := final_topic(event, interest.topic):
            counts[topic.id] = counts.get(topic.id, 0) + interest.count
    return counts


def table_numbers(event: Event) -> dict[str, int]:
    """Return the number of each table by its id: its place in the order."""
    return {table.id: number for number, table in enumerate(sorted_records(event.tables), start=1)}


def table_label(event: Event, table: CafeTable) -> str:
    """Return what a table is called, such as “Table 3 · Getting about”."""
    label = _("Table {number}", number=table_numbers(event)[table.id])
    return f"{label} · {table.name}" if table.name else label


def round_numbers(event: Event) -> dict[str, int]:
    """Return the number of each round by its id: its place in the order."""
    return {each.id: number for number, each in enumerate(sorted_records(event.rounds), start=1)}


def round_label(event: Event, each: Round) -> str:
    """Return what a round is called, such as “Round 2”."""
    return _("Round {number}", number=round_numbers(event)[each.id])


def question_at(event: Event, table: CafeTable, each: Round | None = None) -> str:
    """Return the question at a table: its own, that of the round, or that of the day."""
    return table.question or (each.question if each else "") or event.about.question
