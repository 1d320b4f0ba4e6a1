"""Idempotent button presses: a double click creates one record (double-click protection)."""

from collections.abc import Callable

from path_planner.ui import state


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
