"""A form for the next of many: pressed twice it adds one, and what could not be kept stays."""

from time import monotonic
from typing import Any

import streamlit as st

from path_planner.ui import state

A_MOMENT = 2.0
"""Seconds after a press in which another one, on empty fields, is the same one."""


class RepeatForm:
    """A form whose fields are new once what was in them is kept; its buttons keep the focus.

    Streamlit's own clearing empties the fields in the browser at the press: a second press,
    a moment later, sends them empty in place of the first.
    """

    def __init__(self, name: str) -> None:
        """Name a form on this page."""
        self._name = name
        self._round: int
        self._at: float
        self._round, self._at = state.recall(f"{name} round", (0, float("-inf")))

    def shown(self, *, border: bool = True) -> Any:
        """Return the container of the form."""
        return st.form(self._name, border=border)

    def key(self, field: str) -> str:
        """Return the key of a field in this round."""
        return state.key(f"{self._name} {field} {self._round}")

    def button(self, name: str) -> str:
        """Return the key of a button, the same in every round."""
        return state.key(f"{self._name} {name}")

    def mark_saved(self) -> None:
        """End this round: what was written is kept."""
        state.remember(f"{self._name} round", (self._round + 1, monotonic()))

    @property
    def pressed_again(self) -> bool:
        """Say whether a press on empty fields is the second of a double one."""
        return monotonic() - self._at < A_MOMENT
