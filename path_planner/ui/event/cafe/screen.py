"""What the shared screen shows of a café: the question, the time left, where to go, the harvest."""

import streamlit as st

from path_planner.analysis.cafe import (
    current_round,
    grouped_harvest,
    harvest_lines,
    next_round,
    rounds_of,
    tables_of,
)
from path_planner.analysis.event_lines import Readers, guest_labels, may_read, speaker_name
from path_planner.analysis.seating_facts import guests_at
from path_planner.domain.event.cafe import Round
from path_planner.domain.event.event import Event
from path_planner.domain.timer import seconds_left
from path_planner.i18n import _
from path_planner.services.context import EventContext
from path_planner.ui.components.basics import escaped, paragraph
from path_planner.ui.components.timer import is_set
from path_planner.ui.context import open_event_context
from path_planner.ui.event.cafe.clock import ring_html
from path_planner.ui.live_updates import rerun_if_changed


def cafe_screen(context: EventContext) -> None:
    """Show the round that goes on, else where to go next; after the last round the harvest."""
    event = context.document
    now, coming = current_round(event), next_round(event)
    has_harvest = any(may_read(event, line, Readers.CIRCLE) for line in harvest_lines(event))
    with st.container(key="cafe-screen"):
        if now is None and has_harvest and (coming is None or event.groups):
            _harvest(event)
        else:
            _round(event, now, coming)


def _round(event: Event, now: Round | None, coming: Round | None) -> None:
    shown = now or coming
    if shown is None:
        st.html(f'<h1 dir="auto">{escaped(event.about.question or _("World Café"))}</h1>')
        return
    number = rounds_of(event).index(shown) + 1
    kicker = _("Round {number}", number=number) if now else _("Next: round {number}", number=number)
    question = shown.question or event.about.question or _("World Café")
    st.html(
        f'<p class="kicker">{escaped(kicker)}</p><h1 dir="auto">{escaped(question)}</h1>',
    )
    if now is not None:
        with st.container(key="cafe-screen-clock"):
            _big_clock()
    _where_to_go(event, shown)


@st.fragment(run_every=1.0)
def _big_clock() -> None:
    rerun_if_changed()
    context = open_event_context()
    clock = context.document.clock
    st.html(ring_html(clock, seconds_left(clock, context.now())) if is_set(clock) else "<i></i>")


def _where_to_go(event: Event, shown: Round) -> None:
    seats = guests_at(event, shown.id)
    labels = guest_labels(event)
    cards = []
    for number, table in enumerate(tables_of(event), start=1):
        names = [labels[seat.guest] for seat in seats.get(table.id, []) if seat.guest in labels]
        people = "".join(f'<li dir="auto">{escaped(name)}</li>' for name in names)
        question = f'<p dir="auto">{escaped(table.question)}</p>' if table.question else ""
        cards.append(
            f'<section class="screen-table"><h2><b class="cafe-number">{number}</b> '
            f'<span dir="auto">{escaped(table.name)}</span></h2>{question}'
            f'<ul class="screen-guests">{people}</ul></section>'
        )
    st.html(f'<div class="screen-tables">{"".join(cards)}</div>')


def _harvest(event: Event) -> None:
    title = escaped(_("What we take with us"))
    st.html(f"<h1>{title}</h1>")
    readable = [line for line in harvest_lines(event) if may_read(event, line, Readers.CIRCLE)]
    groups = []
    for group, lines in grouped_harvest(event, readable):
        if not lines:
            continue
        title = f'<h2 dir="auto">{escaped(group.title)}</h2>' if group else ""
        items = "".join(
            f'<li dir="auto">{escaped(line.text)}{_named(speaker_name(event, line))}</li>'
            for line in lines
        )
        groups.append(f'<section class="screen-group">{title}<ul>{items}</ul></section>')
    st.html(f'<div class="screen-groups">{"".join(groups)}</div>')
    hidden = len(harvest_lines(event)) - len(readable)
    if hidden:
        paragraph(_("Private words stay off this screen."), "quiet")


def _named(name: str) -> str:
    return f" <span>{escaped(name)}</span>" if name else ""
