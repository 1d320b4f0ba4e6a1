"""Quotes that may identify someone, and quotes read one after another by keyboard.

Nothing is blocked: people reword a quote, or confirm that it may stay. What they decide by keyboard
is kept in lots.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from path_planner.analysis.quotes import may_be_quoted
from path_planner.domain.base import MOST_LETTERS, RecordId
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.exports.vision_memo import memo_by_revision
from path_planner.i18n import _, ngettext
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.vision.privacy.pii import PII_KIND_WORDS, PiiMatch
from path_planner.services.vision.privacy.pii_checks import (
    amend_words,
    findings,
    tick_checked,
    unchecked,
    without,
)
from path_planner.services.vision.publication import (
    QuoteDecisions,
    allow_quotes,
    decide_about_quotes,
    opt_out_of_quotes,
    opted_out_voices,
)
from path_planner.services.vision.withdrawal import stands_in
from path_planner.similarity.similarity import equal_lines
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.basics import escaped, heading, paragraph
from path_planner.ui.components.messages import show_error
from path_planner.ui.context import on_click_run, open_vision_context
from path_planner.ui.sync.component import load_script
from path_planner.ui.vision.privacy.own_texts import highlight_reason, highlighted, no_name_buttons

NAME = "quote_reader"
MOST_LINES = 150
"""Lines that are sent to the browser at once; the next come as these are read."""
_MOST = 10_000
_IDS: TypeAdapter[tuple[str, ...]] = TypeAdapter(
    tuple[RecordId, ...], config={"hide_input_in_errors": True}
)

_OPTED_OUT_SHOWN = 20
_MORE_OPTED_OUT = "held for themes shown"


@st.fragment
def quote_reader() -> None:
    """Show the quotes that nobody has read, to be decided one after another."""
    try:
        context = open_vision_context()
    except PlannerError as error:
        show_error(error)
        return
    waiting = unchecked(context.document)
    if not waiting:
        st.rerun()
    key = state.key(NAME)
    component = load_script(NAME, "ui/vision/privacy/quote_reader.js")
    component(
        data={"lines": _lines(context.document, waiting), **_labels(len(waiting))},
        key=key,
        on_decided_change=partial(_decide, key),
    )


def _lines(vision: Vision, waiting: Sequence[SharedVoice]) -> list[dict[str, Any]]:
    lines = equal_lines((voice.id, voice.text) for voice in waiting)[:MOST_LINES]
    first = [vision.voices[line[0]] for line in lines]
    found = findings(vision, first)
    return [
        {
            "ids": list(line),
            "parts": _parts(voice.text, found.get(voice.id, ())),
            "times": f"×{len(line)}" if len(line) > 1 else "",
        }
        for line, voice in zip(lines, first, strict=True)
    ]


def _parts(text: str, matches: Sequence[PiiMatch]) -> list[list[str]]:
    """Return a text in parts, each with the kind of finding that it is; plain ones with none."""
    parts, start = [], 0
    for match in sorted(matches):
        parts.append([text[start : match.start], ""])
        parts.append([text[match.start : match.end], _(PII_KIND_WORDS[match.kind])])
        start = match.end
    parts.append([text[start:], ""])
    return [part for part in parts if part[0]]


def _labels(waiting: int) -> dict[str, Any]:
    return {
        "left": ngettext("{count} quote to read", "{count} quotes to read", waiting),
        "list": _("Quotes to read"),
        "how": _(
            "Space: OK to print, next. Enter: all down to here are OK. X: count only. "
            "D: delete the marked words. U: undo. Up and down move."
        ),
        "ok": _("OK to print"),
        "all": _("All down to here are OK"),
        "only": _("Count only, do not quote"),
        "cut": _("Delete the marked words"),
        "undo": _("Undo"),
    }


def _decide(key: str) -> None:
    raw = state.widget_value(key)
    message = raw.get("decided") if isinstance(raw, Mapping) else None
    if isinstance(message, Mapping):
        on_click_run(decide_about_quotes, read_decisions(message))


def read_decisions(message: Mapping[str, Any]) -> QuoteDecisions:
    """Return the decisions in a message of the browser; what is not valid is left out."""
    return QuoteDecisions(_ids(message, "ok"), _ids(message, "cut"), _ids(message, "only"))


def _ids(message: Mapping[str, Any], name: str) -> tuple[str, ...]:
    try:
        return _IDS.validate_python(message.get(name, ()))[:_MOST]
    except ValidationError:
        return ()


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


def for_themes_only(voice: SharedVoice, where: str) -> None:
    """Show the button that opts a voice out of quotes, or the one that undoes it."""
    if voice.agreed_to is not None:
        st.button(
            _("It can be quoted again"),
            key=state.key(f"quote again {where} {voice.id}"),
            icon=":material/undo:",
            on_click=on_click_run,
            args=(allow_quotes, voice.id),
        )
    elif may_be_quoted(voice):
        st.button(
            _("Count only, do not quote"),
            key=state.key(f"themes only {where} {voice.id}"),
            icon=":material/speaker_notes_off:",
            help=_("It counts in its themes, but its words are not printed."),
            on_click=on_click_run,
            args=(opt_out_of_quotes, voice.id),
        )


def opted_out_list(vision: Vision) -> None:
    """Show the voices that were opted out of quotes here, each with a button to undo it."""
    voices = opted_out_voices(vision)
    if not voices:
        return
    heading(_("Counted only"), 2)
    paragraph(
        _(
            "People agreed to be quoted, but someone asked not to print these "
            "words. They count in their themes, but are not in any document."
        )
    )
    shown_count = state.recall(_MORE_OPTED_OUT, _OPTED_OUT_SHOWN)
    for voice in voices[:shown_count]:
        with st.container(border=True, key=f"held-{voice.id}", gap="small"):
            paragraph(voice.text)
            if printed := stands_in(vision, voice.id):
                paragraph(printed, "needed")
            for_themes_only(voice, "held")
    if len(voices) > shown_count:
        st.button(
            _("Show more"),
            key=state.key("more held"),
            on_click=state.remember,
            args=(_MORE_OPTED_OUT, shown_count + _OPTED_OUT_SHOWN),
        )
