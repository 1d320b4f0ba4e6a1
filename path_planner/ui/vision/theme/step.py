"""Theme: the theming board and the disagreements."""

from functools import partial

import streamlit as st

from path_planner.analysis.queries import voices_in_order
from path_planner.domain.base import sorted_records, with_fields
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.theme import Disagreement, Side
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import _
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import delete
from path_planner.services.vision.themes import change_disagreement
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import confirm_button, escaped, heading, paragraph
from path_planner.ui.components.messages import show_error
from path_planner.ui.context import on_click_run
from path_planner.ui.vision.components import apply_component_css, not_yet, step_intro
from path_planner.ui.vision.preparing import preparing
from path_planner.ui.vision.theme_board import board
from path_planner.ui.vision.theme_board.view import about_voice, source_names


def disagreements(context: VisionContext) -> None:
    """Show every disagreement, its two sides next to each other."""
    vision = context.document
    heading(_("Where people see it differently"), 2)
    if not vision.disagreements:
        paragraph(
            _("Nothing yet. First pick up the voices of one side, then the other. Both are kept.")
        )
        return
    names = dict(source_names(vision))
    for disagreement in sorted_records(vision.disagreements):
        with st.container(border=True, key=f"disagreement-{disagreement.id}"):
            _disagreement(vision, disagreement, names)


def _disagreement(vision: Vision, disagreement: Disagreement, names: dict[str, str]) -> None:
    heading(disagreement.about, 3)
    theme = vision.themes.get(disagreement.theme or "")
    if theme is not None:
        paragraph(_("Theme: {name}", name=theme.name), "facts")
    for place, side in zip(
        st.columns(2, gap="medium"), (disagreement.one, disagreement.other), strict=True
    ):
        with place:
            _side(vision, side, names)
    if disagreement.what_next:
        paragraph(_("What happens next: {words}", words=disagreement.what_next))
    with st.container(horizontal=True):
        _rewording(disagreement)
        _taking_out(disagreement)


def _rewording(disagreement: Disagreement) -> None:
    with st.popover(_("Edit the words"), icon=":material/edit:", key=f"reword-{disagreement.id}"):
        about = f"disagreement {disagreement.id}"
        autosave.text_area(
            _("What is it about?"),
            disagreement.about,
            partial(_set, disagreement.id, "about"),
            about,
        )
        for name, label in (("one", _("What one side says")), ("other", _("The other side"))):
            side: Side = getattr(disagreement, name)
            autosave.text_area(
                label, side.words, partial(_say, disagreement, name), f"{about} {name}"
            )
        autosave.text_area(
            _("What happens next"),
            disagreement.what_next,
            partial(_set, disagreement.id, "what_next"),
            f"{about} next",
        )


def _set(disagreement_id: str, field: str, context: VisionContext, words: str) -> VisionResult:
    return change_disagreement(context, disagreement_id, **{field: words})


def _say(disagreement: Disagreement, name: str, context: VisionContext, words: str) -> VisionResult:
    side: Side = getattr(context.document.disagreements.get(disagreement.id, disagreement), name)
    return change_disagreement(context, disagreement.id, **{name: with_fields(side, words=words)})


def _taking_out(disagreement: Disagreement) -> None:
    confirm_button(
        f"disagreement {disagreement.id}",
        _("Delete"),
        _("Delete this disagreement? Its voices stay where they are."),
        partial(on_click_run, delete, "disagreements", disagreement.id),
    )


def _side(vision: Vision, side: Side, names: dict[str, str]) -> None:
    if side.words:
        paragraph(side.words, "strong")
    rows = "".join(_voice(voice, names) for voice in voices_in_order(vision, side.voices))
    if rows:
        st.html(f'<ul class="lines">{rows}</ul>')


def _voice(voice: SharedVoice, names: dict[str, str]) -> str:
    about = escaped(about_voice(voice, names.get(voice.source, "")))
    return f'<li dir="auto">{escaped(voice.text)}<br><span class="facts">{about}</span></li>'


def show(context: VisionContext) -> None:
    """Show this step of the vision."""
    apply_component_css()
    if not context.document.voices:
        heading(_("Find themes"))
        step_intro("theme", begun=False)
        sentence = _("There are no voices yet. Gather some first.")
        not_yet(context.document, sentence, "gather", _("Go to “Gather”"))
        return
    # Later steps say so above; here the board needs the space.
    st.html(f'<h1 class="for-readers">{escaped(_("Find themes"))}</h1>')
    paragraph(_("What belongs together? People group the voices, and people name the themes."))
    step_intro("theme", begun=bool(context.document.themes))
    preparing(context)
    _together()


@st.fragment(run_every=1.0)
def _together() -> None:
    """Show the board and the disagreements, updated each second."""
    try:
        context = board()
        with state.showing(context.document.revision):
            disagreements(context)
    except PlannerError as error:
        show_error(error)
