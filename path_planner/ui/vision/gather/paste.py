"""A conversation record that is typed or pasted: one voice a line, or a table."""

from functools import partial

import streamlit as st

from path_planner.ui import state
from path_planner.ui.vision.gather.about import about_record
from path_planner.ui.vision.gather.results import PASTED
from path_planner.ui.vision.gather.work import Deed, carry_out
from path_planner.visioning.gathering.bringing_in import Gathered, add_record
from path_planner.visioning.meeting import Meeting
from path_planner.visioning.records.conversations import AboutRecord
from path_planner.visioning.records.files import record_of
from path_planner.words import say

_ROUND = "paste round"
_DRAFT = "paste draft"


def paste(meeting: Meeting) -> None:
    """Show where a record is pasted, and what is asked about it."""
    # A new name for each round: what was added is not there to be added again.
    name = f"paste {state.noted(_ROUND, 0)}"
    text = _text(state.key(f"{name} text"))
    about = about_record(meeting.vision, name)
    ready = bool(text.strip()) and about.agreed
    pressed = st.button(
        say("Add this conversation"),
        key=state.key("add conversation"),
        type="primary",
        icon=":material/add:",
        disabled=not ready,
        help=None if ready else say("Write what was said, and tick that people agreed."),
    )
    if pressed:
        tally = carry_out([Deed(say("This conversation"), partial(_add, text, about))])
        tally.remember(PASTED)
        if not tally.troubles:
            state.note(_ROUND, state.noted(_ROUND, 0) + 1)
            state.note(_DRAFT, "")
        st.rerun()


def _text(key: str) -> str:
    if not state.holds(key):
        # A field that is not shown is forgotten: somebody looked at another step meanwhile.
        state.put_in(key, state.noted(_DRAFT, ""))
    return st.text_area(
        say("What was said, one voice a line"),
        key=key,
        height=180,
        on_change=_remember,
        args=(state.subject(), key),
    )


def _remember(subject: state.Subject, key: str) -> None:
    # Somebody may have followed a link: this is heard even if the field is not drawn again.
    with state.acting_for(subject):
        state.note(_DRAFT, state.held(key, ""))


def _add(text: str, about: AboutRecord, meeting: Meeting) -> Gathered:
    return add_record(meeting, record_of(text), about)
