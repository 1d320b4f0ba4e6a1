"""Not printed: somebody asks that a voice is counted in themes only, and may change their mind."""

import streamlit as st

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.quoting import may_be_quoted
from path_planner.ui import state
from path_planner.ui.parts import heading, told
from path_planner.ui.room import act
from path_planner.visioning.gathering.calling_back import stands_in
from path_planner.visioning.privacy.themes_only import (
    held_for_themes,
    keep_for_themes,
    let_be_quoted,
)
from path_planner.words import say

_SHOWN = 20
_MORE = "held for themes shown"


def for_themes_only(voice: SharedVoice, where: str) -> None:
    """Show the button that keeps a voice from print, or the one that takes this back."""
    if voice.agreed_to is not None:
        st.button(
            say("It may be quoted again"),
            key=state.key(f"quote again {where} {voice.id}"),
            icon=":material/undo:",
            on_click=act,
            args=(let_be_quoted, voice.id),
        )
    elif may_be_quoted(voice):
        st.button(
            say("Keep for themes only"),
            key=state.key(f"themes only {where} {voice.id}"),
            icon=":material/speaker_notes_off:",
            help=say("It counts in its themes, and its words are printed nowhere."),
            on_click=act,
            args=(keep_for_themes, voice.id),
        )


def kept_for_themes_only(vision: Vision) -> None:
    """List the voices that are kept from print here, each with the way back."""
    held = held_for_themes(vision)
    if not held:
        return
    heading(say("Kept for themes only"), 2)
    told(
        say(
            "Their people let them be quoted, and somebody asked not to print them. "
            "They count in their themes; their words stand in no document."
        )
    )
    shown = state.noted(_MORE, _SHOWN)
    for voice in held[:shown]:
        with st.container(border=True, key=f"held-{voice.id}", gap="small"):
            told(voice.text)
            if printed := stands_in(vision, voice.id):
                told(printed, "needed")
            for_themes_only(voice, "held")
    if len(held) > shown:
        st.button(
            say("Show more"),
            key=state.key("more held"),
            on_click=state.note,
            args=(_MORE, shown + _SHOWN),
        )
