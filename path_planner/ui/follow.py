"""Following what other windows change: look at the revision each second, draw again if it moved."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.ui import state
from path_planner.ui.the_store import the_store
from path_planner.workshop.room import Kept

_DRAWN = "revision drawn"


def seen_here(session: Session) -> Session:
    """Note that this window shows the session as it stands."""
    state.note(_DRAWN, session.revision)
    return session


def draw_again_if_changed() -> None:
    """Draw the whole page again when somebody else changed the session; for fragments."""
    if the_store().head(state.session_id()) != state.noted(_DRAWN):
        st.rerun(scope="app")


def kept_here(before: int, kept: Kept | None) -> None:
    """Note a change made in this window, whose part of the page is drawn again anyway."""
    if kept and state.noted(_DRAWN) == before:
        state.note(_DRAWN, kept.document.revision)


@st.fragment(run_every=2.0)
def watch() -> None:
    """Watch for changes of other windows, showing nothing."""
    draw_again_if_changed()
