"""The poster page: options and preview, downloads rendered on demand, and drawings brought in."""

from dataclasses import replace
from functools import partial
from hashlib import sha256

import streamlit as st

from path_planner import i18n
from path_planner.domain.session import Session
from path_planner.domain.voice import Share
from path_planner.exports.base import SHEETS, Choice, Options, Paper, SessionExport
from path_planner.exports.registry import SESSION_EXPORTS
from path_planner.exports.session.poster import (
    BLANK_FORMS,
    PagePicture,
    render_blank,
    render_for_page,
    unprintable_in_words,
)
from path_planner.exports.session.tiling import grid_for
from path_planner.i18n import N_, _, ngettext
from path_planner.processes.prompts import process_of
from path_planner.scene.model import Audience
from path_planner.scene.wall.off_paper import count_off
from path_planner.services.session.wall.bring_in import bring_in
from path_planner.services.session.wall.drawings import import_drawing
from path_planner.storage.limits import MOST_MEGABYTES
from path_planner.storage.serializer import write
from path_planner.ui import state
from path_planner.ui.components.basics import heading, link, paragraph, session_title
from path_planner.ui.components.choices import PAPER_WORDS
from path_planner.ui.components.downloads import Offer, download_button, made_from
from path_planner.ui.components.messages import attempt_action, notice
from path_planner.ui.context import on_click_run, open_session
from path_planner.ui.erased import on_erase
from path_planner.ui.stores import session_store

FIRST = ".pdf"
ORDER = (FIRST, ".png", ".svg", ".md", ".json")
"""The order of the exports by name; others come last."""

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


def downloads(session: Session, options: Options) -> None:
    """Show a download button for each export, the printed poster first."""
    for export in sorted(SESSION_EXPORTS.known, key=_place):
        offer = Offer(
            file_name=file_name(session, export, options),
            mime=export.mime,
            content=made_from(session_store, session.id, partial(_made, export, options)),
        )
        download_button(
            _(export.name),
            offer,
            state.key(f"take {export.suffix}"),
            facts=repr(options),
            primary=export.suffix == FIRST,
        )
        if Choice.AUDIENCE not in export.takes:
            paragraph(_("This holds everything, private words too."), "facts")


def blank_forms(session: Session, options: Options) -> None:
    """Show a download button for each blank PATH, on the paper that was chosen."""
    heading(_("For a workshop on paper"), 2)
    for stages, name in BLANK_FORMS.items():
        offer = Offer(
            file_name=f"blank-path-{stages}.pdf",
            mime="application/pdf",
            content=partial(render_blank, stages, options, session.begun),
        )
        facts = f"{stages} {options!r} {i18n.language()}"
        download_button(_(name), offer, state.key(f"take blank {stages}"), facts=facts)


def _place(export: SessionExport) -> int:
    return ORDER.index(export.suffix) if export.suffix in ORDER else len(ORDER)


def file_name(session: Session, export: SessionExport, options: Options) -> str:
    """Return a file name from day, session and a hash of everything that the file depends on."""
    day = (session.about.held_on or session.begun.date()).isoformat()
    facts = f"{options!r} {i18n.language()} {export.suffix}".encode() + write(session)
    return f"{day}_{session.id}_{sha256(facts).hexdigest()[:12]}{export.suffix}"


def _made(export: SessionExport, options: Options, session: Session) -> bytes:
    return export.render(session, options)


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


def import_drawing_form() -> None:
    """Show the upload field, and the result of the last import."""
    round_number = state.recall("drawing round", 0)
    field_key = state.key(f"drawing {round_number}")
    with st.expander(_("Add a drawing from a file"), icon=":material/draw:"):
        st.file_uploader(
            _("An Excalidraw file: a drawing, a picture with its scene, a library or a note"),
            type=["excalidraw", "excalidrawlib", "png", "svg", "md", "json", "txt"],
            max_upload_size=MOST_MEGABYTES,
            key=field_key,
            on_change=_bring_in,
            args=(field_key, round_number),
        )
    for sentence in state.recall("drawing brought in", ()):
        notice(sentence)
    if state.recall("drawing brought in"):
        link("wall", _("Go to the wall"), icon=":material/arrow_forward:")


def _bring_in(field_key: str, round_number: int) -> None:
    chosen = state.widget_value(field_key)
    if chosen is None:
        return
    state.remember("drawing brought in", ())
    attempt_action(partial(_keep, chosen.getvalue()))
    # A new field for the next file.
    state.remember("drawing round", round_number + 1)


def _keep(content: bytes) -> None:
    brought = import_drawing(open_session(), content)
    state.remember("drawing brought in", brought.sentences())
