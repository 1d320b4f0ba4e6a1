"""Loads the JavaScript of a Streamlit component, which the build puts into the package."""

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
