"""The list of visions: create, open, copy, download, delete."""

import streamlit as st

from path_planner.domain.base import MOST_LETTERS_IN_A_LINE
from path_planner.i18n import _, format_date, language_name, ngettext
from path_planner.services.vision.documents import begin, duplicate
from path_planner.storage.protocol import VisionSummary
from path_planner.storage.vision_type import VISIONS
from path_planner.ui.components.basics import paragraph, placeholder, vision_title
from path_planner.ui.components.choices import language_choices
from path_planner.ui.components.document_list import (
    ListedKind,
    ListItem,
    SearchField,
    document_list,
    document_row,
)
from path_planner.ui.components.repeat_form import run_once
from path_planner.ui.stores import vision_store
from path_planner.ui.vision.steps import step_reached

KIND = ListedKind("vision", VISIONS.suffix, vision_store, duplicate)


def begin_vision_form() -> str:
    """Show the form that creates a vision; return its id once it is created."""
    with st.form("begin-vision", border=False):
        title = st.text_input(
            _("What is the vision called?"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            placeholder=_("For example: a town where everyone belongs"),
            autocomplete="off",
        )
        community = st.text_input(
            _("Which community is it?"), max_chars=MOST_LETTERS_IN_A_LINE, autocomplete="off"
        )
        language = st.selectbox(_("Language"), language_choices(), format_func=language_name)
        pressed = st.form_submit_button(
            _("Start"), type="primary", icon=":material/play_arrow:", key="begin-vision-now"
        )
    if pressed and not title.strip():
        paragraph(_("Please give the vision a name. You can change it later."), "needed")
        return ""
    facts = {"community": community, "language": language or "en"}
    return run_once(
        "begin vision", lambda: begin(vision_store(), title, **facts).id, pressed=pressed
    )


def vision_list() -> None:
    """Show the visions, newest first, with a search field if there are any."""
    entries = vision_store().summaries()
    if not entries:
        placeholder(_("No visions yet. Start one, or try an example first."))
        return
    search = SearchField(
        _("Find a vision"),
        _("Title or community"),
        _("No vision has these words in its title or community."),
    )
    document_list(ListItem("vision", _text_of, _row), entries, search)


def _text_of(entry: VisionSummary) -> str:
    return f"{entry.title} {entry.community}"


def title_of(entry: VisionSummary) -> str:
    """Return the title of a listed vision."""
    return vision_title(entry.title)


def _row(entry: VisionSummary) -> None:
    document_row(KIND, entry, "vision_builder", title_of(entry), _facts(entry))


def _facts(entry: VisionSummary) -> list[str]:
    reached = step_reached(
        voices=entry.voices,
        themes=entry.themes,
        actions=entry.actions,
        reviewed=entry.next_look is not None,
    )
    facts = [
        entry.community,
        _("now at: {step}", step=reached),
        ngettext("{count} source", "{count} sources", entry.sources),
        ngettext("{count} voice", "{count} voices", entry.voices),
        ngettext("{count} theme", "{count} themes", entry.themes),
    ]
    if entry.actions:
        facts.append(ngettext("{count} action", "{count} actions", entry.actions))
    if entry.next_look:
        facts.append(_("reviewed on {day}", day=format_date(entry.next_look)))
    return facts
