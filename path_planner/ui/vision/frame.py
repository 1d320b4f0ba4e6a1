"""The frame of the vision builder: the bar, and the links to the steps."""

from contextlib import suppress

import streamlit as st

from path_planner.domain.base import Document
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.services.context import VisionContext
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, link, vision_title
from path_planner.ui.components.messages import show_messages
from path_planner.ui.context import open_vision_context
from path_planner.ui.navigation import page
from path_planner.ui.page_frame import bar, saved_line, show_two_versions
from path_planner.ui.vision.steps import STEPS, Step

HERE = "vision_builder"


def open_vision(step: Step) -> VisionContext:
    """Begin a page of a vision: show bar, steps and messages; return the edit context."""
    context = open_vision_context()
    vision = context.document
    saved = _updated_saved_line if step.saves_alone else saved_line
    bar(page(HERE), vision_title(vision.about.title), vision, saved=saved)
    _steps(vision, step)
    show_messages()
    state.show_revision(vision.revision)
    show_two_versions(vision, step.name)
    return context


def _updated_saved_line(document: Document) -> None:
    with st.container(width="content", key="saved-anew"):
        # A fragment would take the whole width of the bar.
        saved_line_updated(document)


@st.fragment(run_every=2.0)
def saved_line_updated(document: Document) -> None:
    """Show when the vision was saved, updated while a fragment of the page saves."""
    with suppress(PlannerError):
        # If it cannot be read, the fragment that saves shows the error.
        document = open_vision_context().document
    saved_line(document)


def _steps(vision: Vision, current: Step) -> None:
    with st.container(horizontal=True, key="vision-steps", gap="small"):
        for number, step in enumerate(STEPS, start=1):
            title = _("{number}. {title}", number=number, title=_(step.title))
            with st.container(width="content", gap=None, key=f"step-{step.name}"):
                _step(vision, step, title, is_current=step is current)
                # As wide as its step: a long one wraps, and the steps stay in one row.
                st.html(f'<p class="how-far">{escaped(step.how_far(vision))}</p>')


def _step(vision: Vision, step: Step, title: str, *, is_current: bool) -> None:
    if is_current:
        label = escaped(title)
        st.html(f'<p class="here" aria-current="step">{label}</p>', width="content")
        return
    link(HERE, title, vision=vision.id, step=step.name)
