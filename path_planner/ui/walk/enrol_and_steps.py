"""Commitments of a stage: enrolments, or first steps."""

from datetime import date
from functools import partial
from typing import Any, NamedTuple

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.session import Session
from path_planner.i18n import N_, _
from path_planner.processes.model import Stage, StageInput
from path_planner.processes.prompts import plans_alone
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.commitments import commit
from path_planner.ui.commitments.cards import cards
from path_planner.ui.components.basics import heading, placeholder
from path_planner.ui.components.line_input import line_field
from path_planner.ui.components.people_field import text_of
from path_planner.ui.components.undo_delete import undo_delete_bar
from path_planner.ui.sync.component import Change
from path_planner.ui.walk import people_field


class _Labels(NamedTuple):
    """Message ids: of the field and of who is chosen in it, of the list, and of an empty one."""

    what: str
    who: str
    heading: str
    nothing: str


_GROUP = {
    StageInput.ENROLMENTS: _Labels(
        N_("To do what?"),
        N_("Who is enrolling?"),
        N_("Who is enrolling"),
        N_("Nobody has enrolled yet. People enrol themselves, and can say no."),
    ),
    StageInput.STEPS: _Labels(
        N_("What will they do?"),
        N_("Who will do it?"),
        N_("Who does what, by when"),
        N_("No steps yet. A small step by someone in this room is best."),
    ),
}
_ALONE = {
    StageInput.ENROLMENTS: _Labels(
        N_("To do what?"),
        N_("Who do you want to ask?"),
        N_("Who I want with me"),
        N_("Nobody yet. Add somebody, and what you would like to ask them."),
    ),
    StageInput.STEPS: _Labels(
        N_("What will you do?"),
        N_("Who will do it?"),
        N_("Who does what, by when"),
        N_("No steps yet. Start with a small one, soon."),
    ),
}


def _labels(session: Session, stage: Stage) -> _Labels:
    return (_ALONE if plans_alone(session) else _GROUP)[stage.gathers]


def commitment_field(session: Session, stage: Stage) -> None:
    """Show one row for the next enrolment or step: who, what, and for a step by when and coach."""
    labels, is_step = _labels(session, stage), stage.gathers is StageInput.STEPS
    step = [people_field.day_choice(), people_field.coach_choice(session)]
    # A step of one's own starts with oneself; whom one enrols is somebody else.
    first = session.about.pathfinder.person if is_step and plans_alone(session) else None
    with st.container(key="add-commitment"):
        line_field(
            _(labels.what),
            partial(_commit, stage),
            f"new commitment {stage.id}",
            placeholder=_("One clear thing, then press Enter"),
            max_chars=MOST_LETTERS,
            people=people_field.people_data(
                session,
                _(labels.who),
                [*(step if is_step else []), people_field.agreed_choice()],
                first=first,
                nobody=_("Nobody yet"),
            ),
        )


def stage_commitments(session: Session, stage: Stage, today: date) -> None:
    """Show the enrolments or the steps of a stage."""
    if stage.gathers is StageInput.VOICES:
        return
    labels = _labels(session, stage)
    heading(_(labels.heading), level=2)
    undo_delete_bar("commitments")
    with st.container(key="commitment-cards"):
        commitments = sorted_records(session.commitments, stage.id)
        if not commitments:
            placeholder(_(labels.nothing))
        cards(session, commitments, today)


def _commit(stage: Stage, context: SessionContext, line: Change) -> SessionResult:
    if (added := people_field.added_person(context, line)) is not None:
        return added
    facts: dict[str, Any] = {
        "who": people_field.person_of(context, line, "by"),
        "coach": people_field.person_of(context, line, "coach"),
        "by_when": text_of(line, "by_when") or None,
        "said_yes": text_of(line, "said_yes") == "yes",
    }
    return commit(context, stage.id, line["text"], **facts)
