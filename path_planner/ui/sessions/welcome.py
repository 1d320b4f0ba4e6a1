"""Parts of the start page: the form that starts a new PATH, the welcome text, the credits."""

from base64 import b64encode
from datetime import date
from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.domain.people import PATHFINDER_WORDS, PathfinderKind
from path_planner.domain.session import Session
from path_planner.i18n import _, language_name
from path_planner.processes import find, forms, planned_by
from path_planner.processes.model import PLANNED_BY_WORDS, PlannedBy
from path_planner.resources import package_file
from path_planner.services.session.documents import begin
from path_planner.ui import state
from path_planner.ui.components.autosave import EARLIEST
from path_planner.ui.components.basics import escaped, heading, paragraph
from path_planner.ui.components.choices import (
    LENGTHS,
    form_name,
    language_choices,
    length_name,
)
from path_planner.ui.components.downloads import Offer, download_button
from path_planner.ui.components.repeat_form import run_once
from path_planner.ui.stores import session_store


def new_session_form() -> Session | None:
    """Show the form that starts a new PATH; return the session once it is created."""
    who = st.radio(
        _("How will you plan?"),
        list(PlannedBy),
        format_func=lambda who: _(PLANNED_BY_WORDS[who]),
        key="planned-by",
    )
    with st.form("begin", border=False):
        whose, facts = _whose(who or PlannedBy.GROUP)
        with st.expander(_("More options (you can do these later)"), icon=":material/tune:"):
            facts |= _about(who or PlannedBy.GROUP)
        pressed = st.form_submit_button(
            _("Start"), type="primary", icon=":material/play_arrow:", key="begin-now"
        )
    if pressed and not whose.strip():
        paragraph(_("Please write whose PATH it is. A first name is enough."), "needed")
        return None
    begun = run_once(
        "begin session", lambda: begin(session_store(), whose, **facts).id, pressed=pressed
    )
    return session_store().open(begun).document if begun else None


def _whose(who: PlannedBy) -> tuple[str, dict[str, Any]]:
    """Show the fields for the names; return that of the pathfinder, and what else is chosen."""
    whose = st.text_input(
        _("Whose PATH is it?") if who is PlannedBy.GROUP else _("Your name"),
        max_chars=MOST_LETTERS_IN_A_LINE,
        placeholder=_("A name"),
        autocomplete="off",
    )
    if who is PlannedBy.ALONE:
        return whose, {}
    if who is PlannedBy.SUPPORTED:
        supporter = st.text_input(
            _("Who supports you?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=_("A name"),
            autocomplete="off",
        )
        return whose, {"supporter": supporter}
    kind = st.radio(
        _("Who is planning?"),
        list(PathfinderKind),
        format_func=lambda kind: _(PATHFINDER_WORDS[kind]),
        horizontal=True,
    )
    return whose, {"kind": kind or PathfinderKind.PERSON}


def _about(who: PlannedBy) -> dict[str, Any]:
    left, right = st.columns(2)
    with left:
        title = st.text_input(_("Title"), max_chars=MOST_LETTERS_IN_A_LINE, autocomplete="off")
        held_on = st.date_input(
            _("Date"),
            value=date.today(),  # noqa: DTZ011  # the local day
            min_value=EARLIEST,
            format="DD/MM/YYYY",
        )
        place = st.text_input(_("Place"), max_chars=MOST_LETTERS_IN_A_LINE, autocomplete="off")
    with right:
        form = st.radio(_("Type of PATH"), [form.id for form in forms()], format_func=form_name)
        minutes = st.radio(_("Length"), LENGTHS, format_func=length_name, horizontal=True)
        language = st.selectbox(_("Language"), language_choices(), format_func=language_name)
    return {
        "title": title,
        "held_on": held_on,
        "place": place,
        "process": planned_by(find(form), who).id,
        "minutes": minutes,
        "language": language,
    }


def welcome_lines() -> None:
    """Show the welcome text beside a small drawing of a PATH."""
    words, drawing = st.columns([7, 5], vertical_alignment="center", gap="large")
    with words:
        heading(_("Plan a PATH together"))
        paragraph(
            _(
                "Start with the dream, come back to today, then plan how to get there, in words "
                "and drawings. Everything stays on this computer, and you take home a poster."
            ),
            "lead",
        )
    with drawing:
        picture = b64encode(package_file("ui/sessions/path.svg").read_bytes()).decode()
        st.html(f'<img class="drawing" alt="" src="data:image/svg+xml;base64,{picture}">')


def credits_line() -> None:
    """Show the credits, and a download of the licences."""
    thanks = _(
        "PATH (Planning Alternative Tomorrows with Hope) was developed by Jack Pearpoint, "
        "John O'Brien and Marsha Forest (Inclusion Press, inclusion.com). "
        "This independent tool uses its own drawings and words, is not endorsed by them, "
        "and does not replace trained facilitators."
    )
    gifts = _(
        "The wall is Excalidraw, the stamps are redrawn from Tabler Icons, and the fonts are "
        "Shantell Sans and Noto. All of them were made by people who let others use their work."
    )
    st.html(f'<footer class="credits"><p>{escaped(thanks)}</p><p>{escaped(gifts)}</p></footer>')
    notice = Offer(
        file_name="NOTICE.txt",
        mime="text/plain; charset=utf-8",
        content=package_file("NOTICE.txt").read_bytes,
    )
    download_button(_("Credits and licences (text)"), notice, state.key("notice"), icon="favorite")
