"""A form that adds one record after another, with double-submit protection."""

from time import monotonic
from typing import Any

import streamlit as st

from path_planner.ui import state

DOUBLE_CLICK_SECONDS = 2.0
"""Seconds after a submit in which another one, with empty fields, is a double click."""


class RepeatForm:
    """A form whose fields are emptied once their values are saved; its buttons keep the focus.

    Streamlit's `clear_on_submit` empties the fields in the browser at once: the second press of
    a double click would send them empty in place of the first. Values that could not be saved
    stay in their fields.
    """

    def __init__(self, name: str) -> None:
        """Create the form; `name` is unique on its page."""
        self._name = name
        self._round: int
        self._at: float
        self._round, self._at = state.recall(f"{name} round", (0, float("-inf")))

    def shown(self, *, border: bool = True) -> Any:
        """Return the container of the form."""
        return st.form(self._name, border=border)

    def key(self, field: str) -> str:
        """Return the key of a field, another one after each save."""
        return state.key(f"{self._name} {field} {self._round}")

    def button(self, name: str) -> str:
        """Return the key of a button, always the same."""
        return state.key(f"{self._name} {name}")

    def mark_saved(self) -> None:
        """Empty the fields: their values were saved."""
        state.remember(f"{self._name} round", (self._round + 1, monotonic()))

    @property
    def pressed_again(self) -> bool:
        """Say whether a submit of empty fields is the second press of a double click."""
        return monotonic() - self._at < DOUBLE_CLICK_SECONDS
