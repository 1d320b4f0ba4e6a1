"""A made-up session to try things out with."""

from datetime import timedelta

import streamlit as st

from path_planner.domain.session import Session
from path_planner.sample.making import sample_session
from path_planner.ui.the_store import the_store
from path_planner.words import say
from path_planner.workshop.saving import fresh_id, now


def sample_button() -> Session | None:
    """Show the button; return the sample that was begun."""
    if not st.button(say("Try a made-up PATH"), icon=":material/science:", key="sample"):
        return None
    # As if it was held this morning; a second one is a new session beside the first.
    begins = now() - timedelta(hours=2)
    return the_store().begin(sample_session(0, begins=begins, seed=fresh_id()))
