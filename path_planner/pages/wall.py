"""Wall page: the whole PATH at once, drawn live while people speak."""

import streamlit as st

from path_planner.i18n import _
from path_planner.ui.components.basics import escaped
from path_planner.ui.page_frame import open_page
from path_planner.ui.wall import wall

open_page("wall", titled=False)
# A heading for screen readers: others see what the wall is.
st.html(f'<h1 class="for-readers">{escaped(_("Wall"))}</h1>')
wall()
