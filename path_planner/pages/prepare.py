"""Prepare page: details, people, agreement, consent, the preparation sheet, and the history."""

import streamlit as st

from path_planner.i18n import _
from path_planner.processes.prompts import plans_alone
from path_planner.ui.components.basics import heading, next_link, paragraph
from path_planner.ui.history.view import history_link, history_part, shows_history
from path_planner.ui.page_frame import open_page
from path_planner.ui.prepare.consent import agreement_list, consent_form, deletion_day
from path_planner.ui.prepare.details import prep_sheet, session_details
from path_planner.ui.prepare.people import people_list

context = open_page("prepare", titled=False)
deletion_day(context)
if shows_history():
    history_part(context)
else:
    with st.container(horizontal=True, vertical_alignment="center", key="prepare-head"):
        heading(_("Prepare"))
        paragraph(_("Everything here is optional."), "lead")
        history_link(shows=False)
    heading(_("The people"), 2)
    people_list(context)
    heading(_("The day"), 2)
    session_details(context.document)
    if not plans_alone(context.document):
        heading(_("Our group agreement"), 2)
        agreement_list(context)
    heading(_("Consent"), 2)
    consent_form(context.document)
    if not plans_alone(context.document):
        heading(_("Getting-ready sheet"), 2)
        prep_sheet(context.document)
    next_link("walk", _("Ready: start with the dream"))
