"""Sketches to look at: each as an image of its own, with words for who does not see it."""

import streamlit as st

from path_planner.domain.mark import Sketch
from path_planner.domain.session import Session
from path_planner.exchange.sketch_svg import sketch_address
from path_planner.processes.process import Stage
from path_planner.ui.parts import escaped
from path_planner.words import say
from path_planner.workshop.sketching import sketches_of, strokes_of


def sketches_to_see(session: Session, stage: Stage) -> None:
    """Show the sketches of a stage."""
    pictures = [_picture(session, one) for one in sketches_of(session, stage.id)]
    shown = "".join(picture for picture in pictures if picture)
    if shown:
        st.html(f'<div class="sketches">{shown}</div>')


def _picture(session: Session, sketch: Sketch) -> str:
    strokes = strokes_of(session, sketch.id)
    if not strokes:
        return ""
    words = sketch.words or say("A sketch without a description")
    return f'<img class="sketch" alt="{escaped(words)}" src="{sketch_address(sketch, strokes)}">'
