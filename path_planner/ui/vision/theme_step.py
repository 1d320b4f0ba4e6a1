"""Theme: put voices together, name what belongs together."""

from path_planner.ui.parts import heading, told
from path_planner.visioning.meeting import Meeting
from path_planner.words import say, say_many


def show(meeting: Meeting) -> None:
    """Show this step of the vision."""
    heading(say("Theme"))
    told(say_many("{count} theme", "{count} themes", len(meeting.vision.themes)))
