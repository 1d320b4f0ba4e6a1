"""Bring sessions and visions in from files."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from path_planner.ui import state
from path_planner.ui.deeds import attempt
from path_planner.ui.frame import session_title
from path_planner.ui.messages import notice
from path_planner.ui.parts import link
from path_planner.ui.the_store import the_store, the_vision_store
from path_planner.ui.vision.title import vision_title
from path_planner.visioning import keeping as visions
from path_planner.words import say
from path_planner.workshop import keeping as sessions

Keep = Callable[[bytes], tuple[str, str, tuple[str, ...]]]
"""Keeps what a file holds; returns its id, its title and what people should know."""


def bring_in_files() -> None:
    """Show where files of sessions are dropped or chosen, and what came of the last one."""
    arrived = _field(
        say("Bring in a session from a file"), say("A file that ends in .path.json"), _keep_session
    )
    if arrived:
        link("prepare", say("Open it"), icon=":material/arrow_forward:", session=arrived)


def bring_in_visions() -> None:
    """Show where files of visions are dropped or chosen, and what came of the last one."""
    arrived = _field(
        say("Bring in a vision from a file"),
        say("A file that ends in .vision.json, or a zip that was given away"),
        _keep_vision,
        kinds=("json", "zip"),
    )
    if arrived:
        link("vision_builder", say("Open it"), icon=":material/arrow_forward:", vision=arrived)


def _field(label: str, which: str, keep: Keep, *, kinds: Sequence[str] = ("json",)) -> str:
    """Show the field; return the id of what arrived last."""
    round_number = state.noted("bring in round", 0)
    field_key = f"bring-in-{round_number}"
    with st.expander(label, icon=":material/upload_file:"):
        st.file_uploader(
            which,
            type=list(kinds),
            key=field_key,
            on_change=_bring_in,
            args=(field_key, round_number, keep),
        )
    arrived_id, title, told = state.noted("brought in") or ("", "", ())
    if arrived_id:
        notice(" ".join((say("“{title}” was brought in.", title=title), *told)))
    return str(arrived_id)


def _bring_in(field_key: str, round_number: int, keep: Keep) -> None:
    chosen = state.held(field_key)
    if chosen is None:
        return
    state.note("brought in", None)
    attempt(partial(_keep, keep, chosen.getvalue()))
    # A new field for the next file.
    state.note("bring in round", round_number + 1)


def _keep(keep: Keep, content: bytes) -> None:
    state.note("brought in", keep(content))


def _keep_session(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    session = sessions.bring_in(the_store(), content)
    return session.id, session_title(session), ()


def _keep_vision(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    vision, told = visions.bring_in(the_vision_store(), content)
    return vision.id, vision_title(vision.about.title), tuple(map(str, told))
