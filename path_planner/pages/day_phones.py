"""Phones page of a day together: let phones in, and read what they sent."""

import streamlit as st

from path_planner.ui.event.frame import open_event_page
from path_planner.ui.phones.interest import interest_by_slips
from path_planner.ui.phones.letting_in import shows_big_codes
from path_planner.ui.phones.proxy import proxy
from path_planner.ui.phones.tray import tray
from path_planner.ui.screens.panel import devices

context = open_event_page("day_phones")
if not shows_big_codes(context):
    letters, room = st.columns((3, 2), gap="large")
    with letters:
        tray(context)
        proxy(context)
    with room:
        devices(context)
        interest_by_slips(context)
