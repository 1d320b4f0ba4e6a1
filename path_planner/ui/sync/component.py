"""Loads the JavaScript of Streamlit components: of the build, or a small script of a page."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from path_planner.errors import WallMissing
from path_planner.resources import package_file


def load_component(name: str, part: str, *, css: bool = True) -> Callable[..., Any]:
    """Return the component with this name, from `part`.js and `part`.css of the build."""
    if not package_file(f"wall_component/{part}.js").is_file():
        raise WallMissing
    found: Callable[..., Any] = st.components.v2.component(
        name, js=f"{part}.js", css=f"{part}.css" if css else None, isolate_styles=False
    )
    return found


def load_script(name: str, file: str) -> Callable[..., Any]:
    """Return the component with this name, whose script is this file of the package."""
    found: Callable[..., Any] = st.components.v2.component(
        name, js=package_file(file).read_text("utf-8"), isolate_styles=False
    )
    return found
