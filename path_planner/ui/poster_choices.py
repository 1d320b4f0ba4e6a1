"""What can be chosen for a poster: who it is for, its paper, its colours."""

import streamlit as st

from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.exports.export import Options
from path_planner.exports.paper import SHEETS, Paper
from path_planner.scene.model import Audience
from path_planner.ui import state
from path_planner.ui.messages import notice
from path_planner.words import mark, say, say_many

AUDIENCE_WORDS = {
    Audience.CIRCLE: mark("For the circle: without private words"),
    Audience.PATHFINDER: mark("For the pathfinder: everything"),
}
PAPER_WORDS = {
    Paper.A4: mark("A4 (210 × 297 mm)"),
    Paper.A3: mark("A3 (297 × 420 mm)"),
    Paper.A2: mark("A2 (420 × 594 mm)"),
    Paper.A1: mark("A1 (594 × 841 mm)"),
    Paper.A0: mark("A0 (841 × 1189 mm)"),
    Paper.WALL: mark("Wall (914 × 1829 mm)"),
}
PIECES_WORDS = {
    "": mark("One piece"),
    Paper.A4: mark("A4 sheets to glue together"),
    Paper.A3: mark("A3 sheets to glue together"),
}
INK_WORDS = {False: mark("In colour"), True: mark("Little ink: lines and words")}


def poster_choices(session: Session) -> Options:
    """Show the choices, the safe one first, and return what is chosen."""
    audience = st.radio(
        say("For whom"),
        list(AUDIENCE_WORDS),
        format_func=lambda one: say(AUDIENCE_WORDS[one]),
        key=state.key("audience"),
    )
    with st.container(key="left-out"):
        notice(left_out(session, audience or Audience.CIRCLE))
    paper = _paper()
    pieces = _pieces(paper)
    low_ink = st.radio(
        say("Colours"),
        list(INK_WORDS),
        format_func=lambda one: say(INK_WORDS[one]),
        key=state.key("ink"),
    )
    return Options(
        paper=paper,
        tiled=Paper(pieces) if pieces else None,
        low_ink=bool(low_ink),
        audience=audience or Audience.CIRCLE,
    )


def _paper() -> Paper:
    chosen = st.selectbox(
        say("Paper"),
        list(Paper),
        index=list(Paper).index(Paper.A1),
        format_func=lambda one: say(PAPER_WORDS[one]),
        key=state.key("paper"),
    )
    return chosen or Paper.A1


def _pieces(paper: Paper) -> str:
    choices = ["", *(sheet for sheet in SHEETS if sheet.size[0] < paper.size[0])]
    field = state.key("pieces")
    if state.held(field, "") not in choices:
        state.put_in(field, "")
    chosen = st.selectbox(
        say("Printed as (PDF)"),
        choices,
        format_func=lambda one: say(PIECES_WORDS[one]),
        key=field,
        disabled=len(choices) == 1,
    )
    return chosen or ""


def left_out(session: Session, audience: Audience) -> str:
    """Say how many private lines this poster shows or leaves out."""
    private = sum(voice.share is Share.PRIVATE for voice in session.voices.values())
    if not private:
        return say("Nothing in this plan is marked as private.")
    if audience is Audience.CIRCLE:
        return say_many(
            "{count} private line is left out.", "{count} private lines are left out.", private
        )
    return say_many(
        "{count} private line is shown. Give this only to the pathfinder.",
        "{count} private lines are shown. Give this only to the pathfinder.",
        private,
    )
