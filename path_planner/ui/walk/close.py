"""Close, after the last stage: a word each on leaving, the name of the PATH, what to take home."""

from datetime import date
from functools import partial

import streamlit as st

from path_planner.dates import months_later
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.domain.people import Person, PhotoConsent
from path_planner.domain.session import Session
from path_planner.i18n import _, format_date, ngettext
from path_planner.processes.prompts import pathfinder_name, plans_alone
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import (
    change_person,
    describe_session,
    people_in_order,
    record_consent,
)
from path_planner.ui import state
from path_planner.ui.commitments.overview import commitment_downloads
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped, heading, link, paragraph
from path_planner.ui.components.people_field import short_name
from path_planner.ui.context import on_click_run

_MONTHS = (3, 6, 12)
"""When people look at a PATH again, in months, to choose from."""


def close_view(session: Session, today: date) -> None:
    """Show the end of a PATH: nothing here is a must, and it can be taken up later."""
    heading(_("How do you feel now?") if plans_alone(session) else _("How are you leaving today?"))
    words_side, other_side = st.columns(2, gap="large")
    with words_side:
        _words_on_leaving(session)
    with other_side:
        _name_of_path(session)
        _look_again(session, today)
        if not plans_alone(session):
            _group_photo(session)
        heading(_("To take home"), 2)
        with st.container(horizontal=True, key="take-home"):
            link("poster", _("Poster and copies"), icon=":material/image:", key="close poster")
            link("commitments", _("Commitments"), icon=":material/handshake:", key="close list")
        commitment_downloads(session, titled=False)


def _words_on_leaving(session: Session) -> None:
    people = [person for person in people_in_order(session) if person.present]
    alone = plans_alone(session)
    heading(_("A closing word") if alone else _("A closing word each"), 2)
    said = sum(bool(person.leaving_word) for person in people)
    paragraph(
        _("You can leave it empty.")
        if alone
        else _("{said} of {count}. Leave it empty to pass.", said=said, count=len(people)),
        "quiet",
    )
    with st.container(key="leaving-words", gap="small"):
        for person in people:
            autosave.text_input(
                short_name(people_in_order(session), person),
                person.leaving_word,
                partial(_set_word, person.id),
                f"leaving {person.id}",
                max_chars=MOST_LETTERS_IN_A_LINE,
                placeholder=_("A word, or pass"),
            )


def _set_word(person_id: str, context: SessionContext, word: str) -> SessionResult:
    return change_person(context, person_id, leaving_word=word)


def _name_of_path(session: Session) -> None:
    autosave.text_input(
        _("What is the name of your PATH?")
        if plans_alone(session)
        else _("What is the name of this PATH? {name} chooses.", name=pathfinder_name(session)),
        session.about.title,
        lambda context, title: describe_session(context, title=title),
        "closing title",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )


def _look_again(session: Session, today: date) -> None:
    chosen = session.consent.review_on
    heading(
        _("When will you look at it again?")
        if plans_alone(session)
        else _("When do we look at it again?"),
        3,
    )
    with st.container(horizontal=True, key="look-again"):
        for months in _MONTHS:
            day = months_later(today, months)
            words = ngettext("In {count} month", "In {count} months", months)
            st.button(
                f"{words} · {format_date(day)}" if day == chosen else words,
                key=state.key(f"look again {months}"),
                type="primary" if day == chosen else "secondary",
                on_click=partial(on_click_run, record_consent, review_on=day),
            )
    autosave.date_input(
        _("Or on another day"),
        chosen,
        lambda context, day: record_consent(context, review_on=day),
        "look again on",
        min_value=today,
    )


def _group_photo(session: Session) -> None:
    heading(_("A photo of the group"), 3)
    present = [person for person in session.people.values() if person.present]
    lines = [
        _line(_("Yes"), present, PhotoConsent.YES),
        _line(_("No"), present, PhotoConsent.NO),
        _line(_("Still to ask"), present, PhotoConsent.NOT_ASKED),
    ]
    st.html("".join(filter(None, lines)))
    if any(person.photos is PhotoConsent.NO for person in present):
        paragraph(_("Anyone who said no stays out of the picture."), "quiet")
    with st.container(horizontal=True, key="group-photo"):
        link("wall", _("Add a photo on the wall"), icon=":material/photo_camera:")
        link("prepare", _("Ask about photos"), icon=":material/group:")


def _line(answer: str, people: list[Person], consent: PhotoConsent) -> str:
    names = ", ".join(person.name for person in people if person.photos is consent)
    return f'<p dir="auto"><b>{escaped(answer)}:</b> {escaped(names)}</p>' if names else ""
