"""Gather: import PATHs and conversations as agreed, and check them before printing."""

import streamlit as st

from path_planner.i18n import N_, _
from path_planner.resources import package_file
from path_planner.services.context import VisionContext
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.history.view import history_view, shows_history
from path_planner.ui.vision.components import apply_component_css, part_tabs
from path_planner.ui.vision.gather.check import check
from path_planner.ui.vision.gather.import_events import choose_events
from path_planner.ui.vision.gather.import_result import FILES, PASTED, PATHS, show_import_result
from path_planner.ui.vision.gather.import_sessions import choose_paths
from path_planner.ui.vision.gather.import_text import drop_files, paste
from path_planner.ui.vision.gather.sources import sources
from path_planner.ui.vision.gather.updates import outdated_sources
from path_planner.ui.vision.preparing import preparing
from path_planner.ui.vision.step_intro import step_intro


def import_parts(context: VisionContext) -> None:
    """Show each kind of import with its last result."""
    outdated_sources(context.document)
    with st.container(border=True, key="gather-paths"):
        heading(_("PATHs on this computer"), 2)
        choose_paths(context)
        show_import_result(PATHS)
    choose_events(context)
    with st.container(border=True, key="gather-files"):
        heading(_("Files from elsewhere"), 2)
        paragraph(
            _(
                "Add PATH plans (.path.json), days (.event.json), surveys and other tables "
                "(.csv, .xlsx, .ods), notes of conversations (.txt), chats, and transcripts "
                "(.vtt). You see what is in them before anything is kept."
            )
        )
        drop_files(context)
        show_import_result(FILES)
    with st.container(border=True, key="gather-paste"):
        heading(_("A conversation, typed or pasted in"), 2)
        paragraph(
            _("From a café, an open space, a walk or a visit. Put each voice on its own line.")
        )
        paste(context)
        show_import_result(PASTED)


PARTS = {
    "in": N_("Add voices"),
    "heard": N_("Who was heard"),
    "check": N_("Check before you print"),
    "history": N_("History"),
}
SHOWN = {"in": import_parts, "heard": sources, "check": check, "history": history_view}


def show(context: VisionContext) -> None:
    """Show this step of the vision."""
    apply_component_css()
    st.html(package_file("ui/vision/gather/gather.css"))
    heading(_("History") if shows_history() else _("Gather"))
    if not shows_history():
        paragraph(
            _("Only what people agreed to share is added. Known names are replaced."),
            "lead",
        )
        step_intro("gather", begun=bool(context.document.sources))
        preparing(context)
    SHOWN[part_tabs("gather", PARTS)](context)
