"""Voices: writing down what is said, putting it right, and asking whether it is right."""

from typing import Any

from path_planner.domain.base import next_order, put, with_fields
from path_planner.domain.voice import Voice
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import get
from path_planner.services.session.wall.cards import keep_on_wall, with_room


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
    voice = get(context.document, "voices", voice_id)
    changed = with_fields(voice, **facts)
    if not changed.text:
        return SessionResult(context.document)
    if changed.text != voice.text and "approved" not in facts:
        changed = with_fields(changed, approved=False)
    after = with_room(put(context.document, "voices", changed), voice_id, context.document)
    return keep_on_wall(context, after, voice_id)
