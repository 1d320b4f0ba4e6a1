"""The check before printing: every quote is looked at, and where few people are is told."""

from collections.abc import Sequence

import streamlit as st

from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.quoting import may_be_quoted
from path_planner.ui import state
from path_planner.ui.parts import empty, heading, told
from path_planner.ui.room import act
from path_planner.ui.vision.gather.few import few_people
from path_planner.ui.vision.gather.less_shared import less_shared
from path_planner.ui.vision.own_words import own_words
from path_planner.ui.vision.telling import left_in, telling_quotes
from path_planner.ui.vision.themes_only import for_themes_only, kept_for_themes_only
from path_planner.visioning.meeting import Meeting
from path_planner.visioning.privacy.likely_names import has_no_capitals
from path_planner.visioning.privacy.redaction import tick_checked, unchecked
from path_planner.words import say, say_many

_READ = 25


def check(meeting: Meeting) -> None:
    """Show what may tell who somebody is, and let people decide."""
    vision = meeting.vision
    less_shared(vision)
    heading(say("Names, places and numbers in quotes"), 2)
    told(
        say(
            "Path Planner marks what may tell who somebody is. It does not find everything. "
            "Please read the quotes yourselves."
        )
    )
    waiting = unchecked(vision)
    if not any(may_be_quoted(one) for one in vision.voices.values()):
        empty(say("There are no quotes yet."))
    elif not waiting:
        empty(say("Every quote has been looked at."))
    else:
        _marked(vision)
        found = left_in(vision)
        _others([voice for voice in waiting if voice.id not in found])
    own_words(vision)
    kept_for_themes_only(vision)
    few_people(vision)


def _marked(vision: Vision) -> None:
    found = left_in(vision)
    if not found:
        told(say("Nothing was marked in the quotes that nobody has looked at."), "strong")
        return
    told(
        say_many(
            "{count} quote has something marked.",
            "{count} quotes have something marked.",
            len(found),
        ),
        "came",
    )
    telling_quotes(vision)


def _others(voices: Sequence[SharedVoice]) -> None:
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
        for one in here:
            with st.container(key=f"unmarked-{one.id}", gap="small"):
                told(one.text)
                for_themes_only(one, "unmarked")
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
