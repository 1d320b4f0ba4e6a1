"""Open Space: a page of a day together."""

from path_planner.ui.event.frame import open_event_page

context = open_event_page("open_space")
