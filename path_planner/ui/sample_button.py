"""Made-up sessions and visions to try things out with."""

from contextlib import nullcontext
from datetime import timedelta

import streamlit as st

from path_planner.domain.session import Session
from path_planner.sample.making import sample_session
from path_planner.sample.vision_to_try import vision_to_try
from path_planner.ui.made_once import made_once
from path_planner.ui.the_store import the_store, the_vision_store
from path_planner.words import say
from path_planner.workshop.saving import fresh_id, now

_ICON = ":material/science:"


def sample_button() -> Session | None:
    """Show the button; return the sample that was begun."""
    pressed = st.button(say("Try a made-up PATH"), icon=_ICON, key="sample")
    begun = made_once("sample", _begin_session, pressed=pressed)
    return the_store().open(begun).document if begun else None


def sample_vision_button() -> str:
    """Show the button; return the id of the vision that was made up."""
    pressed = st.button(say("Look at a made-up vision"), icon=_ICON, key="sample-vision")
    with st.spinner(say("Twelve PATHs are being made up …")) if pressed else nullcontext():
        return made_once("sample vision", _begin_vision, pressed=pressed)


def _begin_session() -> str:
    # As if it was held this morning; a second one is a new session beside the first.
    begins = now() - timedelta(hours=2)
    return the_store().begin(sample_session(0, begins=begins, seed=fresh_id())).id


def _begin_vision() -> str:
    return the_vision_store().begin(vision_to_try(now(), seed=fresh_id())).id
