"""The parking space: what somebody said that does not belong here now, to be taken up later."""

from typing import Any

from path_planner.domain.base import next_order, put, remove
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.records import get
from path_planner.services.session.voices import new_voice
from path_planner.services.session.wall.cards import keep_on_wall
from path_planner.services.session.wall.records import without_record


def park_line(context: SessionContext, stage: str, text: str, **facts: Any) -> SessionResult:
    """Add a line to the parking space; `stage` is where it was said, `facts` are of Voice."""
    voice = new_voice(context, context.document.parked, stage, text, **facts)
    if not voice.text:
        return SessionResult(context.document)
    return context.keep(put(context.document, "parked", voice))


def park(context: SessionContext, voice_id: str) -> SessionResult:
    """Move a voice to the parking space; its card leaves the wall."""
    voice = get(context.document, "voices", voice_id)
    after = without_record(context.document, "voices", voice_id)
    parked = voice.model_copy(update={"order": next_order(after.parked), "approved": False})
    return context.keep(put(after, "parked", parked))


def move_to_stage(context: SessionContext, voice_id: str, stage: str) -> SessionResult:
    """Move a voice from the parking space to a stage, as its last one."""
    voice = get(context.document, "parked", voice_id)
    moved = voice.model_copy(update={"stage": stage, "order": next_order(context.document.voices)})
    after = put(remove(context.document, "parked", voice_id), "voices", moved)
    return keep_on_wall(context, after, voice_id)
