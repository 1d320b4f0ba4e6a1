"""Files that are dropped: plans of PATHs and records of conversations, many at once."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.ui import state
from path_planner.ui.parts import told
from path_planner.ui.vision.gather.about import about_record
from path_planner.ui.vision.gather.paths import about_path
from path_planner.ui.vision.gather.results import FILES
from path_planner.ui.vision.gather.work import Deed, gather_and_tell
from path_planner.visioning.gathering.bringing_in import Gathered, add_file
from path_planner.visioning.gathering.freezing import About
from path_planner.visioning.meeting import Meeting
from path_planner.visioning.records.conversations import AboutRecord
from path_planner.words import say, say_many

_ROUND = "gather files round"
_ENDINGS = ["json", "csv", "tsv", "txt"]


def drop_files(meeting: Meeting) -> None:
    """Show where files are dropped, ask what must be known of them, and gather them."""
    name = f"files {state.noted(_ROUND, 0)}"
    files = st.file_uploader(
        say("Drop files here, or choose them"),
        type=_ENDINGS,
        accept_multiple_files=True,
        key=state.key(name),
    )
    if not files:
        return
    plans = [one for one in files if one.name.lower().endswith(".json")]
    records = [one for one in files if one not in plans]
    about, about_them = About(), AboutRecord()
    if plans:
        told(say_many("{count} plan of a PATH", "{count} plans of PATHs", len(plans)), "strong")
        about = about_path(name)
    if records:
        told(
            say_many(
                "{count} record of a conversation", "{count} records of conversations", len(records)
            ),
            "strong",
        )
        about_them = about_record(meeting.vision, f"{name} record")
    ready = not records or about_them.agreed
    pressed = st.button(
        say_many("Gather {count} file", "Gather {count} files", len(files)),
        key=state.key("gather these files"),
        type="primary",
        icon=":material/input:",
        disabled=not ready,
        help=None if ready else say("Please tick that the people of the conversations agreed."),
    )
    if pressed:
        state.note(_ROUND, state.noted(_ROUND, 0) + 1)
        deeds = [Deed(one.name, partial(_gather, one, about, about_them)) for one in files]
        gather_and_tell(FILES, deeds)


def _gather(file: Any, about: About, about_them: AboutRecord, meeting: Meeting) -> Gathered:
    return add_file(meeting, file.name, file.getvalue(), about, about_them)
