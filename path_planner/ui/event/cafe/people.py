"""Who came, who left, who swaps, and sentences about what holds of the seating."""

from collections.abc import Mapping

import streamlit as st

from path_planner.analysis.cafe import has_begun, next_round, rounds_of
from path_planner.analysis.event_lines import guest_labels
from path_planner.analysis.seating_facts import Fact, Need, seating_sentences, seats_by_round
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.event.cafe import Round
from path_planner.domain.event.event import Event
from path_planner.i18n import _
from path_planner.services.event.seating_people import (
    guest_came,
    guest_is_back,
    guest_left,
    swap_seats,
)
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, link, paragraph, placeholder
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run, run_use_case

_PANEL = "panel of the café"
_FIRST = "first of the swap"
_MOST_MISSING = 8


def seating_facts(event: Event) -> None:
    """Show in words what holds of the seating, and what somebody does not have."""
    facts = seating_sentences(event)
    good = [fact for fact in facts if fact.holds]
    other = [fact for fact in facts if not fact.holds]
    with st.container(key="seating-facts"):
        if good:
            st.html(f'<ul class="seating-holds">{"".join(map(_good, good))}</ul>')
        for fact in other[:_MOST_MISSING]:
            _missing(event, fact)
        if len(other) > _MOST_MISSING:
            paragraph(_("And {count} more.", count=len(other) - _MOST_MISSING), "quiet")


def _good(fact: Fact) -> str:
    return f'<li><span aria-hidden="true">✓ </span>{escaped(fact.sentence)}</li>'


def _missing(event: Event, fact: Fact) -> None:
    unmet = fact.unmet
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="seating-missing" dir="auto">– {escaped(fact.sentence)}</p>')
        can_swap = unmet and unmet.need is not Need.SEAT and not has_begun(event, unmet.round)
        if unmet and can_swap:
            st.button(
                _("Swap"),
                key=state.key(f"swap {unmet.need} {unmet.offer} {unmet.guest} {unmet.round}"),
                icon=":material/swap_horiz:",
                on_click=_open_swap,
                args=(unmet.guest, unmet.round),
            )


def _open_swap(guest_id: str, round_id: str) -> None:
    state.remember(_PANEL, "swap")
    state.remember(_FIRST, (guest_id, round_id))


def people_foot(event: Event, shown: Round | None) -> None:
    """Show the row that stays: who came, who left, who swaps; and the fields of one of them."""
    panel = state.recall(_PANEL, "")
    with st.container(key="cafe-foot"):
        with st.container(key="cafe-panel"):
            if panel == "came":
                _came()
            elif panel == "left":
                _left(event)
            elif panel == "swap":
                _swap(event, shown)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            _toggle("came", _("Someone came"), ":material/person_add:")
            _toggle("left", _("Someone left"), ":material/person_remove:")
            _toggle("swap", _("Swap two people"), ":material/swap_horiz:")
            link("day_prints", _("Cards and tents"), ":material/print:")


def _toggle(name: str, label: str, icon: str) -> None:
    is_open = state.recall(_PANEL, "") == name
    st.button(
        label,
        key=state.key(f"panel {name}"),
        icon=":material/close:" if is_open else icon,
        on_click=state.remember,
        args=(_PANEL, "" if is_open else name),
    )


def _came() -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        with st.container(key="who-came"):
            line_input(
                _("Who came?"),
                lambda context, name: guest_came(context, name=name),
                "who came",
                placeholder=_("A name, then Enter"),
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        st.button(
            _("Somebody without a name"),
            key=state.key("came unnamed"),
            icon=":material/person_add:",
            on_click=on_click_run,
            args=(guest_came,),
        )
    paragraph(_("They have a seat from the next round on."), "quiet")


def _left(event: Event) -> None:
    labels = guest_labels(event)
    guests = sorted_records(event.guests)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, label, is_present, use_case in (
            ("left", _("Who left?"), True, guest_left),
            ("back", _("Who is here again?"), False, guest_is_back),
        ):
            ids = [guest.id for guest in guests if guest.present is is_present]
            if not ids:
                continue
            chosen = st.selectbox(
                label, ids, format_func=lambda key: labels[key], key=state.key(f"who {name}"),
                width=260,
            )  # fmt: skip
            st.button(
                _("They left") if is_present else _("They are back"),
                key=state.key(f"guest {name}"),
                type="primary" if is_present else "secondary",
                on_click=on_click_run,
                args=(use_case, chosen),
            )
    paragraph(_("From the next round on the others are seated without them."), "quiet")


def _swap(event: Event, shown: Round | None) -> None:
    first = state.recall(_FIRST)
    coming = event.rounds.get(first[1]) if first else None
    coming = coming or (shown if shown and not shown.begun else next_round(event))
    if coming is None or coming.begun:
        placeholder(_("No round is to come. Who sat where stays as it was."))
        return
    seats = seats_by_round(event).get(coming.id, [])
    labels = guest_labels(event)
    ids = sorted((seat.guest for seat in seats if seat.number), key=lambda key: labels.get(key, ""))
    if len(ids) <= 1:
        placeholder(_("Nobody is seated in the round to come."))
        return
    number = rounds_of(event).index(coming) + 1
    paragraph(_("Swap two people in round {number}", number=number), "strong")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one = _chosen(_("This person"), ids, labels, f"swap one {first}", first[0] if first else "")
        other = _chosen(_("and this one"), ids, labels, "swap other", "")
        st.button(
            _("Swap"),
            key=state.key("swap now"),
            icon=":material/swap_horiz:",
            type="primary",
            disabled=one == other,
            on_click=_swap_now,
            args=(coming.id, one, other),
        )


def _chosen(label: str, ids: list[str], labels: Mapping[str, str], name: str, first: str) -> str:
    place = ids.index(first) if first in ids else 0
    chosen = st.selectbox(
        label, ids, index=place, format_func=lambda key: labels.get(key, ""), key=state.key(name),
        width=260,
    )  # fmt: skip
    return str(chosen)


def _swap_now(round_id: str, one: str, other: str) -> None:
    if run_use_case(swap_seats, round_id, one, other):
        state.remember(_FIRST, None)
