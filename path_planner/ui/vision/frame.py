"""The frame of the vision builder: the bar, and the steps as links."""

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.ui.frame import bar
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
    bar(place(HERE), vision_title(vision.about.title), vision)
    _steps(vision, step)
    show_messages()
    return meeting


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
