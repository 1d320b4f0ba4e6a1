"""Putting a commitment right: who, what, by when, the coach, the yes, and later how it went."""

from functools import partial

import streamlit as st

from path_planner.domain.commitment import STATUS_WORDS, Commitment, Status
from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS
from path_planner.ui import fields
from path_planner.ui.people import person_choice
from path_planner.words import say
from path_planner.workshop.committing import change_commitment
from path_planner.workshop.room import Kept, Room


def commitment_editor(
    session: Session, one: Commitment, *, enrols: bool, following_up: bool
) -> None:
    """Show the fields of a commitment; how it went is asked when it is followed up."""
    fields.area(
        say("For what?") if enrols else say("What?"),
        one.what,
        partial(_set, one.id, "what"),
        f"what {one.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    who, coach = st.columns(2)
    with who:
        _person(session, one, "who", say("Who?"))
    with coach:
        _person(session, one, "coach", say("Coach"))
    # In a narrow column a day cannot be read.
    fields.day(say("By when?"), one.by_when, partial(_set, one.id, "by_when"), f"by {one.id}")
    fields.tick(
        say("Said yes"), one.said_yes, partial(_set, one.id, "said_yes"), f"said yes {one.id}"
    )
    if following_up:
        _how_it_went(one)


def _how_it_went(one: Commitment) -> None:
    fields.one_of(
        say("How does it stand?"),
        list(Status),
        one.status,
        partial(_set, one.id, "status"),
        f"status {one.id}",
        format_func=_status,
    )
    fields.area(
        say("What got in the way, or what helped?"),
        one.note,
        partial(_set, one.id, "note"),
        f"note {one.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )


def _person(session: Session, one: Commitment, field: str, label: str) -> None:
    person_choice(
        label, session, getattr(one, field), partial(_set, one.id, field), f"{field} {one.id}"
    )


def _status(status: Status) -> str:
    return say(STATUS_WORDS[status])


def _set(commitment_id: str, field: str, room: Room, value: object) -> Kept:
    return change_commitment(room, commitment_id, **{field: value})
