"""Putting a voice right: the words, whose they are, how they came, how far they travel."""

from functools import partial

import streamlit as st

from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Voice
from path_planner.ui import fields
from path_planner.ui.people import person_choice, share_choice
from path_planner.words import say
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.speaking import change_voice


def voice_editor(session: Session, voice: Voice) -> None:
    """Show the fields of a voice; each saves by itself."""
    fields.area(
        say("The words"),
        voice.text,
        partial(_set, voice.id, "text"),
        f"voice text {voice.id}",
        height="content",
        max_chars=MOST_LETTERS,
    )
    _whose(session, voice)
    _how_it_came_and_goes(voice)


def _whose(session: Session, voice: Voice) -> None:
    said, supported = st.columns(2)
    with said:
        person_choice(
            say("Who said it?"),
            session,
            voice.said_by,
            partial(_set, voice.id, "said_by"),
            f"said by {voice.id}",
            nobody=say("No name"),
        )
    with supported:
        person_choice(
            say("Supported by"),
            session,
            voice.supported_by,
            partial(_set, voice.id, "supported_by"),
            f"supported by {voice.id}",
            nobody=say("Nobody"),
        )


def _how_it_came_and_goes(voice: Voice) -> None:
    how, far = st.columns(2)
    with how:
        fields.choice(
            say("How was it said?"),
            list(Expressed),
            voice.expressed,
            partial(_set, voice.id, "expressed"),
            f"expressed {voice.id}",
            format_func=_expressed,
        )
    with far:
        share_choice(
            say("How far may it travel?"),
            voice.share,
            partial(_set, voice.id, "share"),
            f"share {voice.id}",
        )


def _expressed(how: Expressed) -> str:
    return say(EXPRESSED_WORDS[how])


def _set(voice_id: str, field: str, room: Room, value: object) -> Kept:
    return change_voice(room, voice_id, **{field: value})
