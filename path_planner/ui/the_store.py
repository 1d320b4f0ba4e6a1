"""The one store that all windows of this process share."""

import os
from datetime import UTC, datetime

import streamlit as st

from path_planner.storage.open_store import open_store
from path_planner.storage.store import SessionStore

STORE_VARIABLE = "PATH_PLANNER_STORE"
DEFAULT_FOLDER = "sessions"


def the_store() -> SessionStore:
    """Return the store that the command has chosen, or the folder `sessions`."""
    return _opened(os.environ.get(STORE_VARIABLE) or DEFAULT_FOLDER)


@st.cache_resource(show_spinner=False)
def _opened(address: str) -> SessionStore:
    store = open_store(address)
    store.sweep(datetime.now(UTC))
    return store
