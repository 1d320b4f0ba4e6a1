"""The history as a part of a page: reached by one press, with a way back."""

import streamlit as st

from path_planner.i18n import _
from path_planner.services.context import SessionContext
from path_planner.ui import navigation, state
from path_planner.ui.history.view import history_view

PART = "part"
HISTORY = "history"


def history_part(context: SessionContext) -> bool:
    """Show the way to the history, or the history in place of the page; return which it was."""
    shows = state.query_param(PART) == HISTORY
    st.button(
        _("Back to preparing") if shows else _("History"),
        key="leave-history" if shows else "open-history",
        icon=":material/arrow_back:" if shows else ":material/history:",
        on_click=navigation.show,
        kwargs={PART: "" if shows else HISTORY},
    )
    if shows:
        history_view(context)
    return shows
