"""The frame of each page: where you are, where you can go, when it was saved, calm or not."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from path_planner.domain.base import Document
from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.resources import package_file
from path_planner.services.context import SessionContext
from path_planner.ui import navigation, state
from path_planner.ui.components.basics import (
    escaped,
    heading,
    link,
    next_link,
    placeholder,
    window_link,
)
from path_planner.ui.components.messages import show_messages
from path_planner.ui.components.titles import session_title
from path_planner.ui.context import open_session, speak
from path_planner.ui.navigation import PAGES, Page, page


def open_page(name: str, *, titled: bool = True, bare: bool = False) -> SessionContext:
    """Begin a page of a session: its bar, its messages, its heading; return the room.

    With `titled=False` the page shows its own heading; a `bare` page has no bar.
    """
    if not state.session_id():
        speak()
        _ask_for_a_session(page(name))
    context = open_session()
    if not bare:
        bar(page(name), session_title(context.document), context.document)
    show_messages()
    if titled:
        heading(_(page(name).title))
    return context


def open_list_page(name: str) -> None:
    """Begin a page that is about no session in particular; it shows its own heading."""
    speak()
    bar(page(name))
    show_messages()


def saved_line(document: Document) -> None:
    """Say when the document was last saved; show it again in a fragment that saves."""
    told = escaped(when_saved(document))
    st.html(f'<p class="saved" role="status">{told}</p>', width="content")


def when_saved(document: Document) -> str:
    """Say the moment of the last change that is on the disk."""
    moment = document.updated.astimezone()
    clock = moment.strftime("%H:%M:%S")
    if moment.date() == datetime.now(UTC).astimezone().date():
        return _("Saved {time}", time=clock)
    return _("Saved {day}, {time}", day=moment.strftime("%d/%m/%Y"), time=clock)


def bar(
    here: Page,
    title: str = "",
    document: Document | None = None,
    *,
    saved: Callable[[Document], None] = saved_line,
) -> None:
    """Show the bar: what the page is about, when it was saved, where you can go."""
    with st.container(key="bar"):
        with st.container(horizontal=True, key="bar-top", vertical_alignment="center"):
            shown = escaped(title or _("Path Planner"))
            st.html(f'<p class="session-title" dir="auto">{shown}</p>', width="stretch")
            if document:
                saved(document)
            _calm_switch()
        with st.container(horizontal=True, key="bar-places", gap="small"):
            for one in PAGES:
                # From a session the way to the visions leads through the sessions: a short bar.
                if one is PAGES[0] or one.needs_session == isinstance(document, Session):
                    # A vision is one of several on its page: its name leads back to all of them.
                    _place_link(one, one is here and (one.needs_session or not document))


def _place_link(one: Page, here: bool) -> None:
    if here:
        st.html(f'<p class="here" aria-current="page">{escaped(_(one.title))}</p>', width="content")
        return
    if one.own_window:
        window_link(one.name, _(one.title), one.icon)
    else:
        link(one.name, _(one.title), one.icon)


def _calm_switch() -> None:
    key = "calm-switch"
    state.set_widget_value(key, state.calm())
    st.toggle(
        _("Calm view"),
        key=key,
        on_change=_calm_changed,
        args=(key,),
        width="content",
    )


def _calm_changed(key: str) -> None:
    # A request that was cut off may tell of a change that is none.
    if state.widget_value(key) != state.calm():
        navigation.show(calm="1" if state.widget_value(key) else "")


def _ask_for_a_session(here: Page) -> None:
    bar(here)
    heading(_(here.title))
    placeholder(_("Choose a PATH first, or start a new one."))
    next_link("sessions", _("Go to your PATHs"))
    navigation.finish()
    st.stop()


def apply_css(page: str) -> None:
    """Put the look on, in calm mode the calmer one; `page` may have a look of its own."""
    st.html(package_file("ui/css/paper.css"))
    if state.calm():
        st.html(package_file("ui/css/calm.css"))
    own = package_file(f"ui/css/{page}.css")
    if own.is_file():
        st.html(own)
