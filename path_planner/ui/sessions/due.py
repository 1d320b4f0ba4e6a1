"""What is due this week, over all sessions and visions."""

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from path_planner.i18n import _, format_date, ngettext
from path_planner.storage.protocol import Due
from path_planner.ui.components.basics import escaped, heading, link, paragraph
from path_planner.ui.components.titles import entry_title, vision_title
from path_planner.ui.stores import session_store, vision_store

DAYS_AHEAD = 7
MOST_SHOWN = 6


def due_list(today: date) -> None:
    """Show the steps that are due within a week, then those that are late, if there are any."""
    until = today + timedelta(days=DAYS_AHEAD)
    due = [*session_store().due(until), *vision_store().due(until)]
    if not due:
        return
    with st.container(border=True, key="due"):
        heading(_("Due this week or overdue"), 2)
        for one in soonest(due, today)[:MOST_SHOWN]:
            _row(one, today)
        more = len(due) - MOST_SHOWN
        if more > 0:
            paragraph(ngettext("and one more", "and {count} more", more), "facts")


def soonest(due: Sequence[Due], today: date) -> list[Due]:
    """Return what is due from today on, the nearest first, then what is late, the latest first."""
    coming = sorted((one for one in due if one.by_when >= today), key=lambda one: one.by_when)
    late = (one for one in due if one.by_when < today)
    return [*coming, *sorted(late, key=lambda one: one.by_when, reverse=True)]


def _row(one: Due, today: date) -> None:
    when = format_date(one.by_when)
    if one.by_when < today:
        when = _("{day} (overdue)", day=when)
    key = f"due-{one.document_type}-{one.document_id}-{one.commitment_id}"
    with st.container(key=key, gap=None):
        st.html(f'<p dir="auto">{_what(one)} <span class="facts">{escaped(when)}</span></p>')
        if one.document_type == "vision":
            title, where = vision_title(one.title), {"vision": one.document_id, "step": "review"}
            link("vision_builder", title, key=key, **where)
        else:
            title = entry_title(one.title, one.pathfinder)
            link("commitments", title, key=key, session=one.document_id)


def _what(one: Due) -> str:
    if not one.what:
        review = escaped(_("Review the plan together"))
        return f"<strong>{review}</strong>"
    return f"<strong>{escaped(one.who or _('Nobody yet'))}</strong>: {escaped(one.what)}"
