"""Beginning at the top: another stage, or its reading back, is never shown from the middle."""

import streamlit as st

from path_planner.resources import package_file
from path_planner.ui import state


def from_the_top(at: str) -> None:
    """Show the page from its top when `at`, what it is about, is another than before."""
    show = st.components.v2.component(
        "from_the_top",
        js=package_file("ui/from_the_top.js").read_text("utf-8"),
        isolate_styles=False,
    )
    with st.container(key="from-the-top"):
        show(data={"at": at}, key=state.key("from the top"))
