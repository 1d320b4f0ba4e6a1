"""Downloads of a session: each export is rendered on demand."""

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
"""The order of the exports by name; others come last."""


def downloads(session: Session, options: Options) -> None:
    """Show a download button for each export, the printed poster first."""
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
    """Return a file name from day, session and a hash of everything that the file depends on."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    facts = f"{options!r} {i18n.language()} {export.suffix}".encode() + write(session)
    return f"{day}_{session.id}_{sha256(facts).hexdigest()[:12]}{export.suffix}"


def _made(export: SessionExport, session: Session, options: Options, language: str) -> bytes:
    # Streamlit calls this in a thread of its own, in which no language is set.
    i18n.set_language(language)
    return export.render(session, options)
