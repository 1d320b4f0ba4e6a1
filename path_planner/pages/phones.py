"""Phones page of a PATH: let phones in, and read what they sent."""

from path_planner.ui.page_frame import open_page
from path_planner.ui.phones.letting_in import letting_in
from path_planner.ui.phones.tray import tray

context = open_page("phones")
letting_in(context)
tray(context)
