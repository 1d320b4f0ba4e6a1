"""Gather: PATHs and conversations come in as agreed, and are looked over before printing."""

import streamlit as st

from path_planner.resources import package_file
from path_planner.ui.parts import heading, told
from path_planner.ui.vision.at_first import at_first
from path_planner.ui.vision.gather.bring_in import bring_in
from path_planner.ui.vision.gather.check import check
from path_planner.ui.vision.gather.sources import sources
from path_planner.ui.vision.parts import look, part_of
from path_planner.visioning.meeting import Meeting
from path_planner.words import mark, say

PARTS = {
    "in": mark("Bring in"),
    "heard": mark("Who was heard"),
    "check": mark("Check before printing"),
}
SHOWN = {"in": bring_in, "heard": sources, "check": check}


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    look()
    st.html(package_file("ui/vision/gather/look.css"))
    heading(say("Gather"))
    told(
        say("Only what people agreed to share comes in, and their names are taken out of it."),
        "lead",
    )
    at_first("gather", begun=bool(meeting.vision.sources))
    SHOWN[part_of("gather", PARTS)](meeting)
