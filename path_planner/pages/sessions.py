"""Sessions: begin a PATH, open one, bring one in, see what is due."""

from datetime import date

import streamlit as st

from path_planner.ui.begin_form import begin_form
from path_planner.ui.bring_in import bring_in_files
from path_planner.ui.due_list import due_list
from path_planner.ui.frame import open_front
from path_planner.ui.front import credits_line, welcome_lines
from path_planner.ui.parts import heading
from path_planner.ui.places import link_to, place
from path_planner.ui.removed_list import removed_list
from path_planner.ui.sample_button import sample_button
from path_planner.ui.session_list import session_list, title_of
from path_planner.ui.the_store import the_store
from path_planner.words import say

open_front("sessions")
welcome_lines()
begin_side, list_side = st.columns([5, 7], gap="large")
with begin_side:
    with st.container(border=True, key="begin-card"):
        heading(say("Begin a PATH"), 2)
        begun = begin_form()
    with st.container(key="also"):
        begun = begun or sample_button()
        bring_in_files()
    if begun:
        onward = "walk" if begun.voices else "prepare"
        st.switch_page(place(onward).file, query_params=link_to(onward, session=begun.id))
with list_side:
    with st.container(key="what-is-due"):
        due_list(date.today())  # noqa: DTZ011  (the day where the people are)
    heading(say("Your sessions"), 2)
    session_list()
    removed_list(the_store(), title_of)
credits_line()
