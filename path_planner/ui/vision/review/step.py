"""Review: you said, we did, and whether those who said it agree."""

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.vision.plan import Action, Round
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.progress import due, next_look, rounds_in_order
from path_planner.ui import fields, state
from path_planner.ui.parts import escaped, heading, told, twice
from path_planner.ui.room import act, the_meeting, try_to
from path_planner.ui.vision.at_first import at_first, not_yet
from path_planner.ui.vision.parts import line, look
from path_planner.ui.vision.review.measures import measures
from path_planner.ui.vision.review.replies import replies
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.reviewing import (
    begin_review,
    change_review,
    look_again_on,
    take_review_out,
    waiting_review,
)
from path_planner.words import say, say_date, say_many

_HERE = "round shown"


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    look()
    heading(say("Review"))
    told(say("You said, we did. Say honestly what is done, and what cannot be done."), "lead")
    vision, today = meeting.vision, meeting.now().astimezone().date()
    at_first("review", begun=bool(vision.rounds))
    _due(vision, today)
    if not vision.actions:
        sentence = say("There are no actions yet. They are made in the step “Plan”.")
        not_yet(vision, sentence, "plan", say("Go to “Plan”"))
        return
    st.button(
        say("Begin to look back together"),
        icon=":material/history:",
        key=state.key("begin review round"),
        on_click=_begin,
    )
    held = _chosen(vision)
    if held is None:
        fields.day(say("When do we look at the plan?"), next_look(vision), _look_on, "next look")
        return
    _round(vision, held)


def _due(vision: Vision, today: date) -> None:
    now = due(vision, today)
    if now.look:
        line(say("Time to look at the plan together: {day}", day=say_date(now.look)), "notice")
    if now.actions:
        title = say_many(
            "The day of {count} action has come",
            "The day of {count} actions has come",
            len(now.actions),
        )
        with st.expander(title, icon=":material/event:", expanded=True):
            items = "".join(_due_line(one) for one in now.actions)
            st.html(f'<ul class="lines due-lines">{items}</ul>')


def _due_line(one: Action) -> str:
    beside = escaped(_day_and_who(one.by_when, one.who))
    return f'<li dir="auto">{escaped(one.what)} <span>{beside}</span></li>'


def _day_and_who(day: date | None, who: str) -> str:
    return " · ".join(one for one in (say_date(day) if day else "", who) if one)


def _begin() -> None:
    kept = try_to(begin_review)
    if kept is None:
        return
    today = the_meeting().now().astimezone().date()
    if begun := waiting_review(kept.document, today):
        state.note(_HERE, begun.id)


def _chosen(vision: Vision) -> Round | None:
    """Let one round be chosen; the newest one is shown first."""
    rounds = {one.id: one for one in reversed(rounds_in_order(vision))}
    if not rounds:
        return None
    here = state.noted(_HERE)
    key = state.key("round shown")
    if here in rounds and state.held(key) not in (None, here):
        state.put_in(key, here)
        state.note(_HERE, None)
    if len(rounds) == 1:
        return next(iter(rounds.values()))
    chosen = st.selectbox(
        say("Looked back on"),
        list(rounds),
        format_func=lambda one: say_date(rounds[one].on),
        key=key,
    )
    return rounds[chosen or next(iter(rounds))]


def _round(vision: Vision, held: Round) -> None:
    with st.container(key=f"round-{held.id}"):
        heading(say("Looked back on {day}", day=say_date(held.on)), 2)
        replies(vision, held)
        measures(vision, held)
        heading(say("What else was said, and when we look again"), 2)
        fields.area(
            say("What else was said?"),
            held.words,
            partial(_set, held.id, "words"),
            f"round words {held.id}",
            height="content",
            max_chars=MOST_LETTERS,
        )
        fields.day(say("Day of this review"), held.on, partial(_set, held.id, "on"),
                   f"round on {held.id}")  # fmt: skip
        fields.day(
            say("When do we look again?"),
            held.next_on,
            partial(_look_again, held.id),
            f"round next {held.id}",
        )
        twice(
            f"round {held.id}",
            say("Take this review out"),
            say("Take this review out, with all that was said in it?"),
            partial(act, take_review_out, held.id),
        )


def _set(round_id: str, field: str, meeting: Meeting, value: Any) -> Kept:
    return change_review(meeting, round_id, **{field: value})


def _look_on(meeting: Meeting, day: date | None) -> Kept:
    return look_again_on(meeting, day)


def _look_again(round_id: str, meeting: Meeting, day: date | None) -> Kept:
    return look_again_on(meeting, day, round_id)
