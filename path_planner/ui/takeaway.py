"""Files to take home: each is made when it is asked for."""

from functools import partial
from hashlib import sha256

import streamlit as st

from path_planner import words
from path_planner.domain.session import Session
from path_planner.exports import known
from path_planner.exports.export import Choice, Export, Options
from path_planner.processes.asking import process_of
from path_planner.storage.document import write
from path_planner.ui import state
from path_planner.ui.parts import told
from path_planner.words import say

FIRST = ".pdf"
ORDER = (FIRST, ".png", ".svg", ".md", ".json")
"""What people take home most often comes first; kinds not named here come last."""


def takeaway(session: Session, options: Options) -> None:
    """Show a button for each kind of file, the one to print first."""
    for export in sorted(known(), key=_place):
        st.download_button(
            say(export.name),
            data=partial(_made, export, session, options, words.language()),
            file_name=file_name(session, export, options),
            mime=export.mime,
            icon=":material/download:",
            type="primary" if export.suffix == FIRST else "secondary",
            key=state.key(f"take {export.suffix}"),
            on_click="ignore",
        )
        if Choice.AUDIENCE not in export.takes:
            told(say("Holds everything, private words too."), "facts")


def _place(export: Export) -> int:
    return ORDER.index(export.suffix) if export.suffix in ORDER else len(ORDER)


def file_name(session: Session, export: Export, options: Options) -> str:
    """Name a file by day, plan and all that goes into it: no two contents share a name."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    facts = f"{options!r} {words.language()} {export.suffix}".encode() + write(session)
    return f"{day}_{session.id}_{sha256(facts).hexdigest()[:12]}{export.suffix}"


def _made(export: Export, session: Session, options: Options, language: str) -> bytes:
    # Downloads are made in a thread of their own, which has not yet a language.
    words.use(language)
    return export.render(session, process_of(session), options)
