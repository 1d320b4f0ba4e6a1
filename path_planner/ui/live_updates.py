"""Live updates: poll the revision of the session, and rerun the page if it changed."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.services.context import SessionResult
from path_planner.ui import state
from path_planner.ui.stores import session_store

_SHOWN_REVISION = "revision drawn"


def remember_revision(session: Session) -> Session:
    """Remember the revision that this window shows."""
    state.remember(_SHOWN_REVISION, session.revision)
    return session


def rerun_if_changed() -> None:
    """Rerun the whole page if another window changed the session; for fragments."""
    if session_store().revision(state.session_id()) != state.recall(_SHOWN_REVISION):
        st.rerun(scope="app")


def mark_saved(before: int, saved: SessionResult | None) -> None:
    """Remember a change by this window, which needs no rerun of the whole page."""
    if saved and state.recall(_SHOWN_REVISION) == before:
        state.remember(_SHOWN_REVISION, saved.document.revision)


@st.fragment(run_every=2.0)
def poll_for_changes() -> None:
    """Poll for changes of other windows; shows nothing."""
    rerun_if_changed()
