"""Present: the shared screen of a day together, in a window of its own."""

import streamlit as st

from path_planner.domain.event.about import SlotKind
from path_planner.i18n import N_, _
from path_planner.methods.model import Feature
from path_planner.methods.registry import has
from path_planner.ui import navigation, state
from path_planner.ui.components.basics import link
from path_planner.ui.components.timer import timer_display
from path_planner.ui.event.cafe.screen import cafe_screen
from path_planner.ui.event.frame import open_event_page
from path_planner.ui.event.screen import agenda_screen, current_slot, screen_top
from path_planner.ui.live_updates import poll_for_changes, remember_revision

VIEWS = {"agenda": N_("Agenda wall"), "cafe": N_("Tables and harvest")}

context = open_event_page("day_screen", titled=False, bare=True)
event, now = remember_revision(context.document), context.now()
slot = current_slot(event, now)
in_cafe = event.clock.stage in event.rounds or (
    slot is not None and slot.kind in (SlotKind.ROUND, SlotKind.HARVEST)
)
views = {
    "agenda": has(event, Feature.AGENDA),
    "cafe": has(event, Feature.TABLES),
}
wanted = state.query_param("part")
fitting = "cafe" if views["cafe"] and (in_cafe or not views["agenda"]) else "agenda"
shown = wanted if views.get(wanted) else fitting
with st.container(key="day-screen"):
    screen_top(event, question=shown == "agenda")
    if shown == "cafe":
        cafe_screen(context)
        poll_for_changes()
    else:
        with st.container(key="corner"):
            timer_display(_("left of this time"))
        agenda_screen()
with st.container(key="leave", horizontal=True, vertical_alignment="center"):
    if all(views.values()):
        other = "agenda" if shown == "cafe" else "cafe"
        st.button(
            _(VIEWS[other]),
            key=state.key("other view"),
            icon=":material/swap_horiz:",
            on_click=navigation.show,
            kwargs={"part": other},
        )
    back = "world_cafe" if shown == "cafe" else "open_space"
    link(back, _("Back to the day"), icon=":material/arrow_back:")
