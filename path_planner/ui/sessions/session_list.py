"""The lists of the start page: sessions with search, and the newest days together and visions."""

from collections.abc import Sequence

import streamlit as st

from path_planner.i18n import _, format_date, ngettext
from path_planner.services.session.documents import duplicate
from path_planner.storage.protocol import SessionSummary, Summary
from path_planner.storage.session_type import SESSIONS
from path_planner.ui.components.basics import (
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
from path_planner.ui.stores import event_store, session_store, vision_store

KIND = ListedKind("session", SESSIONS.suffix, session_store, duplicate)

_SHOWN = 3


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
            for day in days[:_SHOWN]:
                link("day", event_title(day.title), key=f"newest {day.id}", event=day.id)
            _rest(days, "days")
    if visions:
        with st.container(key="newest-visions", gap=None):
            heading(_("Your visions"), 2)
            for vision in visions[:_SHOWN]:
                title = vision_title(vision.title)
                link("vision_builder", title, key=f"newest {vision.id}", vision=vision.id)
            _rest(visions, "vision_builder")


def _rest(entries: Sequence[Summary], page: str) -> None:
    if more := len(entries[_SHOWN:]):
        label = ngettext("And {count} more", "And {count} more", more)
        link(page, label, icon=":material/arrow_forward:", key=f"all {page}")
