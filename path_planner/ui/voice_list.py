"""The voices of a stage: a field for the next one, and a card for each so far."""

from functools import partial

import streamlit as st

from path_planner.domain.editing import in_order
from path_planner.domain.session import Session
from path_planner.domain.text import MOST_LETTERS
from path_planner.domain.voice import Voice
from path_planner.processes.process import Stage
from path_planner.ui import state
from path_planner.ui.coach_hints import hints_on
from path_planner.ui.next_line import add_line
from path_planner.ui.parts import escaped, heading
from path_planner.ui.people import name_of
from path_planner.ui.room import act
from path_planner.ui.speaker import speaker, who_speaks
from path_planner.ui.taken_out import put_back_bar, take_out_button
from path_planner.ui.voice_editor import voice_editor
from path_planner.ui.voice_words import how_it_came
from path_planner.words import say, say_many
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.speaking import (
    bring_voice_back,
    change_voice,
    move_voice,
    take_voice_out,
    write_voice,
)

_OPEN = "voice being changed"


def voice_list(session: Session, stage: Stage) -> None:
    """Show what was said in a stage, and a field for what is said next."""
    voices = in_order(session.voices, stage.id)
    heading(say("Voices"), level=2)
    with st.container(border=True, horizontal=True, key="add-voice"):
        who_speaks(session)
        add_line(
            say("What do they say?"),
            partial(_write, stage.id),
            f"new voice {stage.id}",
            placeholder=say("Write, then press Enter"),
            max_chars=MOST_LETTERS,
        )
    put_back_bar("voice", Voice, bring_voice_back)
    if voices:
        st.html(_newest(session, voices) + f'<p class="quiet">{escaped(_count(voices))}</p>')
    for place, voice in enumerate(voices):
        with st.container(border=True, key=f"voice-{voice.id}", gap="small"):
            _card(session, stage, voice, first=place == 0, last=place == len(voices) - 1)


def _write(stage_id: str, room: Room, text: str) -> Kept:
    return write_voice(room, stage_id, text, said_by=speaker(room.session))


def _newest(session: Session, voices: list[Voice]) -> str:
    """Show what was written last beside the field: its card may stand far below."""
    last = max(voices, key=lambda one: (one.at is not None, one.at, one.order))
    who = name_of(session, last.said_by) or say("No name")
    words = say("Last: “{words}” — {name}", words=last.text, name=who)
    return f'<p class="last" dir="auto">{escaped(words)}</p>'


def _count(voices: list[Voice]) -> str:
    approved = sum(voice.approved for voice in voices)
    many = say_many("{count} voice", "{count} voices", len(voices))
    return say("{voices}, {approved} said to be right", voices=many, approved=approved)


def _card(session: Session, stage: Stage, voice: Voice, *, first: bool, last: bool) -> None:
    if state.noted(_OPEN) == voice.id:
        voice_editor(session, voice)
        with st.container(horizontal=True):
            st.button(
                say("Close"),
                key=state.key(f"close {voice.id}"),
                icon=":material/check:",
                on_click=state.note,
                args=(_OPEN, None),
            )
            take_out_button("voice", voice, say("Take this voice out?"), take_voice_out)
        return
    st.html(card(session, voice))
    hints_on(session, stage, voice.id)
    _card_buttons(voice, first=first, last=last)


def card(session: Session, voice: Voice) -> str:
    """Write one voice as a card: the words, and below whose they are and how far they travel."""
    who = name_of(session, voice.said_by) or say("No name")
    approved = f'<span class="right">✓ {escaped(say("That is right"))}</span>'
    return (
        f'<blockquote class="voice" dir="auto">{escaped(voice.text)}</blockquote>'
        f'<p class="whose" dir="auto"><strong>{escaped(who)}</strong> '
        f"{escaped(how_it_came(session, voice))} {approved if voice.approved else ''}</p>"
    )


def _card_buttons(voice: Voice, *, first: bool, last: bool) -> None:
    with st.container(horizontal=True, gap="small", key=f"voice-buttons-{voice.id}"):
        st.button(
            say("Not right yet") if voice.approved else say("That is right"),
            key=state.key(f"right {voice.id}"),
            icon=":material/undo:" if voice.approved else ":material/check:",
            on_click=_approve,
            args=(voice.id, not voice.approved),
        )
        st.button(
            say("Change"),
            type="tertiary",
            key=state.key(f"change {voice.id}"),
            icon=":material/edit:",
            on_click=state.note,
            args=(_OPEN, voice.id),
        )
        _mover(say("Up"), voice.id, -1, disabled=first)
        _mover(say("Down"), voice.id, 1, disabled=last)


def _mover(label: str, voice_id: str, steps: int, *, disabled: bool) -> None:
    st.button(
        label,
        type="tertiary",
        key=state.key(f"move {steps} {voice_id}"),
        icon=":material/arrow_upward:" if steps < 0 else ":material/arrow_downward:",
        disabled=disabled,
        on_click=act,
        args=(move_voice, voice_id, steps),
    )


def _approve(voice_id: str, approved: bool) -> None:
    act(change_voice, voice_id, approved=approved)
