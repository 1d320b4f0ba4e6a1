"""Following up: all commitments in one list, by how they stand, and files to take along."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from path_planner import words
from path_planner.domain.commitment import Commitment, Status
from path_planner.domain.editing import in_order
from path_planner.domain.session import Session
from path_planner.exports import calendar
from path_planner.exports.commitments_list import commitments_list
from path_planner.ui import state
from path_planner.ui.commitment_list import cards, enrols, is_late
from path_planner.ui.parts import empty, escaped, heading, link, told
from path_planner.ui.taken_out import put_back_bar
from path_planner.words import mark, say, say_many
from path_planner.workshop.committing import bring_commitment_back

_ALL, _OPEN, _CLOSED = "all", "open", "closed"
_FILTERS = {_ALL: mark("All"), _OPEN: mark("Still to do"), _CLOSED: mark("Done or let go")}


def follow_up(session: Session, today: date) -> None:
    """Show who said yes to what, and how it went."""
    everything = in_order(session.commitments)
    if not everything:
        empty(say("Nobody has promised anything yet. Steps and enrolments come from the walk."))
        link("walk", say("Go to the walk"), icon=":material/directions_walk:")
    else:
        _count(everything, today)
    put_back_bar("commitment", Commitment, bring_commitment_back)
    with st.container(key="commitment-cards"):
        if everything:
            shown = _filter(everything)
            steps = [one for one in shown if not enrols(session, one)]
            steps.sort(key=lambda one: (one.by_when is None, one.by_when or date.max))
            _group(session, say("Steps"), steps, today)
            enrolled = [one for one in shown if enrols(session, one)]
            _group(session, say("People who enrolled"), enrolled, today)
            if not shown:
                told(say("None of these just now."), "quiet")


def _group(session: Session, title: str, group: list[Commitment], today: date) -> None:
    if group:
        heading(title, level=2)
        cards(session, group, today, following_up=True)


def take_along(session: Session) -> None:
    """Offer the list for the wall and the days for a calendar."""
    heading(say("Take it along"), level=2)
    said_in = words.language()
    st.download_button(
        say("List to print (PDF)"),
        data=partial(_made, commitments_list, session, said_in),
        file_name=f"{_file(session)}_commitments.pdf",
        mime="application/pdf",
        icon=":material/print:",
        key=state.key("list to print"),
        on_click="ignore",
    )
    days = len(calendar.with_a_day(session))
    st.download_button(
        say("Days for a calendar (.ics)"),
        data=partial(_made, calendar.calendar, session, said_in),
        file_name=f"{_file(session)}_commitments.ics",
        mime=calendar.MIME,
        icon=":material/event:",
        key=state.key("calendar"),
        disabled=not days and session.consent.review_on is None,
        on_click="ignore",
    )
    without = sum(
        one.by_when is None and not enrols(session, one) for one in calendar.still_to_do(session)
    )
    if without:
        told(
            say_many(
                "{count} commitment has no day yet, so it is not in the calendar.",
                "{count} commitments have no day yet, so they are not in the calendar.",
                without,
            ),
            "quiet",
        )


def _count(everything: list[Commitment], today: date) -> None:
    done = sum(one.status is Status.DONE for one in everything)
    late = sum(is_late(one, today) for one in everything)
    line = say("{done} of {count} done", done=done, count=len(everything))
    if late:
        line += " · " + say_many("{count} is past its day", "{count} are past their day", late)
    st.html(f'<p class="lead">{escaped(line)}</p>')


def _filter(everything: list[Commitment]) -> list[Commitment]:
    wished = st.radio(
        say("Show"),
        list(_FILTERS),
        format_func=lambda one: say(_FILTERS[one]),
        horizontal=True,
        key=state.key("filter commitments"),
    )
    if wished == _ALL:
        return everything
    return [one for one in everything if (one.status is Status.OPEN) == (wished == _OPEN)]


def _file(session: Session) -> str:
    return f"{session.id}_{session.revision}_{words.language()}"


def _made(make: Callable[[Session], bytes], session: Session, language: str) -> bytes:
    # The bytes are made when they are asked for, in another thread than the page.
    words.use(language)
    return make(session)
