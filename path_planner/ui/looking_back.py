"""Looking back together: four questions and the one that follows, each time anew."""

from functools import partial

import streamlit as st

from path_planner.domain.commitment import Review
from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS
from path_planner.ui import fields, state
from path_planner.ui.parts import escaped, heading, told, twice
from path_planner.ui.room import act
from path_planner.words import mark, say, say_date
from path_planner.workshop.committing import begin_review, change_review, take_review_out
from path_planner.workshop.room import Kept, Room

QUESTIONS = {
    "tried": mark("What have we tried?"),
    "learned": mark("What have we learned?"),
    "pleased": mark("What are we pleased about?"),
    "concerned": mark("What are we concerned about?"),
    "next": mark("So what do we do next?"),
}
_OPEN = "review being written"


def looking_back(session: Session) -> None:
    """Show the reviews, the newest first, and let a new one begin."""
    heading(say("Look back together"), level=2)
    told(say("Four questions, and the one that follows. Everybody answers in their own words."))
    st.button(
        say("Begin to look back"),
        key=state.key("begin review"),
        icon=":material/history:",
        on_click=_begin,
    )
    reviews = sorted(session.reviews.values(), key=lambda one: (one.on, one.id), reverse=True)
    for review in reviews:
        with st.container(border=True, key=f"review-{review.id}"):
            heading(say("Looked back on {day}", day=say_date(review.on)), level=3)
            if state.noted(_OPEN) == review.id:
                _write(review)
            else:
                _read(review)


def _begin() -> None:
    act(_begun)


def _begun(room: Room) -> Kept:
    kept = begin_review(room)
    state.note(_OPEN, kept.changes[0].id)
    return kept


def _write(review: Review) -> None:
    fields.day(say("Day"), review.on, partial(_set, review.id, "on"), f"review on {review.id}")
    for name, question in QUESTIONS.items():
        fields.area(
            say(question),
            getattr(review, name),
            partial(_set, review.id, name),
            f"review {name} {review.id}",
            height="content",
            max_chars=MOST_LETTERS,
        )
    with st.container(horizontal=True):
        _open_button(say("Close"), ":material/check:", review, None)
        twice(
            f"review {review.id}",
            say("Take this review out"),
            say("Take this review out of the plan?"),
            partial(act, take_review_out, review.id),
        )


def _read(review: Review) -> None:
    answers = "".join(
        f'<dt>{escaped(say(question))}</dt><dd dir="auto">{escaped(getattr(review, name))}</dd>'
        for name, question in QUESTIONS.items()
        if getattr(review, name)
    )
    if answers:
        st.html(f'<dl class="review">{answers}</dl>')
    else:
        told(say("Nothing was written yet."), "quiet")
    _open_button(say("Change"), ":material/edit:", review, review.id)


def _open_button(label: str, icon: str, review: Review, opens: str | None) -> None:
    st.button(
        label,
        key=state.key(f"review {bool(opens)} {review.id}"),
        icon=icon,
        on_click=state.note,
        args=(_OPEN, opens),
    )


def _set(review_id: str, field: str, room: Room, value: object) -> Kept:
    # A review always has its day: an emptied field keeps the old one.
    facts = {} if field == "on" and value is None else {field: value}
    return change_review(room, review_id, **facts)
