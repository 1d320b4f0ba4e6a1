"""Start page: start a PATH, the list of PATHs, imports, due steps."""

from datetime import date

import streamlit as st

from path_planner.i18n import _
from path_planner.processes.prompts import is_for_one_person
from path_planner.ui.components.basics import heading, title_of
from path_planner.ui.components.document_list import trash_list
from path_planner.ui.components.import_files import import_sessions
from path_planner.ui.components.sample_button import sample_button
from path_planner.ui.navigation import go_to
from path_planner.ui.page_frame import open_list_page
from path_planner.ui.sessions.backup import backup_section
from path_planner.ui.sessions.session_list import due_list, other_documents, session_list
from path_planner.ui.sessions.welcome import credits_line, new_session_form, welcome_lines
from path_planner.ui.stores import session_store

today = date.today()  # noqa: DTZ011  (the day where the people are)
open_list_page("sessions")
welcome_lines()
begin_side, list_side = st.columns([5, 7], gap="large")
with begin_side:
    with st.container(border=True, key="begin-card"):
        heading(_("Start a PATH"), 2)
        begun = new_session_form()
    with st.container(key="also"):
        begun = begun or sample_button()
        import_sessions()
    if begun:
        onward = "walk" if begun.voices or is_for_one_person(begun) else "prepare"
        go_to(onward, session=begun.id)
with list_side:
    with st.container(key="what-is-due"):
        due_list(today)
    heading(_("Your PATHs"), 2)
    session_list()
    trash_list(session_store(), title_of)
    other_documents()
    with st.container(key="backup"):
        backup_section(today)
credits_line()
