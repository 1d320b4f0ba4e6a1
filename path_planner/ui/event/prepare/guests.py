"""The guests of a day: name, role, what they need, whom they support, whom they sit apart from."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from path_planner.analysis.event_lines import guest_labels
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.event.about import OFFER_WORDS, Guest, Offer
from path_planner.domain.event.event import Event
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.i18n import _, ngettext
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.guests import (
    add_guest,
    add_unnamed_guests,
    change_guest,
    keep_apart,
    remove_guest,
)
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, paragraph, placeholder
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run

_WIDTHS = (2.6, 2.2, 1, 2, 1.2)
PAGE = 25
"""Guests on one page of the list."""
MOST_AT_ONCE = 200
_NEXT_ROLE, _COUNT = "next guest role", "unnamed guests"


def guest_list(context: EventContext) -> None:
    """Show the field for the next guest, those who come, and how many of them are here."""
    event = context.document
    _add()
    guests = sorted_records(event.guests)
    if not guests:
        placeholder(_("Nobody yet. Names are optional: add them, or only how many come."))
        return
    here = sum(guest.present for guest in guests)
    paragraph(
        ngettext(
            "{count} guest, {here} here.", "{count} guests, {here} here.", len(guests), here=here
        ),
        "facts",
    )
    labels = guest_labels(event)
    for guest in _shown(guests):
        _row(event, guest, labels)


def _shown(guests: list[Guest]) -> list[Guest]:
    """Return one page of the guests; with many, show which page it is."""
    pages = -(-len(guests) // PAGE)
    if pages <= 1:
        return guests
    number = st.segmented_control(
        _("Page"),
        range(1, pages + 1),
        default=1,
        key=state.key(f"guests page of {pages}"),
        label_visibility="collapsed",
    )
    first = ((number or 1) - 1) * PAGE
    return guests[first : first + PAGE]


def _add() -> None:
    with st.container(border=True, key="add-guest"):
        name, role, count = st.columns([3, 2, 2], vertical_alignment="bottom")
        with name:
            line_input(_("Add a guest"), _welcome, "new guest", max_chars=MOST_LETTERS_IN_A_LINE)
        with role:
            st.selectbox(
                _("Role of this guest"),
                list(Role),
                index=list(Role).index(Role.OTHER),
                format_func=role_name,
                key=state.key(_NEXT_ROLE),
            )
        with count, st.popover(_("Only how many"), icon=":material/group_add:"):
            st.number_input(
                _("How many more come, without names?"),
                min_value=1,
                max_value=MOST_AT_ONCE,
                value=10,
                step=1,
                key=state.key(_COUNT),
            )
            st.button(_("Add them"), key=state.key("add unnamed"), on_click=_add_unnamed)


def _add_unnamed() -> None:
    on_click_run(add_unnamed_guests, int(state.widget_value(state.key(_COUNT), 1)))


def _welcome(context: EventContext, name: str) -> EventResult:
    return add_guest(context, name, state.widget_value(state.key(_NEXT_ROLE), Role.OTHER))


def _row(event: Event, guest: Guest, labels: Mapping[str, str]) -> None:
    with st.container(key=f"guest-{guest.id}"):
        name, role, here, needs, more = st.columns(_WIDTHS, vertical_alignment="bottom")
        with name:
            autosave.text_input(
                labels[guest.id] if not guest.name else _("Name"),
                guest.name,
                partial(_set, guest.id, "name"),
                f"guest name {guest.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
                placeholder=labels[guest.id],
            )
        with role:
            autosave.select(
                _("Role"),
                list(Role),
                guest.role,
                partial(_set, guest.id, "role"),
                f"guest role {guest.id}",
                format_func=role_name,
            )
        with here:
            autosave.checkbox(
                _("Here"),
                guest.present,
                partial(_set, guest.id, "present"),
                f"guest here {guest.id}",
            )
        with needs:
            _needs(guest)
        with (
            more,
            st.popover(_("More"), key=f"guest-more-{guest.id}", icon=":material/more_horiz:"),
        ):
            _more(event, guest, labels)


def _needs(guest: Guest) -> None:
    autosave.multiselect(
        _("Needs"),
        list(Offer),
        list(guest.needs),
        partial(_set_tuple, guest.id, "needs"),
        f"guest needs {guest.id}",
        format_func=offer_name,
        placeholder=_("Nothing"),
    )


def _more(event: Event, guest: Guest, labels: Mapping[str, str]) -> None:
    others = [other.id for other in sorted_records(event.guests) if other.id != guest.id]
    autosave.select(
        _("Supports, and sits with"),
        [None, *others],
        guest.stays_with if guest.stays_with in others else None,
        partial(_set, guest.id, "stays_with"),
        f"guest with {guest.id}",
        format_func=lambda other: labels[other] if other else _("Nobody"),
    )
    autosave.multiselect(
        _("Sits apart from"),
        others,
        [other for other in guest.apart_from if other in others],
        partial(_set_apart, guest.id),
        f"guest apart {guest.id}",
        format_func=labels.__getitem__,
        placeholder=_("Nobody"),
    )
    autosave.text_input(
        _("Languages they can talk in, with commas; empty if it does not matter"),
        ", ".join(guest.languages),
        partial(_set_languages, guest.id),
        f"guest languages {guest.id}",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    confirm_button(
        f"guest goes {guest.id}",
        _("Remove"),
        _("Remove {name}? What was said stays, without the name.", name=labels[guest.id]),
        partial(on_click_run, remove_guest, guest.id),
        yes=_("Yes, remove"),
    )


def role_name(role: Role) -> str:
    """Return the name of a role."""
    return _(ROLE_WORDS[role])


def offer_name(offer: Offer) -> str:
    """Return the name of what a room offers or a person needs."""
    return _(OFFER_WORDS[offer])


def _set(guest_id: str, field: str, context: EventContext, value: object) -> EventResult:
    return change_guest(context, guest_id, **{field: value})


def _set_tuple(guest_id: str, field: str, context: EventContext, value: list[str]) -> EventResult:
    return change_guest(context, guest_id, **{field: tuple(value)})


def _set_apart(guest_id: str, context: EventContext, others: list[str]) -> EventResult:
    return keep_apart(context, guest_id, tuple(others))


def _set_languages(guest_id: str, context: EventContext, typed: str) -> EventResult:
    languages = tuple(dict.fromkeys(filter(None, (part.strip() for part in typed.split(",")))))
    return change_guest(context, guest_id, languages=languages)
