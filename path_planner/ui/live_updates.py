"""Live updates: poll the revision of a document, and rerun the page if it changed."""

from typing import Any

import streamlit as st

from path_planner.domain.base import D
from path_planner.services.context import SaveResult
from path_planner.storage.protocol import Store
from path_planner.ui import state
from path_planner.ui.stores import all_stores

_SHOWN_REVISION = "revision drawn"


def remember_revision(document: D) -> D:
    """Remember the revision that this window shows."""
    state.remember(_SHOWN_REVISION, document.revision)
    return document


def rerun_if_changed() -> None:
    """Rerun the whole page if another window changed its document; for fragments."""
    if _store().revision(state.document_id()) != state.recall(_SHOWN_REVISION):
        st.rerun(scope="app")


def _store() -> Store[Any, Any]:
    """Return the store of the document in the address."""
    stores = all_stores()
    if state.vision_id():
        return stores.visions
    return stores.events if state.event_id() else stores.sessions


def mark_saved(before: int, saved: SaveResult[Any] | None) -> None:
    """Remember a change by this window, which needs no rerun of the whole page."""
    if saved and state.recall(_SHOWN_REVISION) == before:
        state.remember(_SHOWN_REVISION, saved.document.revision)


@st.fragment(run_every=2.0)
def poll_for_changes() -> None:
    """Poll for changes of other windows; shows nothing."""
    rerun_if_changed()
