"""A page that saves a voice when it is opened."""

import streamlit as st

from path_planner.domain.base import put
from path_planner.domain.voice import Voice
from path_planner.services.context import SessionContext
from path_planner.ui.stores import session_store

session = session_store().open("k7f3q2").document
voice = Voice(id="v2", stage="dream", text="There is a bench by the pond.")
SessionContext(session_store(), session).keep(put(session, "voices", voice))
st.text("Saved")
