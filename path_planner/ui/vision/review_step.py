"""Review: look back at what was said and what was done."""

from path_planner.ui.parts import heading, told
from path_planner.visioning.meeting import Meeting
from path_planner.words import say, say_many


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    heading(say("Review"))
    told(say_many("{count} round", "{count} rounds", len(meeting.vision.rounds)))
