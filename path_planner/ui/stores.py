"""The stores of sessions, visions and events, shared by all browser windows of this process."""

import os
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, cast

import streamlit as st

from path_planner.storage.protocol import EventStore, SessionStore, Stores, VisionStore
from path_planner.storage.store_registry import open_stores
from path_planner.ui.erased import note_erased
from path_planner.ui.screens.access import window_access
from path_planner.ui.screens.roles import Screen
from path_planner.ui.screens.shared_store import NoStore, SharedStore

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
    for store in _own_stores():
        store.checkpoint_all()


def all_stores() -> Stores:
    """Return the stores of all types of document, as far as this window may open them."""
    access = window_access()
    if access.is_owner:
        return _own_stores()
    nothing = cast("Any", NoStore())
    stores = Stores(nothing, nothing, nothing)
    return _with_document_of(access.screen, stores) if access.screen else stores


def _with_document_of(screen: Screen, stores: Stores) -> Stores:
    own = _own_stores()
    is_session = screen.document_type == "session"
    # Screens of one role and document are sent the same, so that its views are made once.
    like = screen._replace(id="", number=0)
    store: Any = own.sessions if is_session else own.events
    shared = _shared_store(store, like)
    return stores._replace(**{"sessions" if is_session else "events": shared})


@lru_cache(maxsize=32)
def _shared_store(store: Any, screen: Screen) -> Any:
    """Return the same object each time: what was made from a store is found again by it."""
    return SharedStore[Any](store, screen)


def _own_stores() -> Stores:
    return _opened(os.environ.get(STORE_VARIABLE) or DEFAULT_FOLDER)


@st.cache_resource(show_spinner=False)
def _opened(address: str) -> Stores:
    stores = open_stores(address)
    for store in stores:
        note_erased(store.purge(datetime.now(UTC)))
    return stores
