"""Days together: start an Open Space or a World Café, the list of days, and imports."""

import streamlit as st

from path_planner.i18n import _
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.document_list import trash_list
from path_planner.ui.components.import_files import import_events
from path_planner.ui.components.sample_button import sample_event_button
from path_planner.ui.event.event_list import begin_event_form, event_list, title_of
from path_planner.ui.navigation import go_to
from path_planner.ui.page_frame import open_list_page
from path_planner.ui.stores import event_store

open_list_page("days")
heading(_("A day together"))
paragraph(
    _("Many people, many tables: Open Space, World Café, or both. What is said can reach a plan."),
    "lead",
)
begin_side, list_side = st.columns([5, 7], gap="large")
with begin_side:
    with st.container(border=True, key="begin-card"):
        heading(_("Start a day"), 2)
        begun = begin_event_form()
    with st.container(key="also"):
        begun = begun or sample_event_button()
        import_events()
    if begun:
        go_to("day", event=begun)
with list_side:
    heading(_("Your days"), 2)
    event_list()
    trash_list(event_store(), title_of)
