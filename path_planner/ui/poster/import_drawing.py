"""Import of an Excalidraw drawing onto the wall of a session."""

from functools import partial

import streamlit as st

from path_planner.i18n import _
from path_planner.services.session.wall.drawings import import_drawing
from path_planner.storage.limits import MOST_MEGABYTES
from path_planner.ui import state
from path_planner.ui.components.basics import link
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.context import open_session


def import_drawing_form() -> None:
    """Show the upload field, and the result of the last import."""
    round_number = state.recall("drawing round", 0)
    field_key = state.key(f"drawing {round_number}")
    with st.expander(_("Add a drawing from a file"), icon=":material/draw:"):
        st.file_uploader(
            _("An Excalidraw file: a drawing, a picture with its scene, a library or a note"),
            type=["excalidraw", "excalidrawlib", "png", "svg", "md", "json", "txt"],
            max_upload_size=MOST_MEGABYTES,
            key=field_key,
            on_change=_bring_in,
            args=(field_key, round_number),
        )
    for sentence in state.recall("drawing brought in", ()):
        notice(sentence)
    if state.recall("drawing brought in"):
        link("wall", _("Go to the wall"), icon=":material/arrow_forward:")


def _bring_in(field_key: str, round_number: int) -> None:
    chosen = state.widget_value(field_key)
    if chosen is None:
        return
    state.remember("drawing brought in", ())
    attempt_action(partial(_keep, chosen.getvalue()))
    # A new field for the next file.
    state.remember("drawing round", round_number + 1)


def _keep(content: bytes) -> None:
    brought = import_drawing(open_session(), content)
    state.remember("drawing brought in", brought.sentences())
