"""Plan: who does what by when, and how we will know."""

from path_planner.ui.parts import heading, told
from path_planner.visioning.meeting import Meeting
from path_planner.words import say, say_many


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    heading(say("Plan"))
    told(say_many("{count} action", "{count} actions", len(meeting.vision.actions)))
