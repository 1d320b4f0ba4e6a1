"""The preparation sheet: the choice of its parts, and the download."""

from functools import partial
from hashlib import sha256

import streamlit as st

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.exports.session.handouts_pdf import getting_ready
from path_planner.i18n import _
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import paragraph
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.stores import session_store


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
    make = partial(getting_ready, with_needs=with_needs)
    offer = Offer(
        file_name=_file_name(session, with_needs=with_needs),
        mime="application/pdf",
        content=made_from(session_store, session.id, make),
    )
    download_button(
        _("Getting-ready sheet (PDF)"), offer, state.key("getting ready"), facts=str(with_needs)
    )


def _file_name(session: Session, *, with_needs: bool) -> str:
    day = (session.about.held_on or session.begun.date()).isoformat()
    facts = f"{with_needs} {i18n.language()}".encode() + write(session)
    return f"{day}_{session.id}_getting-ready_{sha256(facts).hexdigest()[:12]}.pdf"
