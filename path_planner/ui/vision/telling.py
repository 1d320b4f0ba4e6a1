"""Quotes that may tell who somebody is: what is marked in each, and what people do about it.

It never prints and never forbids: people look, put words right, or say that they may stay.
"""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.ui import fields, state
from path_planner.ui.parts import escaped, told
from path_planner.ui.room import act
from path_planner.ui.vision.marked import highlighted, why_marked
from path_planner.ui.vision.seen import once
from path_planner.ui.vision.themes_only import for_themes_only
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.privacy.likely import Finding
from path_planner.visioning.privacy.redaction import amend_words, findings, tick_checked, without
from path_planner.words import say, say_many

A_PAGE = 10
_MORE = "findings shown"
_found = once(findings)


def left_in(vision: Vision) -> Mapping[str, tuple[Finding, ...]]:
    """Return what may tell who somebody is, in quotes that nobody has looked at."""
    return _found(vision)


def telling_quotes(vision: Vision) -> None:
    """Show the quotes in which something is marked, some at a time."""
    found = left_in(vision)
    if found:
        told(
            say(
                "What you take out or change is erased from this vision for good, from its "
                "history too. The PATH that it came from keeps its words."
            )
        )
    shown = state.noted(_MORE, A_PAGE)
    for voice_id in list(found)[:shown]:
        with st.container(border=True, key=f"likely-{voice_id}", gap="small"):
            _voice(vision.voices[voice_id], found[voice_id])
    if len(found) > shown:
        st.button(
            say_many("Show {count} more", "Show {count} more", min(A_PAGE, len(found) - shown)),
            key=state.key("more findings"),
            on_click=state.note,
            args=(_MORE, shown + A_PAGE),
        )


def _voice(voice: SharedVoice, found: tuple[Finding, ...]) -> None:
    st.html(f'<p class="to-check" dir="auto">{highlighted(voice.text, found)}</p>')
    items = "".join(f'<li dir="auto">{escaped(why_marked(voice.text, one))}</li>' for one in found)
    st.html(f'<ul class="why">{items}</ul>')
    changing = f"change words of {voice.id}"
    with st.container(horizontal=True, key=f"likely-buttons-{voice.id}"):
        st.button(
            say("It may stay"),
            key=state.key(f"may stay {voice.id}"),
            icon=":material/check:",
            on_click=act,
            args=(tick_checked, [voice.id]),
        )
        st.button(
            say("Take out what is marked"),
            key=state.key(f"take out marked {voice.id}"),
            icon=":material/backspace:",
            on_click=act,
            args=(amend_words, voice.id, without(voice.text, found)),
        )
        st.button(
            say("Change the words"),
            key=state.key(changing),
            icon=":material/edit:",
            on_click=state.note,
            args=(changing, not state.noted(changing)),
        )
        for_themes_only(voice, "likely")
    if state.noted(changing):
        _change(voice)


def _change(voice: SharedVoice) -> None:
    fields.area(
        say("The words for printing; the plan tells that they were changed"),
        voice.text,
        partial(_reword, voice.id),
        f"words for printing {voice.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )


def _reword(voice_id: str, meeting: Meeting, words: str) -> Kept:
    return amend_words(meeting, voice_id, words)
