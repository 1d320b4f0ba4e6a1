"""Words that people said are no name: one press for all places where they stand, and back again."""

from collections.abc import Iterable

import streamlit as st

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, ngettext
from path_planner.services.records import delete
from path_planner.services.vision.privacy.pii import PiiKind, PiiMatch
from path_planner.services.vision.privacy.pii_checks import clear_words
from path_planner.services.vision.privacy.pii_names import KNOWN
from path_planner.ui import state
from path_planner.ui.components.basics import escape_markdown
from path_planner.ui.context import on_click_run

_MOST_BUTTONS = 4
_LONGEST = 40


def no_name_buttons(text: str, findings: Iterable[PiiMatch], where: str) -> None:
    """Show a button for each likely name in a text, to say that it is none, wherever it stands."""
    for number, words in enumerate(_likely_names(text, findings)):
        st.button(
            _("“{words}” is no name here", words=escape_markdown(words)),
            key=state.key(f"no name {where} {number}"),
            icon=":material/person_off:",
            help=_("It is then not marked anywhere in this vision."),
            on_click=on_click_run,
            args=(clear_words, words),
        )


def _likely_names(text: str, findings: Iterable[PiiMatch]) -> list[str]:
    """Return the words to ask about: never the name of somebody who was there."""
    words = (
        " ".join(text[finding.start : finding.end].split())
        for finding in findings
        if finding.kind in (PiiKind.NAME, PiiKind.PLACE) and finding.why != KNOWN
    )
    return [word for word in dict.fromkeys(words) if len(word) <= _LONGEST][:_MOST_BUTTONS]


def cleared_words(vision: Vision) -> None:
    """Show what people said is no name, each with a button to mark it again."""
    cleared = [text for text in sorted_records(vision.cleared) if text.words]
    if not cleared:
        return
    title = ngettext(
        "{count} word that you said is no name",
        "{count} words that you said are no names",
        len(cleared),
    )
    with st.expander(title, icon=":material/person_off:"):
        for text in cleared:
            st.button(
                _("Mark “{words}” again", words=escape_markdown(text.words)),
                key=state.key(f"mark again {text.id}"),
                icon=":material/undo:",
                on_click=on_click_run,
                args=(delete, "cleared", text.id),
            )
