"""Files to take home: each is made when it is asked for."""

from functools import partial
from hashlib import sha256

import streamlit as st

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.exports.base import Choice, Options, SessionExport
from path_planner.exports.registry import SESSION_EXPORTS
from path_planner.i18n import _
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import paragraph

FIRST = ".pdf"
ORDER = (FIRST, ".png", ".svg", ".md", ".json")
"""What people take home most often comes first; kinds not named here come last."""


def downloads(session: Session, options: Options) -> None:
    """Show a button for each kind of file, the one to print first."""
    for export in sorted(SESSION_EXPORTS.known, key=_place):
        st.download_button(
            _(export.name),
            data=partial(_made, export, session, options, i18n.language()),
            file_name=file_name(session, export, options),
            mime=export.mime,
            icon=":material/download:",
            type="primary" if export.suffix == FIRST else "secondary",
            key=state.key(f"take {export.suffix}"),
            on_click="ignore",
        )
        if Choice.AUDIENCE not in export.takes:
            paragraph(_("This holds everything, private words too."), "facts")


def _place(export: SessionExport) -> int:
    return ORDER.index(export.suffix) if export.suffix in ORDER else len(ORDER)


def file_name(session: Session, export: SessionExport, options: Options) -> str:
    """Name a file by day, plan and all that goes into it: no two contents share a name."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    facts = f"{options!r} {i18n.language()} {export.suffix}".encode() + write(session)
    return f"{day}_{session.id}_{sha256(facts).hexdigest()[:12]}{export.suffix}"


def _made(export: SessionExport, session: Session, options: Options, language: str) -> bytes:
    # Downloads are made in a thread of their own, which has not yet a language.
    i18n.set_language(language)
    return export.render(session, options)
