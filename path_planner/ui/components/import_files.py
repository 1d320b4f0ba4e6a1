"""Import of sessions, visions and events from files."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

import streamlit as st

from path_planner.dates import in_zone
from path_planner.i18n import _, format_date
from path_planner.services.context import newer_stored
from path_planner.services.event import documents as events
from path_planner.services.session import documents as sessions
from path_planner.services.vision import documents as visions
from path_planner.services.vision.documents import MOST_PACKED
from path_planner.storage.limits import MOST_MEGABYTES
from path_planner.storage.protocol import EventSummary, SessionSummary, Summary
from path_planner.ui import state
from path_planner.ui.components.basics import (
    event_title,
    link,
    session_title,
    title_of,
    vision_title,
)
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.stores import event_store, session_store, vision_store

Keep = Callable[[bytes], tuple[str, str, tuple[str, ...]]]
"""Imports a file; returns the document's id, its title and notices."""
Newer = Callable[[bytes], Summary | None]
"""Returns the document that is here already, if it is newer than the file."""


class _Older(NamedTuple):
    """A file that is older than the document that is here, until somebody has chosen."""

    content: bytes
    here: str
    title: str
    updated: datetime


def import_sessions() -> None:
    """Show the upload field for session files, and the result of the last import."""
    arrived = _field(
        _("Open a PATH from a file"),
        _("A file whose name ends in .path.json"),
        _keep_session,
        partial(newer_stored, session_store()),
        most=MOST_MEGABYTES,
    )
    if arrived:
        link("prepare", _("Open it"), icon=":material/arrow_forward:", session=arrived)


def import_visions() -> None:
    """Show the upload field for vision files, and the result of the last import."""
    arrived = _field(
        _("Open a vision from a file"),
        _("A file whose name ends in .vision.json, or a give-away zip"),
        _keep_vision,
        partial(newer_stored, vision_store()),
        kinds=("json", "zip"),
        most=MOST_PACKED // 2**20,
    )
    if arrived:
        link("vision_builder", _("Open it"), icon=":material/arrow_forward:", vision=arrived)


def import_events() -> None:
    """Show the upload field for event files, and the result of the last import."""
    arrived = _field(
        _("Open a day from a file"),
        _("A file whose name ends in .event.json"),
        _keep_event,
        partial(newer_stored, event_store()),
        most=MOST_MEGABYTES,
    )
    if arrived:
        link("day", _("Open it"), icon=":material/arrow_forward:", event=arrived)


def _field(
    label: str,
    which: str,
    keep: Keep,
    newer: Newer,
    *,
    kinds: Sequence[str] = ("json",),
    most: int,
) -> str:
    """Show the upload field; return the id of the document that was last imported or chosen.

    `most` is the size of the largest file, in megabytes.
    """
    round_number = state.recall("bring in round", 0)
    field_key = f"bring-in-{round_number}"
    with st.expander(label, icon=":material/upload_file:"):
        st.file_uploader(
            which,
            type=list(kinds),
            max_upload_size=most,
            key=field_key,
            on_change=_bring_in,
            args=(field_key, round_number, keep, newer),
        )
    _ask_which(keep)
    arrived_id, title, told = state.recall("brought in") or ("", "", ())
    if title:
        notice(" ".join((_("“{title}” was added.", title=title), *told)))
    return str(arrived_id)


def _bring_in(field_key: str, round_number: int, keep: Keep, newer: Newer) -> None:
    chosen = state.widget_value(field_key)
    if chosen is None:
        return
    state.remember("brought in", None)
    content = chosen.getvalue()
    here = newer(content)
    if here is None:
        attempt_action(partial(_keep, keep, content))
    else:
        state.remember("older file", _Older(content, here.id, _title(here), here.updated))
    # A new field for the next file.
    state.remember("bring in round", round_number + 1)


def _title(here: Summary) -> str:
    if isinstance(here, SessionSummary):
        return title_of(here)
    return event_title(here.title) if isinstance(here, EventSummary) else vision_title(here.title)


def _ask_which(keep: Keep) -> None:
    """Ask whether the newer document that is here is taken, or the older file."""
    older: _Older | None = state.recall("older file")
    if older is None:
        return
    with st.container(border=True, key="older-file"):
        notice(
            _(
                "“{title}” is already here, with newer changes than this file "
                "(last saved on {day}). Which one do you want?",
                title=older.title,
                day=format_date(in_zone(older.updated).date()),
            )
        )
        with st.container(horizontal=True):
            st.button(
                _("Use the one that is here"),
                key="use-here",
                type="primary",
                on_click=_use_here,
                args=(older,),
            )
            st.button(
                _("Add the older file as a copy"),
                key="use-file",
                on_click=_use_file,
                args=(keep, older),
            )


def _use_here(older: _Older) -> None:
    state.remember("older file", None)
    state.remember("brought in", (older.here, "", ()))


def _use_file(keep: Keep, older: _Older) -> None:
    state.remember("older file", None)
    attempt_action(partial(_keep, keep, older.content))


def _keep(keep: Keep, content: bytes) -> None:
    state.remember("brought in", keep(content))


def _keep_session(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    session = sessions.import_document(session_store(), content)
    return session.id, session_title(session), ()


def _keep_event(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    event = events.import_event(event_store(), content)
    return event.id, event_title(event.about.title), ()


def _keep_vision(content: bytes) -> tuple[str, str, tuple[str, ...]]:
    vision, told = visions.import_document(vision_store(), content)
    return vision.id, vision_title(vision.about.title), tuple(map(str, told))
