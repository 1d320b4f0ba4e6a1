"""Autosave: widgets that save their value when it is entered, and never lose it.

A widget shows a field of a record. Typed text stays in it until it is saved; a change by another
window appears in it. A change whose callback was cut off is found when the widget is shown again.
A save says which revision its field had shown, so that nobody's words are overwritten unseen.

A request of the browser may cut a callback off at any access to Streamlit's state, and Streamlit
does not call it again. So a callback notes its save before the first access, and the next run
finishes it: even if another page is shown by then, for the document of the page it came from.
"""

from collections.abc import Callable, Sequence
from datetime import date, time
from functools import partial
from typing import Any

import streamlit as st

from path_planner.services.context import SaveResult
from path_planner.ui import state
from path_planner.ui.components.typing_watch import Touch, last_press, last_touch
from path_planner.ui.context import run_from_shown
from path_planner.ui.state import Subject, UiState

Save = Callable[[Any, Any], SaveResult[Any]]
"""Saves a value: `lambda context, text: change_person(context, person.id, name=text)`."""
EARLIEST = date(1900, 1, 1)
"""The earliest day to choose; by default Streamlit refuses days more than ten years ago."""


def text_input(label: str, value: str, save: Save, name: str, **options: Any) -> None:
    """Show a text field of one line that saves its value; `options` go to Streamlit."""
    _prepare(name, value, save, is_typed=True)
    st.text_input(label, autocomplete="off", **_saving(name, save, is_typed=True), **options)


def text_area(label: str, value: str, save: Save, name: str, **options: Any) -> None:
    """Show a text field of several lines that saves its value."""
    _prepare(name, value, save, is_typed=True)
    st.text_area(label, **_saving(name, save, is_typed=True), **options)


def select(
    label: str, choices: Sequence[Any], value: Any, save: Save, name: str, **options: Any
) -> None:
    """Show a list to choose one of; `format_func` returns the label of a choice."""
    _prepare(name, value, save)
    st.selectbox(label, choices, **_saving(name, save), **options)


def radio(
    label: str, choices: Sequence[Any], value: Any, save: Save, name: str, **options: Any
) -> None:
    """Show radio buttons, side by side by default."""
    _prepare(name, value, save)
    options.setdefault("horizontal", True)
    st.radio(label, choices, **_saving(name, save), **options)


def checkbox(label: str, value: bool, save: Save, name: str, **options: Any) -> None:
    """Show a checkbox."""
    _prepare(name, value, save)
    st.checkbox(label, **_saving(name, save), **options)


def date_input(label: str, value: Any, save: Save, name: str, **options: Any) -> None:
    """Show a date field that may be empty."""
    _prepare(name, value, save)
    options.setdefault("min_value", EARLIEST)
    st.date_input(
        label,
        # The value comes from the session state; None here lets the field be empty.
        value=None,
        format="DD/MM/YYYY",
        **_saving(name, save),
        **options,
    )


def time_input(label: str, value: time, save: Save, name: str, **options: Any) -> None:
    """Show a field for a time of the day, in steps of five minutes."""
    _prepare(name, value, save)
    st.time_input(label, step=300, **_saving(name, save), **options)


def multiselect(
    label: str, choices: Sequence[Any], value: list[Any], save: Save, name: str, **options: Any
) -> None:
    """Show a list to choose several of."""
    _prepare(name, value, save)
    st.multiselect(label, choices, **_saving(name, save), **options)


def number_input(label: str, value: int, save: Save, name: str, **options: Any) -> None:
    """Show a field for a whole number."""
    _prepare(name, value, save)
    st.number_input(label, step=1, **_saving(name, save), **options)


def _saving(name: str, save: Save, *, is_typed: bool = False) -> dict[str, Any]:
    """Return the `key` and `on_change` of a widget that saves its value."""
    field_key = state.key(name)
    on_change = partial(_on_change, field_key, save, is_typed)
    return {"key": field_key, "on_change": saving(field_key, on_change)}


