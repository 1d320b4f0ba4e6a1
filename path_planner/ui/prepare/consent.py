"""The group agreement; the consent form, whose answers can change; the day to delete the plan.

What happens on that day is asked, never done.
"""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.session import Session
from path_planner.errors import PlannerError
from path_planner.i18n import N_, _, format_date
from path_planner.processes.prompts import plans_alone
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import (
    add_agreement_line,
    change_agreement_line,
    record_consent,
)
from path_planner.storage.overdue import DAYS_TO_RESTORE
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, paragraph, session_title
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.messages import notice
from path_planner.ui.components.person_select import person_choice
from path_planner.ui.context import on_click_run
from path_planner.ui.navigation import go_to

ANSWERS = {"not asked": None, "yes": True, "no": False}
ANSWER_WORDS = {"not asked": N_("Not asked yet"), "yes": N_("Yes"), "no": N_("No")}

QUESTIONS = {
    "keep": N_("Can this plan be kept on this computer?"),
    "share": N_("Can it be shared with the people invited to this PATH?"),
    "photos": N_("Can photos be taken today and kept with the plan?"),
}

SUGGESTED = (
    N_("One person speaks at a time."),
    N_("The pathfinder has the last word."),
    N_("Anyone can take a break or say pass."),
    N_("We use plain words, and ask when something is unclear."),
    N_("What is said here stays here, unless we agree to share it."),
    N_("Phones on silent."),
)


def consent_form(session: Session) -> None:
    """Show the questions of consent, who explained them, and the review day."""
    paragraph(
        _("The plan is yours. You can change your mind at any time.")
        if plans_alone(session)
        else _("The plan belongs to the pathfinder. They can change their mind at any time.")
    )
    left, right = st.columns(2)
    with left:
        for field, question in QUESTIONS.items():
            autosave.radio(
                _(question),
                list(ANSWERS),
                given(getattr(session.consent, field)),
                partial(_set_answer, field),
                f"consent {field}",
                format_func=answer,
            )
    with right:
        _how_explained(session)
        _days(session)


def answer(name: str) -> str:
    """Return the label of an answer."""
    return _(ANSWER_WORDS[name])


def given(value: bool | None) -> str:
    """Return the answer that is stored in the session."""
    return next(name for name, meant in ANSWERS.items() if meant is value)


def _how_explained(session: Session) -> None:
    person_choice(
        _("Who explained it?"),
        session,
        session.consent.explained_by,
        partial(_set, "explained_by"),
        "explained by",
    )
    autosave.text_input(
        _("How was it explained?"),
        session.consent.explained_how,
        partial(_set, "explained_how"),
        "explained how",
        max_chars=MOST_LETTERS,
        placeholder=_("With pictures, read aloud, in sign language …"),
    )


def _days(session: Session) -> None:
    for field, label in (
        ("given_on", _("Agreed on")),
        ("review_on", _("Review this plan on")),
        ("delete_on", _("Delete this plan on")),
    ):
        autosave.date_input(label, getattr(session.consent, field), partial(_set, field), field)


def _set_answer(field: str, context: SessionContext, name: str) -> SessionResult:
    return record_consent(context, **{field: ANSWERS[name]})


def _set(field: str, context: SessionContext, value: object) -> SessionResult:
    return record_consent(context, **{field: value})


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
