"""Commitments page: all commitments with their status, and the reviews."""

import streamlit as st

from path_planner.ui.commitments.overview import commitment_downloads, follow_up, reviews_section
from path_planner.ui.live_updates import poll_for_changes, remember_revision
from path_planner.ui.page_frame import open_page

context = open_page("commitments")
session = remember_revision(context.document)
today = context.now().astimezone().date()
list_side, other_side = st.columns([1.7, 1], gap="large")
with list_side:
    follow_up(session, today)
with other_side:
    commitment_downloads(session)
    reviews_section(session)
poll_for_changes()
