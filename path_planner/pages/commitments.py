"""Commitments: who said yes to what, by when, how it went, and looking back together."""

import streamlit as st

from path_planner.ui.commitments.overview import follow_up, take_along
from path_planner.ui.commitments.review import reviews_section
from path_planner.ui.live_updates import poll_for_changes, remember_revision
from path_planner.ui.page_frame import open_page

room = open_page("commitments")
session = remember_revision(room.document)
today = room.now().astimezone().date()
list_side, other_side = st.columns([1.7, 1], gap="large")
with list_side:
    follow_up(session, today)
with other_side:
    take_along(session)
    reviews_section(session)
poll_for_changes()
