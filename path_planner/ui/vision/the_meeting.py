"""The meeting of the vision builder's page, and how its use cases are called."""

from path_planner.ui.room import act, the_meeting, try_to

__all__ = ["act", "the_meeting", "try_to"]
