"""Open Space: topics that people bring, the agenda wall, reports, news and the closing circle."""

import streamlit as st

from path_planner.errors import PlannerError
from path_planner.i18n import N_, _
from path_planner.ui.components.basics import escaped
from path_planner.ui.components.messages import show_error
from path_planner.ui.event.frame import open_event_page
from path_planner.ui.event.open_space.board import agenda_board
from path_planner.ui.event.open_space.parts import (
    clock,
    closing,
    new_topic,
    news,
    reports,
    what_it_is,
)
from path_planner.ui.live_updates import poll_for_changes, remember_revision
from path_planner.ui.vision.components import apply_component_css, part_tabs

PARTS = {
    "agenda": N_("Agenda"),
    "reports": N_("Reports"),
    "news": N_("News wall"),
    "closing": N_("Closing circle"),
}


@st.fragment(run_every=1.0)
def wall() -> None:
    """Show the agenda wall, updated each second."""
    try:
        # What the wall shows already needs no rerun of the whole page.
        remember_revision(agenda_board().document)
    except PlannerError as error:
        show_error(error)


context = open_event_page("open_space", titled=False)
event = remember_revision(context.document)
apply_component_css()
st.html(f'<h1 dir="auto">{escaped(event.about.question or _("Open Space"))}</h1>')
part = part_tabs("open-space", PARTS)
clock(context)
if part == "agenda":
    what_it_is(event)
    new_topic()
    wall()
else:
    {"reports": reports, "news": news, "closing": closing}[part](context)
    poll_for_changes()
