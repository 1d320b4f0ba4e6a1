"""Prioritise: choose together what the plan works on."""

from path_planner.ui.parts import heading, told
from path_planner.visioning.meeting import Meeting
from path_planner.words import say, say_many


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    heading(say("Prioritise"))
    told(say_many("{count} priority", "{count} priorities", len(meeting.vision.priorities)))
