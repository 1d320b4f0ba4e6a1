"""Commitments of a stage: enrolments, or first steps."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.processes.model import Stage, StageInput
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.commitments import commit
from path_planner.ui.commitments.cards import cards
from path_planner.ui.components.basics import heading, placeholder
from path_planner.ui.components.line_input import line_field
from path_planner.ui.components.undo_delete import undo_delete_bar
from path_planner.ui.sync.client_message import Change
from path_planner.ui.walk import people_field


def commitment_field(session: Session, stage: Stage) -> None:
    """Show one row for the next enrolment or step: who, what, and for a step by when and coach."""
    enrols = stage.gathers is StageInput.ENROLMENTS
    step = [people_field.day_choice(), people_field.coach_choice(session)]
    with st.container(key="add-commitment"):
        line_field(
            _("To do what?") if enrols else _("What will they do?"),
            partial(_commit, stage),
            f"new commitment {stage.id}",
            placeholder=_("One clear thing, then press Enter"),
            max_chars=MOST_LETTERS,
            people=people_field.people_data(
                session,
                _("Who is enrolling?") if enrols else _("Who will do it?"),
                [*([] if enrols else step), people_field.agreed_choice()],
                nobody=_("Nobody yet"),
            ),
        )


def stage_commitments(session: Session, stage: Stage, today: date) -> None:
    """Show the enrolments or the steps of a stage."""
    if stage.gathers is StageInput.VOICES:
        return
    enrols = stage.gathers is StageInput.ENROLMENTS
    heading(_("Who is enrolling") if enrols else _("Who does what, by when"), level=2)
    undo_delete_bar("commitments")
    with st.container(key="commitment-cards"):
        commitments = sorted_records(session.commitments, stage.id)
        if not commitments:
            placeholder(_nothing_yet(enrols=enrols))
        cards(session, commitments, today)


def _nothing_yet(*, enrols: bool) -> str:
    if enrols:
        return _("Nobody has enrolled yet. People enrol themselves, and can say no.")
    return _("No steps yet. A small step by someone in this room is best.")


def _commit(stage: Stage, context: SessionContext, line: Change) -> SessionResult:
    if (added := people_field.added_person(context, line)) is not None:
        return added
    facts: dict[str, Any] = {
        "who": people_field.person_of(context, line, "by"),
        "coach": people_field.person_of(context, line, "coach"),
        "by_when": people_field.text_of(line, "by_when") or None,
        "said_yes": people_field.text_of(line, "said_yes") == "yes",
    }
    return commit(context, stage.id, line["text"], **facts)
