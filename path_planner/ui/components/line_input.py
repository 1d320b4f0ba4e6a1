"""A field for one line after another: empty at once, and nothing entered is lost or kept twice.

The browser sends all lines that wait, each with the id that its record will have. A line whose
record is there, or that was dealt with before, is kept; the browser is told so and lets it go.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from path_planner.domain.base import Document
from path_planner.domain.text_types import MOST_LETTERS
from path_planner.i18n import _
from path_planner.resources import package_file
from path_planner.services.context import SaveResult, SessionContext, VisionContext
from path_planner.ui import state
from path_planner.ui.context import run_use_case

Save = Callable[[Any, str], SaveResult[Any]]

_ID = re.compile(r"[a-z0-9]{6,40}")


class _Line(NamedTuple):
    id: str
    text: str


def line_input(
    label: str,
    save: Save,
    name: str,
    *,
    placeholder: str = "",
    max_chars: int = MOST_LETTERS,
) -> None:
    """Show a field that adds on Enter and is empty for the next; no other has this `name`."""
    field_key = state.key(name)
    take = partial(take_lines, field_key, save)
    if take():
        # A run was cut off before its callback ended; what it left is on no page yet.
        st.rerun()
    _field()(
        data={
            "name": field_key,
            "label": label,
            "button": _("Add"),
            "placeholder": placeholder,
            "unsaved": _("Not saved yet. Trying again:"),
            "most": max_chars,
            "kept": [line.id for line in _waiting(field_key) if line.id in state.ui_state().added],
        },
        key=field_key,
        on_waiting_change=take,
    )
    if take():
        # A browser that met a new server told of its lines only as the field was drawn.
        st.rerun()


def _field() -> Callable[..., Any]:
    component: Callable[..., Any] = st.components.v2.component(
        "next_line",
        js=package_file("ui/components/line_input.js").read_text("utf-8"),
        isolate_styles=False,
    )
    return component


def take_lines(field_key: str, save: Save) -> bool:
    """Add the lines that wait, in their order, until one fails; say whether any was added."""
    added = state.ui_state().added
    before = len(added)
    for line in _waiting(field_key):
        if line.id in added:
            continue
        if run_use_case(partial(_add_once, save, line.id), line.text) is None:
            break
        added.add(line.id)
    return len(added) > before


def _add_once(
    save: Save, record_id: str, here: SessionContext | VisionContext, text: str
) -> SaveResult[Any]:
    if _is_there(here.document, record_id):
        return SaveResult(here.document)
    return save(replace(here, fresh_id=lambda: record_id), text)


def _is_there(document: Document, record_id: str) -> bool:
    return any(record_id in getattr(document, name) for name in document.kind.collections)


def _waiting(field_key: str) -> Iterator[_Line]:
    told = state.widget_value(field_key) or {}
    lines = told.get("waiting")
    for line in lines if isinstance(lines, list) else []:
        record_id, text = (line.get("id"), line.get("text")) if isinstance(line, dict) else ("", "")
        if isinstance(record_id, str) and _ID.fullmatch(record_id) and isinstance(text, str):
            yield _Line(record_id, text)
