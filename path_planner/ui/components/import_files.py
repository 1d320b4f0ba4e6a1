"""Import of sessions and visions from files."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from path_planner.i18n import _
from path_planner.services.session import documents as sessions
from path_planner.services.vision import documents as visions
from path_planner.ui import state
from path_planner.ui.components.basics import link
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.components.titles import session_title, vision_title
from path_planner.ui.stores import session_store, vision_store

Keep = Callable[[bytes], tuple[str, str, tuple[str, ...]]]
"""Imports a file; returns the document's id, its title and notices."""


def import_sessions() -> None:
    """Show the upload field for session files, and the result of the last import."""
    arrived = _field(
        _("Open a PATH from a file"), _("A file whose name ends in .path.json"), _keep_session
    )
    if arrived:
        link("prepare", _("Open it"), icon=":material/arrow_forward:", session=arrived)


def import_visions() -> None:
    """Show the upload field for vision files, and the result of the last import."""
    arrived = _field(
        _("Open a vision from a file"),
        _("A file whose name ends in .vision.json, or a give-away zip"),
        _keep_vision,
        kinds=("json", "zip"),
    )
    if arrived:
        link("vision_builder", _("Open it"), icon=":material/arrow_forward:", vision=arrived)


def _field(label: str, which: str, keep: Keep, *, kinds: Sequence[str] = ("json",)) -> str:
    """Show the upload field; return the id of the last imported document."""
    round_number = state.recall("bring in round", 0)
    field_key = f"bring-in-{round_number}"
    with st.expander(label, icon=":material/upload_file:"):
        st.file_uploader(
            which,
            type=list(kinds),
            key=field_key,
            on_change=_bring_in,
            args=(field_key, round_number, keep),
        )
    arrived_id, title, told = state.recall("brought in") or ("", "", ())
    if arrived_id:
        notice(" ".join((_("“{title}” was added.", title=title), *told)))
    return str(arrived_id)


def _bring_in(field_key: str, round_number: int, keep: Keep) -> None:
    chosen = state.widget_value(field_key)
    if chosen is None:
        return
    state.remember("brought in", None)
    attempt_action(partial(_keep, keep, chosen.getvalue()))
    # A new field for the next file.
    state.remember("bring in round", round_number + 1)


def _keep(keep: Keep, content: bytes) -> None:
    state.remember("brought in", keep(content))


def _keep_session(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    session = sessions.import_document(session_store(), content)
    return session.id, session_title(session), ()


def _keep_vision(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    vision, told = visions.import_document(vision_store(), content)
    return vision.id, vision_title(vision.about.title), tuple(map(str, told))
