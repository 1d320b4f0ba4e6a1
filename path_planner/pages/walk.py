"""Walk: one stage a page, for a group that wants calm."""

import streamlit as st

from path_planner.ui.clock_face import clock
from path_planner.ui.follow import seen_here
from path_planner.ui.frame import open_page
from path_planner.ui.from_the_top import from_the_top
from path_planner.ui.gathering import gathering
from path_planner.ui.read_back import reading
from path_planner.ui.sketch_pad import sketch_pad
from path_planner.ui.stages import reading_back, stage_here, stay_at
from path_planner.ui.voice_list import voice_list
from path_planner.ui.walk_question import drawing_hints, prompts, question
from path_planner.ui.walk_steps import room_is_elsewhere, steps, this_stage, way_on

room = open_page("walk", titled=False)
session = seen_here(room.session)
stage = stay_at(stage_here(session))
steps(session)
from_the_top(f"{stage.id} {reading_back()}")
if reading_back():
    reading(room, stage)
else:
    asked, prompted, timed = st.columns([1.7, 1.25, 1], gap="medium")
    with asked:
        question(session, stage)
    with prompted:
        prompts(session, stage)
    with timed:
        clock(stage)
        room_is_elsewhere(session, stage)
    said, drawn = st.columns(2, gap="large")
    with said:
        with st.container(key="gathering"):
            gathering(session, stage, room.now().astimezone().date())
        voice_list(session, stage)
    with drawn:
        sketch_pad(stage)
        drawing_hints(session, stage)
        this_stage(session, stage)
    way_on(room, stage)
