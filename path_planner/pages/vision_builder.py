"""The vision builder: many PATHs become one community plan, step by step."""

import streamlit as st

from path_planner.i18n import _
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.components.document_list import trash_list
from path_planner.ui.components.import_files import import_visions
from path_planner.ui.components.sample_button import sample_vision_button
from path_planner.ui.navigation import go_to
from path_planner.ui.page_frame import open_list_page
from path_planner.ui.stores import vision_store
from path_planner.ui.vision.publish.documents import forget_outdated
from path_planner.ui.vision.steps import HERE, current_step, open_vision, six_steps
from path_planner.ui.vision.vision_list import begin_vision_form, title_of, vision_list

if state.session_id():
    # The page is about a vision: actions here must never change a session.
    state.set_query(session="")
if state.vision_id():
    step = current_step()
    context = open_vision(step)
    forget_outdated(context.document)
    step.show(context)
else:
    open_list_page(HERE)
    heading(_("Build a vision together"))
    paragraph(
        _("Turn many PATHs and conversations into one community plan, without losing a voice."),
        "lead",
    )
    heading(_("Six steps, from many voices to one plan"), 2)
    six_steps()
    begin_side, list_side = st.columns([5, 7], gap="large")
    with begin_side:
        with st.container(border=True, key="begin-card"):
            heading(_("Start a vision"), 2)
            begun = begin_vision_form()
        with st.container(key="also"):
            begun = begun or sample_vision_button()
            import_visions()
        if begun:
            go_to(HERE, vision=begun)
    with list_side:
        heading(_("Your visions"), 2)
        vision_list()
        trash_list(vision_store(), title_of)
