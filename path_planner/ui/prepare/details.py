"""The details of a session: whose PATH, title, day, place, length, type; its preparation sheet."""

from functools import partial
from hashlib import sha256

import streamlit as st

from path_planner import i18n
from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.domain.people import PATHFINDER_WORDS, PathfinderKind
from path_planner.domain.session import Columns, Session
from path_planner.exports.session.handouts_pdf import getting_ready
from path_planner.i18n import N_, _, language_name
from path_planner.processes import find, form_of, forms, planned_by
from path_planner.processes.model import PLANNED_BY_WORDS, PlannedBy
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.people import describe_session, name_pathfinder
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import paragraph
from path_planner.ui.components.choices import (
    LENGTHS,
    form_name,
    language_choices,
    length_name,
)
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.stores import session_store

COLUMN_WORDS = {
    Columns.NEAR_TO_FAR: N_("By time: the first step next to Now"),
    Columns.AS_ASKED: N_("In the order you ask them"),
}


def session_details(session: Session) -> None:
    """Show the details of a session; each field saves itself."""
    left, right = st.columns(2)
    with left:
        _whose(session)
        _line(_("Title"), "title", session.about.title)
        autosave.date_input(_("Date"), session.about.held_on, partial(_set, "held_on"), "held on")
        _line(_("Place"), "place", session.about.place)
    with right:
        _how(session)


def _whose(session: Session) -> None:
    pathfinder = session.about.pathfinder
    autosave.text_input(
        _("Whose PATH is it?"),
        pathfinder.name,
        partial(_set_whose, "name"),
        "whose",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )
    autosave.select(
        _("Who is planning?"),
        list(PathfinderKind),
        pathfinder.kind,
        partial(_set_whose, "kind"),
        "kind",
        format_func=lambda kind: _(PATHFINDER_WORDS[kind]),
    )


def _how(session: Session) -> None:
    about, process = session.about, process_of(session)
    autosave.radio(
        _("How will you plan?"),
        list(PlannedBy),
        process.planned_by,
        _plan_by,
        "planned by",
        format_func=lambda who: _(PLANNED_BY_WORDS[who]),
        horizontal=False,
    )
    autosave.radio(
        _("Type of PATH"),
        [form.id for form in forms()],
        form_of(process).id,
        _set_form,
        "form",
        format_func=form_name,
        horizontal=False,
    )
    autosave.radio(
        _("Length"),
        sorted({*LENGTHS, about.minutes}),
        about.minutes,
        partial(_set, "minutes"),
        "length",
        format_func=length_name,
    )
    autosave.radio(
        _("Order of the columns on the wall"),
        list(Columns),
        about.columns,
        partial(_set, "columns"),
        "columns",
        format_func=lambda columns: _(COLUMN_WORDS[columns]),
        horizontal=False,
    )
    autosave.select(
        _("Language"),
        list(dict.fromkeys((*language_choices(), about.language))),
        about.language,
        partial(_set, "language"),
        "language",
        format_func=language_name,
    )


def _line(label: str, field: str, value: str) -> None:
    autosave.text_input(label, value, partial(_set, field), field, max_chars=MOST_LETTERS_IN_A_LINE)


def _set(field: str, context: SessionContext, value: object) -> SessionResult:
    return describe_session(context, **{field: value})


def _plan_by(context: SessionContext, who: PlannedBy) -> SessionResult:
    process = process_of(context.document)
    return describe_session(context, process=planned_by(process, who).id)


def _set_form(context: SessionContext, form_id: str) -> SessionResult:
    who = process_of(context.document).planned_by
    return describe_session(context, process=planned_by(find(form_id), who).id)


def _set_whose(field: str, context: SessionContext, value: object) -> SessionResult:
    return name_pathfinder(context, **{field: value})


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
