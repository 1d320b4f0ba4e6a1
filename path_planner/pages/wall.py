"""Wall: the whole PATH at once, drawn live while people speak."""

import streamlit as st

from path_planner.ui.frame import open_page
from path_planner.ui.parts import escaped
from path_planner.ui.wall import wall
from path_planner.words import say

open_page("wall", titled=False)
# The wall itself shows what it is; only readers need to be told.
st.html(f'<h1 class="for-readers">{escaped(say("Wall"))}</h1>')
wall()
