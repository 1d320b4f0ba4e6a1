"""Doing something to sessions as a whole, with its failure told on the page."""

import logging
import traceback
from collections.abc import Callable

import streamlit as st

from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, link
from path_planner.ui.context import speak


def attempt_action(deed: Callable[[], object]) -> None:
    """Do it; if it fails, remember the sentence to show."""
    remembered = state.ui_state()
    remembered.error_message = ""
    speak()
    try:
        deed()
    except PlannerError as error:
        remembered.error_message = str(error)


logger = logging.getLogger(__name__)


def show_messages() -> None:
    """Show what went wrong with the last change, and what others changed meanwhile."""
    remembered = state.ui_state()
    # Always one container: what comes after keeps its place, and a field its focus.
    with st.container(key="messages"):
        if remembered.error_message:
            alert(remembered.error_message)
        for number, clash in enumerate(remembered.notices_and_conflicts):
            _clash(number, *clash)


def _clash(number: int, sentence: str, ours: str, theirs: str) -> None:
    with st.container(border=True, key=f"clash-{number}"):
        notice(sentence)
        if ours or theirs:
            notice(_("Saved: {words}", words=ours))
            notice(_("The other words: {words}", words=theirs))
        st.button(_("I have read this"), key=f"read-{number}", on_click=_read, args=(number,))


def _read(number: int) -> None:
    del state.ui_state().notices_and_conflicts[number : number + 1]


def alert(sentence: str) -> None:
    """Show a sentence that must not be missed; screen readers say it at once."""
    st.html(f'<p class="alert" role="alert" dir="auto">{escaped(sentence)}</p>')


def notice(sentence: str) -> None:
    """Show a sentence worth knowing."""
    st.html(f'<p class="notice" role="status" dir="auto">{escaped(sentence)}</p>')


def show_error(error: Exception) -> None:
    """Say calmly that a page cannot be shown, and lead back."""
    if isinstance(error, PlannerError):
        alert(str(error))
    else:
        logger.error("A page failed: %s", where(error))
        alert(
            _(
                "Something went wrong on this page. Everything "
                "saved so far is safe. Please reload the page."
            )
        )
    back, label = "sessions", _("Back to all PATHs")
    if state.vision_id():
        back, label = "vision_builder", _("Back to all visions")
    link(back, label, icon=":material/arrow_back:")


def where(error: Exception) -> str:
    """Name an error by its type and its place in the code: its message may quote a person."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {last.filename}:{last.lineno}"
