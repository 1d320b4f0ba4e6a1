"""Bring a drawing made with Excalidraw onto the wall of this session."""

from functools import partial

import streamlit as st

from path_planner.ui import state
from path_planner.ui.deeds import attempt
from path_planner.ui.messages import notice
from path_planner.ui.parts import link
from path_planner.ui.room import the_room
from path_planner.words import say, say_many
from path_planner.workshop.bringing_wall_in import bring_wall_in


def bring_drawing_in() -> None:
    """Show where a file is chosen, and what came of the last one."""
    round_number = state.noted("drawing round", 0)
    field_key = state.key(f"drawing {round_number}")
    with st.expander(say("Bring in a drawing"), icon=":material/draw:"):
        st.file_uploader(
            say("A file that ends in .excalidraw"),
            type=["excalidraw"],
            key=field_key,
            on_change=_bring_in,
            args=(field_key, round_number),
        )
    for sentence in state.noted("drawing brought in", ()):
        notice(sentence)
    if state.noted("drawing brought in"):
        link("wall", say("See the wall"), icon=":material/arrow_forward:")


def _bring_in(field_key: str, round_number: int) -> None:
    chosen = state.held(field_key)
    if chosen is None:
        return
    state.note("drawing brought in", ())
    attempt(partial(_keep, chosen.getvalue()))
    # A new field for the next file.
    state.note("drawing round", round_number + 1)


def _keep(content: bytes) -> None:
    brought = bring_wall_in(the_room(), content)
    state.note("drawing brought in", tuple(_told(brought.marks, brought.left_out)))


def _told(count: int, left_out: tuple[str, ...]) -> list[str]:
    """Say what came, and what did not."""
    if not count:
        came = say("There was nothing in this file that can stand on the wall.")
    else:
        came = say_many(
            "{count} thing was brought onto the wall.",
            "{count} things were brought onto the wall.",
            count,
        )
    return [came, *(say("Left out: {what}", what=sentence) for sentence in left_out)]
