"""The preparation sheet: the choice of its parts, and the download."""

from functools import partial
from hashlib import sha256

import streamlit as st

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.exports.session.prep_sheet_pdf import getting_ready
from path_planner.i18n import _
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import paragraph


def prep_sheet(session: Session) -> None:
    """Show the choice of parts and the download."""
    paragraph(
        _(
            "Give this out before the day. It is in plain "
            "words, with boxes to tick and a place to sign."
        )
    )
    with_needs = st.checkbox(
        _("Also print what helps each person take part (only for people who should see it)"),
        key=state.key("with needs"),
    )
    st.download_button(
        _("Getting-ready sheet (PDF)"),
        data=partial(_made, session, i18n.language(), with_needs=with_needs),
        file_name=_file_name(session, with_needs=with_needs),
        mime="application/pdf",
        icon=":material/download:",
        key=state.key("getting ready"),
        on_click="ignore",
    )


def _file_name(session: Session, *, with_needs: bool) -> str:
    day = (session.about.held_on or session.begun.date()).isoformat()
    facts = f"{with_needs} {i18n.language()}".encode() + write(session)
    return f"{day}_{session.id}_getting-ready_{sha256(facts).hexdigest()[:12]}.pdf"


def _made(session: Session, language: str, *, with_needs: bool) -> bytes:
    # Streamlit calls this on demand, in another thread than the page.
    i18n.set_language(language)
    return getting_ready(session, with_needs=with_needs)
