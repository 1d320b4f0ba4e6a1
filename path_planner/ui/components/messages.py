"""Messages of a page: errors, notices, conflicts, and actions that may fail."""

import logging
import traceback
from collections.abc import Callable
from functools import partial

import streamlit as st

from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.storage.type_registry import document_type_of
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, link
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.context import open_context, use_language


def attempt_action(action: Callable[[], object]) -> None:
    """Run an action on whole documents; if it fails, remember the error message to show."""
    remembered = state.ui_state()
    remembered.error_message = ""
    use_language()
    try:
        action()
    except PlannerError as error:
        remembered.error_message = str(error)


logger = logging.getLogger(__name__)


def show_messages() -> None:
    """Show the error of the last change, notices, and conflicts with changes of others."""
    remembered = state.ui_state()
    # Always one container: later elements keep their place, and a field its focus.
    with st.container(key="messages"):
        if remembered.error_message:
            alert(remembered.error_message)
        for number, message in enumerate(remembered.notices_and_conflicts):
            _notice_or_conflict(number, message)


def _notice_or_conflict(number: int, message: state.ShownMessage) -> None:
    with st.container(border=True, key=f"clash-{number}"):
        notice(message.sentence)
        if message.offers_copy:
            _copy_of_this_plan()
        if message.ours or message.theirs:
            notice(_("Saved: {words}", words=message.ours))
            notice(_("The other words: {words}", words=message.theirs))
        st.button(_("I have read this"), key=f"read-{number}", on_click=_read, args=(number,))


def _copy_of_this_plan() -> None:
    context = open_context()
    document = context.document
    offer = Offer(
        file_name=f"{document.begun:%Y-%m-%d}_{document.id}{document_type_of(document).suffix}",
        mime="application/json",
        content=partial(context.store.document, document.id),
    )
    download_button(_("Save a copy (file)"), offer, f"copy-{document.id}")


def _read(number: int) -> None:
    del state.ui_state().notices_and_conflicts[number : number + 1]


def alert(sentence: str) -> None:
    """Show an alert; screen readers say it at once."""
    st.html(f'<p class="alert" role="alert" dir="auto">{escaped(sentence)}</p>')


def notice(sentence: str) -> None:
    """Show a notice; screen readers say it when they are idle."""
    st.html(f'<p class="notice" role="status" dir="auto">{escaped(sentence)}</p>')


def show_error(error: Exception) -> None:
    """Show that a page failed, without details, and a link back."""
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
    elif state.event_id():
        back, label = "days", _("Back to all days")
    link(back, label, icon=":material/arrow_back:")


def where(error: Exception) -> str:
    """Describe an error by its type and its place in the code: its message may quote a person."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {last.filename}:{last.lineno}"
