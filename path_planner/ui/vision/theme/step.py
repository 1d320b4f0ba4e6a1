"""Theme: put voices together, name what belongs together."""

import streamlit as st

from path_planner.errors import PlannerError
from path_planner.ui.messages import apologise
from path_planner.ui.parts import escaped, heading, told
from path_planner.ui.vision.at_first import at_first, not_yet
from path_planner.ui.vision.board import board
from path_planner.ui.vision.parts import look
from path_planner.ui.vision.theme.disagreements import disagreements
from path_planner.visioning.meeting import Meeting
from path_planner.words import say


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    look()
    if not meeting.vision.voices:
        heading(say("Theme"))
        at_first("theme", begun=False)
        sentence = say("There are no voices yet. Gather some first.")
        not_yet(meeting.vision, sentence, "gather", say("Go to “Gather”"))
        return
    # The step above says it to all others; the board needs the room.
    st.html(f'<h1 class="for-readers">{escaped(say("Theme"))}</h1>')
    told(say("What belongs together? People put the voices together, and people name the themes."))
    at_first("theme", begun=bool(meeting.vision.themes))
    _together()


@st.fragment(run_every=1.0)
def _together() -> None:
    """Show the board and the disagreements; each second they show what other windows did."""
    try:
        disagreements(board())
    except PlannerError as error:
        apologise(error)
