"""Poster: see it, choose who it is for and its paper, take it home."""

import streamlit as st

from path_planner.ui.bring_drawing_in import bring_drawing_in
from path_planner.ui.frame import open_page
from path_planner.ui.parts import heading
from path_planner.ui.poster_choices import poster_choices
from path_planner.ui.poster_preview import poster_preview
from path_planner.ui.replay import replay
from path_planner.ui.takeaway import takeaway
from path_planner.words import say

room = open_page("poster")
picture, choices = st.columns([7, 3.4], gap="medium")
with choices:
    options = poster_choices(room.session)
    with st.container(key="takeaway"):
        heading(say("Take it home"), 2)
        takeaway(room.session, options)
    bring_drawing_in()
# Last, so that everything else can be used while it is drawn.
with picture:
    poster_preview(room.session, options)
    replay(room)
