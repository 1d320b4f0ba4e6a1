"""Quotes that may identify someone: their findings, and what people do about them.

Nothing is blocked: people reword a quote, or confirm that it may stay.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.privacy.pii import PiiMatch
from path_planner.services.vision.privacy.pii_checks import (
    amend_words,
    findings,
    tick_checked,
    without,
)
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped, paragraph
from path_planner.ui.context import on_click_run
from path_planner.ui.vision.memo import memo_by_revision
from path_planner.ui.vision.privacy.cleared_words import no_name_buttons
from path_planner.ui.vision.privacy.highlight import highlight_reason, highlighted
from path_planner.ui.vision.privacy.quote_opt_out import for_themes_only

A_PAGE = 10
_MORE = "findings shown"
_found = memo_by_revision(findings)


def unchecked_findings(vision: Vision) -> Mapping[str, tuple[PiiMatch, ...]]:
    """Return the PII findings in quotes that nobody has checked."""
    return _found(vision)


def identifying_quotes(vision: Vision) -> None:
    """Show a page of the quotes with PII findings."""
    findings = unchecked_findings(vision)
    if findings:
        paragraph(
            _(
                "What you delete or change is deleted from this vision for good, "
                "and from its history. The PATH it came from keeps its words."
            )
        )
    shown_count = state.recall(_MORE, A_PAGE)
    for voice_id in list(findings)[:shown_count]:
        with st.container(border=True, key=f"likely-{voice_id}", gap="small"):
            _voice(vision.voices[voice_id], findings[voice_id])
    if len(findings) > shown_count:
        st.button(
            ngettext(
                "Show {count} more", "Show {count} more", min(A_PAGE, len(findings) - shown_count)
            ),
            key=state.key("more findings"),
            on_click=state.remember,
            args=(_MORE, shown_count + A_PAGE),
        )


def _voice(voice: SharedVoice, findings: tuple[PiiMatch, ...]) -> None:
    st.html(f'<p class="to-check" dir="auto">{highlighted(voice.text, findings)}</p>')
    items = "".join(
        f'<li dir="auto">{escaped(highlight_reason(voice.text, finding))}</li>'
        for finding in findings
    )
    st.html(f'<ul class="why">{items}</ul>')
    changing = f"change words of {voice.id}"
    with st.container(horizontal=True, key=f"likely-buttons-{voice.id}"):
        st.button(
            _("Leave it in"),
            key=state.key(f"may stay {voice.id}"),
            icon=":material/check:",
            on_click=on_click_run,
            args=(tick_checked, [voice.id]),
        )
        st.button(
            _("Delete the marked words"),
            key=state.key(f"take out marked {voice.id}"),
            icon=":material/backspace:",
            on_click=on_click_run,
            args=(amend_words, voice.id, without(voice.text, findings)),
        )
        st.button(
            _("Edit the words"),
            key=state.key(changing),
            icon=":material/edit:",
            on_click=state.remember,
            args=(changing, not state.recall(changing)),
        )
        no_name_buttons(voice.text, findings, voice.id)
        for_themes_only(voice, "likely")
    if state.recall(changing):
        _change(voice)


def _change(voice: SharedVoice) -> None:
    autosave.text_area(
        _("Words to print; the plan says they were changed"),
        voice.text,
        partial(_reword, voice.id),
        f"words for printing {voice.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )


def _reword(voice_id: str, context: VisionContext, words: str) -> VisionResult:
    return amend_words(context, voice_id, words)
