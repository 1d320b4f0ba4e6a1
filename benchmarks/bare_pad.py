"""A page with nothing but the drawing component of the sketch pad; keeps each stroke durably."""

import json
import os
import sys
from pathlib import Path

import streamlit as st
from streamlit_drawable_canvas import st_canvas

folder = Path(sys.argv[1])
kept = folder / "drawing.json"
first = json.loads((folder / "first.json").read_text())
told = st_canvas(
    initial_drawing=first,
    stroke_width=6,
    width=1100,
    height=620,
    drawing_mode="freedraw",
    key="pad",
)
st.html("<h1>Pad</h1>")
if told.json_data is not None:
    new = kept.with_suffix(".new")
    with new.open("w") as file:
        json.dump(told.json_data, file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(kept)
