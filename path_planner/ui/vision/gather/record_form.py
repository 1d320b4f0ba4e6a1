"""The form for the details of a conversation, and what its people agreed to."""

from typing import Any

import streamlit as st

from path_planner.domain.base import MOST_LETTERS, MOST_LETTERS_IN_A_LINE
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import SOURCE_WORDS, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import SHARE_WORDS, Share
from path_planner.i18n import _, language_name
from path_planner.services.vision.imports.conversation import AboutRecord
from path_planner.ui import state
from path_planner.ui.components import autosave
from path_planner.ui.components.choices import language_choices
from path_planner.ui.vision.gather.sources import KINDS, MOST_PEOPLE

ROLES = (Role.OTHER, *(role for role in Role if role is not Role.OTHER))
"""The choice that records nothing."""


def about_record(vision: Vision, name: str, kind: SourceKind = SourceKind.CAFE) -> AboutRecord:
    """Show the questions about a conversation; `name` is unique on the page."""
    left, right = st.columns(2)
    with left:
        facts = _when_and_where(name, kind)
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


def _when_and_where(name: str, kind: SourceKind) -> dict[str, Any]:
    return {
        "what": st.selectbox(
            _("What was it?"),
            KINDS,
            index=KINDS.index(kind),
            key=state.key(f"{name} kind {kind}"),
            format_func=lambda kind: _(SOURCE_WORDS[kind]),
        ),
        "place": st.text_input(
            _("Where was it?"),
            key=state.key(f"{name} where"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            autocomplete="off",
        ),
        "held_on": st.date_input(
            _("When was it?"),
            value=None,
            min_value=autosave.EARLIEST,
            key=state.key(f"{name} when"),
            format="DD/MM/YYYY",
        ),
    }


def _who(vision: Vision, name: str) -> dict[str, Any]:
    return {
        "role": st.selectbox(
            _("What was their role, if the record does not say?"),
            ROLES,
            key=state.key(f"{name} role"),
            format_func=_role,
        ),
        "group": st.text_input(
            _("Who was there, in words they would use themselves?"),
            key=state.key(f"{name} group"),
            max_chars=MOST_LETTERS_IN_A_LINE,
            autocomplete="off",
        ),
        "people": int(
            st.number_input(
                _("How many people were there? (0 if you do not know)"),
                0,
                MOST_PEOPLE,
                key=state.key(f"{name} people"),
            )
        ),
        "language": st.selectbox(
            _("Language"),
            list(dict.fromkeys((vision.about.language, *language_choices()))),
            key=state.key(f"{name} language"),
            format_func=language_name,
        ),
    }


def _role(role: Role) -> str:
    return _("Not recorded") if role is Role.OTHER else _(ROLE_WORDS[role])


def _agreed(name: str) -> tuple[Share, bool, str]:
    share = st.radio(
        _("How can these voices be shared?"),
        [Share.THEME, Share.QUOTE],
        key=state.key(f"{name} share"),
        format_func=lambda share: _(SHARE_WORDS[share]),
    )
    agreed = st.checkbox(
        _("The people who said it agreed to this"), key=state.key(f"{name} agreed")
    )
    how = st.text_input(
        _("How were they asked?"),
        key=state.key(f"{name} how"),
        max_chars=MOST_LETTERS,
        autocomplete="off",
    )
    return share, agreed, how