def _prepare(name: str, value: Any, save: Save, *, is_typed: bool = False) -> None:
    field_key = state.key(name)
    remembered = state.ui_state()
    typed = state.widget_value(field_key, value)
    was = remembered.shown.get(field_key, value)
    if value == was and typed != value:
        # Typed, but its callback was cut off by the next run, or could not save it then: the disk
        # may have room again, or the folder be back.
        _save(field_key, save, typed, is_typed=is_typed)
    elif value != was or not state.has_widget(field_key):
        if typed != value:
            remembered.replaced[field_key] = typed
        state.set_widget_value(field_key, value)
    remembered.shown[field_key] = value
    if remembered.showing is not None:
        remembered.base[field_key] = remembered.showing


def _on_change(field_key: str, save: Save, is_typed: bool) -> None:
    # A save that the next run finishes may find that its widget is gone.
    if state.has_widget(field_key):
        _save(field_key, save, state.widget_value(field_key), is_typed=is_typed)


def _save(field_key: str, save: Save, typed: Any, *, is_typed: bool) -> None:
    remembered, touch = state.ui_state(), last_touch(field_key)
    base = remembered.base.get(field_key)
    if (
        is_typed
        and typed == remembered.replaced.get(field_key, _NOTHING)
        and _is_older(touch, base)
    ):
        # The browser had not yet heard of the change by another window when it said this.
        state.set_widget_value(field_key, remembered.shown[field_key])
        return
    saved = run_from_shown(touch.revision if touch else base, save, typed)
    if saved is None:
        return
    remembered.replaced.pop(field_key, None)
    if touch:
        remembered.saved_touch[field_key] = touch.number


_NOTHING = object()


def _is_older(touch: Touch | None, base: int | None) -> bool:
    """Whether nobody has typed since the field shows what it shows now."""
    return touch is None or (base is not None and touch.revision < base)


def saving(name: str, save: Callable[[], object]) -> Callable[[], None]:
    """Return the callback of a widget that calls `save`; `name` is unique on its page."""
    return partial(_run_save, state.ui_state(), name, partial(_save_for, state.subject(), save))


MOST_BUTTONS = 100
"""The buttons that were shown last, of which a forgotten press can still be carried out."""


def pressing(button_key: str, save: Callable[[], object]) -> Callable[[], None]:
    """Return the callback of a button of a form that calls `save`.

    A press that Streamlit forgets is found by the next run.
    """
    remembered = state.ui_state()
    carry_out = saving(button_key, save)
    remembered.buttons.pop(button_key, None)
    remembered.buttons[button_key] = carry_out
    for oldest in list(remembered.buttons)[:-MOST_BUTTONS]:
        del remembered.buttons[oldest]
    return partial(_press, remembered, button_key, carry_out)


def _press(remembered: UiState, button_key: str, carry_out: Callable[[], object]) -> None:
    remembered.called.add(button_key)
    carry_out()


def finish_saving() -> None:
    """Finish the saves that were cut off or forgotten; called at the beginning of a run."""
    remembered = state.ui_state()
    with remembered.saving:
        for name, save in list(remembered.unfinished.items()):
            _run_save(remembered, name, save)
        for key, carry_out in list(remembered.buttons.items()):
            number = last_press(key)
            if number > remembered.pressed.get(key, 0):
                if key not in remembered.called:
                    carry_out()
                remembered.pressed[key] = number
            remembered.called.discard(key)


def _run_save(remembered: UiState, name: str, save: Callable[[], object]) -> None:
    with remembered.saving:
        remembered.unfinished[name] = save
        try:
            save()
        except Exception:
            # Only a save that was cut off is run again: Streamlit cuts it off by a BaseException.
            del remembered.unfinished[name]
            raise
        del remembered.unfinished[name]


def _save_for(subject: Subject, save: Callable[[], object]) -> None:
    with state.acting_for(subject):
        save()
