"""The day on which people agreed to delete a plan: what happens then is asked, never done."""

import streamlit as st

from path_planner.errors import PlannerError
from path_planner.i18n import _, format_date
from path_planner.services.context import SessionContext
from path_planner.storage.overdue import DAYS_TO_RESTORE
from path_planner.ui import state
from path_planner.ui.components.basics import confirm_button
from path_planner.ui.components.messages import notice
from path_planner.ui.components.titles import session_title
from path_planner.ui.navigation import go_to


def deletion_day(context: SessionContext) -> None:
    """Ask whether to delete a plan whose day has come; nothing is shown before."""
    day = context.document.consent.delete_on
    if day is None or day > context.now().astimezone().date():
        return
    with st.container(border=True, key="deletion-day"):
        notice(
            _(
                "It was agreed to keep this plan until {day}. Delete it now, or agree together "
                "to keep it longer and change the day under “Consent”.",
                day=format_date(day),
            )
        )
        confirm_button(
            "deletion day",
            _("Delete this plan"),
            _(
                "Delete “{title}”? You can restore it for {days} days. "
                "After that it is deleted for good.",
                title=session_title(context.document),
                days=DAYS_TO_RESTORE,
            ),
            lambda: _delete(context),
            yes=_("Yes, delete it"),
        )


def _delete(context: SessionContext) -> None:
    try:
        context.store.remove(context.document.id, context.now())
    except PlannerError as error:
        state.ui_state().error_message = str(error)
        return
    go_to("sessions", session="")
