"""The stores of sessions, visions and events, shared by all browser windows of this process."""

import os
from datetime import UTC, datetime

import streamlit as st

from path_planner.storage.protocol import EventStore, SessionStore, Stores, VisionStore
from path_planner.storage.store_registry import open_stores
from path_planner.ui.erased import note_erased

STORE_VARIABLE = "PATH_PLANNER_STORE"
DEFAULT_FOLDER = "sessions"


def session_store() -> SessionStore:
    """Return the session store of `--store`, by default that of the folder `sessions`."""
    return all_stores().sessions


def vision_store() -> VisionStore:
    """Return the vision store at the same location."""
    return all_stores().visions


def event_store() -> EventStore:
    """Return the event store at the same location."""
    return all_stores().events


def checkpoint_left_behind() -> None:
    """Write the files that a killed server left behind their journals."""
    for store in all_stores():
        store.checkpoint_all()


def all_stores() -> Stores:
    """Return the stores of all types of document."""
    return _opened(os.environ.get(STORE_VARIABLE) or DEFAULT_FOLDER)


@st.cache_resource(show_spinner=False)
def _opened(address: str) -> Stores:
    stores = open_stores(address)
    for store in stores:
        note_erased(store.purge(datetime.now(UTC)))
    return stores
