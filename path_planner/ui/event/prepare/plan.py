"""The plan of a day: its times, and the rooms with what they offer."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import partial

import streamlit as st

from path_planner.analysis.event_places import slots_in_order
from path_planner.dates import later
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.event.about import SLOT_WORDS, Offer, Slot, SlotKind
from path_planner.domain.event.event import Event
from path_planner.domain.event.open_space import Room
from path_planner.i18n import _
from path_planner.services import records
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.agenda import change_room, change_slot, remove_room, remove_slot
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, paragraph, placeholder
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run
from path_planner.ui.event.prepare.guests import offer_name

_SLOT_WIDTHS = (1.4, 1.2, 2, 3, 1.2)
_ROOM_WIDTHS = (3, 1.4, 3, 1.2)
_MINUTES = 30
_FIRST = time(9, 30)
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - times of the day are local, and have no date


def slot_list(event: Event) -> None:
    """Show the times of a day in their order; each field saves itself."""
    slots = slots_in_order(event)
    if not slots:
        placeholder(_("No times yet. Add the first one."))
    for slot in slots:
        _slot(slot)
    st.button(
        _("Add a time"),
        key=state.key("add a slot"),
        icon=":material/add:",
        on_click=on_click_run,
        args=(_add_slot,),
    )


def _ends_at(slot: Slot) -> time:
    """Return the time at which a slot ends."""
    return later(datetime.combine(_DAY, slot.begins), timedelta(minutes=slot.minutes)).time()


def _add_slot(context: EventContext) -> EventResult:
    slots = slots_in_order(context.document)
    begins = _ends_at(slots[-1]) if slots else _FIRST
    return records.create(context, "slots", begins=begins, minutes=_MINUTES)


def _slot(slot: Slot) -> None:
    with st.container(key=f"slot-{slot.id}"):
        begins, minutes, kind, title, out = st.columns(_SLOT_WIDTHS, vertical_alignment="bottom")
        with begins:
            autosave.time_input(
                _("From"), slot.begins, partial(_set, "slots", slot.id, "begins"), f"from {slot.id}"
            )
        with minutes:
            autosave.number_input(
                _("Minutes"),
                slot.minutes,
                partial(_set, "slots", slot.id, "minutes"),
                f"minutes {slot.id}",
                min_value=1,
                max_value=1440,
            )
        with kind:
            autosave.select(
                _("What happens"),
                list(SlotKind),
                slot.kind,
                partial(_set, "slots", slot.id, "kind"),
                f"kind {slot.id}",
                format_func=lambda each: _(SLOT_WORDS[each]),
            )
        with title:
            autosave.text_input(
                _("Name, if it has one"),
                slot.title,
                partial(_set, "slots", slot.id, "title"),
                f"slot title {slot.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        with out:
            question = _("Remove this time? Topics in it are taken off the wall.")
            _remove(remove_slot, slot.id, question)


def room_list(event: Event) -> None:
    """Show the rooms with their seats and what they offer, and a field for the next."""
    rooms = sorted_records(event.rooms)
    paragraph(_("Topics find rooms that have what people need."), "facts")
    for room in rooms:
        _room(room)
    line_input(_("Add a room"), _add_room, "new room", max_chars=MOST_LETTERS_IN_A_LINE)


def _add_room(context: EventContext, name: str) -> EventResult:
    return records.create(context, "rooms", name=name)


def _room(room: Room) -> None:
    with st.container(key=f"room-{room.id}"):
        name, seats, offers, out = st.columns(_ROOM_WIDTHS, vertical_alignment="bottom")
        with name:
            autosave.text_input(
                _("Room"),
                room.name,
                partial(_set, "rooms", room.id, "name"),
                f"room name {room.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        with seats:
            autosave.number_input(
                _("Seats"),
                room.seats,
                partial(_set, "rooms", room.id, "seats"),
                f"room seats {room.id}",
                min_value=0,
                max_value=10_000,
            )
        with offers:
            autosave.multiselect(
                _("Offers"),
                list(Offer),
                list(room.offers),
                partial(_set, "rooms", room.id, "offers"),
                f"room offers {room.id}",
                format_func=offer_name,
                placeholder=_("Nothing noted"),
            )
        with out:
            question = _("Remove this room? Topics in it are taken off the wall.")
            _remove(remove_room, room.id, question)


def _remove(use_case: Callable[..., EventResult], record_id: str, question: str) -> None:
    confirm_button(
        f"remove {record_id}",
        _("Remove"),
        question,
        partial(on_click_run, use_case, record_id),
        yes=_("Yes, remove"),
    )


def _set(
    collection: str, record_id: str, field: str, context: EventContext, value: object
) -> EventResult:
    if isinstance(value, list):
        value = tuple(value)
    change = change_slot if collection == "slots" else change_room
    return change(context, record_id, **{field: value})
