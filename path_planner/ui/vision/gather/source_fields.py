"""What the group noted of a source, to put right: each field saves by itself."""

from functools import partial
from typing import Any

import streamlit as st

from path_planner.domain.text import MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.source import SOURCE_WORDS, Source, SourceKind
from path_planner.ui import fields
from path_planner.visioning.gathering.putting_right import change_source
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.words import say

KINDS = [kind for kind in SourceKind if kind is not SourceKind.PATH]
MOST_PEOPLE = 100_000


def source_fields(source: Source) -> None:
    """Show what was noted of a source in fields; of a PATH only what it does not tell itself."""
    left, right = st.columns(2)
    of_a_path = source.what is SourceKind.PATH
    with left:
        if not of_a_path:
            _line(source, "kept_as", say("What do you call it? (for you, never printed)"))
            fields.choice(
                say("What was it?"),
                KINDS,
                source.what,
                partial(_set, source.id, "what"),
                f"source what {source.id}",
                format_func=_kind,
            )
        _line(source, "place", say("Where was it?"))
    with right:
        _line(source, "group", say("Which people were there, in words they agree with?"))
        if not of_a_path:
            fields.day(
                say("When was it?"),
                source.held_on,
                partial(_set, source.id, "held_on"),
                f"source held_on {source.id}",
            )
            fields.number(
                say("How many people were there? (0: not known)"),
                source.people,
                partial(_set, source.id, "people"),
                f"source people {source.id}",
                min_value=0,
                max_value=MOST_PEOPLE,
            )


def _line(source: Source, field: str, label: str) -> None:
    fields.line(
        label,
        getattr(source, field),
        partial(_set, source.id, field),
        f"source {field} {source.id}",
        max_chars=MOST_LETTERS_IN_A_LINE,
    )


def _kind(kind: SourceKind) -> str:
    return say(SOURCE_WORDS[kind])


def _set(source_id: str, field: str, meeting: Meeting, value: Any) -> Kept:
    return change_source(meeting, source_id, **{field: value})
