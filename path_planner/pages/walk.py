"""Stages page, at the address `walk`: one stage at a time."""

import streamlit as st

from path_planner.ui.components.timer import timer_bar
from path_planner.ui.live_updates import remember_revision
from path_planner.ui.page_frame import open_page
from path_planner.ui.walk.enrol_and_steps import stage_commitments
from path_planner.ui.walk.progress import (
    scroll_to_top,
    shared_screen_notice,
    stage_buttons,
    steps,
    this_stage,
)
from path_planner.ui.walk.question import drawing_hints, prompts, question
from path_planner.ui.walk.read_back import read_back_view
from path_planner.ui.walk.sketch_pad import sketch_pad
from path_planner.ui.walk.stages import current_stage, keep_in_address, reading_back
from path_planner.ui.walk.voices import voice_list

context = open_page("walk", titled=False)
session = remember_revision(context.document)
stage = keep_in_address(current_stage(session))
steps(session)
scroll_to_top(f"{stage.id} {reading_back()}")
if reading_back():
    read_back_view(context, stage)
else:
    asked, prompted, timed = st.columns([1.7, 1.25, 1], gap="medium")
    with asked:
        question(session, stage)
    with prompted:
        prompts(session, stage)
    with timed:
        timer_bar(stage)
        shared_screen_notice(session, stage)
    said, drawn = st.columns(2, gap="large")
    with said:
        with st.container(key="gathering"):
            stage_commitments(session, stage, context.now().astimezone().date())
        voice_list(session, stage)
    with drawn:
        sketch_pad(stage)
        drawing_hints(session, stage)
        this_stage(session, stage)
    stage_buttons(context, stage)
