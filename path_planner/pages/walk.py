"""Stages page, at the address `walk`: one stage at a time."""

import streamlit as st

from path_planner.processes.model import StageInput
from path_planner.processes.prompts import plans_alone
from path_planner.ui import state
from path_planner.ui.components.messages import show_messages
from path_planner.ui.components.timer import break_start, timer_bar
from path_planner.ui.live_updates import remember_revision
from path_planner.ui.page_frame import open_page
from path_planner.ui.walk.close import close_view
from path_planner.ui.walk.enrol_and_steps import commitment_field, stage_commitments
from path_planner.ui.walk.one_person import guest_of, guest_view, invitation_view, pause_view
from path_planner.ui.walk.progress import (
    foot,
    scroll_to_top,
    shared_screen_notice,
    steps,
    this_stage,
)
from path_planner.ui.walk.question import drawing_hints, prompts, question
from path_planner.ui.walk.read_back import read_back_view
from path_planner.ui.walk.sketch_pad import sketch_pad
from path_planner.ui.walk.stages import (
    GUEST,
    View,
    current_stage,
    keep_in_address,
    stage_start,
    view_shown,
)
from path_planner.ui.walk.voices import voice_field, voice_list

context = open_page("walk", titled=False, messages=False, bare=bool(state.query_param(GUEST)))
session = remember_revision(context.document)
stage = keep_in_address(current_stage(session))
view, guest = view_shown(), guest_of(session)
if guest is None:
    with st.container(horizontal=True, vertical_alignment="center", key="stage-row"):
        steps(session)
        timer_bar([stage_start(context, stage), break_start()], folded=plans_alone(session))
scroll_to_top(f"{stage.id} {view}")
if view is not View.STAGE or guest:
    show_messages()
if guest:
    guest_view(session, stage, guest)
elif view is View.CLOSE:
    close_view(session, context.now().astimezone().date())
elif view is View.READ_BACK:
    read_back_view(context, stage)
elif view is View.INVITATION:
    invitation_view(session, stage)
elif view is View.PAUSE:
    pause_view(session, stage)
else:
    question(session, stage)
    prompts(session, stage)
    shared_screen_notice(session, stage)
    if stage.gathers is StageInput.VOICES:
        voice_field(session, stage)
    else:
        commitment_field(session, stage)
    said, drawn = st.columns([5, 3], gap="medium")
    with said:
        show_messages()
        stage_commitments(session, stage, context.now().astimezone().date())
        if stage.gathers is not StageInput.VOICES:
            voice_field(session, stage)
        voice_list(session, stage)
    with drawn:
        sketch_pad(stage)
    drawing_hints(session, stage)
    this_stage(session, stage)
    foot(context, stage)
