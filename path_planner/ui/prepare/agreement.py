"""The group agreement: a few lines in the group's own words."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.i18n import N_, _
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import add_agreement_line, change_agreement_line
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import paragraph
from path_planner.ui.components.line_input import line_input
from path_planner.ui.context import on_click_run

SUGGESTED = (
    N_("One person speaks at a time."),
    N_("The pathfinder has the last word."),
    N_("Anyone can take a break or say pass."),
    N_("We use plain words, and ask when something is unclear."),
    N_("What is said here stays here, unless we agree to share it."),
    N_("Phones on silent."),
)


def agreement_list(context: SessionContext) -> None:
    """Show the lines of the agreement, suggested lines, and a field for own words."""
    agreed = sorted_records(context.document.agreement)
    with st.container(key="agreed"):
        for number, line in enumerate(agreed, start=1):
            autosave.text_input(
                _("Line {number}", number=number),
                line.text,
                partial(_reword, line.id),
                f"promise {line.id}",
                max_chars=MOST_LETTERS,
            )
        if agreed:
            paragraph(_("Clear a line to delete it."), "facts")
    line_input(_("Add your own line"), add_agreement_line, "new promise")
    said = {line.text for line in agreed}
    left = [one for one in SUGGESTED if _(one) not in said]
    if left:
        paragraph(_("Or tap one to add it, then change the words if you like:"))
    with st.container(horizontal=True, key="suggested"):
        for one in left:
            st.button(
                _(one),
                key=state.key(f"suggested {SUGGESTED.index(one)}"),
                icon=":material/add:",
                on_click=on_click_run,
                args=(add_agreement_line, _(one)),
            )


def _reword(promise_id: str, context: SessionContext, text: str) -> SessionResult:
    return change_agreement_line(context, promise_id, text)
