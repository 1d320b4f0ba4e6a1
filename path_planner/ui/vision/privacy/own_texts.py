"""PII findings in texts that the group itself wrote, with links to change them."""

from typing import NamedTuple

import streamlit as st

from path_planner.domain.vision.vision import Vision
from path_planner.i18n import N_, _, ngettext
from path_planner.services.vision.privacy.pii_checks import (
    OwnWords,
    clear_own_text,
    left_in_own_words,
)
from path_planner.ui import state
from path_planner.ui.components.basics import escaped, heading, link, paragraph
from path_planner.ui.context import on_click_run
from path_planner.ui.vision.memo import memo_by_revision
from path_planner.ui.vision.privacy.cleared_words import no_name_buttons
from path_planner.ui.vision.privacy.highlight import highlight_reason, highlighted

A_PAGE = 8
_MORE = "own words shown"
in_own_words = memo_by_revision(left_in_own_words)
"""Returns the PII findings in the group's own texts, memoised by revision."""


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
