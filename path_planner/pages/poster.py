"""Poster page: options, preview, downloads, time-lapse."""

import streamlit as st

from path_planner.i18n import _
from path_planner.ui.components.basics import heading
from path_planner.ui.page_frame import open_page
from path_planner.ui.poster.downloads import (
    blank_forms,
    downloads,
    import_drawing_form,
    off_paper_notice,
    poster_choices,
    poster_preview,
)
from path_planner.ui.poster.timelapse import replay

context = open_page("poster")
picture, choices = st.columns([7, 3.4], gap="medium")
with choices:
    off_paper_notice(context.document)
    options = poster_choices(context.document)
    with st.container(key="takeaway"):
        heading(_("Download and print"), 2)
        downloads(context.document, options)
    with st.container(key="blank"):
        blank_forms(context.document, options)
    import_drawing_form()
# Last, so that everything else can be used while it is rendered.
with picture:
    poster_preview(context.document, options)
    replay(context)
