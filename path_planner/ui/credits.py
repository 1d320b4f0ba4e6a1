"""Who made PATH, at the foot of the front page."""

import streamlit as st

from path_planner.ui.parts import escaped
from path_planner.words import say


def credits_line() -> None:
    """Give credit where it belongs."""
    told = say(
        "PATH (Planning Alternative Tomorrows with Hope) was developed by Jack Pearpoint, "
        "John O'Brien and Marsha Forest (Inclusion Press, inclusion.com). "
        "This independent tool uses its own drawings and words, is not endorsed by them, "
        "and does not replace trained facilitators."
    )
    st.html(f'<footer class="credits"><p>{escaped(told)}</p></footer>')
