"""Phones page of a day together: let phones in, and read what they sent."""

from path_planner.ui.event.frame import open_event_page
from path_planner.ui.phones.letting_in import letting_in
from path_planner.ui.phones.tray import tray

context = open_event_page("day_phones")
letting_in(context)
tray(context)
