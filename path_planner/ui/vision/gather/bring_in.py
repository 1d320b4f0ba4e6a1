"""Bring in: PATHs of this place, files from elsewhere, and records that are typed or pasted."""

import streamlit as st

from path_planner.ui.parts import heading, told
from path_planner.ui.vision.gather.files import drop_files
from path_planner.ui.vision.gather.less_shared import less_shared
from path_planner.ui.vision.gather.paste import paste
from path_planner.ui.vision.gather.paths import choose_paths
from path_planner.ui.vision.gather.results import FILES, PASTED, PATHS, tell
from path_planner.visioning.meeting import Meeting
from path_planner.words import say


def bring_in(meeting: Meeting) -> None:
    """Show the ways in, and with each what came in by it last."""
    less_shared(meeting.vision)
    with st.container(border=True, key="gather-paths"):
        heading(say("PATHs that were made here"), 2)
        choose_paths(meeting)
        tell(PATHS)
    with st.container(border=True, key="gather-files"):
        heading(say("Files from elsewhere"), 2)
        told(
            say(
                "Plans of PATHs (.path.json), and records of conversations: "
                "text with one voice a line (.txt), or a table (.csv) with the columns "
                "“text”, and if you like “who”, “where” and “when”."
            )
        )
        drop_files(meeting)
        tell(FILES)
    with st.container(border=True, key="gather-paste"):
        heading(say("A conversation, typed or pasted"), 2)
        told(say("From a café, an open space, a walk, a visit. One voice a line."))
        paste(meeting)
        tell(PASTED)
