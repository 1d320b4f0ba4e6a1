"""A page with one thing that is asked twice."""

import streamlit as st

from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button

confirm_button(
    "x", "Delete", "Delete <b>it</b>?", lambda: state.remember("done", True), yes="Yes, delete"
)
st.text(f"done: {state.recall('done', False)}")
