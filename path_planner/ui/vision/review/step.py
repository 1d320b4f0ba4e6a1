"""Review: you said, we did, and whether those who said it agree."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from path_planner.analysis.progress import due, next_review_date, rounds_in_order
from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.vision.plan import Action, ReviewRound
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, format_date, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.reviews import (
    begin_review,
    change_review,
    delete_review,
    read_measure,
    set_next_review,
    waiting_review,
)
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, escaped, heading, paragraph
from path_planner.ui.context import on_click_run, open_vision_context, run_use_case
from path_planner.ui.vision.components import apply_component_css, facts, line, not_yet, step_intro
from path_planner.ui.vision.review.replies import replies


def measures(vision: Vision, review: ReviewRound) -> None:
    """Show each outcome's measure with its last reading, and a field for a new one."""
    all_outcomes = sorted_records(vision.outcomes)
    if not all_outcomes:
        return
    heading(_("What is life like now?"), 2)
    for outcome in all_outcomes:
        with st.container(border=True, key=f"measure-{outcome.id}", gap="small"):
            heading(outcome.statement, 3)
            st.html(_before(vision, review, outcome.id))
            now = [
                reading
                for reading in vision.readings.values()
                if reading.round == review.id and reading.outcome == outcome.id
            ]
            autosave.text_area(
                outcome_question(outcome.measure),
                now[0].words if now else "",
                partial(_read, review.id, outcome.id),
                f"reading {review.id} {outcome.id}",
                height="content",
                max_chars=MOST_LETTERS,
            )


def outcome_question(measure: str) -> str:
    """Return the label of the field for a reading; the measure is shown above it."""
    return _("What do we see now?") if measure else _("What do we see now? No measure yet.")


def _before(vision: Vision, review: ReviewRound, outcome_id: str) -> str:
    outcome = vision.outcomes[outcome_id]
    lines = [(_("What we look at"), outcome.measure), (_("Right at the start"), outcome.now)]
    for earlier in rounds_in_order(vision):
        if earlier.id != review.id and earlier.on <= review.on:
            lines += [
                (format_date(earlier.on), reading.words)
                for reading in vision.readings.values()
                if reading.round == earlier.id and reading.outcome == outcome_id
            ]
    lines.append((_("Our hope"), outcome.hoped))
    return facts(lines)


def _read(round_id: str, outcome_id: str, context: VisionContext, words: str) -> VisionResult:
    return read_measure(context, round_id, outcome_id, words)


_HERE = "round shown"


def show(context: VisionContext) -> None:
    """Show this step of the vision."""
    apply_component_css()
    heading(_("Review"))
    paragraph(_("You said, we did. Be honest about what is done and what cannot be done."), "lead")
    vision, today = context.document, context.now().astimezone().date()
    step_intro("review", begun=bool(vision.rounds))
    _due(vision, today)
    if not vision.actions:
        sentence = _("There are no actions yet. You make them in “Plan actions”.")
        not_yet(vision, sentence, "plan", _("Go to “Plan actions”"))
        return
    st.button(
        _("Start a review"),
        icon=":material/history:",
        key=state.key("begin review round"),
        on_click=_begin,
    )
    review = _chosen(vision)
    if review is None:
        autosave.date_input(
            _("When will we review the plan?"), next_review_date(vision), _look_on, "next look"
        )
        return
    _round(vision, review)


def _due(vision: Vision, today: date) -> None:
    now = due(vision, today)
    if now.next_review:
        line(
            _("Time to review the plan together: {day}", day=format_date(now.next_review)),
            "notice",
        )
    if now.actions:
        title = ngettext(
            "{count} action is due",
            "{count} actions are due",
            len(now.actions),
        )
        with st.expander(title, icon=":material/event:", expanded=True):
            items = "".join(_due_line(action) for action in now.actions)
            st.html(f'<ul class="lines due-lines">{items}</ul>')


def _due_line(action: Action) -> str:
    beside = escaped(_day_and_who(action.by_when, action.who))
    return f'<li dir="auto">{escaped(action.what)} <span>{beside}</span></li>'


def _day_and_who(day: date | None, who: str) -> str:
    return " · ".join(part for part in (format_date(day) if day else "", who) if part)


def _begin() -> None:
    saved = run_use_case(begin_review)
    if saved is None:
        return
    today = open_vision_context().now().astimezone().date()
    if begun := waiting_review(saved.document, today):
        state.remember(_HERE, begun.id)


def _chosen(vision: Vision) -> ReviewRound | None:
    """Show the reviews to choose from, the newest first; return the chosen one."""
    rounds = {review_id.id: review_id for review_id in reversed(rounds_in_order(vision))}
    if not rounds:
        return None
    selected_id = state.recall(_HERE)
    key = state.key("round shown")
    if selected_id in rounds and state.widget_value(key) not in (None, selected_id):
        state.set_widget_value(key, selected_id)
        state.remember(_HERE, None)
    if len(rounds) == 1:
        return next(iter(rounds.values()))
    chosen = st.selectbox(
        _("Review date"),
        list(rounds),
        format_func=lambda review_id: format_date(rounds[review_id].on),
        key=key,
    )
    return rounds[chosen or next(iter(rounds))]


def _round(vision: Vision, review: ReviewRound) -> None:
    with st.container(key=f"round-{review.id}"):
        heading(_("Review on {day}", day=format_date(review.on)), 2)
        replies(vision, review)
        measures(vision, review)
        heading(_("What else was said, and the next review"), 2)
        autosave.text_area(
            _("What else was said?"),
            review.words,
            partial(_set, review.id, "words"),
            f"round words {review.id}",
            height="content",
            max_chars=MOST_LETTERS,
        )
        autosave.date_input(_("Date of this review"), review.on, partial(_set, review.id, "on"),
                   f"round on {review.id}")  # fmt: skip
        autosave.date_input(
            _("When is the next review?"),
            review.next_on,
            partial(_look_again, review.id),
            f"round next {review.id}",
        )
        confirm_button(
            f"round {review.id}",
            _("Delete this review"),
            _("Delete this review, with everything said in it?"),
            partial(on_click_run, delete_review, review.id),
        )


def _set(round_id: str, field: str, context: VisionContext, value: Any) -> VisionResult:
    return change_review(context, round_id, **{field: value})


def _look_on(context: VisionContext, day: date | None) -> VisionResult:
    return set_next_review(context, day)


def _look_again(round_id: str, context: VisionContext, day: date | None) -> VisionResult:
    return set_next_review(context, day, round_id)
