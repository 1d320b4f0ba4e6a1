"""What the session is: whose PATH, title, day, place, length, form."""

from functools import partial

import streamlit as st

from path_planner.domain.people import PATHFINDER_WORDS, PathfinderKind
from path_planner.domain.session import Columns, Session
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.processes import known
from path_planner.ui import fields
from path_planner.ui.begin_form import (
    LENGTHS,
    form_name,
    language_choices,
    language_name,
    length_name,
)
from path_planner.words import mark, say
from path_planner.workshop.preparing import describe_session, name_pathfinder
from path_planner.workshop.room import Kept, Room

COLUMN_WORDS = {
    Columns.NEAR_TO_FAR: mark("By time: the nearest step next to now"),
    Columns.AS_ASKED: mark("In the order they are asked"),
}


def the_day(session: Session) -> None:
    """Show what the session is; each field saves itself."""
    left, right = st.columns(2)
    with left:
        _whose(session)
        _line(say("Title"), "title", session.about.title)
        fields.day(say("Day"), session.about.held_on, partial(_set, "held_on"), "held on")
        _line(say("Place"), "place", session.about.place)
    with right:
        _how(session)


def _whose(session: Session) -> None:
    pathfinder = session.about.pathfinder
    fields.line(
        say("Whose PATH is it?"),
        pathfinder.name,
        partial(_set_whose, "name"),
        "whose",
        max_chars=MOST_LETTERS_IN_A_LINE,
        autocomplete="off",
    )
    fields.choice(
        say("This is"),
        list(PathfinderKind),
        pathfinder.kind,
        partial(_set_whose, "kind"),
        "kind",
        format_func=lambda kind: say(PATHFINDER_WORDS[kind]),
    )


def _how(session: Session) -> None:
    about = session.about
    forms = [form.id for form in known()]
    fields.one_of(
        say("Form"),
        forms,
        about.process if about.process in forms else forms[0],
        partial(_set, "process"),
        "form",
        format_func=form_name,
        horizontal=False,
    )
    fields.one_of(
        say("Length"),
        sorted({*LENGTHS, about.minutes}),
        about.minutes,
        partial(_set, "minutes"),
        "length",
        format_func=length_name,
    )
    fields.one_of(
        say("Order of the columns on the wall"),
        list(Columns),
        about.columns,
        partial(_set, "columns"),
        "columns",
        format_func=lambda columns: say(COLUMN_WORDS[columns]),
        horizontal=False,
    )
    fields.choice(
        say("Language"),
        list(dict.fromkeys((*language_choices(), about.language))),
        about.language,
        partial(_set, "language"),
        "language",
        format_func=language_name,
    )


def _line(label: str, field: str, value: str) -> None:
    fields.line(label, value, partial(_set, field), field, max_chars=MOST_LETTERS_IN_A_LINE)


def _set(field: str, room: Room, value: object) -> Kept:
    return describe_session(room, **{field: value})


def _set_whose(field: str, room: Room, value: object) -> Kept:
    return name_pathfinder(room, **{field: value})
