"""A line of an event becomes a voice or a step of a PATH, with its source."""

from path_planner.domain.base import MOST_LETTERS
from path_planner.domain.event.event import Event
from path_planner.domain.vision.sources import MAY_BE_QUOTED
from path_planner.domain.voice import EventLine, Share
from path_planner.errors import LineStays, UnknownRecord, UnknownStage
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.services.context import SessionContext, SessionResult
from path_planner.services.session.commitments import commit
from path_planner.services.session.voices import write_voice
from path_planner.services.vision.event_copy import names_of_event


def bring_line(
    context: SessionContext, event: Event, voice_id: str, stage_id: str
) -> SessionResult:
    """Add a line of an event to a stage, as a step where the stage gathers steps.

    Names in it are taken out as for a vision, and a line that is in the PATH already is not added
    again. Raises LineStays, UnknownRecord or UnknownStage.
    """
    line = event.voices.get(voice_id)
    if line is None:
        raise UnknownRecord
    if event.agreed.share is not True or line.share not in MAY_BE_QUOTED or not line.text:
        raise LineStays
    session = context.document
    stage = process_of(session).stage(stage_id)
    if stage is None:
        raise UnknownStage(stage=stage_id)
    source = EventLine(event=event.id, line=line.id, title=event.about.title)
    if _has(context, source, stage.id):
        return SessionResult(session)
    words = names_of_event(event).apply(line.text)[:MOST_LETTERS]
    if stage.gathers is not StageInput.VOICES:
        return commit(context, stage.id, words, event_line=source)
    return write_voice(
        context,
        stage.id,
        words,
        expressed=line.expressed,
        share=Share.CIRCLE,
        event_line=source,
    )


def _has(context: SessionContext, source: EventLine, stage_id: str) -> bool:
    session = context.document
    lines = [voice.event_line for voice in session.voices.values() if voice.stage == stage_id]
    lines += [each.event_line for each in session.commitments.values() if each.stage == stage_id]
    return any(line and (line.event, line.line) == (source.event, source.line) for line in lines)
