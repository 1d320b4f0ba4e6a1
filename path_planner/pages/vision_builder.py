"""The vision builder: many PATHs become one community plan, step by step."""

import streamlit as st

from path_planner.ui import state
from path_planner.ui.bring_in import bring_in_visions
from path_planner.ui.frame import open_front
from path_planner.ui.parts import heading, told
from path_planner.ui.places import link_to, place
from path_planner.ui.removed_list import removed_list
from path_planner.ui.sample_button import sample_vision_button
from path_planner.ui.the_store import the_vision_store
from path_planner.ui.vision.address import stay_here
from path_planner.ui.vision.frame import HERE, open_vision
from path_planner.ui.vision.steps import step_here
from path_planner.ui.vision.vision_list import begin_vision_form, title_of, vision_list
from path_planner.words import say

if state.session_id():
    # The page is about a vision: what is done here must never go to a session.
    state.go(session="")
stay_here()
if state.vision_id():
    step = step_here()
    step.show(open_vision(step))
else:
    open_front(HERE)
    heading(say("Build a vision together"))
    told(say("Many PATHs and conversations become one plan, and no voice is lost."), "lead")
    begin_side, list_side = st.columns([5, 7], gap="large")
    with begin_side:
        with st.container(border=True, key="begin-card"):
            heading(say("Begin a vision"), 2)
            begun = begin_vision_form()
        with st.container(key="also"):
            begun = begun or sample_vision_button()
            bring_in_visions()
        if begun:
            st.switch_page(place(HERE).file, query_params=link_to(HERE, vision=begun))
    with list_side:
        heading(say("Your visions"), 2)
        vision_list()
        removed_list(the_vision_store(), title_of)
