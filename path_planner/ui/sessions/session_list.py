"""The lists of the start page: sessions, the newest days together and visions, and what is due."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from path_planner.dates import later
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.services.session.documents import duplicate
from path_planner.storage.protocol import Due, DueKind, SessionSummary, Store, Summary
from path_planner.storage.session_type import SESSIONS
from path_planner.ui import state
from path_planner.ui.components.basics import (
    entry_title,
    escaped,
    event_title,
    heading,
    link,
    placeholder,
    title_of,
    vision_title,
)
from path_planner.ui.components.document_list import (
    ListedKind,
    ListItem,
    SearchField,
    document_list,
    document_row,
)
from path_planner.ui.stores import all_stores, event_store, session_store, vision_store

KIND = ListedKind("session", SESSIONS.suffix, session_store, duplicate)

_NEWEST_SHOWN = 3
_DAYS_AHEAD = 7
_MOST_DUE = 3
_ALL_DUE = "all that is due"
_DUE_WORDS = {
    DueKind.REVIEW: N_("Review the plan together"),
    DueKind.ANSWER: N_("Answer the people who came"),
    DueKind.DELETION: N_("Delete this plan, or agree to keep it longer"),
}


def session_list() -> None:
    """Show the sessions, newest first, with a search field if there are any."""
    entries = session_store().summaries()
    if not entries:
        placeholder(_("No PATHs yet. Start one, or try an example."))
        return
    search = SearchField(
        _("Find a PATH"),
        _("Title, name or place"),
        _("No PATH has these words in its title, name or place."),
    )
    document_list(ListItem("session", _text_of, _row), entries, search)


def _text_of(entry: SessionSummary) -> str:
    return f"{entry.title} {entry.pathfinder} {entry.place}"


def _row(entry: SessionSummary) -> None:
    page = "walk" if entry.voices else "prepare"
    document_row(KIND, entry, page, title_of(entry), _facts(entry))


def _facts(entry: SessionSummary) -> list[str]:
    facts = [
        entry.pathfinder if entry.title else "",
        format_date(entry.held_on) if entry.held_on else "",
        entry.place,
        ngettext("{count} voice", "{count} voices", entry.voices),
    ]
    if entry.open_steps:
        facts.append(ngettext("{count} open step", "{count} open steps", entry.open_steps))
    return facts


def other_documents() -> None:
    """Show the newest days and visions with links to all of them; nothing where there are none."""
    days, visions = event_store().summaries(), vision_store().summaries()
    if days:
        with st.container(key="newest-days", gap=None):
            heading(_("Your days"), 2)
            for day in days[:_NEWEST_SHOWN]:
                link("day", event_title(day.title), key=f"newest {day.id}", event=day.id)
            _link_to_the_rest(days, "days")
    if visions:
        with st.container(key="newest-visions", gap=None):
            heading(_("Your visions"), 2)
            for vision in visions[:_NEWEST_SHOWN]:
                title = vision_title(vision.title)
                link("vision_builder", title, key=f"newest {vision.id}", vision=vision.id)
            _link_to_the_rest(visions, "vision_builder")


def _link_to_the_rest(entries: Sequence[Summary], page: str) -> None:
    if more := len(entries[_NEWEST_SHOWN:]):
        label = ngettext("And {count} more", "And {count} more", more)
        link(page, label, icon=":material/arrow_forward:", key=f"all {page}")


def due_list(today: date) -> None:
    """Show the steps due within a week, then overdue ones, if there are any."""
    until = later(today, timedelta(days=_DAYS_AHEAD))
    stores: Iterable[Store[Any, Any]] = all_stores()
    due = [step for store in stores for step in store.due(until)]
    if not due:
        return
    with st.container(border=True, key="due"):
        heading(_("Due this week or overdue"), 2)
        shows_all = bool(state.recall(_ALL_DUE, False))
        for step in _in_order(due, today)[: None if shows_all else _MOST_DUE]:
            _due_row(step, today)
        if len(due) > _MOST_DUE:
            st.button(
                _("Show fewer") if shows_all else _("Show all {count}", count=len(due)),
                key="all that is due",
                type="tertiary",
                on_click=state.remember,
                args=(_ALL_DUE, not shows_all),
            )


def _in_order(due: Sequence[Due], today: date) -> list[Due]:
    """Return the steps due from today on, soonest first, then overdue ones, latest first."""
    coming = sorted((step for step in due if step.by_when >= today), key=lambda step: step.by_when)
    late = (step for step in due if step.by_when < today)
    return [*coming, *sorted(late, key=lambda step: step.by_when, reverse=True)]


def _due_row(due: Due, today: date) -> None:
    when = format_date(due.by_when)
    if due.by_when < today:
        when = _("{day} (overdue)", day=when)
    record = due.commitment_id.removeprefix(":")
    key = f"due-{due.document_type}-{due.document_id}-{record}"
    with st.container(key=key, gap=None):
        st.html(f'<p dir="auto">{_what_is_due(due)} <span class="facts">{escaped(when)}</span></p>')
        if due.document_type == "vision":
            title, where = vision_title(due.title), {"vision": due.document_id, "step": "review"}
            link("vision_builder", title, key=key, **where)
        elif due.document_type == "event":
            parts = {"event": due.document_id, "part": "after"}
            link("day_prints", event_title(due.title), key=key, **parts)
        else:
            title = entry_title(due.title, due.pathfinder)
            to = "prepare" if due.kind is DueKind.DELETION else "commitments"
            link(to, title, key=key, session=due.document_id)


def _what_is_due(due: Due) -> str:
    if due.kind is not DueKind.STEP:
        return f"<strong>{escaped(_(_DUE_WORDS[due.kind]))}</strong>"
    return f"<strong>{escaped(due.who or _('Nobody yet'))}</strong>: {escaped(due.what)}"
