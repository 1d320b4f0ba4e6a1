"""A press that makes something whole: pressed twice before the page answers, it makes one."""

from collections.abc import Callable

from path_planner.ui import state


def run_once(name: str, make: Callable[[], str], *, pressed: bool) -> str:
    """Make something when its button is pressed, and return its id; nothing else is empty.

    What was made leads to another page. A second press of the same hand comes before the browser
    has shown the button anew, so it gets what the first one made.
    """
    note = f"made by {name}"
    if not pressed:
        state.remember(note, "")
        return ""
    made = str(state.recall(note, "")) or make()
    state.remember(note, made)
    return made


class ClickCounter:
    """How often a button of a page that stays has made something; its key changes each time."""

    def __init__(self, name: str) -> None:
        """Look it up."""
        self._name = f"times {name}"
        self._times: int = state.recall(self._name, 0)

    @property
    def key(self) -> str:
        """Return the key of the button: a press that comes late tells of the one before."""
        return f"{self._name} {self._times}"

    def once(self, make: Callable[[], object]) -> None:
        """Make it, unless this very button has made it."""
        if state.recall(self._name, 0) == self._times:
            make()
            state.remember(self._name, self._times + 1)
