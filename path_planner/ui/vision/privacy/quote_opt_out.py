"""Opt-out from quotes: a voice that is only counted in themes, and how to undo that."""

import streamlit as st

from path_planner.analysis.quotes import may_be_quoted
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _
from path_planner.services.vision.publication import allow_quotes, is_opted_out, opt_out_of_quotes
from path_planner.services.vision.withdrawal import stands_in
from path_planner.ui import state
from path_planner.ui.components.basics import heading, paragraph
from path_planner.ui.context import on_click_run

_SHOWN = 20
_MORE = "held for themes shown"


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
    voices = is_opted_out(vision)
    if not voices:
        return
    heading(_("Counted only"), 2)
    paragraph(
        _(
            "People agreed to be quoted, but someone asked not to print these "
            "words. They count in their themes, but are not in any document."
        )
    )
    shown_count = state.recall(_MORE, _SHOWN)
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
            args=(_MORE, shown_count + _SHOWN),
        )
