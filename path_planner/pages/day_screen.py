"""Present: the shared screen of a day together, in a window of its own."""

from path_planner.ui.event.frame import open_event_page

context = open_event_page("day_screen", bare=True)
