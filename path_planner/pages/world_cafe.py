"""World Café: who sits where, the rounds with their clock, and the tablecloths."""

from path_planner.ui.event.cafe.page import cafe_page
from path_planner.ui.event.frame import open_event_page
from path_planner.ui.live_updates import remember_revision

context = open_event_page("world_cafe", titled=False)
remember_revision(context.document)
cafe_page(context)
