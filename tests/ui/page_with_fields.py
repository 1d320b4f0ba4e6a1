"""A page with a field for the title and one that adds people."""

from path_planner.services.session.people import add_person, describe_session
from path_planner.ui.components import autosave
from path_planner.ui.components.line_input import line_input
from path_planner.ui.components.messages import show_messages
from path_planner.ui.context import open_session

session = open_session().document
show_messages()
autosave.text_input(
    "Title", session.about.title, lambda room, text: describe_session(room, title=text), "title"
)
line_input("Add somebody", add_person, "new")
