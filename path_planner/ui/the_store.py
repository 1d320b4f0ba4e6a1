"""The stores that all windows of this process share."""

import os
from datetime import UTC, datetime

import streamlit as st

from path_planner.storage.open_store import open_stores
from path_planner.storage.store import SessionStore, Stores, VisionStore

STORE_VARIABLE = "PATH_PLANNER_STORE"
DEFAULT_FOLDER = "sessions"


def the_store() -> SessionStore:
    """Return the store of sessions that the command has chosen, or the folder `sessions`."""
    return _stores().sessions


def the_vision_store() -> VisionStore:
    """Return the store of visions at the same place."""
    return _stores().visions


def _stores() -> Stores:
    return _opened(os.environ.get(STORE_VARIABLE) or DEFAULT_FOLDER)


@st.cache_resource(show_spinner=False)
def _opened(address: str) -> Stores:
    stores = open_stores(address)
    stores.sessions.sweep(datetime.now(UTC))
    stores.visions.sweep(datetime.now(UTC))
    return stores
