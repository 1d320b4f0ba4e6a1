"""Prepare a day together: what it is about, what is promised, who comes, times and rooms."""

import streamlit as st

from path_planner.i18n import N_, _
from path_planner.methods.model import Feature
from path_planner.methods.registry import has
from path_planner.ui.components.basics import heading, next_link, paragraph
from path_planner.ui.event.frame import open_event_page
from path_planner.ui.event.prepare.details import closing, consent, details, promises
from path_planner.ui.event.prepare.guests import guest_list
from path_planner.ui.event.prepare.plan import room_list, slot_list
from path_planner.ui.history.view import history_view, shows_history
from path_planner.ui.vision.components import apply_component_css, part_tabs

PARTS = {
    "about": N_("The day"),
    "guests": N_("Guests"),
    "plan": N_("Times and rooms"),
    "history": N_("History"),
}

context = open_event_page("day", titled=False)
apply_component_css()
heading(_("History") if shows_history() else _("Prepare the day"))
part = part_tabs("day", PARTS)
if part == "about":
    details(context.document)
    heading(_("What we promise"), 2)
    promises(context.document)
    heading(_("What people agreed to"), 2)
    consent(context.document)
    closing(context)
elif part == "guests":
    guest_list(context)
elif part == "plan":
    heading(_("Times"), 2)
    slot_list(context.document)
    if has(context.document, Feature.AGENDA):
        heading(_("Rooms"), 2)
        room_list(context.document)
else:
    history_view(context)
if part != "history":
    paragraph(_("Everything here can change until the day begins, and during it."), "facts")
    with st.container(horizontal=True):
        if has(context.document, Feature.TABLES):
            next_link("world_cafe", _("Ready: to the World Café"))
        if has(context.document, Feature.AGENDA):
            next_link("open_space", _("Ready: to the Open Space"))
