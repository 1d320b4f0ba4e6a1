"""Fields that save by themselves: what is typed is kept when it is entered, and never lost.

A field shows the record. What somebody typed stays in it until it is saved; what changed in another
window appears in it. A change whose callback was cut off is found when the field is drawn again.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import streamlit as st

from path_planner.services.context import SaveResult
from path_planner.ui import state
from path_planner.ui.context import run_use_case

Save = Callable[[Any, Any], SaveResult[Any]]
"""Saves what the field holds: `lambda room, text: change_person(room, person.id, name=text)`."""
EARLIEST = date(1900, 1, 1)
"""By itself a day field refuses what is more than ten years ago."""


def text_input(label: str, value: str, save: Save, name: str, **look: Any) -> None:
    """Show one line of text that saves itself."""
    _ready(name, value, save)
    st.text_input(label, **_saving(name, save), **look)


def text_area(label: str, value: str, save: Save, name: str, **look: Any) -> None:
    """Show some lines of text that save themselves."""
    _ready(name, value, save)
    st.text_area(label, **_saving(name, save), **look)


def select(
    label: str, options: Sequence[Any], value: Any, save: Save, name: str, **look: Any
) -> None:
    """Show a list to choose one from; look: `format_func` names the options in words."""
    _ready(name, value, save)
    st.selectbox(label, options, **_saving(name, save), **look)


def radio(
    label: str, options: Sequence[Any], value: Any, save: Save, name: str, **look: Any
) -> None:
    """Show a few options side by side to choose one from."""
    _ready(name, value, save)
    look.setdefault("horizontal", True)
    st.radio(label, options, **_saving(name, save), **look)


def checkbox(label: str, value: bool, save: Save, name: str, **look: Any) -> None:
    """Show a box to tick."""
    _ready(name, value, save)
    st.checkbox(label, **_saving(name, save), **look)


def date_input(label: str, value: Any, save: Save, name: str, **look: Any) -> None:
    """Show a day to choose, or none."""
    _ready(name, value, save)
    look.setdefault("min_value", EARLIEST)
    st.date_input(
        label,
        # The value is what the state holds; None here lets the field be empty.
        value=None,
        format="DD/MM/YYYY",
        **_saving(name, save),
        **look,
    )


def number_input(label: str, value: int, save: Save, name: str, **look: Any) -> None:
    """Show a whole number."""
    _ready(name, value, save)
    st.number_input(label, step=1, **_saving(name, save), **look)


def _saving(name: str, save: Save) -> dict[str, Any]:
    """Return what makes a field save what it holds, for what the page is about now."""
    args = (state.subject(), name, save)
    return {"key": state.key(name), "on_change": _changed, "args": args}


def _ready(name: str, value: Any, save: Save) -> None:
    field_key = state.key(name)
    remembered = state.ui_state()
    typed = state.widget_value(field_key, value)
    was = remembered.shown.get(field_key, value)
    if value == was and typed not in (value, remembered.refused.get(field_key, value)):
        # Typed, but its callback was cut off by the next run.
        _keep(field_key, save, typed)
    elif value != was or not state.has_widget(field_key):
        state.set_widget_value(field_key, value)
    remembered.shown[field_key] = value


def _changed(subject: state.Subject, name: str, save: Save) -> None:
    # Somebody may have followed a link meanwhile: the words belong where they were typed.
    with state.acting_for(subject):
        field_key = state.key(name)
        _keep(field_key, save, state.widget_value(field_key))


def _keep(field_key: str, save: Save, typed: Any) -> None:
    remembered = state.ui_state()
    remembered.refused.pop(field_key, None)
    if run_use_case(save, typed) is None:
        remembered.refused[field_key] = typed
