"""A page with a field for the title and one that adds people."""

from path_planner.ui import fields
from path_planner.ui.messages import show_messages
from path_planner.ui.next_line import add_line
from path_planner.ui.room import the_room
from path_planner.workshop.preparing import describe_session, welcome

session = the_room().session
show_messages()
fields.line(
    "Title", session.about.title, lambda room, text: describe_session(room, title=text), "title"
)
add_line("Add somebody", welcome, "new")
