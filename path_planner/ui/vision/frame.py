"""The frame of the vision builder: the bar, and the steps as links."""

from contextlib import suppress

import streamlit as st

from path_planner.domain.document import Document
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.ui.frame import bar, saved_line
from path_planner.ui.messages import show_messages
from path_planner.ui.parts import escaped
from path_planner.ui.places import link_to, place
from path_planner.ui.room import the_meeting
from path_planner.ui.vision.steps import STEPS, Step
from path_planner.ui.vision.title import vision_title
from path_planner.visioning.meeting import Meeting
from path_planner.words import say

HERE = "vision_builder"


def open_vision(step: Step) -> Meeting:
    """Begin the page of a vision at a step: its bar, its steps, its messages."""
    meeting = the_meeting()
    vision = meeting.vision
    saved = _saved_anew if step.saves_alone else saved_line
    bar(place(HERE), vision_title(vision.about.title), vision, saved=saved)
    _steps(vision, step)
    show_messages()
    return meeting


def _saved_anew(shown: Document) -> None:
    with st.container(width="content", key="saved-anew"):
        # A part that is drawn by itself would take all the room of the bar.
        saved_meanwhile(shown)


@st.fragment(run_every=2.0)
def saved_meanwhile(shown: Document) -> None:
    """Say when the vision was saved, and again while a part of the page saves by itself."""
    with suppress(PlannerError):
        # Where it cannot be read, the part that saves says so.
        shown = the_meeting().vision
    saved_line(shown)


def _steps(vision: Vision, here: Step) -> None:
    with st.container(horizontal=True, key="vision-steps", gap="small"):
        for number, one in enumerate(STEPS, start=1):
            title = say("{number}. {title}", number=number, title=say(one.title))
            with st.container(width="content", gap=None, key=f"step-{one.name}"):
                _step(vision, one, title, here=one is here)
                st.html(f'<p class="how-far">{escaped(one.how_far(vision))}</p>', width="content")


def _step(vision: Vision, one: Step, title: str, *, here: bool) -> None:
    if here:
        shown = escaped(title)
        st.html(f'<p class="here" aria-current="step">{shown}</p>', width="content")
        return
    st.page_link(
        place(HERE).file, label=title, query_params=link_to(HERE, vision=vision.id, step=one.name)
    )
