"""Gather: choose PATHs and conversations, and check what may travel."""

from path_planner.ui.parts import heading, told
from path_planner.visioning.meeting import Meeting
from path_planner.words import say, say_many


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    heading(say("Gather"))
    told(say_many("{count} source", "{count} sources", len(meeting.vision.sources)))
