"""The outcomes of the plan and their measures."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE, sorted_records
from path_planner.domain.vision.plan import Outcome
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.plan import add_outcome, change_outcome
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import heading, paragraph, placeholder
from path_planner.ui.components.repeat_form import RepeatForm
from path_planner.ui.components.undo_delete import closing_row, undo_delete_bar
from path_planner.ui.vision.components import chips, facts, priority_title
from path_planner.ui.vision.plan.actions import amend_priorities, ask_priorities

QUESTIONS = {
    "statement": N_("What is life like when it has worked?"),
    "measure": N_("How will we know? What do we look at or count?"),
    "chosen_by": N_("Who chose this measure?"),
    "now": N_("How are things now?"),
    "hoped": N_("What do we hope to see?"),
}
_LINES = {"chosen_by"}
_OPEN = "outcome being changed"


def outcomes(context: VisionContext) -> None:
    """Show the outcomes with their measures, and a form for the next one."""
    vision = context.document
    paragraph(_("The people whose lives these are choose how to measure it."))
    undo_delete_bar("outcomes")
    all_outcomes = sorted_records(vision.outcomes)
    if not all_outcomes:
        placeholder(_("No outcomes yet. Start with “I” or “we”: “I see my friends every week.”"))
    for outcome in all_outcomes:
        with st.container(border=True, key=f"outcome-{outcome.id}", gap="small"):
            if state.recall(_OPEN) == outcome.id:
                _write(vision, outcome)
            else:
                _read(vision, outcome)
    _new(vision)


def _read(vision: Vision, outcome: Outcome) -> None:
    heading(outcome.statement, 3)
    names = [priority_title(vision, priority) for priority in outcome.priorities]
    st.html(chips(names, _("From the priorities")) + facts(_known(outcome)))
    st.button(
        _("Edit"),
        type="tertiary",
        icon=":material/edit:",
        key=state.key(f"change outcome {outcome.id}"),
        on_click=state.remember,
        args=(_OPEN, outcome.id),
    )


def _known(outcome: Outcome) -> list[tuple[str, str]]:
    return [
        (_("What we look at"), outcome.measure or _("No measure yet")),
        (_("Chosen by"), outcome.chosen_by),
        (_("Now"), outcome.now),
        (_("Our hope"), outcome.hoped),
    ]


def _write(vision: Vision, outcome: Outcome) -> None:
    for field, question in QUESTIONS.items():
        if field in _LINES:
            autosave.text_input(
                _(question),
                getattr(outcome, field),
                partial(_set, outcome.id, field),
                f"outcome {field} {outcome.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        else:
            autosave.text_area(
                _(question),
                getattr(outcome, field),
                partial(_set, outcome.id, field),
                f"outcome {field} {outcome.id}",
                height="content",
                max_chars=MOST_LETTERS,
            )
    amend_priorities(vision, "outcome", outcome.id, outcome.priorities, change_outcome)
    closing_row("outcomes", outcome, _("Delete this outcome?"), _OPEN)


def _new(vision: Vision) -> None:
    heading(_("A new outcome"), 2)
    form = RepeatForm("new outcome")
    with form.shown():
        for field in ("statement", "measure", "chosen_by"):
            st.text_input(
                _(QUESTIONS[field]),
                max_chars=MOST_LETTERS_IN_A_LINE if field in _LINES else MOST_LETTERS,
                key=form.key(field),
                autocomplete="off",
            )
        ask_priorities(vision, form.key("priorities"))
        form.submit_button(_("Add this outcome"), "add", partial(_add, form), type="primary")
        form.show_needed()


def _add(form: RepeatForm) -> None:
    form.save_with(
        _("Please write what life is like when it has worked."),
        add_outcome,
        form.value("statement", ""),
        measure=form.value("measure", ""),
        chosen_by=form.value("chosen_by", ""),
        priorities=tuple(form.value("priorities") or ()),
    )


def _set(outcome_id: str, field: str, context: VisionContext, value: Any) -> VisionResult:
    return change_outcome(context, outcome_id, **{field: value})
