"""Use cases of voices: write one, change one, and park what does not belong here now."""

from collections.abc import Mapping
from typing import Any

from path_planner.domain.base import next_order, put, remove, with_fields
from path_planner.domain.voice import Voice
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.other_versions import Choice, after_choice, version_of
from path_planner.services.records import get
from path_planner.services.session.wall.cards import keep_on_wall, with_room
from path_planner.services.session.wall.records import without_record


def write_voice(context: SessionContext, stage: str, text: str, **facts: Any) -> SessionResult:
    """Add a voice to a stage; `facts` are fields of Voice, such as said_by."""
    voice = new_voice(context, context.document.voices, stage, text, **facts)
    if not voice.text:
        return SessionResult(context.document)
    return keep_on_wall(context, put(context.document, "voices", voice), voice.id)


def new_voice(
    context: SessionContext, among: Mapping[str, Voice], stage: str, text: str, **facts: Any
) -> Voice:
    """Return a voice that is said now, as the last one among others."""
    return Voice(
        id=context.fresh_id(),
        stage=stage,
        text=text,
        order=next_order(among),
        at=context.now(),
        **facts,
    )


def change_voice(context: SessionContext, voice_id: str, **facts: Any) -> SessionResult:
    """Change a voice; changed words are no longer approved."""
    voice = get(context.document, "voices", voice_id)
    changed = with_fields(voice, **facts)
    if not changed.text:
        return SessionResult(context.document)
    if changed.text != voice.text and "approved" not in facts:
        changed = with_fields(changed, approved=False)
    after = with_room(put(context.document, "voices", changed), voice_id, context.document)
    return keep_on_wall(context, after, voice_id)


_ON_CARDS = frozenset({"voices", "commitments"})


def choose_on_wall(
    context: SessionContext, version_id: str, choice: Choice, words: str = ""
) -> SessionResult:
    """Save what somebody chose of two versions, with room for it on the wall."""
    version = version_of(context.document, version_id)
    after = after_choice(context.document, version_id, choice, words)
    if version.collection not in _ON_CARDS:
        return context.keep(after)
    roomy = with_room(after, version.record, context.document)
    return keep_on_wall(context, roomy, version.record)


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
