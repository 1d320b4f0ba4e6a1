"""Gather: import PATHs and conversations as agreed, and check them before printing."""

import streamlit as st

from path_planner.i18n import N_, _
from path_planner.resources import package_file
from path_planner.services.context import VisionContext
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.vision.components import apply_component_css, part_of
from path_planner.ui.vision.gather.check import check
from path_planner.ui.vision.gather.import_result import FILES, PASTED, PATHS, tell
from path_planner.ui.vision.gather.import_sessions import choose_paths
from path_planner.ui.vision.gather.import_text import drop_files, paste
from path_planner.ui.vision.gather.sources import sources
from path_planner.ui.vision.gather.updates import less_shared
from path_planner.ui.vision.step_intro import step_intro


def bring_in(context: VisionContext) -> None:
    """Show each kind of import with its last result."""
    less_shared(context.document)
    with st.container(border=True, key="gather-paths"):
        heading(_("PATHs on this computer"), 2)
        choose_paths(context)
        tell(PATHS)
    with st.container(border=True, key="gather-files"):
        heading(_("Files from elsewhere"), 2)
        paragraph(
            _(
                "Add PATH plans (.path.json) or notes from conversations: text "
                "with one voice on each line (.txt), or a table (.csv) with "
                "the column “text” and, if you like, “who”, “where” and “when”."
            )
        )
        drop_files(context)
        tell(FILES)
    with st.container(border=True, key="gather-paste"):
        heading(_("A conversation, typed or pasted in"), 2)
        paragraph(
            _("From a café, an open space, a walk or a visit. Put each voice on its own line.")
        )
        paste(context)
        tell(PASTED)


PARTS = {
    "in": N_("Add voices"),
    "heard": N_("Who was heard"),
    "check": N_("Check before you print"),
}
SHOWN = {"in": bring_in, "heard": sources, "check": check}


def show(context: VisionContext) -> None:
    """Show this step of the vision."""
    apply_component_css()
    st.html(package_file("ui/vision/gather/gather.css"))
    heading(_("Gather"))
    paragraph(
        _("Only what people agreed to share is added, and their names are removed."),
        "lead",
    )
    step_intro("gather", begun=bool(context.document.sources))
    SHOWN[part_of("gather", PARTS)](context)
