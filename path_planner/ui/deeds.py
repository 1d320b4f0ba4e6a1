"""Doing something to sessions as a whole, with its failure told on the page."""

from collections.abc import Callable

from path_planner.errors import PlannerError
from path_planner.ui import state
from path_planner.ui.room import speak


def attempt(deed: Callable[[], object]) -> None:
    """Do it; if it fails, remember the sentence to show."""
    remembered = state.memory()
    remembered.trouble = ""
    speak()
    try:
        deed()
    except PlannerError as error:
        remembered.trouble = str(error)
