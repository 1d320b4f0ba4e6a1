"""The check before printing: quotes that may identify someone, and small groups of people."""

from collections.abc import Sequence

import streamlit as st

from path_planner.analysis.counts import FEW
from path_planner.analysis.quotes import may_be_quoted
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.context import VisionContext
from path_planner.services.vision.privacy.pii_checks import unchecked
from path_planner.services.vision.privacy.pii_names import has_no_capitals
from path_planner.services.vision.privacy.small_groups import Population, small_group_warning
from path_planner.ui.components.basics import heading, lines, paragraph, placeholder
from path_planner.ui.vision.gather.updates import outdated_sources
from path_planner.ui.vision.memo import memo_by_revision
from path_planner.ui.vision.privacy.cleared_words import cleared_words
from path_planner.ui.vision.privacy.own_texts import own_words
from path_planner.ui.vision.privacy.quote_opt_out import opted_out_list
from path_planner.ui.vision.privacy.quotes import (
    identifying_quotes,
    quote_reader,
    unchecked_findings,
)

_TITLES = {
    Population.THEME: N_("Themes with few people"),
    Population.GROUP: N_("Small groups"),
    Population.ROLE_AND_PLACE: N_("Roles that few people in a place have"),
    Population.ROLE_AND_GROUP: N_("Roles that few people in a group have"),
}
_MOST = 50
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
                lines([str(warning) for warning in group_warnings], most=_MOST)


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
