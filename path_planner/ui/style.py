"""The look of every page: calm, warm, like paper; larger on a shared screen."""

import streamlit as st

from path_planner.resources import package_file
from path_planner.ui import state


def wear(page: str) -> None:
    """Put the look on, in calm mode the calmer one; `page` may have a look of its own."""
    st.html(package_file("ui/paper.css"))
    if state.calm():
        st.html(package_file("ui/calm.css"))
    own = package_file(f"ui/{page}.css")
    if own.is_file():
        st.html(own)
