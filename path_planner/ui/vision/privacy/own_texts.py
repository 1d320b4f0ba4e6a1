"""PII findings: highlighted, in the group's own texts, and words that people said are no name."""

from collections.abc import Iterable
from typing import NamedTuple

import streamlit as st

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from path_planner.exports.vision_memo import memo_by_revision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.records import delete
from path_planner.services.vision.privacy.pii import PII_KIND_WORDS, PiiKind, PiiMatch
from path_planner.services.vision.privacy.pii_checks import (
    OwnWords,
    clear_own_text,
    clear_words,
    left_in_own_words,
)
from path_planner.services.vision.privacy.pii_names import KNOWN
from path_planner.ui import state
from path_planner.ui.components.basics import escape_markdown, escaped, heading, link, paragraph
from path_planner.ui.context import on_click_run

A_PAGE = 8
_MORE = "own words shown"
in_own_words = memo_by_revision(left_in_own_words)
"""Returns the PII findings in the group's own texts, memoised by revision."""

_MOST_BUTTONS = 4
_LONGEST_NAME = 40


class _Where(NamedTuple):
    what: str
    step: str
    part: str = ""


_WHERE = {
    "about": _Where(N_("The vision in words"), "plan", "words"),
    "limits": _Where(N_("What we promised at the start"), "plan", "words"),
    "sources": _Where(N_("Who was heard"), "gather", "heard"),
    "unheard": _Where(N_("Who was not heard"), "plan", "people"),
    "themes": _Where(N_("A theme"), "theme"),
    "causes": _Where(N_("A cause"), "prioritise", "why"),
    "disagreements": _Where(N_("A disagreement"), "theme"),
    "priorities": _Where(N_("A priority"), "prioritise", "list"),
    "votes": _Where(N_("A vote"), "prioritise", "vote"),
    "actions": _Where(N_("An action"), "plan", "actions"),
    "outcomes": _Where(N_("An outcome"), "plan", "outcomes"),
    "rounds": _Where(N_("A review"), "review"),
    "replies": _Where(N_("What we did"), "review"),
    "answers": _Where(N_("A reply to what we did"), "review"),
    "readings": _Where(N_("What a measure showed"), "review"),
}
_EASY = _Where(N_("Easy words"), "publish")


def own_words(vision: Vision) -> None:
    """Show the part of the check about the group's own texts."""
    heading(_("In your own words"), 2)
    entries = in_own_words(vision)
    if not entries:
        paragraph(_("Nothing is marked in what you wrote yourselves."))
        return
    paragraph(
        ngettext(
            "{count} place in what you wrote could identify someone. Nothing has been changed.",
            "{count} places in what you wrote could identify someone. Nothing has been changed.",
            len(entries),
        )
    )
    places_in_own_words(vision)


def places_in_own_words(vision: Vision) -> None:
    """Show each text with its findings marked, and a link to where it can be changed."""
    entries = in_own_words(vision)
    shown_count = state.recall(_MORE, A_PAGE)
    for entry in entries[:shown_count]:
        key = f"own-{entry.collection}-{entry.id}-{entry.field}"
        with st.container(border=True, key=key, gap="small"):
            _place(vision, entry, key)
    if len(entries) > shown_count:
        st.button(
            ngettext(
                "Show {count} more", "Show {count} more", min(A_PAGE, len(entries) - shown_count)
            ),
            key=state.key("more own words"),
            on_click=state.remember,
            args=(_MORE, shown_count + A_PAGE),
        )


def _place(vision: Vision, entry: OwnWords, key: str) -> None:
    where = _EASY if entry.field == "easy" else _WHERE[entry.collection]
    paragraph(_(where.what), "kicker")
    st.html(f'<p class="to-check" dir="auto">{highlighted(entry.text, entry.matches)}</p>')
    items = "".join(
        f'<li dir="auto">{escaped(highlight_reason(entry.text, match))}</li>'
        for match in entry.matches
    )
    st.html(f'<ul class="why">{items}</ul>')
    with st.container(horizontal=True, key=f"buttons-{key}"):
        st.button(
            _("Leave it in"),
            key=state.key(f"own text may stay {key}"),
            icon=":material/check:",
            on_click=on_click_run,
            args=(clear_own_text, entry.text),
        )
        no_name_buttons(entry.text, entry.matches, key)
    link(
        "vision_builder",
        _("Go there to change it: {place}", place=_(where.what)),
        ":material/arrow_forward:",
        key=key,
        vision=vision.id,
        step=where.step,
        part=where.part,
    )


def highlighted(text: str, findings: tuple[PiiMatch, ...]) -> str:
    """Return a text as HTML with its findings marked, by words as well as by colour."""
    parts: list[str] = []
    start = 0
    for finding in sorted(findings):
        parts.append(escaped(text[start : finding.start]))
        kind = escaped(_(PII_KIND_WORDS[finding.kind]))
        parts.append(
            f"<mark>{escaped(text[finding.start : finding.end])} <small>{kind}</small></mark>"
        )
        start = finding.end
    return "".join((*parts, escaped(text[start:])))


def highlight_reason(text: str, finding: PiiMatch) -> str:
    """Return why a part of a text is marked."""
    return _("“{words}”: {why}", words=text[finding.start : finding.end], why=_(finding.why))


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
    return [word for word in dict.fromkeys(words) if len(word) <= _LONGEST_NAME][:_MOST_BUTTONS]


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
