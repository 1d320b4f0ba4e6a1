"""Bring sessions in from files."""

from functools import partial

import streamlit as st

from path_planner.ui import state
from path_planner.ui.deeds import attempt
from path_planner.ui.frame import session_title
from path_planner.ui.messages import notice
from path_planner.ui.parts import link
from path_planner.ui.the_store import the_store
from path_planner.words import say
from path_planner.workshop.keeping import bring_in


def bring_in_files() -> None:
    """Show where files are dropped or chosen, and what came of the last one."""
    round_number = state.noted("bring in round", 0)
    field_key = f"bring-in-{round_number}"
    with st.expander(say("Bring in a session from a file"), icon=":material/upload_file:"):
        st.file_uploader(
            say("A file that ends in .path.json"),
            type=["json"],
            key=field_key,
            on_change=_bring_in,
            args=(field_key, round_number),
        )
    arrived = state.noted("brought in")
    if arrived:
        session_id, title = arrived
        notice(say("“{title}” was brought in.", title=title))
        link("prepare", say("Open it"), icon=":material/arrow_forward:", session=session_id)


def _bring_in(field_key: str, round_number: int) -> None:
    chosen = state.held(field_key)
    if chosen is None:
        return
    state.note("brought in", None)
    attempt(partial(_keep, chosen.getvalue()))
    # A new field for the next file.
    state.note("bring in round", round_number + 1)


def _keep(content: bytes) -> None:
    session = bring_in(the_store(), content)
    state.note("brought in", (session.id, session_title(session)))
