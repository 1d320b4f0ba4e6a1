"""Reading quotes one after another by keyboard: what people decide is kept in lots."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st
from pydantic import TypeAdapter, ValidationError

from path_planner.domain.base import RecordId
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.errors import PlannerError
from path_planner.i18n import _, ngettext
from path_planner.services.vision.privacy.pii import PII_KIND_WORDS, PiiMatch
from path_planner.services.vision.privacy.pii_checks import findings, unchecked
from path_planner.services.vision.quote_opt_out import QuoteDecisions, decide_about_quotes
from path_planner.similarity.equal_answers import equal_lines
from path_planner.ui import state
from path_planner.ui.components.messages import show_error
from path_planner.ui.context import on_click_run, open_vision_context
from path_planner.ui.sync.component import load_script

NAME = "quote_reader"
MOST_LINES = 150
"""Lines that are sent to the browser at once; the next come as these are read."""
_MOST = 10_000
_IDS: TypeAdapter[tuple[str, ...]] = TypeAdapter(
    tuple[RecordId, ...], config={"hide_input_in_errors": True}
)


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
