"""The page World Café: its rounds and clock, who sits where, and the cloth of a table."""

import streamlit as st

from path_planner.analysis.cafe import current_round, next_round, rounds_of
from path_planner.analysis.seating_facts import follows_rule
from path_planner.domain.event.cafe import Round
from path_planner.domain.event.event import Event
from path_planner.i18n import _, ngettext
from path_planner.services.context import EventContext, EventResult
from path_planner.services.event.cafe import add_round, change_round, end_round, remove_round
from path_planner.services.event.seating_people import (
    begin_seated_round,
    needs_seating,
    seat_event,
    seat_people,
)
from path_planner.ui import navigation, state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import (
    confirm_button,
    escaped,
    heading,
    link,
    paragraph,
    placeholder,
)
from path_planner.ui.context import on_click_run
from path_planner.ui.event.cafe.clock import cafe_clock, is_time_up
from path_planner.ui.event.cafe.cloth import cloth_view
from path_planner.ui.event.cafe.people import people_foot, seating_facts
from path_planner.ui.event.cafe.tables import table_cards

TABLE, ROUND = "table", "round"
"""Query parameters: the table whose cloth is open, and the round whose seats are shown."""


def cafe_page(context: EventContext) -> None:
    """Show the café, or the cloth of the table in the address."""
    event = context.document
    if state.query_param(TABLE) in event.tables:
        cloth_view(context, state.query_param(TABLE))
        return
    shown = shown_round(event)
    aside, main = st.columns([3, 10], gap="medium")
    with aside, st.container(key="cafe-aside"):
        _rounds_row(event, shown)
        cafe_clock()
        _begin_buttons(context)
        _move_rule(event)
    with main:
        _question(event, shown)
        _seat_buttons(event, shown)
        table_cards(context, shown.id if shown else None)
        seating_facts(event)
    people_foot(event, shown)


def shown_round(event: Event) -> Round | None:
    """Return the round whose seats are shown: that of the address, else the one of now or next."""
    found = event.rounds.get(state.query_param(ROUND))
    rounds = rounds_of(event)
    return found or current_round(event) or next_round(event) or (rounds[-1] if rounds else None)


def _rounds_row(event: Event, shown: Round | None) -> None:
    now = current_round(event)
    with st.container(horizontal=True, key="cafe-rounds", gap="small"):
        for number, each in enumerate(rounds_of(event), start=1):
            label = _("Round {number}", number=number) if each is shown else str(number)
            if each.begun and each is not now:
                label = f"{label} ✓"
            st.button(
                label,
                key=state.key(f"round {each.id}"),
                type="primary" if each is shown else "secondary",
                help=None if each is shown else _("Round {number}", number=number),
                on_click=_show_round,
                args=(each.id,),
            )
        link("harvest", _("Harvest"), key="after the rounds")


def _show_round(round_id: str) -> None:
    navigation.show(**{ROUND: round_id, TABLE: ""})


def _begin_buttons(context: EventContext) -> None:
    event = context.document
    coming, now = next_round(event), current_round(event)
    if coming is not None:
        number = rounds_of(event).index(coming) + 1
        st.button(
            _("Start round {number}", number=number),
            key=state.key("begin round"),
            icon=":material/play_arrow:",
            type="primary" if now is None or is_time_up(context) else "secondary",
            on_click=_begin,
            args=(coming.id,),
            width="stretch",
        )
    if now is not None and coming is None:
        st.button(
            _("End the last round"),
            key=state.key("end round"),
            icon=":material/done_all:",
            type="primary" if is_time_up(context) else "secondary",
            on_click=on_click_run,
            args=(end_round,),
            width="stretch",
        )


def _begin(round_id: str) -> None:
    on_click_run(begin_seated_round, round_id)
    # What is shown follows the round that goes on.
    navigation.show(**{ROUND: ""})


def _move_rule(event: Event) -> None:
    if not follows_rule(event):
        return
    title = escaped(_("The move."))
    with st.container(key="move-rule"):
        st.html(
            f'<p class="told"><strong>{title}</strong> '
            + escaped(
                _(
                    "Hosts stay. The guest on seat 1 goes 1 table on, seat 2 goes 2 on, "
                    "and so on. After the last table comes the first."
                )
            )
            + "</p>"
        )


