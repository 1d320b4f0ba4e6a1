"""Use cases of the agenda wall: topics, their place and interest, rooms, times, the clock, reports.

A topic stands at one time and in one room. Two topics on the wall swap their places; one that is
not on the wall yet is never put over another. What is merged or parked loses nothing, and comes
back.
"""

from functools import partial
from typing import Any

from path_planner.analysis.event_lines import final_topic, topic_numbers
from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.event.about import Slot, SlotKind
from path_planner.domain.event.contribution import REPORT_PARTS, Part
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Interest, Report, Topic
from path_planner.domain.timer import Timer, TimerKind
from path_planner.errors import (
    MergedIntoItself,
    NoPlaceForTopics,
    NotAReport,
    PlaceOccupied,
)
from path_planner.i18n import ngettext
from path_planner.services import records
from path_planner.services.clock import start_timer
from path_planner.services.context import EventContext, EventResult, as_one_change
from path_planner.services.event.contributions import contribute
from path_planner.services.records import get

_REWORDED = frozenset({"title", "convenor", "needs"})


def write_topic(context: EventContext, title: str, **facts: Any) -> EventResult:
    """Add a topic with the next number; `facts` are fields of Topic, such as convenor and needs.

    Nothing changes without a title.
    """
    topic = _new_topic(context, title, **facts)
    if not topic.title:
        return EventResult(context.document)
    return context.keep(put(context.document, "topics", topic))


def _new_topic(context: EventContext, title: str, **facts: Any) -> Topic:
    event = context.document
    return Topic(
        id=context.fresh_id(),
        title=title,
        number=max(topic_numbers(event).values(), default=0) + 1,
        order=next_order(event.topics),
        **facts,
    )


def reword_topic(context: EventContext, topic_id: str, **facts: Any) -> EventResult:
    """Change title, convenor or needs of a topic; nothing changes if the title would be empty."""
    known = {name: value for name, value in facts.items() if name in _REWORDED}
    return records.update(context, "topics", topic_id, **known)


def place_topic(context: EventContext, topic_id: str, slot_id: str, room_id: str) -> EventResult:
    """Put a topic at a time and in a room, or move it there; it comes back from where it was.

    With the topic that stands there it swaps places. Raises PlaceOccupied if it has no place on the
    wall to give for it, NoPlaceForTopics if no topics are talked about at that time.
    """
    event = context.document
    topic: Topic = get(event, "topics", topic_id)
    slot: Slot = get(event, "slots", slot_id)
    get(event, "rooms", room_id)
    if slot.kind is not SlotKind.TALKS:
        raise NoPlaceForTopics
    here = {"slot": slot_id, "room": room_id}
    after = event
    if other := _topic_at(event, slot_id, room_id, topic_id):
        if not is_on_wall(event, topic):
            raise PlaceOccupied(title=other.title)
        swapped = with_fields(other, slot=topic.slot, room=topic.room)
        after = put(after, "topics", swapped)
    moved = with_fields(topic, **here, parked=False, merged_into=None)
    return context.keep(put(after, "topics", moved))


def is_on_wall(event: Event, topic: Topic) -> bool:
    """Whether a topic stands on the wall: it has a time and a room, and is there itself."""
    is_there = not topic.parked and final_topic(event, topic.id) == topic
    return is_there and topic.slot in event.slots and topic.room in event.rooms


def _topic_at(event: Event, slot_id: str, room_id: str, beside: str) -> Topic | None:
    """Return the topic on the wall at this place, but for the one with the id `beside`."""
    return next(
        (
            topic
            for topic in event.topics.values()
            if (topic.slot, topic.room) == (slot_id, room_id)
            and topic.id != beside
            and is_on_wall(event, topic)
        ),
        None,
    )


def unplace_topic(context: EventContext, topic_id: str) -> EventResult:
    """Take a topic off the wall, to wait for a place."""
    topic = get(context.document, "topics", topic_id)
    free = with_fields(topic, slot=None, room=None, parked=False)
    return context.keep(put(context.document, "topics", free))


def merge_topics(context: EventContext, topic_id: str, into_id: str) -> EventResult:
    """Merge a topic into another one; its lines and its interest are shown there.

    Raises MergedIntoItself if the other one was merged into this one.
    """
    event = context.document
    topic: Topic = get(event, "topics", topic_id)
    get(event, "topics", into_id)
    into = final_topic(event, into_id)
    if into is None or into.id == topic_id:
        raise MergedIntoItself
    merged = with_fields(topic, merged_into=into.id, parked=False)
    return context.keep(put(event, "topics", merged))


def unmerge_topic(context: EventContext, topic_id: str) -> EventResult:
    """Let a merged topic stand by itself again, where it stood if nobody else is there now."""
    return _come_back(context, topic_id, merged_into=None)


def park_topic(context: EventContext, topic_id: str) -> EventResult:
    """Park a topic: it waits off the wall, and keeps its place for as long as nobody needs it."""
    return records.update(context, "topics", topic_id, parked=True)


def unpark_topic(context: EventContext, topic_id: str) -> EventResult:
    """Bring a parked topic back, to where it stood if nobody else is there now."""
    return _come_back(context, topic_id, parked=False)


