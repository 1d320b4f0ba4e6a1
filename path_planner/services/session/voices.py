"""Voices: writing down what is said, putting it right, and asking whether it is right."""

from contextlib import suppress
from typing import Any

from path_planner.domain.base import move, next_order, put, with_fields
from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.errors import UnknownRecord
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.wall.cards import apart, keep_on_wall, with_room
from path_planner.services.session.wall.records import with_company, without


def write_voice(context: SessionContext, stage: str, text: str, **facts: Any) -> SessionResult:
    """Write down what was said in a stage; `facts` are fields of Voice, such as said_by."""
    voice = Voice(
        id=context.fresh_id(),
        stage=stage,
        text=text,
        order=next_order(context.document.voices),
        at=context.now(),
        **facts,
    )
    if not voice.text:
        return SessionResult(context.document)
    return keep_on_wall(context, put(context.document, "voices", voice), voice.id)


def change_voice(context: SessionContext, voice_id: str, **facts: Any) -> SessionResult:
    """Put a voice right; changed words need to be read back again."""
    voice = _voice(context.document, voice_id)
    changed = with_fields(voice, **facts)
    if not changed.text:
        return SessionResult(context.document)
    if changed.text != voice.text and "approved" not in facts:
        changed = with_fields(changed, approved=False)
    after = with_room(put(context.document, "voices", changed), voice_id, context.document)
    return keep_on_wall(context, after, voice_id)


def move_voice(context: SessionContext, voice_id: str, steps: int) -> SessionResult:
    """Move a voice up (below zero) or down in its stage."""
    _voice(context.document, voice_id)
    return context.keep(move(context.document, "voices", voice_id, steps))


def delete_voice(context: SessionContext, voice_id: str) -> SessionResult:
    """Take a voice out of the plan, and its card with it; the history keeps both."""
    _voice(context.document, voice_id)
    return context.keep(without(context.document, "voices", voice_id))


def restore_voice(context: SessionContext, voice: Voice) -> SessionResult:
    """Put a voice back that was taken out a moment ago, where it and its card stood."""
    after = put(context.document, "voices", voice)
    with suppress(UnknownRecord):
        after = with_company(context, after, "voices", voice.id)
    return keep_on_wall(context, apart(after, voice.id), voice.id)


def _voice(session: Session, voice_id: str) -> Voice:
    if voice_id not in session.voices:
        raise UnknownRecord
    return session.voices[voice_id]
