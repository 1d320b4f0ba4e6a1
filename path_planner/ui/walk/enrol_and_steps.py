"""Commitments of a stage: enrolments, or first steps."""

from datetime import date
from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.session import Session
from path_planner.i18n import _
from path_planner.processes.model import Stage, StageInput
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.commitments import commit
from path_planner.ui.commitments.cards import card_opener, cards
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.undo_delete import undo_delete_bar
from path_planner.ui.walk.speaker import chosen_person, person_or_new


def stage_commitments(session: Session, stage: Stage, today: date) -> None:
    """Show the enrolments or the steps of a stage, and a field for the next one."""
    if stage.gathers is StageInput.VOICES:
        return
    enrols = stage.gathers is StageInput.ENROLMENTS
    heading(_("Who is enrolling") if enrols else _("Who does what, by when"), level=2)
    with st.container(border=True, horizontal=True, key="add-commitment"):
        person_or_new(_("Who?"), session, _who(session, stage), _name(stage))
        line_input(
            _("To do what?") if enrols else _("What will they do?"),
            partial(_commit, stage),
            f"new commitment {stage.id}",
            placeholder=_("One clear thing, then press Enter"),
            max_chars=MOST_LETTERS,
        )
    undo_delete_bar("commitments")
    with st.container(key="commitment-cards"):
        commitments = sorted_records(session.commitments, stage.id)
        if not commitments:
            paragraph(_nothing_yet(enrols=enrols), "quiet")
        cards(session, commitments, today)


def _nothing_yet(*, enrols: bool) -> str:
    if enrols:
        return _("Nobody has enrolled yet. People enrol themselves, and can say no.")
    return _("No steps yet. A small step by someone in this room is best.")


def _commit(stage: Stage, context: SessionContext, what: str) -> SessionResult:
    who, open_card = _who(context.document, stage), card_opener()
    saved = commit(context, stage.id, what, who=who)
    if stage.gathers is StageInput.STEPS and saved.changes:
        # The editor opens, because a step needs a day and a coach too.
        open_card(saved.changes[0].id)
    return saved


def _who(session: Session, stage: Stage) -> str | None:
    return chosen_person(session, _name(stage))


def _name(stage: Stage) -> str:
    return f"who commits {stage.id}"
