"""Following what other windows change: look at the revision each second, draw again if it moved."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.services.context import SessionResult
from path_planner.ui import state
from path_planner.ui.stores import session_store

_DRAWN = "revision drawn"


def remember_revision(session: Session) -> Session:
    """Note that this window shows the session as it stands."""
    state.remember(_DRAWN, session.revision)
    return session


def rerun_if_changed() -> None:
    """Draw the whole page again when somebody else changed the session; for fragments."""
    if session_store().revision(state.session_id()) != state.recall(_DRAWN):
        st.rerun(scope="app")


def mark_saved(before: int, kept: SessionResult | None) -> None:
    """Note a change made in this window, whose part of the page is drawn again anyway."""
    if kept and state.recall(_DRAWN) == before:
        state.remember(_DRAWN, kept.document.revision)


@st.fragment(run_every=2.0)
def poll_for_changes() -> None:
    """Watch for changes of other windows, showing nothing."""
    rerun_if_changed()
