"""The group agreement: a few lines in the group's own words."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS
from path_planner.ui import fields, state
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import told
from path_planner.ui.room import act
from path_planner.words import mark, say
from path_planner.workshop.preparing import change_promise, promise
from path_planner.workshop.room import Kept, Room

SUGGESTED = (
    mark("One person speaks at a time."),
    mark("The pathfinder has the last word."),
    mark("Anybody may take a break or say pass."),
    mark("We use plain words, and ask when something is unclear."),
    mark("What is said here stays here, unless we agree to share it."),
    mark("Phones are quiet."),
)


def agreement_list(room: Room) -> None:
    """Show the lines agreed on, some to tap, and one field for own words."""
    agreed = in_order(room.session.agreement)
    with st.container(key="agreed"):
        for number, line in enumerate(agreed, start=1):
            fields.line(
                say("Line {number}", number=number),
                line.text,
                partial(_reword, line.id),
                f"promise {line.id}",
                max_chars=MOST_LETTERS,
            )
        if agreed:
            told(say("Empty a line to take it out."), "facts")
    add_line(say("Add a line in your own words"), promise, "new promise")
    said = {line.text for line in agreed}
    left = [one for one in SUGGESTED if say(one) not in said]
    if left:
        told(say("Or tap one to add it, then put it in your own words:"))
    with st.container(horizontal=True, key="suggested"):
        for one in left:
            st.button(
                say(one),
                key=state.key(f"suggested {SUGGESTED.index(one)}"),
                icon=":material/add:",
                on_click=act,
                args=(promise, say(one)),
            )


def _reword(promise_id: str, room: Room, text: str) -> Kept:
    return change_promise(room, promise_id, text)
