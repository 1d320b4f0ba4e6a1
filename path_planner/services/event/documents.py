"""Events as a whole: begin one with its method's plan of the day, import one, close the day."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import Any, TypeVar

from path_planner.domain.base import Record, with_fields
from path_planner.domain.event.about import AboutEvent, Slot
from path_planner.domain.event.cafe import CafeTable, Round
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room
from path_planner.domain.timer import Timer
from path_planner.i18n import _
from path_planner.methods.model import Method
from path_planner.methods.registry import find_method
from path_planner.services.context import (
    EventContext,
    EventResult,
    FreshId,
    fresh_id,
    import_as_copy,
    now,
    with_new_id,
)
from path_planner.storage import serializer
from path_planner.storage.event_type import EVENTS
from path_planner.storage.protocol import EventStore

R = TypeVar("R", bound=Record)


def begun(title: str, method_id: str, **about: Any) -> Event:
    """Return a new event without storing it, with the slots, rooms and tables of its method.

    `about` are fields of AboutEvent. Raises UnknownMethod.
    """
    method = find_method(method_id)
    started = now()
    facts = {"question": _(method.question), **about}
    return Event(
        id=fresh_id(),
        begun=started,
        updated=started,
        about=AboutEvent(title=title, method=method.id, **facts),
        **suggested(method, fresh_id),
    )


def begin(store: EventStore, title: str, method_id: str, **about: Any) -> Event:
    """Begin an event; `about` are fields of AboutEvent."""
    return store.create(begun(title, method_id, **about))


def suggested(method: Method, fresh_id: FreshId) -> dict[str, Mapping[str, Record]]:
    """Return the slots, rooms, rounds and tables that a method suggests, by collection."""
    slots = [
        Slot(
            id=fresh_id(),
            title=_(slot.title) if slot.title else "",
            kind=slot.kind,
            begins=time.fromisoformat(slot.begins),
            minutes=slot.minutes,
        )
        for slot in method.slots
    ]
    rooms = [Room(id=fresh_id(), name=_(room.name), seats=room.seats) for room in method.rooms]
    rounds = [
        Round(id=fresh_id(), question=_(each.question), minutes=each.minutes)
        for each in method.rounds
    ]
    tables = [CafeTable(id=fresh_id()) for _table in range(method.tables)]
    return {
        "slots": in_order(slots),
        "rooms": in_order(rooms),
        "rounds": in_order(rounds),
        "tables": in_order(tables),
    }


def in_order(records: Sequence[R]) -> dict[str, R]:
    """Return records by id, each after the one before it."""
    return {
        record.id: record.model_copy(update={"order": float(place)})
        for place, record in enumerate(records, start=1)
    }


def duplicate(store: EventStore, event_id: str, title: str) -> Event:
    """Create an event with the plan of another one, and with nobody's words, ink or names."""
    original = store.open(event_id).document
    about = with_fields(original.about, title=title, held_on=None, answer_by=None, closed_at=None)
    tables = {
        key: table.model_copy(update={"host": None}) for key, table in original.tables.items()
    }
    rounds = {
        key: each.model_copy(update={"begun": None, "ended": None})
        for key, each in original.rounds.items()
    }
    copy = Event(
        id=original.id,
        begun=original.begun,
        updated=original.updated,
        about=about,
        limits=original.limits,
        slots=original.slots,
        rooms=original.rooms,
        tables=tables,
        rounds=rounds,
    )
    return store.create(with_new_id(copy, now))


def import_event(store: EventStore, content: bytes) -> Event:
    """Import an event from a file, under a new id if its id exists already."""
    return import_as_copy(store, serializer.read(content, EVENTS))


def describe(context: EventContext, **facts: Any) -> EventResult:
    """Change facts about the event; `facts` are fields of AboutEvent."""
    about = with_fields(context.document.about, **facts)
    return context.keep(context.document.model_copy(update={"about": about}))


def promise(context: EventContext, **facts: Any) -> EventResult:
    """Change what was promised up front; `facts` are fields of Limits."""
    limits = with_fields(context.document.limits, **facts)
    return context.keep(context.document.model_copy(update={"limits": limits}))


def agree(context: EventContext, **facts: Any) -> EventResult:
    """Change what the people who came agreed to; `facts` are fields of ConsentTerms."""
    agreed = with_fields(context.document.agreed, **facts)
    return context.keep(context.document.model_copy(update={"agreed": agreed}))


def close(context: EventContext) -> EventResult:
    """Close the day: stop the clock, and erase who sat with whom, also from the history."""
    event = context.document
    about = with_fields(event.about, closed_at=event.about.closed_at or context.now())
    update: dict[str, Any] = {"about": about, "clock": Timer(), "seats": {}}
    return context.keep(event.model_copy(update=update))


def reopen(context: EventContext) -> EventResult:
    """Open a closed day again; who sat with whom does not come back."""
    return describe(context, closed_at=None)
