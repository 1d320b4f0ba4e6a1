"""A bare Streamlit page: a field, and what was entered in it below, the newest first."""

from html import escape

import streamlit as st

SHOWN = 8

lines = st.session_state.setdefault("lines", [])
if (words := st.chat_input("What do they say?")) is not None:
    lines.insert(0, words)
for line in lines[:SHOWN]:
    st.html(f'<p class="voice">{escape(line)}</p>')
