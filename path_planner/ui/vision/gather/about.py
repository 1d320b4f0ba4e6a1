"""What is known of a conversation, and what its people agreed to."""

from typing import Any

import streamlit as st

from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.text import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.vision.source import SOURCE_WORDS
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import SHARE_WORDS, Share
from path_planner.ui import fields, state
from path_planner.ui.begin_form import language_choices, language_name
from path_planner.ui.vision.gather.source_fields import KINDS, MOST_PEOPLE
from path_planner.visioning.records.conversations import AboutRecord
from path_planner.words import say

ROLES = (Role.OTHER, *(role for role in Role if role is not Role.OTHER))
"""Nothing is noted unless somebody chooses."""


def about_record(vision: Vision, name: str) -> AboutRecord:
    """Show the questions about a conversation; `name` keeps two of these forms apart."""
    left, right = st.columns(2)
    with left:
        facts = _when_and_where(name)
    with right:
        facts |= _who(vision, name)
    share, agreed, how = _agreed(name)
    return AboutRecord(
        **facts,
        share=share,
        agreed=agreed,
        given_on=facts["held_on"],
        how=how,
    )


def _when_and_where(name: str) -> dict[str, Any]:
    return {
        "what": st.selectbox(
            say("What was it?"),
            KINDS,
            key=state.key(f"{name} kind"),
            format_func=lambda kind: say(SOURCE_WORDS[kind]),
        ),
        "place": st.text_input(
            say("Where was it?"), key=state.key(f"{name} where"), max_chars=MOST_LETTERS_IN_A_LINE
        ),
        "held_on": st.date_input(
            say("When was it?"),
            value=None,
            min_value=fields.EARLIEST,
            key=state.key(f"{name} when"),
            format="DD/MM/YYYY",
        ),
    }


def _who(vision: Vision, name: str) -> dict[str, Any]:
    return {
        "role": st.selectbox(
            say("As whom did they speak, where the record does not say it?"),
            ROLES,
            key=state.key(f"{name} role"),
            format_func=_role,
        ),
        "group": st.text_input(
            say("Which people were there, in words they agree with?"),
            key=state.key(f"{name} group"),
            max_chars=MOST_LETTERS_IN_A_LINE,
        ),
        "people": int(
            st.number_input(
                say("How many people were there? (0: not known)"),
                0,
                MOST_PEOPLE,
                key=state.key(f"{name} people"),
            )
        ),
        "language": st.selectbox(
            say("Language"),
            list(dict.fromkeys((vision.about.language, *language_choices()))),
            key=state.key(f"{name} language"),
            format_func=language_name,
        ),
    }


def _role(role: Role) -> str:
    return say("Not noted") if role is Role.OTHER else say(ROLE_WORDS[role])


def _agreed(name: str) -> tuple[Share, bool, str]:
    share = st.radio(
        say("How far may these voices travel?"),
        [Share.THEME, Share.QUOTE],
        key=state.key(f"{name} share"),
        format_func=lambda one: say(SHARE_WORDS[one]),
    )
    agreed = st.checkbox(
        say("The people who said it agreed to this"), key=state.key(f"{name} agreed")
    )
    how = st.text_input(
        say("How were they asked?"), key=state.key(f"{name} how"), max_chars=MOST_LETTERS
    )
    return share, agreed, how
