"""The options of a poster: audience, paper, ink; and its preview."""

from dataclasses import replace

import streamlit as st

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.exports.base import SHEETS, Options, Paper
from path_planner.exports.session.poster import PagePicture, render_for_page, unprintable_in_words
from path_planner.exports.session.tiling import grid_for
from path_planner.i18n import N_, _, ngettext
from path_planner.processes.prompts import process_of
from path_planner.scene.model import Audience
from path_planner.scene.wall.off_paper import count_off
from path_planner.services.session.wall.bring_in import bring_in
from path_planner.ui import state
from path_planner.ui.components.basics import paragraph, session_title
from path_planner.ui.components.choices import PAPER_WORDS
from path_planner.ui.components.messages import notice
from path_planner.ui.context import on_click_run
from path_planner.ui.erased import on_erase

AUDIENCE_WORDS = {
    Audience.CIRCLE: N_("For the circle: private words left out"),
    Audience.PATHFINDER: N_("For the pathfinder: everything"),
}
PIECES_WORDS = {
    "": N_("One sheet"),
    Paper.A4: N_("A4 sheets to join up"),
    Paper.A3: N_("A3 sheets to join up"),
}
INK_WORDS = {False: N_("In colour"), True: N_("Save ink: lines and words only")}


def poster_choices(session: Session) -> Options:
    """Show the options, the most private one first; return the chosen ones."""
    audience = st.radio(
        _("Who is it for?"),
        list(AUDIENCE_WORDS),
        format_func=lambda audience: _(AUDIENCE_WORDS[audience]),
        key=state.key("audience"),
    )
    with st.container(key="left-out"):
        notice(left_out(session, audience or Audience.CIRCLE))
    paper = _paper()
    pieces = _pieces(paper)
    if pieces:
        paragraph(grid_for(paper.size, Paper(pieces)).in_words(), "facts")
    low_ink = st.radio(
        _("Colours"),
        list(INK_WORDS),
        format_func=lambda ink: _(INK_WORDS[ink]),
        key=state.key("ink"),
    )
    return Options(
        paper=paper,
        tiled=Paper(pieces) if pieces else None,
        low_ink=bool(low_ink),
        audience=audience or Audience.CIRCLE,
    )


def _paper() -> Paper:
    chosen = st.selectbox(
        _("Paper"),
        list(Paper),
        index=list(Paper).index(Paper.A1),
        format_func=lambda paper: _(PAPER_WORDS[paper]),
        key=state.key("paper"),
    )
    return chosen or Paper.A1


def _pieces(paper: Paper) -> str:
    choices = ["", *(sheet for sheet in SHEETS if sheet.size[0] < paper.size[0])]
    field = state.key("pieces")
    if state.widget_value(field, "") not in choices:
        state.set_widget_value(field, "")
    chosen = st.selectbox(
        _("How to print (PDF)"),
        choices,
        format_func=lambda choice: _(PIECES_WORDS[choice]),
        key=field,
        disabled=len(choices) == 1,
    )
    return chosen or ""


def off_paper_notice(session: Session) -> None:
    """Show how many things lie off the paper, and the button that brings them in."""
    count = count_off(session, process_of(session), Audience.CIRCLE)
    if not count:
        return
    with st.container(key="off-paper"):
        notice(
            ngettext(
                "{count} thing lies off the paper.", "{count} things lie off the paper.", count
            )
        )
        st.button(_("Bring them in"), key="bring-in", on_click=on_click_run, args=(bring_in,))


def left_out(session: Session, audience: Audience) -> str:
    """Return how many private lines this poster shows or leaves out, in words."""
    private = sum(voice.share is Share.PRIVATE for voice in session.voices.values())
    if not private:
        return _("Nothing in this plan is marked private.")
    if audience is Audience.CIRCLE:
        return ngettext(
            "{count} private line is left out.", "{count} private lines are left out.", private
        )
    return ngettext(
        "{count} private line is shown. Give this only to the pathfinder.",
        "{count} private lines are shown. Give this only to the pathfinder.",
        private,
    )


POSTERS_KEPT = 24


def poster_preview(session: Session, options: Options) -> None:
    """Show the poster as an image, in which no script can run."""
    with st.container(key="preview"), st.spinner(_("Making the poster …")):
        drawn = _drawn(session.id, session.revision, replace(options, tiled=None), session)
        if drawn.unprintable:
            notice(unprintable_in_words(drawn.unprintable))
        st.image(drawn.svg.decode(), width="stretch", alt=alt(session))


def alt(session: Session) -> str:
    """Return the alternative text of the preview."""
    return _(
        "The poster of {title}. All its words are also in the text file below.",
        title=session_title(session),
    )


def _drawn(session_id: str, revision: int, options: Options, session: Session) -> PagePicture:
    chosen = (options.paper.value, options.low_ink, options.audience.value)
    return _cached(session_id, revision, chosen, i18n.language(), options, session)


@st.cache_data(show_spinner=False, max_entries=POSTERS_KEPT)
def _cached(
    session_id: str,
    revision: int,
    chosen: tuple[str, bool, str],
    language: str,
    _options: Options,
    _session: Session,
) -> PagePicture:
    del session_id, revision, chosen, language
    return render_for_page(_session, _options)


@on_erase
def _forget(_document_id: str) -> None:
    _cached.clear()
