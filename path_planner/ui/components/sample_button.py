"""Buttons that create a sample session, vision or event, to try things out."""

from contextlib import nullcontext
from datetime import timedelta

import streamlit as st

from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.sample.events import sample_event
from path_planner.sample.sessions import sample_session
from path_planner.sample.visions import vision_to_try
from path_planner.services.context import fresh_id, now
from path_planner.ui.components.repeat_form import run_once
from path_planner.ui.stores import event_store, session_store, vision_store

_ICON = ":material/science:"


def sample_button() -> Session | None:
    """Show the button; return the sample session once it is created."""
    pressed = st.button(_("Try an example PATH"), icon=_ICON, key="sample")
    begun = run_once("sample", _begin_session, pressed=pressed)
    return session_store().open(begun).document if begun else None


def sample_vision_button() -> str:
    """Show the button; return the id of the sample vision once it is created."""
    pressed = st.button(_("Try an example vision"), icon=_ICON, key="sample-vision")
    with st.spinner(_("Making twelve example PATHs …")) if pressed else nullcontext():
        return run_once("sample vision", _begin_vision, pressed=pressed)


def sample_event_button() -> str:
    """Show the button; return the id of the sample event once it is created."""
    pressed = st.button(_("Try an example day"), icon=_ICON, key="sample-event")
    return run_once("sample event", _begin_event, pressed=pressed)


def _begin_event() -> str:
    # As if it was held this morning.
    return event_store().create(sample_event(begins=now() - timedelta(hours=7), seed=fresh_id())).id


def _begin_session() -> str:
    # As if it was held this morning; a second one is a new session beside the first.
    begins = now() - timedelta(hours=2)
    return session_store().create(sample_session(0, begins=begins, seed=fresh_id())).id


def _begin_vision() -> str:
    return vision_store().create(vision_to_try(now(), seed=fresh_id())).id
