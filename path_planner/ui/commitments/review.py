"""Reviews of a PATH: four questions and the next steps, for each review."""

from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.commitment import Review
from path_planner.domain.session import Session
from path_planner.i18n import N_, _, format_date
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import delete
from path_planner.services.session.commitments import begin_review, change_review
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, escaped, heading, paragraph
from path_planner.ui.context import on_click_run

QUESTIONS = {
    "tried": N_("What have we tried?"),
    "learned": N_("What have we learned?"),
    "pleased": N_("What are we pleased about?"),
    "concerned": N_("What are we concerned about?"),
    "next": N_("So what do we do next?"),
}
_OPEN = "review being written"


def reviews_section(session: Session) -> None:
    """Show the reviews, the newest first, and a button for a new one."""
    heading(_("Review together"), level=2)
    paragraph(_("Four questions, then what comes next. People answer in their own words."))
    st.button(
        _("Start a review"),
        key=state.key("begin review"),
        icon=":material/history:",
        on_click=_begin,
    )
    reviews = sorted(
        session.reviews.values(), key=lambda review: (review.on, review.id), reverse=True
    )
    for review in reviews:
        with st.container(border=True, key=f"review-{review.id}"):
            heading(_("Review on {day}", day=format_date(review.on)), level=3)
            if state.recall(_OPEN) == review.id:
                _write(review)
            else:
                _read(review)


def _begin() -> None:
    on_click_run(_begun)


def _begun(context: SessionContext) -> SessionResult:
    saved = begin_review(context)
    state.remember(_OPEN, saved.changes[0].id)
    return saved


def _write(review: Review) -> None:
    autosave.date_input(
        _("Date"), review.on, partial(_set, review.id, "on"), f"review on {review.id}"
    )
    for name, question in QUESTIONS.items():
        autosave.text_area(
            _(question),
            getattr(review, name),
            partial(_set, review.id, name),
            f"review {name} {review.id}",
            height="content",
            max_chars=MOST_LETTERS,
        )
    with st.container(horizontal=True):
        _open_button(_("Close"), ":material/check:", review, None)
        confirm_button(
            f"review {review.id}",
            _("Delete this review"),
            _("Delete this review from the plan?"),
            partial(on_click_run, delete, "reviews", review.id),
        )


def _read(review: Review) -> None:
    answers = "".join(
        f'<dt>{escaped(_(question))}</dt><dd dir="auto">{escaped(getattr(review, name))}</dd>'
        for name, question in QUESTIONS.items()
        if getattr(review, name)
    )
    if answers:
        st.html(f'<dl class="review">{answers}</dl>')
    else:
        paragraph(_("Nothing written yet."), "quiet")
    _open_button(_("Edit"), ":material/edit:", review, review.id)


def _open_button(label: str, icon: str, review: Review, opens: str | None) -> None:
    st.button(
        label,
        key=state.key(f"review {bool(opens)} {review.id}"),
        icon=icon,
        on_click=state.remember,
        args=(_OPEN, opens),
    )


def _set(review_id: str, field: str, context: SessionContext, value: object) -> SessionResult:
    # A review always has a day: an emptied field leaves it unchanged.
    facts = {} if field == "on" and value is None else {field: value}
    return change_review(context, review_id, **facts)
