"""The frame of each page: where you are, where you can go, when it was saved, calm or not."""

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from path_planner.domain.document import Document
from path_planner.domain.session import Session
from path_planner.processes.asking import whose
from path_planner.ui import state
from path_planner.ui.messages import show_messages
from path_planner.ui.parts import empty, escaped, heading, onward
from path_planner.ui.places import PLACES, Place, link_to, place
from path_planner.ui.room import speak, the_room
from path_planner.words import say
from path_planner.workshop.room import Room


def open_page(name: str, *, titled: bool = True, bare: bool = False) -> Room:
    """Begin a page of a session: its bar, its messages, its heading; return the room.

    With `titled=False` the page shows its own heading; a `bare` page has no bar.
    """
    if not state.session_id():
        speak()
        _ask_for_a_session(place(name))
    room = the_room()
    if not bare:
        bar(place(name), session_title(room.session), room.session)
    show_messages()
    if titled:
        heading(say(place(name).title))
    return room


def open_front(name: str) -> None:
    """Begin a page that is about no session in particular; it shows its own heading."""
    speak()
    bar(place(name))
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
        return say("Saved {time}", time=clock)
    return say("Saved {day}, {time}", day=moment.strftime("%d/%m/%Y"), time=clock)


def session_title(session: Session) -> str:
    """Return the title of a session, or whose PATH it is."""
    return session.about.title or say("PATH of {name}", name=whose(session))


def bar(
    here: Place,
    title: str = "",
    document: Document | None = None,
    *,
    saved: Callable[[Document], None] = saved_line,
) -> None:
    """Show the bar: what the page is about, when it was saved, where you can go."""
    with st.container(key="bar"):
        with st.container(horizontal=True, key="bar-top", vertical_alignment="center"):
            shown = escaped(title or say("Path Planner"))
            st.html(f'<p class="session-title" dir="auto">{shown}</p>', width="stretch")
            if document:
                saved(document)
            _calm_switch()
        with st.container(horizontal=True, key="bar-places", gap="small"):
            for one in PLACES:
                # From a session the way to the visions leads through the sessions: a short bar.
                if one is PLACES[0] or one.needs_session == isinstance(document, Session):
                    # A vision is one of several on its page: its name leads back to all of them.
                    _place_link(one, one is here and (one.needs_session or not document))


def _place_link(one: Place, here: bool) -> None:
    if here:
        st.html(
            f'<p class="here" aria-current="page">{escaped(say(one.title))}</p>', width="content"
        )
        return
    st.page_link(one.file, label=say(one.title), icon=one.icon, query_params=link_to(one.name))


def _calm_switch() -> None:
    key = "calm-switch"
    state.put_in(key, state.calm())
    st.toggle(
        say("Calm"),
        key=key,
        on_change=_calm_changed,
        args=(key,),
        width="content",
    )


def _calm_changed(key: str) -> None:
    state.go(calm="1" if state.held(key) else "")


def _ask_for_a_session(here: Place) -> None:
    bar(here)
    heading(say(here.title))
    empty(say("Choose a session first, or begin one."))
    onward("sessions", say("Go to the sessions"))
    st.stop()
