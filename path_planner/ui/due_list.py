"""What is due this week, over all sessions and visions."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from path_planner.storage.store import Due
from path_planner.ui.parts import escaped, heading, link, told
from path_planner.ui.session_list import entry_title
from path_planner.ui.the_store import the_store, the_vision_store
from path_planner.ui.vision.title import vision_title
from path_planner.words import say, say_date, say_many

DAYS_AHEAD = 7
MOST_SHOWN = 6


def due_list(today: date) -> None:
    """Show the steps that are due within a week, then those that are late, if there are any."""
    until = today + timedelta(days=DAYS_AHEAD)
    due = [*the_store().due(until), *the_vision_store().due(until)]
    if not due:
        return
    with st.container(border=True, key="due"):
        heading(say("Due this week"), 2)
        for one in soonest(due, today)[:MOST_SHOWN]:
            _row(one, today)
        more = len(due) - MOST_SHOWN
        if more > 0:
            told(say_many("and one more", "and {count} more", more), "facts")


def soonest(due: Sequence[Due], today: date) -> list[Due]:
    """Return what is due from today on, the nearest first, then what is late, the latest first."""
    coming = sorted((one for one in due if one.by_when >= today), key=lambda one: one.by_when)
    late = (one for one in due if one.by_when < today)
    return [*coming, *sorted(late, key=lambda one: one.by_when, reverse=True)]


def _row(one: Due, today: date) -> None:
    when = say_date(one.by_when)
    if one.by_when < today:
        when = say("{day} (late)", day=when)
    with st.container(key=f"due-{one.sort}-{one.session_id}-{one.commitment_id}", gap=None):
        st.html(f'<p dir="auto">{_what(one)} <span class="facts">{escaped(when)}</span></p>')
        if one.sort == "vision":
            link("vision_builder", vision_title(one.title), vision=one.session_id, step="review")
        else:
            link("commitments", entry_title(one.title, one.pathfinder), session=one.session_id)


def _what(one: Due) -> str:
    if not one.what:
        return f"<strong>{escaped(say('Look at the plan together'))}</strong>"
    return f"<strong>{escaped(one.who or say('Nobody yet'))}</strong>: {escaped(one.what)}"
