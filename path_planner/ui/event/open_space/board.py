"""The agenda wall component: applies changes from the browser, and sends the whole wall back."""

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

from path_planner import i18n
from path_planner.analysis.agenda import Phase, phases
from path_planner.analysis.event_lines import final_topic, topic_numbers
from path_planner.analysis.event_places import (
    interest_in,
    offers_in_words,
    room_label,
    slot_begins,
    slot_times,
    slot_title,
    slots_in_order,
)
from path_planner.dates import in_zone
from path_planner.domain.base import sorted_records
from path_planner.domain.event.about import OFFER_WORDS, Slot, SlotKind
from path_planner.domain.event.event import Event
from path_planner.errors import PlannerError
from path_planner.i18n import _, ngettext
from path_planner.services.context import EventContext
from path_planner.services.event.agenda_commands import apply_command, read_command
from path_planner.ui import state
from path_planner.ui.context import open_event_context
from path_planner.ui.event.open_space.labels import agenda_labels, counted_agenda_labels
from path_planner.ui.sync.acks import Acks, Connection, apply_each
from path_planner.ui.sync.component import Change, ClientMessage, load_component, read_message

NAME = "path-planner.agenda"

_connection = Connection("agenda", lambda raw: read_message(raw, ClientMessage))


def agenda_board() -> EventContext:
    """Show the wall inside a fragment; return the edit context after its changes."""
    key = state.key("agenda")
    context, message = _process_message(key)
    acks = _connection.acks().as_message(message.changes)
    load_component(NAME, "agenda")(
        data={**wall_of(context), **acks, "calm": state.calm()},
        key=key,
        width="stretch",
        height="content",
        on_agenda_change=partial(_on_change, key),
    )
    return context


def _on_change(key: str) -> None:
    # The run that follows meets the same error and shows it.
    with suppress(PlannerError):
        _process_message(key)


def _process_message(key: str) -> tuple[EventContext, ClientMessage]:
    return _connection.apply_latest(key, open_event_context(), apply_changes)


def apply_changes(context: EventContext, changes: tuple[Change, ...], acks: Acks) -> EventContext:
    """Apply the changes of a wall in their order; return the edit context after them."""

    def apply_one(context: EventContext, change: Change) -> EventContext:
        saved = apply_command(context, read_command(change))
        if saved.told:
            acks.told[change["id"]] = " ".join(saved.told)
        return replace(context, document=saved.document)

    failed = _("One change on the wall could not be saved. Everything else is safe.")
    return apply_each(context, changes, acks, apply_one, failed=failed)


def wall_of(context: EventContext) -> dict[str, Any]:
    """Return the wall as the browser shows it, in the current language."""
    event = context.document
    phase_of = phases(event, in_zone(context.now()))
    return {
        "event": event.id,
        "revision": event.revision,
        "topics": _topics(event),
        "slots": [_slot(slot, phase_of.get(slot.id)) for slot in slots_in_order(event)],
        "rooms": [
            {
                "id": room.id,
                "name": room_label(event, room),
                "facts": " · ".join(_facts(room.seats, offers_in_words(room.offers))),
                "offers": list(room.offers),
            }
            for room in sorted_records(event.rooms)
        ],
        "offers": {offer.value: _(words) for offer, words in OFFER_WORDS.items()},
        "words": agenda_labels(),
        "counted": counted_agenda_labels(),
        "language": i18n.bcp47_tag(),
        "right_to_left": i18n.is_rtl(i18n.language()),
    }


def _facts(seats: int, offers: list[str]) -> list[str]:
    return [*([ngettext("{count} seat", "{count} seats", seats)] if seats else []), *offers]


def _topics(event: Event) -> list[dict[str, Any]]:
    numbers, interest = topic_numbers(event), interest_in(event)
    topics = []
    for topic in sorted(event.topics.values(), key=lambda topic: numbers[topic.id]):
        into = final_topic(event, topic.id)
        topics.append(
            {
                "id": topic.id,
                "number": numbers[topic.id],
                "title": topic.title,
                "convenor": topic.convenor,
                "needs": list(topic.needs),
                "slot": topic.slot,
                "room": topic.room,
                "parked": topic.parked,
                "merged_into": into.id if into and into.id != topic.id else None,
                "interest": interest.get(topic.id, 0),
            }
        )
    return topics


def _slot(slot: Slot, phase: Phase | None) -> dict[str, Any]:
    ends = slot_times(slot).partition("–")[2]
    when = {
        Phase.NOW: _("now, until {time}", time=ends),
        Phase.OVER: _("is over"),
        Phase.NEXT: _("next, until {time}", time=ends),
    }
    talks = slot.kind is SlotKind.TALKS
    return {
        "id": slot.id,
        "begins": slot_begins(slot),
        "title": slot.title if talks else slot_title(slot),
        "talks": talks,
        "when": when.get(phase or Phase.LATER, _("until {time}", time=ends)),
        "now": phase is Phase.NOW,
    }
