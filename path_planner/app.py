"""The app: its pages, its language and its look."""

import streamlit as st

from path_planner.resources import package_file
from path_planner.ui import style
from path_planner.ui.messages import apologise
from path_planner.ui.places import PLACES
from path_planner.ui.room import speak
from path_planner.words import say

speak()
st.set_page_config(
    page_title=say("Path Planner"), page_icon=str(package_file("ui/icon.svg")), layout="wide"
)
pages = [
    st.Page(one.file, title=say(one.title), icon=one.icon, url_path=one.name, default=not number)
    for number, one in enumerate(PLACES)
]
here = st.navigation(pages, position="hidden")
style.wear(here.url_path or PLACES[0].name)
try:
    here.run()
except Exception as error:  # noqa: BLE001  (the one place where a page's failure is told)
    apologise(error)
