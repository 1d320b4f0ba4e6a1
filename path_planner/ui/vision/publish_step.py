"""Publish: the plan and all that goes with it, to take away."""

from path_planner.ui.parts import heading, told
from path_planner.visioning.meeting import Meeting
from path_planner.words import say, say_many


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    heading(say("Publish"))
    told(
        say_many(
            "{count} document printed", "{count} documents printed", len(meeting.vision.printed)
        )
    )