def _question(event: Event, shown: Round | None) -> None:
    if shown is None:
        heading(_("World Café"))
        placeholder(_("There is no round yet."))
        _add_round_button()
        return
    number = rounds_of(event).index(shown) + 1
    with st.container(
        horizontal=True, vertical_alignment="bottom", key="cafe-question", gap="small"
    ):
        kicker = escaped(_("Question of round {number}", number=number))
        words = escaped(shown.question or event.about.question or _("World Café"))
        st.html(f'<p class="kicker">{kicker}</p><h1 dir="auto">{words}</h1>')
        st.button(
            _("Change"),
            key=state.key("change round"),
            icon=":material/edit:",
            on_click=state.remember,
            args=("round open", not state.recall("round open", False)),
        )
    if state.recall("round open", False):
        _round_editor(event, shown, number)


def _round_editor(event: Event, shown: Round, number: int) -> None:
    with st.container(border=True, key="round-editor"):
        autosave.text_area(
            _("Question of round {number}", number=number),
            shown.question,
            lambda context, text: change_round(context, shown.id, question=text),
            f"question {shown.id}",
            height="content",
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            autosave.number_input(
                _("Minutes"),
                shown.minutes,
                lambda context, minutes: change_round(context, shown.id, minutes=minutes),
                f"minutes {shown.id}",
                min_value=1,
                max_value=1440,
                width=140,
            )
            st.button(
                _("Close"),
                key=state.key("close round"),
                icon=":material/check:",
                type="primary",
                on_click=state.remember,
                args=("round open", False),
            )
            _add_round_button()
            if not shown.begun and len(event.rounds) > 1:
                confirm_button(
                    f"remove round {shown.id}",
                    _("Remove this round"),
                    _("Remove round {number}?", number=number),
                    lambda: on_click_run(remove_round, shown.id),
                    yes=_("Yes, remove it"),
                )


def _add_round_button() -> None:
    st.button(
        _("Add a round"),
        key=state.key("add round"),
        icon=":material/add:",
        on_click=on_click_run,
        args=(add_round,),
    )


def _seat_buttons(event: Event, shown: Round | None) -> None:
    """Offer to seat people, and to seat them anew where the plan does not fit any more."""
    present = sum(guest.present for guest in event.guests.values())
    is_seated = any(shown and seat.round == shown.id for seat in event.seats.values())
    if shown is None or not event.tables:
        return
    if not present:
        _how_many()
        return
    if not is_seated and not shown.begun:
        seats = sum(table.seats for table in event.tables.values())
        people = ngettext("{count} guest is here", "{count} guests are here", present)
        places = ngettext("{count} seat", "{count} seats", seats)
        tables = ngettext("{count} table", "{count} tables", len(event.tables))
        paragraph(_("{people}. {places} at {tables}.", people=people, places=places, tables=tables))
        _seat_button(_("Seat everybody"))
    elif needs_seating(event):
        st.html(
            '<p class="notice" role="status">'
            + escaped(_("The tables or the people have changed since they were seated."))
            + "</p>"
        )
        _seat_button(_("Seat everybody anew"))


def _seat_button(label: str) -> None:
    st.button(
        label,
        key=state.key("seat people"),
        icon=":material/event_seat:",
        type="primary",
        on_click=on_click_run,
        args=(seat_people,),
    )


def _how_many() -> None:
    placeholder(
        _("Nobody is on the list yet. Add people under Prepare, or say how many came: no names.")
    )
    with st.container(horizontal=True, vertical_alignment="bottom", key="how-many"):
        count = st.number_input(
            _("How many people are here?"),
            min_value=2,
            max_value=2000,
            value=12,
            step=1,
            key=state.key("how many"),
            width=220,
        )
        st.button(
            _("Seat them"),
            key=state.key("seat unnamed"),
            icon=":material/event_seat:",
            type="primary",
            on_click=on_click_run,
            args=(_seat_so_many, int(count)),
        )


def _seat_so_many(context: EventContext, count: int) -> EventResult:
    return context.keep(seat_event(context.document, guests=count, fresh_id=context.fresh_id))
