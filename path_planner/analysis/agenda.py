"""The agenda wall as it is shown: what stands where, what waits, and what is on now or next."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from path_planner.analysis.event_lines import final_topic, topic_numbers
from path_planner.analysis.event_places import (
    interest_in,
    slots_in_order,
    topics_on_the_wall,
)
from path_planner.dates import later
from path_planner.domain.base import sorted_records
from path_planner.domain.event.about import Slot
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room, Topic


class Phase(StrEnum):
    """Where a part of the day lies in time."""

    OVER = "over"
    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that an agenda wall shows."""

    slots: list[Slot]
    """All parts of the day, by the clock."""
    rooms: list[Room]
    at: dict[tuple[str, str], list[Topic]]
    """By time and room the topics there; two windows may have put two at one place."""
    waiting: list[Topic]
    parked: list[Topic]
    merged: dict[str, list[Topic]]
    """By topic those that were merged into it, directly or by way of others."""
    numbers: dict[str, int]
    interest: dict[str, int]


def agenda_of(event: Event) -> Agenda:
    """Return the agenda wall of an event."""
    at = topics_on_the_wall(event)
    placed = {topic.id for topics in at.values() for topic in topics}
    own = [t for t in sorted_records(event.topics) if final_topic(event, t.id) == t]
    merged: dict[str, list[Topic]] = {}
    for topic in sorted_records(event.topics):
        into = final_topic(event, topic.id)
        if into and into.id != topic.id:
            merged.setdefault(into.id, []).append(topic)
    return Agenda(
        slots=slots_in_order(event),
        rooms=sorted_records(event.rooms),
        at=at,
        waiting=[topic for topic in own if topic.id not in placed and not topic.parked],
        parked=[topic for topic in own if topic.parked],
        merged=merged,
        numbers=topic_numbers(event),
        interest=dict(interest_in(event)),
    )


def phases(event: Event, local: datetime) -> dict[str, Phase]:
    """Return where each part of the day lies in time, by its id; `local` is the time at the place.

    The part whose clock is set is now. Without one the local time says it, but on another day than
    that of the event nothing is over yet and nothing is now.
    """
    slots = slots_in_order(event)
    current = current_slot(event, local)
    if current is not None:
        over, coming = slots[: slots.index(current)], slots[slots.index(current) + 1 :]
    else:
        over = [slot for slot in slots if is_today(event, local) and _end(slot, local) <= local]
        coming = [slot for slot in slots if slot not in over]
    found = {slot.id: Phase.LATER for slot in coming}
    found |= {slot.id: Phase.NEXT for slot in coming[:1]}
    found |= {slot.id: Phase.OVER for slot in over}
    return {**found, current.id: Phase.NOW} if current else found


def current_slot(event: Event, local: datetime) -> Slot | None:
    """Return the part of the day that is on now, by its clock or else by the time, or None."""
    is_set = event.clock.running or event.clock.total > 0
    if is_set and event.clock.stage in event.slots:
        return event.slots[event.clock.stage or ""]
    if not is_today(event, local):
        return None
    going = (s for s in slots_in_order(event) if _begin(s, local) <= local < _end(s, local))
    return next(going, None)


def is_today(event: Event, local: datetime) -> bool:
    """Whether this is the day of the event; of one without a date it is any day."""
    return event.about.held_on in (None, local.date())


def _begin(slot: Slot, local: datetime) -> datetime:
    return datetime.combine(local.date(), slot.begins, local.tzinfo)


def _end(slot: Slot, local: datetime) -> datetime:
    return later(_begin(slot, local), timedelta(minutes=slot.minutes))
