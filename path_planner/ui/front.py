"""The front of the house: what this is for, and who made PATH."""

from base64 import b64encode

import streamlit as st

from path_planner.resources import package_file
from path_planner.ui import state
from path_planner.ui.parts import escaped, heading, told
from path_planner.words import say


def welcome_lines() -> None:
    """Say in one breath what this is for, beside a small drawing of a PATH."""
    words, drawing = st.columns([7, 5], vertical_alignment="center", gap="large")
    with words:
        heading(say("Walk a PATH together"))
        told(
            say(
                "Dream first, then come back to today and plan the way, in words and drawings. "
                "Everything stays on this computer, and you take home a poster."
            ),
            "lead",
        )
    with drawing:
        picture = b64encode(package_file("ui/path.svg").read_bytes()).decode()
        st.html(f'<img class="drawing" alt="" src="data:image/svg+xml;base64,{picture}">')


def credits_line() -> None:
    """Give credit where it belongs."""
    thanks = say(
        "PATH (Planning Alternative Tomorrows with Hope) was developed by Jack Pearpoint, "
        "John O'Brien and Marsha Forest (Inclusion Press, inclusion.com). "
        "This independent tool uses its own drawings and words, is not endorsed by them, "
        "and does not replace trained facilitators."
    )
    gifts = say(
        "The wall is Excalidraw, the stamps are redrawn from Tabler Icons, and the letters are "
        "Shantell Sans and Noto: all made by people who let others use their work."
    )
    st.html(f'<footer class="credits"><p>{escaped(thanks)}</p><p>{escaped(gifts)}</p></footer>')
    st.download_button(
        say("Whose work is in here, with all licences (text)"),
        data=package_file("NOTICE.txt").read_bytes,
        file_name="NOTICE.txt",
        mime="text/plain",
        icon=":material/favorite:",
        key=state.key("notice"),
        on_click="ignore",
    )
