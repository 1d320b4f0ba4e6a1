"""The newest days together and visions on the start page, apart from the PATHs."""

from collections.abc import Sequence

import streamlit as st

from path_planner.i18n import _, ngettext
from path_planner.storage.protocol import Summary
from path_planner.ui.components.basics import event_title, heading, link, vision_title
from path_planner.ui.stores import event_store, vision_store

_SHOWN = 3


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
