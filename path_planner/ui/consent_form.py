"""What people agree to, in plain words; every answer can be changed at any time."""

from functools import partial

import streamlit as st

from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS
from path_planner.ui import fields
from path_planner.ui.parts import told
from path_planner.ui.people import person_choice
from path_planner.words import mark, say
from path_planner.workshop.preparing import agree
from path_planner.workshop.room import Kept, Room

ANSWERS = {"not asked": None, "yes": True, "no": False}
ANSWER_WORDS = {"not asked": mark("Not asked yet"), "yes": mark("Yes"), "no": mark("No")}

QUESTIONS = {
    "keep": mark("May this plan be kept on this computer?"),
    "share": mark("May it be shared with the people invited to this PATH?"),
    "photos": mark("May photos be taken today and kept with the plan?"),
}


def consent_form(session: Session) -> None:
    """Show the questions of consent, who explained them, and the days that follow."""
    told(say("The plan belongs to the pathfinder. A yes can become a no at any time."))
    left, right = st.columns(2)
    with left:
        for field, question in QUESTIONS.items():
            fields.one_of(
                say(question),
                list(ANSWERS),
                given(getattr(session.consent, field)),
                partial(_set_answer, field),
                f"consent {field}",
                format_func=answer,
            )
    with right:
        _how_explained(session)
        _days(session)


def answer(name: str) -> str:
    """Say an answer."""
    return say(ANSWER_WORDS[name])


def given(value: bool | None) -> str:
    """Return the name of an answer as it is in the session."""
    return next(name for name, meant in ANSWERS.items() if meant is value)


def _how_explained(session: Session) -> None:
    person_choice(
        say("Who explained it?"),
        session,
        session.consent.explained_by,
        partial(_set, "explained_by"),
        "explained by",
    )
    fields.line(
        say("How was it explained?"),
        session.consent.explained_how,
        partial(_set, "explained_how"),
        "explained how",
        max_chars=MOST_LETTERS,
        placeholder=say("With pictures, read aloud, in sign …"),
    )


def _days(session: Session) -> None:
    for field, label in (
        ("given_on", say("Agreed on")),
        ("review_on", say("Look at this plan again on")),
        ("delete_on", say("Delete this plan on")),
    ):
        fields.day(label, getattr(session.consent, field), partial(_set, field), field)


def _set_answer(field: str, room: Room, name: str) -> Kept:
    return agree(room, **{field: ANSWERS[name]})


def _set(field: str, room: Room, value: object) -> Kept:
    return agree(room, **{field: value})
