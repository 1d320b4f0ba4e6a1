"""The outcomes: how life is when it has worked, and how people chose to measure it."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.plan import Outcome
from path_planner.domain.vision.vision import Vision
from path_planner.ui import fields, state
from path_planner.ui.next_form import NextForm
from path_planner.ui.parts import empty, heading, told
from path_planner.ui.room import try_to
from path_planner.ui.taken_out import closing_row, put_back_bar
from path_planner.ui.vision.parts import chips, facts, priority_title
from path_planner.ui.vision.plan.from_priorities import amend_priorities, ask_priorities
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.planning import (
    bring_outcome_back,
    change_outcome,
    hope_for,
    take_outcome_out,
)
from path_planner.words import mark, say

QUESTIONS = {
    "statement": mark("How is life when it has worked?"),
    "measure": mark("How will we know? What do we look at or count?"),
    "chosen_by": mark("Who chose this measure?"),
    "now": mark("How is it now?"),
    "hoped": mark("What do we hope to see?"),
}
_LINES = {"chosen_by"}
_OPEN = "outcome being changed"


def outcomes(meeting: Meeting) -> None:
    """Show the outcomes with their measures, and a form for the next one."""
    vision = meeting.vision
    told(say("Those whose lives it is choose how to measure it."))
    put_back_bar("outcome", Outcome, bring_outcome_back)
    listed = in_order(vision.outcomes)
    if not listed:
        empty(say("No outcomes yet. Begin with “I” or “we”: “I see my friends every week.”"))
    for one in listed:
        with st.container(border=True, key=f"outcome-{one.id}", gap="small"):
            if state.noted(_OPEN) == one.id:
                _write(vision, one)
            else:
                _read(vision, one)
    _new(vision)


def _read(vision: Vision, one: Outcome) -> None:
    heading(one.statement, 3)
    names = [priority_title(vision, priority) for priority in one.priorities]
    st.html(chips(names, say("From the priorities")) + facts(_known(one)))
    st.button(
        say("Change"),
        type="tertiary",
        icon=":material/edit:",
        key=state.key(f"change outcome {one.id}"),
        on_click=state.note,
        args=(_OPEN, one.id),
    )


def _known(one: Outcome) -> list[tuple[str, str]]:
    return [
        (say("We look at"), one.measure or say("No measure yet")),
        (say("Chosen by"), one.chosen_by),
        (say("Now"), one.now),
        (say("We hope for"), one.hoped),
    ]


def _write(vision: Vision, one: Outcome) -> None:
    for field, question in QUESTIONS.items():
        if field in _LINES:
            fields.line(
                say(question),
                getattr(one, field),
                partial(_set, one.id, field),
                f"outcome {field} {one.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
            )
        else:
            fields.area(
                say(question),
                getattr(one, field),
                partial(_set, one.id, field),
                f"outcome {field} {one.id}",
                height="content",
                max_chars=MOST_LETTERS,
            )
    amend_priorities(vision, "outcome", one.id, one.priorities, change_outcome)
    closing_row("outcome", one, say("Take this outcome out?"), take_outcome_out, _OPEN)


def _new(vision: Vision) -> None:
    heading(say("A new outcome"), 2)
    form = NextForm("new outcome")
    with form.shown():
        written = {
            field: st.text_input(
                say(QUESTIONS[field]),
                max_chars=MOST_LETTERS_IN_A_LINE if field in _LINES else MOST_LETTERS,
                key=form.key(field),
            )
            for field in ("statement", "measure", "chosen_by")
        }
        which = ask_priorities(vision, form.key("priorities"))
        if st.form_submit_button(say("Add this outcome"), type="primary", key=form.button("add")):
            _add(form, priorities=which, **written)


def _add(form: NextForm, statement: str, **facts: Any) -> None:
    if not statement.strip():
        if not form.pressed_again:
            told(say("Please write how life is when it has worked."), "needed")
        return
    if try_to(hope_for, statement, **facts) is not None:
        form.kept()
    st.rerun()


def _set(outcome_id: str, field: str, meeting: Meeting, value: Any) -> Kept:
    return change_outcome(meeting, outcome_id, **{field: value})
