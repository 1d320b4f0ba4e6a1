"""The tables of the café as cards: who sits there, what they offer, and the fields of one."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from path_planner.analysis.cafe import is_table_used, tables_of
from path_planner.analysis.event_lines import guest_labels
from path_planner.analysis.seating_facts import guests_at
from path_planner.domain.base import sorted_records
from path_planner.domain.event.about import OFFER_WORDS, Offer
from path_planner.domain.event.cafe import MOST_SEATS, CafeTable, Seat
from path_planner.domain.event.event import Event
from path_planner.i18n import _, ngettext
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.cafe import add_table, change_table, remove_table
from path_planner.services.event.seating_people import change_host
from path_planner.ui import navigation, state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, escaped, paragraph
from path_planner.ui.context import on_click_run

_OPEN = "table being changed"


def table_cards(context: EventContext, round_id: str | None) -> None:
    """Show a card for each table, with who sits there in a round, and a place for another one."""
    event = context.document
    seats = guests_at(event, round_id or "")
    labels = guest_labels(event)
    with st.container(key="cafe-tables", horizontal=True):
        for number, table in enumerate(tables_of(event), start=1):
            with st.container(border=True, key=f"cafe-table-{table.id}", gap="small"):
                st.html(table_html(table, number, seats.get(table.id, []), labels))
                if state.recall(_OPEN) == table.id:
                    _editor(event, table, number)
                else:
                    _buttons(table, number)
        with st.container(key="add-table"):
            st.button(
                _("Add a table"),
                key=state.key("add table"),
                icon=":material/add:",
                on_click=on_click_run,
                args=(add_table,),
            )


def table_html(
    table: CafeTable, number: int, seats: Sequence[Seat], labels: Mapping[str, str]
) -> str:
    """Return a table as HTML: its number and name, its host, its guests by seat, its offers."""
    named = f'<span dir="auto">{escaped(table.name)}</span>' if table.name else ""
    spoken = _("Table {number}", number=number)
    head = (
        f'<h2 class="cafe-head"><b class="cafe-number" aria-hidden="true">{number}</b>'
        f'<i class="for-readers">{escaped(spoken)}</i>{named}</h2>'
    )
    question = (
        f'<p class="facts" dir="auto">{escaped(table.question)}</p>' if table.question else ""
    )
    host = labels.get(table.host or "", "")
    whose = _host_html(host) if host else ""
    return f"{head}{question}{whose}{_guests_html(table, seats, labels)}{_offers_html(table)}"


def _host_html(host: str) -> str:
    stays = escaped(_("Host, stays:"))
    return f'<p class="facts">{stays} <strong dir="auto">{escaped(host)}</strong></p>'


def _guests_html(table: CafeTable, seats: Sequence[Seat], labels: Mapping[str, str]) -> str:
    if not seats:
        places = ngettext("{count} seat", "{count} seats", table.seats)
        return f'<p class="facts">{escaped(places)}</p>'
    rows = []
    for number, sharing in groupby(seats, key=lambda seat: seat.number):
        names = [labels.get(seat.guest, "") for seat in sharing if seat.guest != table.host]
        if names:
            shown = escaped(" + ".join(names))
            rows.append(f'<li value="{number}"><span dir="auto">{shown}</span></li>')
    free = table.seats - len(seats)
    more = ngettext("{count} seat is free", "{count} seats are free", free) if free > 0 else ""
    last = f'<p class="facts">{escaped(more)}</p>' if more else ""
    return f'<ol class="cafe-guests">{"".join(rows)}</ol>{last}'


def _offers_html(table: CafeTable) -> str:
    offers = [_(OFFER_WORDS[offer]) for offer in table.offers]
    spoken = [_("{language} spoken", language=each) for each in table.languages]
    words = " · ".join((*offers, *spoken))
    return f'<p class="cafe-offers" dir="auto">{escaped(words)}</p>' if words else ""


def _buttons(table: CafeTable, number: int) -> None:
    with st.container(horizontal=True, gap="small", key=f"cafe-table-buttons-{table.id}"):
        st.button(
            _("Tablecloth"),
            key=state.key(f"cloth {table.id}"),
            icon=":material/draw:",
            help=_("Open the cloth of table {number}", number=number),
            on_click=_open_cloth,
            args=(table.id,),
        )
        st.button(
            _("Change"),
            key=state.key(f"change table {table.id}"),
            icon=":material/more_horiz:",
            type="tertiary",
            help=_("Change table {number}", number=number),
            on_click=state.remember,
            args=(_OPEN, table.id),
        )


def _open_cloth(table_id: str) -> None:
    navigation.show(table=table_id)


def _editor(event: Event, table: CafeTable, number: int) -> None:
    autosave.text_input(
        _("Name of table {number}", number=number),
        table.name,
        partial(_set, table.id, "name"),
        f"table name {table.id}",
    )
    autosave.text_input(
        _("Its own question, if it has one"),
        table.question,
        partial(_set, table.id, "question"),
        f"table question {table.id}",
    )
    autosave.number_input(
        _("Seats, the host’s too"),
        table.seats,
        partial(_set, table.id, "seats"),
        f"table seats {table.id}",
        min_value=2,
        max_value=MOST_SEATS,
    )
    _host_choice(event, table)
    for offer in Offer:
        autosave.checkbox(
            _(OFFER_WORDS[offer]),
            offer in table.offers,
            partial(_set_offer, table.id, offer),
            f"table {offer} {table.id}",
        )
    autosave.text_input(
        _("Languages spoken, with commas between"),
        ", ".join(table.languages),
        partial(_set_languages, table.id),
        f"table languages {table.id}",
    )
    st.button(
        _("Close"),
        key=state.key(f"close table {table.id}"),
        icon=":material/check:",
        type="primary",
        on_click=state.remember,
        args=(_OPEN, None),
    )
    if is_table_used(event, table.id):
        paragraph(_("People sat here, or said something: the table stays."), "quiet")
    else:
        confirm_button(
            f"remove table {table.id}",
            _("Remove this table"),
            _("Remove table {number}?", number=number),
            partial(on_click_run, remove_table, table.id),
            yes=_("Yes, remove it"),
        )


def _host_choice(event: Event, table: CafeTable) -> None:
    labels = guest_labels(event)
    present = [guest.id for guest in sorted_records(event.guests) if guest.present]
    options = ["", *present]
    autosave.select(
        _("Host"),
        options,
        table.host if table.host in options else "",
        lambda context, guest: change_host(context, table.id, guest or None),
        f"table host {table.id}",
        format_func=lambda guest: labels.get(guest) or _("Nobody yet"),
    )


def _set(table_id: str, field: str, context: EventContext, value: object) -> EventResult:
    return change_table(context, table_id, **{field: value})


def _set_offer(table_id: str, offer: Offer, context: EventContext, chosen: bool) -> EventResult:
    before = context.document.tables[table_id].offers
    offers = tuple(one for one in Offer if (chosen if one is offer else one in before))
    return change_table(context, table_id, offers=offers)


def _set_languages(table_id: str, context: EventContext, written: str) -> EventResult:
    languages = tuple(filter(None, (each.strip() for each in written.split(","))))
    return change_table(context, table_id, languages=languages)
