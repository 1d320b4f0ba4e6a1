"""Opening a vote: what can be voted on, and how."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.choosing import METHOD_WORDS, Method
from path_planner.domain.vision.vision import Vision
from path_planner.ui import state
from path_planner.ui.parts import empty, escaped, told
from path_planner.ui.room import try_to
from path_planner.ui.vision.parts import priority_title, said_of_priority, several, turn_to
from path_planner.ui.vision.prioritise.priorities import lone_voices
from path_planner.visioning.prioritising.voting import open_vote
from path_planner.words import mark, say

_HOW = {
    Method.DOTS: mark("Each person gives dots in secret, one after another at this screen."),
    Method.HANDS: mark("People raise a hand. You count, and write the numbers down."),
    Method.FISTS: mark("People show none to five fingers. A closed fist says: I cannot go along."),
}


def open_one(vision: Vision) -> None:
    """Let a vote be opened, once there is something to vote on."""
    ids = [one.id for one in in_order(vision.priorities)]
    if not ids:
        empty(say("There is nothing to vote on yet. Write priorities first."))
        st.button(
            say("Write priorities"), key=state.key("to the list"), on_click=turn_to, args=("list",)
        )
        return
    told(say("First alone, in secret. Then talk. Then, if you want, once more."))
    st.html(_table(vision, ids))
    with st.form("open-vote"):
        _form(vision, ids)
    lone_voices(vision)


def _form(vision: Vision, ids: Sequence[str]) -> None:
    method = st.radio(
        say("How do people choose?"),
        list(Method),
        format_func=_method,
        captions=[say(_HOW[one]) for one in Method],
        key=state.key("vote method"),
    )
    question = st.text_input(
        say("The question"),
        value=say("What should we work on first?"),
        max_chars=MOST_LETTERS_IN_A_LINE,
        key=state.key("vote question"),
    )
    dots = st.number_input(
        say("Dots for each person (secret dots only)"),
        min_value=1,
        max_value=20,
        value=3,
        step=1,
        key=state.key("vote dots"),
    )
    asked = several(
        say("What is asked about? Choose none to ask about all."),
        ids,
        partial(priority_title, vision),
        state.key("vote options"),
    )
    if st.form_submit_button(say("Open the vote"), type="primary", key=state.key("open the vote")):
        try_to(open_vote, method or Method.DOTS, asked, question=question, dots=int(dots))
        st.rerun()


def _method(method: Method) -> str:
    return say(METHOD_WORDS[method])


def _table(vision: Vision, ids: Sequence[str]) -> str:
    """Write what can be voted on, from which themes, and how many said it."""
    head = "".join(
        f'<th scope="col">{escaped(one)}</th>'
        for one in (say("Priority"), say("Themes"), say("Who said it"))
    )
    rows = ""
    for one in ids:
        themes = [
            vision.themes[t].name for t in vision.priorities[one].themes if t in vision.themes
        ]
        rows += (
            f'<tr><th scope="row" dir="auto">{escaped(priority_title(vision, one))}</th>'
            f'<td dir="auto">{escaped(" · ".join(themes) or say("No theme"))}</td>'
            f"<td>{escaped(said_of_priority(vision, one))}</td></tr>"
        )
    caption = escaped(say("What can be voted on"))
    return (
        f'<div class="table-box" tabindex="0" role="region" aria-label="{caption}">'
        f'<table class="plan-table"><caption>{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
