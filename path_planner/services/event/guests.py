"""Use cases of guests: who comes to a day, what they need, and who leaves it again."""

from typing import Any

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.event.about import Guest
from path_planner.domain.event.event import Event
from path_planner.domain.people import Role
from path_planner.services.context import EventContext, EventResult
from path_planner.services.records import get


def add_guest(
    context: EventContext, name: str, role: Role = Role.OTHER, **facts: Any
) -> EventResult:
    """Add somebody who comes; nothing changes without a name."""
    if not name.strip():
        return EventResult(context.document)
    order = next_order(context.document.guests)
    guest = Guest(id=context.fresh_id(), name=name, role=role, order=order, **facts)
    return context.keep(put(context.document, "guests", guest))


def add_unnamed_guests(context: EventContext, count: int) -> EventResult:
    """Add people of whom nobody needs the name, such as for seating by number."""
    event = context.document
    for _number in range(count):
        guest = Guest(id=context.fresh_id(), order=next_order(event.guests))
        event = put(event, "guests", guest)
    return context.keep(event)


def change_guest(context: EventContext, guest_id: str, **facts: Any) -> EventResult:
    """Change what is known about a guest; `facts` are fields of Guest."""
    guest: Guest = get(context.document, "guests", guest_id)
    return context.keep(put(context.document, "guests", with_fields(guest, **facts)))


def keep_apart(context: EventContext, guest_id: str, others: tuple[str, ...]) -> EventResult:
    """Note with whom a guest does not sit at one table; it holds for both sides."""
    event = context.document
    guest: Guest = get(event, "guests", guest_id)
    for other in event.guests.values():
        if other.id == guest_id:
            continue
        apart = [one for one in other.apart_from if one != guest_id]
        if other.id in others:
            apart.append(guest_id)
        if tuple(apart) != other.apart_from:
            event = put(event, "guests", with_fields(other, apart_from=tuple(apart)))
    known = tuple(other for other in others if other in event.guests and other != guest_id)
    return context.keep(put(event, "guests", with_fields(guest, apart_from=known)))


def remove_guest(context: EventContext, guest_id: str) -> EventResult:
    """Remove a guest, also from the history; what they said stays, without the link to them."""
    get(context.document, "guests", guest_id)
    return context.keep(_without_guest(context.document, guest_id))


def _without_guest(event: Event, guest_id: str) -> Event:
    event = remove(event, "guests", guest_id)
    update: dict[str, Any] = {
        "guests": {key: _unlinked(guest, guest_id) for key, guest in event.guests.items()},
        "tables": {
            key: table if table.host != guest_id else with_fields(table, host=None)
            for key, table in event.tables.items()
        },
        "voices": {
            key: line.model_copy(
                update={
                    name: None
                    for name in ("speaker", "supported_by")
                    if getattr(line, name) == guest_id
                }
            )
            for key, line in event.voices.items()
        },
        "seats": {key: seat for key, seat in event.seats.items() if seat.guest != guest_id},
    }
    return event.model_copy(update=update)


def _unlinked(guest: Guest, gone: str) -> Guest:
    if guest.stays_with != gone and gone not in guest.apart_from:
        return guest
    return with_fields(
        guest,
        stays_with=None if guest.stays_with == gone else guest.stays_with,
        apart_from=tuple(other for other in guest.apart_from if other != gone),
    )
