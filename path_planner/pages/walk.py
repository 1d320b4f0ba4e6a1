"""Walk."""

from path_planner.ui.frame import open_page

room = open_page("walk")
