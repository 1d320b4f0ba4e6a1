"""Commitments: who said yes to what, by when, how it went, and looking back together."""

import streamlit as st

from path_planner.ui.follow import seen_here, watch
from path_planner.ui.follow_up import follow_up, take_along
from path_planner.ui.frame import open_page
from path_planner.ui.looking_back import looking_back

room = open_page("commitments")
session = seen_here(room.session)
today = room.now().astimezone().date()
list_side, other_side = st.columns([1.7, 1], gap="large")
with list_side:
    follow_up(session, today)
with other_side:
    take_along(session)
    looking_back(session)
watch()
