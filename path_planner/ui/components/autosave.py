"""Fields that save by themselves: what is typed is kept when it is entered, and never lost.

A field shows the record. What somebody typed stays in it until it is saved; what changed in another
window appears in it. A change whose callback was cut off is found when the field is drawn again.

A request may cut a callback off at any touch of Streamlit's state, and Streamlit does not call it
again. So what a callback is to save is noted before the first touch, and the next run finishes it:
also when a press has led elsewhere, for what the page was about on which the callback stood.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from path_planner.services.context import SaveResult
from path_planner.ui import state
from path_planner.ui.context import run_use_case
from path_planner.ui.state import Subject, UiState

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
    """Return what makes a field save what it holds."""
    field_key = state.key(name)
    return {"key": field_key, "on_change": saving(field_key, partial(_changed, field_key, save))}


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


def _changed(field_key: str, save: Save) -> None:
    # What is finished late may find that its field is gone.
    if state.has_widget(field_key):
        _keep(field_key, save, state.widget_value(field_key))


def _keep(field_key: str, save: Save, typed: Any) -> None:
    remembered = state.ui_state()
    remembered.refused.pop(field_key, None)
    if run_use_case(save, typed) is None:
        remembered.refused[field_key] = typed


def saving(name: str, save: Callable[[], object]) -> Callable[[], None]:
    """Return the callback of a field that saves; no other on its page has this name."""
    return partial(_carry_out, state.ui_state(), name, partial(_save_for, state.subject(), save))


def finish_saving() -> None:
    """Carry out what was cut off; at the beginning of a run."""
    remembered = state.ui_state()
    with remembered.saving:
        for name, save in list(remembered.unfinished.items()):
            _carry_out(remembered, name, save)


def _carry_out(remembered: UiState, name: str, save: Callable[[], object]) -> None:
    with remembered.saving:
        remembered.unfinished[name] = save
        try:
            save()
        except Exception:
            # Only what was cut off is tried again: Streamlit does that with what is no Exception.
            del remembered.unfinished[name]
            raise
        del remembered.unfinished[name]


def _save_for(subject: Subject, save: Callable[[], object]) -> None:
    with state.acting_for(subject):
        save()
