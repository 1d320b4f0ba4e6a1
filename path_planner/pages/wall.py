"""Wall: the whole PATH at once, drawn live while people speak."""

from path_planner.ui.frame import open_page
from path_planner.ui.wall import wall

open_page("wall", titled=False)
wall()
