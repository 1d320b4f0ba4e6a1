"""Open Space: a page of a day together."""

from path_planner.domain.event.contribution import Part
from path_planner.ui.event.frame import open_event_page
from path_planner.ui.event.lines import lines_part

context = open_event_page("open_space")
lines_part(context, Part.NEWS)
