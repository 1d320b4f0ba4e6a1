"""Sketches as images, each with its alternative text."""

import streamlit as st

from path_planner.domain.marks import Sketch
from path_planner.domain.session import Session
from path_planner.formats.sketch_svg import sketch_address
from path_planner.i18n import _
from path_planner.processes.model import Stage
from path_planner.services.session.sketches import sketches_of, strokes_of
from path_planner.ui.components.basics import escaped


def show_sketches(session: Session, stage: Stage) -> None:
    """Show the sketches of a stage."""
    if shown := pictures_of(session, stage):
        st.html(shown)


def pictures_of(session: Session, stage: Stage) -> str:
    """Return the sketches of a stage as HTML, or an empty string."""
    shown = "".join(_picture(session, sketch) for sketch in sketches_of(session, stage.id))
    return f'<div class="sketches">{shown}</div>' if shown else ""


def _picture(session: Session, sketch: Sketch) -> str:
    strokes = strokes_of(session, sketch.id)
    if not strokes:
        return ""
    words = sketch.words or _("A sketch with no description")
    return f'<img class="sketch" alt="{escaped(words)}" src="{sketch_address(sketch, strokes)}">'
