"""Present: the stage the room is at, in large type, for the shared screen."""

from path_planner.ui.follow import seen_here
from path_planner.ui.frame import open_page
from path_planner.ui.presenting import presenting

room = open_page("present", titled=False, bare=True)
presenting(seen_here(room.session))
