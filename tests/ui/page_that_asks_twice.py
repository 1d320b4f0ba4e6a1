"""A page with one thing that is asked twice."""

import streamlit as st

from path_planner.ui import state
from path_planner.ui.parts import twice

twice("x", "Delete", "Delete <b>it</b>?", lambda: state.note("done", True), yes="Yes, delete")
st.text(f"done: {state.noted('done', False)}")
