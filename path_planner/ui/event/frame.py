"""The frame of the pages of an event: the bar, messages, two versions, and the edit context."""

import streamlit as st

from path_planner.i18n import _
from path_planner.methods.registry import has
from path_planner.services.context import EventContext
from path_planner.ui import navigation, state
from path_planner.ui.components.basics import (
    event_title,
    heading,
    next_link,
    paragraph,
    placeholder,
)
from path_planner.ui.components.messages import show_messages
from path_planner.ui.context import open_event_context, use_language
from path_planner.ui.navigation import page
from path_planner.ui.page_frame import PAGE_NEEDS, bar, open_list_page, show_two_versions


def open_event_page(name: str, *, titled: bool = True, bare: bool = False) -> EventContext:
    """Begin a page of an event with its bar, messages and heading; return its edit context.

    With `titled=False` the page shows its own heading; a `bare` page has no bar. A page that the
    method of the event does not work with says so, and leads back.
    """
    if not state.event_id():
        use_language()
        open_list_page(name)
        heading(_(page(name).title))
        placeholder(_("Choose a day first, or start a new one."))
        _end_with_link("days", _("Go to your days"))
    context = open_event_context()
    event = context.document
    state.show_revision(event.revision)
    if not bare:
        bar(page(name), event_title(event.about.title), event)
    show_messages()
    if not bare:
        show_two_versions(event, name)
    if titled:
        heading(_(page(name).title))
    if name in PAGE_NEEDS and not has(event, PAGE_NEEDS[name]):
        placeholder(_("This day does not have this part. You can change that under Prepare."))
        _end_with_link("day", _("Go to Prepare"))
    if event.about.closed_at is not None:
        paragraph(_("This day is closed. You can still add to it and print it."), "facts")
    return context


def _end_with_link(name: str, label: str) -> None:
    """End the page with a link to where one can go on."""
    next_link(name, label)
    navigation.finish()
    st.stop()
