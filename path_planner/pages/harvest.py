"""Harvest: what people take from the tables, and its groups."""

from path_planner.ui.event.cafe.harvest import harvest_page
from path_planner.ui.event.frame import open_event_page
from path_planner.ui.live_updates import poll_for_changes, remember_revision

context = open_event_page("harvest")
remember_revision(context.document)
harvest_page(context)
poll_for_changes()
