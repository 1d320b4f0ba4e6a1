"""Following up: all commitments in one list, filtered by status, with downloads; and reviews."""

from datetime import date
from functools import partial

import streamlit as st

from path_planner import i18n
from path_planner.domain.base import MOST_LETTERS, sorted_records
from path_planner.domain.commitment import Commitment, Review, Status
from path_planner.domain.session import Session
from path_planner.exports.session import commitments_pdf
from path_planner.exports.session.commitments_pdf import commitments_list
from path_planner.i18n import N_, _, format_date, ngettext
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import delete
from path_planner.services.session.commitments import begin_review, change_review
from path_planner.ui import state
from path_planner.ui.commitments.cards import cards, enrols, is_late
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import (
    confirm_button,
    escaped,
    heading,
    link,
    paragraph,
    placeholder,
)
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.components.undo_delete import undo_delete_bar
from path_planner.ui.context import on_click_run
from path_planner.ui.stores import session_store

_ALL, _OPEN, _CLOSED = "all", "open", "closed"
_FILTERS = {_ALL: N_("All"), _OPEN: N_("Still to do"), _CLOSED: N_("Done or dropped")}

QUESTIONS = {
    "tried": N_("What have we tried?"),
    "learned": N_("What have we learned?"),
    "pleased": N_("What are we pleased about?"),
    "concerned": N_("What are we concerned about?"),
    "next": N_("So what do we do next?"),
}
_OPEN_REVIEW = "review being written"


def follow_up(session: Session, today: date) -> None:
    """Show the commitments with their status."""
    everything = sorted_records(session.commitments)
    if not everything:
        placeholder(_("No commitments yet. Add steps and enrolments on the Stages page."))
        link("walk", _("Go to the stages"), icon=":material/directions_walk:")
    else:
        _count(session, everything, today)
    undo_delete_bar("commitments")
    with st.container(key="commitment-cards"):
        if everything:
            steps = [each for each in everything if not enrols(session, each)]
            steps.sort(
                key=lambda commitment: (commitment.by_when is None, commitment.by_when or date.max)
            )
            shown = _filter(steps) if steps else []
            _group(session, _("Steps"), shown, today)
            if steps and not shown:
                paragraph(_("None of these right now."), "quiet")
            enrolled = [each for each in everything if enrols(session, each)]
            _group(session, _("People who enrolled"), enrolled, today)


def _group(session: Session, title: str, group: list[Commitment], today: date) -> None:
    if group:
        heading(title, level=2)
        cards(session, group, today, following_up=True)


def commitment_downloads(session: Session, *, titled: bool = True) -> None:
    """Show the downloads: the list as PDF, and the days as a calendar file."""
    if titled:
        heading(_("Download and print"), level=2)
    printable = Offer(
        file_name=f"{_file(session)}_commitments.pdf",
        mime="application/pdf",
        content=made_from(session_store, session.id, commitments_list),
    )
    download_button(_("Printable list (PDF)"), printable, state.key("list to print"), icon="print")
    calendar = Offer(
        file_name=f"{_file(session)}_commitments.ics",
        mime=commitments_pdf.MIME,
        content=made_from(session_store, session.id, commitments_pdf.calendar),
    )
    download_button(
        _("Dates for your calendar (.ics)"),
        calendar,
        state.key("calendar"),
        icon="event",
        disabled=not commitments_pdf.with_a_day(session) and session.consent.review_on is None,
    )
    without = sum(
        commitment.by_when is None and not enrols(session, commitment)
        for commitment in commitments_pdf.still_to_do(session)
    )
    if without:
        paragraph(
            ngettext(
                "{count} commitment has no date yet, so it is not in the calendar.",
                "{count} commitments have no date yet, so they are not in the calendar.",
                without,
            ),
            "quiet",
        )


def _count(session: Session, everything: list[Commitment], today: date) -> None:
    steps = [commitment for commitment in everything if not enrols(session, commitment)]
    done = sum(commitment.status is Status.DONE for commitment in steps)
    late = sum(is_late(commitment, today) for commitment in steps)
    enrolled = len(everything) - len(steps)
    facts = [
        ngettext(
            "{done} of {count} step done", "{done} of {count} steps done", len(steps), done=done
        )
        if steps
        else "",
        ngettext("{count} is overdue", "{count} are overdue", late) if late else "",
        ngettext("{count} enrolment", "{count} enrolments", enrolled) if enrolled else "",
    ]
    line = " · ".join(filter(None, facts))
    st.html(f'<p class="lead">{escaped(line)}</p>')


def _filter(everything: list[Commitment]) -> list[Commitment]:
    status_filter = st.radio(
        _("Show"),
        list(_FILTERS),
        format_func=lambda name: _(_FILTERS[name]),
        horizontal=True,
        key=state.key("filter commitments"),
    )
    if status_filter == _ALL:
        return everything
    return [
        commitment
        for commitment in everything
        if (commitment.status is Status.OPEN) == (status_filter == _OPEN)
    ]


def _file(session: Session) -> str:
    return f"{session.id}_{session.revision}_{i18n.language()}"


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
            if state.recall(_OPEN_REVIEW) == review.id:
                _write(review)
            else:
                _read(review)


def _begin() -> None:
    on_click_run(_begun)


def _begun(context: SessionContext) -> SessionResult:
    saved = begin_review(context)
    state.remember(_OPEN_REVIEW, saved.changes[0].id)
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
        args=(_OPEN_REVIEW, opens),
    )


def _set(review_id: str, field: str, context: SessionContext, value: object) -> SessionResult:
    # A review always has a day: an emptied field leaves it unchanged.
    facts = {} if field == "on" and value is None else {field: value}
    return change_review(context, review_id, **facts)
