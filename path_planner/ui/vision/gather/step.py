"""Gather: import PATHs and conversations as agreed, and check them before printing."""

from collections.abc import Sequence

import streamlit as st

from path_planner.analysis.counts import FEW
from path_planner.analysis.quotes import may_be_quoted
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision_memo import memo_by_revision
from path_planner.i18n import N_, _, ngettext
from path_planner.resources import package_file
from path_planner.services.context import VisionContext
from path_planner.services.vision.privacy.pii_checks import unchecked
from path_planner.services.vision.privacy.pii_names import has_no_capitals
from path_planner.services.vision.privacy.small_groups import Population, small_group_warning
from path_planner.ui.components.basics import heading, lines, paragraph, placeholder
from path_planner.ui.history.view import history_view, shows_history
from path_planner.ui.vision.components import apply_component_css, part_tabs, step_intro
from path_planner.ui.vision.gather.import_events import choose_events
from path_planner.ui.vision.gather.import_result import FILES, PASTED, PATHS, show_import_result
from path_planner.ui.vision.gather.import_sessions import choose_paths
from path_planner.ui.vision.gather.import_text import drop_files, paste
from path_planner.ui.vision.gather.sources import sources
from path_planner.ui.vision.gather.updates import outdated_sources
from path_planner.ui.vision.preparing import preparing
from path_planner.ui.vision.privacy.own_texts import cleared_words, own_words
from path_planner.ui.vision.privacy.quotes import (
    identifying_quotes,
    opted_out_list,
    quote_reader,
    unchecked_findings,
)

_TITLES = {
    Population.THEME: N_("Themes with few people"),
    Population.GROUP: N_("Small groups"),
    Population.ROLE_AND_PLACE: N_("Roles that few people in a place have"),
    Population.ROLE_AND_GROUP: N_("Roles that few people in a group have"),
}
_MOST_GROUP_WARNINGS = 50
_few = memo_by_revision(small_group_warning)


def few_people(vision: Vision) -> None:
    """Warn of small groups: few people who share what is printed about them."""
    heading(_("Could someone be recognised?"), 2)
    warnings = _few(vision)
    if not warnings:
        paragraph(_("Nothing said about the quotes fits fewer than {few} people.", few=FEW))
        return
    paragraph(
        _(
            "If fewer than {few} people have something in common, others "
            "may know who spoke. Please ask them before you print this.",
            few=FEW,
        )
    )
    for among, title in _TITLES.items():
        group_warnings = [warning for warning in warnings if warning.among is among]
        if group_warnings:
            with st.expander(f"{_(title)} ({len(group_warnings)})", icon=":material/groups:"):
                lines([str(warning) for warning in group_warnings], most=_MOST_GROUP_WARNINGS)


def check(context: VisionContext) -> None:
    """Show what may identify someone, and let people decide."""
    vision = context.document
    outdated_sources(vision)
    heading(_("Names, places and numbers in quotes"), 2)
    paragraph(
        _(
            "Path Planner marks words that could identify someone. It "
            "does not find everything. Please read the quotes yourselves."
        )
    )
    waiting = unchecked(vision)
    if not any(may_be_quoted(voice) for voice in vision.voices.values()):
        placeholder(_("There are no quotes yet."))
    elif not waiting:
        placeholder(_("Every quote has been checked."))
    else:
        _marked(vision)
        _script_note(waiting)
        quote_reader()
    own_words(vision)
    cleared_words(vision)
    opted_out_list(vision)
    few_people(vision)


def _marked(vision: Vision) -> None:
    findings = unchecked_findings(vision)
    if not findings:
        paragraph(_("Nothing was marked in the quotes that have not been checked."), "strong")
        return
    paragraph(
        ngettext(
            "{count} quote has words marked.",
            "{count} quotes have words marked.",
            len(findings),
        ),
        "came",
    )
    identifying_quotes(vision)


def _script_note(voices: Sequence[SharedVoice]) -> None:
    if any(has_no_capitals(voice.text) for voice in voices):
        paragraph(
            _(
                "Some quotes are in a script without capital letters. "
                "Only names that are already known can be found "
                "there. Ask someone who reads the language to check."
            ),
            "needed",
        )


def import_parts(context: VisionContext) -> None:
    """Show each kind of import with its last result."""
    outdated_sources(context.document)
    with st.container(border=True, key="gather-paths"):
        heading(_("PATHs on this computer"), 2)
        choose_paths(context)
        show_import_result(PATHS)
    choose_events(context)
    with st.container(border=True, key="gather-files"):
        heading(_("Files from elsewhere"), 2)
        paragraph(
            _(
                "Add PATH plans (.path.json), days (.event.json), surveys and other tables "
                "(.csv, .xlsx, .ods), notes of conversations (.txt), chats, and transcripts "
                "(.vtt). You see what is in them before anything is kept."
            )
        )
        drop_files(context)
        show_import_result(FILES)
    with st.container(border=True, key="gather-paste"):
        heading(_("A conversation, typed or pasted in"), 2)
        paragraph(
            _("From a café, an open space, a walk or a visit. Put each voice on its own line.")
        )
        paste(context)
        show_import_result(PASTED)


PARTS = {
    "in": N_("Add voices"),
    "heard": N_("Who was heard"),
    "check": N_("Check before you print"),
    "history": N_("History"),
}
SHOWN = {"in": import_parts, "heard": sources, "check": check, "history": history_view}


def show(context: VisionContext) -> None:
    """Show this step of the vision."""
    apply_component_css()
    st.html(package_file("ui/vision/gather/gather.css"))
    heading(_("History") if shows_history() else _("Gather"))
    if not shows_history():
        paragraph(
            _("Only what people agreed to share is added. Known names are replaced."),
            "lead",
        )
        step_intro("gather", begun=bool(context.document.sources))
        preparing(context)
    SHOWN[part_tabs("gather", PARTS)](context)
