"""The check before printing: likely names, places and numbers in quotes, and where few are known.

It never prints and never forbids: people look, put words right, or say that they may stay.
"""

from collections.abc import Mapping

import streamlit as st

from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.ui import fields, state
from path_planner.ui.parts import empty, escaped, heading, told
from path_planner.ui.room import act
from path_planner.ui.vision.gather.few import few_people
from path_planner.ui.vision.publish.seen import once
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.privacy.likely import TELLING_WORDS, Finding
from path_planner.visioning.privacy.likely_names import has_no_capitals
from path_planner.visioning.privacy.redaction import (
    amend_words,
    findings,
    tick_checked,
    unchecked,
    without,
)
from path_planner.words import say, say_many

_found = once(findings)
A_PAGE = 10
_MORE = "findings shown"
_READ = 25


def check(meeting: Meeting) -> None:
    """Show what may tell who somebody is, and let people decide."""
    vision = meeting.vision
    heading(say("Names, places and numbers in quotes"), 2)
    told(
        say(
            "Path Planner marks what may tell who somebody is. It does not find everything. "
            "Please read the quotes yourselves."
        )
    )
    waiting = unchecked(vision)
    found = _found(vision)
    if not waiting:
        empty(say("Every quote has been looked at."))
    else:
        _marked([voice for voice in waiting if voice.id in found], found)
        _others([voice for voice in waiting if voice.id not in found])
    few_people(vision)


def _marked(voices: list[SharedVoice], found: Mapping[str, tuple[Finding, ...]]) -> None:
    if not voices:
        told(say("Nothing was marked in the quotes that nobody has looked at."), "strong")
        return
    told(
        say_many(
            "{count} quote has something marked.",
            "{count} quotes have something marked.",
            len(voices),
        ),
        "came",
    )
    shown = state.noted(_MORE, A_PAGE)
    for voice in voices[:shown]:
        with st.container(border=True, key=f"likely-{voice.id}", gap="small"):
            _voice(voice, found[voice.id])
    if len(voices) > shown:
        st.button(
            say_many("Show {count} more", "Show {count} more", min(A_PAGE, len(voices) - shown)),
            key=state.key("more findings"),
            on_click=state.note,
            args=(_MORE, shown + A_PAGE),
        )


def _voice(voice: SharedVoice, found: tuple[Finding, ...]) -> None:
    st.html(f'<p class="to-check" dir="auto">{highlighted(voice.text, found)}</p>')
    items = "".join(
        f'<li dir="auto">{escaped(_why(voice.text[one.start : one.end], one))}</li>'
        for one in found
    )
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
    if state.noted(changing):
        _change(voice)


def _change(voice: SharedVoice) -> None:
    def save(meeting: Meeting, text: str) -> Kept:
        return amend_words(meeting, voice.id, text)

    fields.area(
        say("The words for printing; the plan tells that they were changed"),
        voice.text,
        save,
        f"words for printing {voice.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )


def highlighted(text: str, found: tuple[Finding, ...]) -> str:
    """Write a text as HTML with what was found marked, in words too and not by colour alone."""
    parts: list[str] = []
    place = 0
    for one in sorted(found):
        parts.append(escaped(text[place : one.start]))
        kind = escaped(say(TELLING_WORDS[one.kind]))
        parts.append(f"<mark>{escaped(text[one.start : one.end])} <small>{kind}</small></mark>")
        place = one.end
    return "".join((*parts, escaped(text[place:])))


def _why(words: str, found: Finding) -> str:
    return say("“{words}”: {why}", words=words, why=say(found.why))


def _others(voices: list[SharedVoice]) -> None:
    if not voices:
        return
    title = say_many(
        "{count} quote in which nothing is marked",
        "{count} quotes in which nothing is marked",
        len(voices),
    )
    here = voices[:_READ]
    with st.expander(title, icon=":material/visibility:"):
        if any(has_no_capitals(one.text) for one in here):
            told(
                say(
                    "Some are in letters without capitals. There, only names that are known "
                    "can be found. Somebody who reads the language should look."
                ),
                "needed",
            )
        items = "".join(f'<li dir="auto">{escaped(one.text)}</li>' for one in here)
        st.html(f'<ul class="lines">{items}</ul>')
        st.button(
            say_many(
                "I have read this one. It may be printed.",
                "I have read these {count}. They may be printed.",
                len(here),
            ),
            key=state.key("read the others"),
            icon=":material/done_all:",
            on_click=act,
            args=(tick_checked, [one.id for one in here]),
        )
