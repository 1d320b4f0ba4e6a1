"""Fields that save by themselves: what is typed is kept when it is entered, and never lost.

A field shows the record. What somebody typed stays in it until it is saved; what changed in another
window appears in it. A change whose callback was cut off is found when the field is drawn again.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from path_planner.ui import state
from path_planner.ui.room import try_to
from path_planner.words import say
from path_planner.workshop.room import Kept, Room

Save = Callable[[Room, Any], Kept]
"""Saves what the field holds: `lambda room, text: change_person(room, person.id, name=text)`."""

SAME_AGAIN = 1.5
"""Seconds in which the same words added twice are one slip of the finger."""


def line(label: str, value: str, save: Save, name: str, **look: Any) -> None:
    """Show one line of text that saves itself."""
    _ready(name, value, save)
    st.text_input(label, key=state.key(name), on_change=_changed, args=(name, save), **look)


def area(label: str, value: str, save: Save, name: str, **look: Any) -> None:
    """Show some lines of text that save themselves."""
    _ready(name, value, save)
    st.text_area(label, key=state.key(name), on_change=_changed, args=(name, save), **look)


def choice(
    label: str, options: Sequence[Any], value: Any, save: Save, name: str, **look: Any
) -> None:
    """Show a list to choose one from; look: `format_func` names the options in words."""
    _ready(name, value, save)
    st.selectbox(label, options, key=state.key(name), on_change=_changed, args=(name, save), **look)


def one_of(
    label: str, options: Sequence[Any], value: Any, save: Save, name: str, **look: Any
) -> None:
    """Show a few options side by side to choose one from."""
    _ready(name, value, save)
    look.setdefault("horizontal", True)
    st.radio(label, options, key=state.key(name), on_change=_changed, args=(name, save), **look)


def tick(label: str, value: bool, save: Save, name: str, **look: Any) -> None:
    """Show a box to tick."""
    _ready(name, value, save)
    st.checkbox(label, key=state.key(name), on_change=_changed, args=(name, save), **look)


def day(label: str, value: Any, save: Save, name: str, **look: Any) -> None:
    """Show a day to choose, or none."""
    _ready(name, value, save)
    st.date_input(
        label,
        # The value is what the state holds; None here lets the field be empty.
        value=None,
        key=state.key(name),
        format="DD/MM/YYYY",
        on_change=_changed,
        args=(name, save),
        **look,
    )


def number(label: str, value: int, save: Save, name: str, **look: Any) -> None:
    """Show a whole number."""
    _ready(name, value, save)
    st.number_input(
        label, key=state.key(name), step=1, on_change=_changed, args=(name, save), **look
    )


def add_line(label: str, save: Save, name: str, button: str = "", **look: Any) -> None:
    """Show one field that adds on Enter (or on leaving it), then is empty for the next."""
    field_key = state.key(name)
    _clear_or_add(field_key, save)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(label, key=field_key, on_change=_added, args=(field_key, save), **look)
        st.button(
            button or say("Add"),
            key=f"{field_key} add",
            icon=":material/add:",
            on_click=_added,
            args=(field_key, save),
        )


def see_emptied() -> None:
    """Note which fields the browser shows empty again, where the same words may be added anew."""
    remembered = state.memory()
    remembered.emptied.update(one for one in remembered.taken if not state.held(one))


def _ready(name: str, value: Any, save: Save) -> None:
    field_key = state.key(name)
    remembered = state.memory()
    typed = state.held(field_key, value)
    was = remembered.shown.get(field_key, value)
    if value == was and typed not in (value, remembered.refused.get(field_key, value)):
        # Typed, but its callback was cut off by the next run.
        _keep(field_key, save, typed)
    elif value != was or not state.holds(field_key):
        state.put_in(field_key, value)
    remembered.shown[field_key] = value


def _changed(name: str, save: Save) -> None:
    field_key = state.key(name)
    _keep(field_key, save, state.held(field_key))


def _keep(field_key: str, save: Save, typed: Any) -> None:
    remembered = state.memory()
    remembered.refused.pop(field_key, None)
    if try_to(save, typed) is None:
        remembered.refused[field_key] = typed


def _added(field_key: str, save: Save) -> None:
    typed = state.held(field_key, "")
    remembered = state.memory()
    if not typed.strip() or _sent_again(field_key, typed):
        return

    def save_once(room: Room, text: str) -> Kept:
        kept = save(room, text)
        # Noted before anything can cut this run off: its callback would be called again.
        remembered.taken[field_key] = (typed, time.monotonic())
        remembered.emptied.discard(field_key)
        return kept

    if try_to(save_once, typed) is None:
        remembered.refused[field_key] = typed
    else:
        remembered.refused.pop(field_key, None)


def _sent_again(field_key: str, typed: str) -> bool:
    remembered = state.memory()
    before, at = remembered.taken.get(field_key, ("", 0.0))
    if typed != before:
        return False
    # A browser that does not know yet that the field was emptied sends the same words once more.
    return field_key not in remembered.emptied or time.monotonic() - at < SAME_AGAIN


def _clear_or_add(field_key: str, save: Save) -> None:
    see_emptied()
    typed = state.held(field_key, "")
    remembered = state.memory()
    if not typed or typed == remembered.refused.get(field_key):
        return
    if remembered.taken.get(field_key, ("", 0.0))[0] != typed:
        _added(field_key, save)
    if typed != remembered.refused.get(field_key):
        state.put_in(field_key, "")
