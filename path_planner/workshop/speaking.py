"""Voices: writing down what is said, putting it right, and asking whether it is right."""

from typing import Any

from path_planner.domain.editing import amend, last_order, move, put, take_out
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.errors import UnknownRecord
from path_planner.workshop.room import Kept, Room
from path_planner.workshop.walling.cards import with_room


def write_voice(room: Room, stage: str, text: str, **facts: Any) -> Kept:
    """Write down what was said in a stage; `facts` are fields of Voice, such as said_by."""
    voice = Voice(
        id=room.fresh_id(),
        stage=stage,
        text=text,
        order=last_order(room.session.voices),
        at=room.now(),
        **facts,
    )
    if not voice.text:
        return Kept(room.session)
    return room.keep(put(room.session, "voices", voice))


def change_voice(room: Room, voice_id: str, **facts: Any) -> Kept:
    """Put a voice right; changed words need to be read back again."""
    voice = _voice(room.session, voice_id)
    changed = amend(voice, **facts)
    if not changed.text:
        return Kept(room.session)
    if changed.text != voice.text and "approved" not in facts:
        changed = amend(changed, approved=False)
    return room.keep(with_room(put(room.session, "voices", changed), voice_id))


def move_voice(room: Room, voice_id: str, steps: int) -> Kept:
    """Move a voice up (below zero) or down in its stage."""
    _voice(room.session, voice_id)
    return room.keep(move(room.session, "voices", voice_id, steps))


def take_voice_out(room: Room, voice_id: str) -> Kept:
    """Take a voice out of the plan; the history keeps it."""
    _voice(room.session, voice_id)
    return room.keep(take_out(room.session, "voices", voice_id))


def bring_voice_back(room: Room, voice: Voice) -> Kept:
    """Put a voice back that was taken out a moment ago, where it stood."""
    return room.keep(put(room.session, "voices", voice))


def _voice(session: Session, voice_id: str) -> Voice:
    if voice_id not in session.voices:
        raise UnknownRecord
    return session.voices[voice_id]
