"""Before printing: what is left in quotes that may tell who somebody is."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.ui import fields, state
from path_planner.ui.parts import lines, told
from path_planner.ui.vision.publish.seen import once
from path_planner.ui.vision.the_meeting import act
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.privacy.likely import TELLING_WORDS, Finding
from path_planner.visioning.privacy.redaction import amend_words, findings, tick_checked, unchecked
from path_planner.words import say, say_many

_MOST = 8
_found = once(findings)


def left_in(vision: Vision) -> Mapping[str, Sequence[Finding]]:
    """Return what may tell who somebody is, in quotes that nobody has looked at."""
    return _found(vision)


def names_left(vision: Vision) -> None:
    """Show the quotes in which something was found, to be changed or left as they are."""
    found, waiting = left_in(vision), len(unchecked(vision))
    told(
        say_many(
            "Nobody has looked at {count} quote yet.",
            "Nobody has looked at {count} quotes yet.",
            waiting,
        )
    )
    if not found:
        told(say("The check found no names, places or numbers in them. It can miss some."))
        return
    told(
        say("The check can be wrong. A person decides: change the words, or let them stand."),
        "facts",
    )
    for voice_id in list(found)[:_MOST]:
        with st.container(border=True, key=f"quote-{voice_id}", gap="small"):
            _quote(vision.voices[voice_id], found[voice_id])
    if (more := len(found) - _MOST) > 0:
        told(say_many("{count} more quote waits.", "{count} more quotes wait.", more))


def _quote(voice: SharedVoice, found: Sequence[Finding]) -> None:
    lines([_said(voice, one) for one in found])
    fields.area(
        say("The words to print"),
        voice.text,
        partial(_reword, voice.id),
        f"printed words {voice.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    st.button(
        say("It may stand as it is"),
        icon=":material/check:",
        key=state.key(f"let stand {voice.id}"),
        on_click=act,
        args=(tick_checked, [voice.id]),
    )


def _said(voice: SharedVoice, found: Finding) -> str:
    kind, words = say(TELLING_WORDS[found.kind]), voice.text[found.start : found.end]
    return say("{kind} “{words}”: {why}", kind=kind, words=words, why=say(found.why))


def _reword(voice_id: str, meeting: Meeting, words: str) -> Kept:
    return amend_words(meeting, voice_id, words)
