"""Forms that save in the callback of their button: no press is lost, and none saves twice.

A request of the browser may cut a run off before it reaches the form again, and Streamlit does not
repeat the press. A callback is run first, and one that was cut off is finished by the next run (see
`autosave`). The id of the change is that of the round, so a press that is carried out twice is
saved once.
"""

from collections.abc import Callable
from time import monotonic
from typing import Any, NamedTuple

import streamlit as st

from path_planner.services.context import SaveResult, fresh_id
from path_planner.ui import state
from path_planner.ui.components.autosave import pressing
from path_planner.ui.components.basics import paragraph
from path_planner.ui.context import run_use_case

DOUBLE_CLICK_SECONDS = 2.0
"""Seconds after a submit in which another one, with empty fields, is a double click."""


def submit_button(label: str, key: str, save: Callable[[], object], **options: Any) -> None:
    """Show the button of a form; `save` reads the fields by their keys."""
    st.form_submit_button(label, key=key, on_click=pressing(key, save), **options)


class _Round(NamedTuple):
    """The time from one save to the next: its number, when it began, and the id of its save."""

    number: int
    began: float
    op_id: str


class RepeatForm:
    """A form that adds one record after another; its buttons keep the focus.

    Its fields are emptied once their values are saved. Streamlit's `clear_on_submit` empties the
    fields in the browser at once: the second press of a double click would send them empty in place
    of the first. Values that could not be saved stay in their fields.
    """

    def __init__(self, name: str) -> None:
        """Create the form; `name` is unique on its page."""
        self._name = name
        note = f"{name} round"
        if state.recall(note) is None:
            state.remember(note, _Round(0, float("-inf"), fresh_id(20)))
        self._round: _Round = state.recall(note)

    def shown(self, *, border: bool = True) -> Any:
        """Return the container of the form."""
        return st.form(self._name, border=border)

    def key(self, field: str) -> str:
        """Return the key of a field, another one after each save."""
        return state.key(f"{self._name} {field} {self._round.number}")

    def value(self, field: str, default: Any = None) -> Any:
        """Return what stands in a field; only for the callback of a button."""
        return state.widget_value(self.key(field), default)

    def submit_button(
        self, label: str, name: str, save: Callable[[], object], **options: Any
    ) -> None:
        """Show a button of the form; its key is always the same."""
        submit_button(label, state.key(f"{self._name} {name}"), save, **options)

    def save(self, use_case: Callable[..., SaveResult[Any]], *args: Any, **facts: Any) -> None:
        """Save a record, and empty the fields if that succeeded."""
        saved = run_use_case(use_case, *args, op_id=self._round.op_id, **facts)
        if saved is not None:
            self._remember_saved()

    def save_with(
        self, needed: str, use_case: Callable[..., SaveResult[Any]], words: str, **facts: Any
    ) -> None:
        """Save a record that has `words`; if there are none, let `show_needed` ask for them."""
        if words.strip():
            self.save(use_case, words, **facts)
        elif not self.pressed_again:
            state.remember(f"{self._name} needed", needed)

    def show_needed(self) -> None:
        """Show, once, what was missing when the button was pressed."""
        if needed := state.recall(f"{self._name} needed", ""):
            paragraph(needed, "needed")
            state.remember(f"{self._name} needed", "")

    def _remember_saved(self) -> None:
        if state.recall(f"{self._name} round") == self._round:
            following = _Round(self._round.number + 1, monotonic(), fresh_id(20))
            state.remember(f"{self._name} round", following)

    @property
    def pressed_again(self) -> bool:
        """Say whether a submit of empty fields is the second press of a double click."""
        return monotonic() - self._round.began < DOUBLE_CLICK_SECONDS


def run_once(name: str, make: Callable[[], str], *, pressed: bool) -> str:
    """Create something when its button is pressed, and return its id, else an empty string.

    It is for a button that leads to another page. The second press of a double click comes before
    the browser shows that page, so it gets the id that the first one created.
    """
    note = f"made by {name}"
    if not pressed:
        state.remember(note, "")
        return ""
    created = str(state.recall(note, "")) or make()
    state.remember(note, created)
    return created


class ClickCounter:
    """Double-click protection for a button whose page stays: each use gives it another key."""

    def __init__(self, name: str) -> None:
        """Look up how often the button was used."""
        self._name = f"times {name}"
        self._times: int = state.recall(self._name, 0)

    @property
    def key(self) -> str:
        """Return the key of the button; a late second press carries the key from before."""
        return f"{self._name} {self._times}"

    def once(self, make: Callable[[], object]) -> None:
        """Call `make`, unless the button with this key already did."""
        if state.recall(self._name, 0) == self._times:
            make()
            state.remember(self._name, self._times + 1)