def _come_back(context: EventContext, topic_id: str, **facts: Any) -> EventResult:
    event = context.document
    topic: Topic = with_fields(get(event, "topics", topic_id), **facts)
    if _topic_at(event, topic.slot or "", topic.room or "", topic_id):
        topic = with_fields(topic, slot=None, room=None)
        saved = context.keep(put(event, "topics", topic))
        return saved._replace(told=(_without_place([topic]),))
    return context.keep(put(event, "topics", topic))


def split_topic(context: EventContext, topic_id: str, title: str, **facts: Any) -> EventResult:
    """Make a topic of its own of a part of another one; it waits for a place on the wall."""
    topic: Topic = get(context.document, "topics", topic_id)
    return write_topic(context, title, **{"needs": topic.needs, **facts}, split_from=topic_id)


def add_interest(context: EventContext, topic_id: str, count: int = 1) -> EventResult:
    """Count people who want to come to a topic, one or several; nobody's name is noted."""
    get(context.document, "topics", topic_id)
    interest = Interest(id=context.fresh_id(), topic=topic_id, count=count)
    return context.keep(put(context.document, "interest", interest))


def take_back_interest(
    context: EventContext, topic_id: str, interest_id: str | None = None
) -> EventResult:
    """Take back a count, by its id or the last one; nothing changes if it is not there."""
    event = context.document
    counted = [each.id for each in event.interest.values() if each.topic == topic_id]
    if interest_id is not None:
        counted = [each for each in counted if each == interest_id]
    if not counted:
        return EventResult(event)
    return context.keep(remove(event, "interest", counted[-1]))


def remove_room(context: EventContext, room_id: str) -> EventResult:
    """Remove a room; its topics wait for a place again, which is told."""
    return _remove_place(context, "rooms", "room", room_id)


def remove_slot(context: EventContext, slot_id: str) -> EventResult:
    """Remove a part of the day; its topics wait for a place again, and its clock stops."""
    return _remove_place(context, "slots", "slot", slot_id)


def _remove_place(context: EventContext, collection: str, field: str, place_id: str) -> EventResult:
    event = context.document
    get(event, collection, place_id)
    after = remove(event, collection, place_id)
    without = []
    for topic in event.topics.values():
        if getattr(topic, field) == place_id:
            after = put(after, "topics", with_fields(topic, slot=None, room=None))
            if is_on_wall(event, topic):
                without.append(topic)
    if after.clock.stage == place_id:
        after = after.model_copy(update={"clock": Timer()})
    saved = context.keep(after)
    return saved._replace(told=(_without_place(without),)) if without else saved


def _without_place(topics: list[Topic]) -> str:
    names = ", ".join(f"“{topic.title}”" for topic in topics)
    return ngettext(
        "This topic has no place on the wall now: {names}",
        "These topics have no place on the wall now: {names}",
        len(topics),
        names=names,
    )


def add_room(context: EventContext, name: str, **facts: Any) -> EventResult:
    """Add a room after the others; nothing changes without a name."""
    return records.create(context, "rooms", name=name, **facts)


def change_room(context: EventContext, room_id: str, **facts: Any) -> EventResult:
    """Change fields of a room: name, seats, offers."""
    return records.update(context, "rooms", room_id, **facts)


def add_slot(context: EventContext, **facts: Any) -> EventResult:
    """Add a part of the day; `facts` are fields of Slot."""
    return records.create(context, "slots", **facts)


def change_slot(context: EventContext, slot_id: str, **facts: Any) -> EventResult:
    """Change a part of the day; topics wait for a place again if none are talked about then."""
    event = context.document
    slot: Slot = with_fields(get(event, "slots", slot_id), **facts)
    after = put(event, "slots", slot)
    if slot.kind is SlotKind.TALKS:
        return context.keep(after)
    without = [topic for topic in event.topics.values() if topic.slot == slot_id]
    for topic in without:
        after = put(after, "topics", with_fields(topic, slot=None, room=None))
    saved = context.keep(after)
    shown = [topic for topic in without if is_on_wall(event, topic)]
    return saved._replace(told=(_without_place(shown),)) if shown else saved


def start_slot(context: EventContext, slot_id: str) -> EventResult:
    """Start the clock for a part of the day, with the minutes that it has."""
    slot: Slot = get(context.document, "slots", slot_id)
    return start_timer(context, slot.minutes, clock_kind(slot), slot_id)


def clock_kind(slot: Slot) -> TimerKind:
    """Return what the clock runs for in a part of the day."""
    return TimerKind.BREAK if slot.kind is SlotKind.BREAK else TimerKind.STAGE


def report(context: EventContext, topic_id: str, **facts: Any) -> EventResult:
    """Change the facts of a topic's report: how many came, and whether it was read back."""
    event = context.document
    get(event, "topics", topic_id)
    before = event.reports.get(topic_id, Report(id=topic_id))
    return context.keep(put(event, "reports", with_fields(before, **facts)))


def report_line(context: EventContext, part: Part, text: str, **facts: Any) -> EventResult:
    """Add a line to a topic's report, which has then to be read back again.

    `facts` are fields of Contribution, among them the topic. Raises NotAReport for another part.
    """
    topic_id = facts.get("topic")
    if part not in REPORT_PARTS or not topic_id:
        raise NotAReport
    get(context.document, "topics", topic_id)

    def say(draft: EventContext) -> EventResult:
        return contribute(draft, part, text, **facts)

    before = context.document.reports.get(topic_id)
    if before is None or not before.read_back:
        return say(context)
    return as_one_change(context, say, partial(report, topic_id=topic_id, read_back=False))
