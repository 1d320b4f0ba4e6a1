"""An invitation to one stage as PDF: its question, what may be read, and lines to write on."""

from path_planner.domain.session import Session
from path_planner.domain.voice import Voice
from path_planner.i18n import _, document_language
from path_planner.pdf.flow import FlowDocument, PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.processes.prompts import (
    pathfinder_name,
    process_of,
    question_for_others,
    stage_title,
)
from path_planner.scene.content import visible_voices
from path_planner.scene.model import Audience

_LINES = 8
"""Lines to write on."""


def words_for_guests(session: Session, stage_id: str) -> list[Voice]:
    """Return the voices of a stage that somebody who is invited may read, in their order."""
    visible = visible_voices(session.voices, Audience.CIRCLE)
    return [voice for voice in visible if voice.stage == stage_id]


def invitation(session: Session, *, stage_id: str) -> bytes:
    """Return the invitation to a stage as a tagged PDF; nothing private is in it."""
    process = process_of(session)
    stage = process.stage(process.stage_for(stage_id)) or process.stages[0]
    name = pathfinder_name(session)
    title = _("{name} invites you", name=name)
    facts = Metadata(title, document_language(session.about.language), session.updated)
    flow = FlowDocument(facts, page_style=PageStyle(points=14))
    flow.heading(title)
    flow.paragraph(
        _(
            "{name} is planning a PATH: a dream first, then the way there. "
            "This is about one part of it, “{stage}”. You can say no.",
            name=name,
            stage=stage_title(session, stage),
        )
    )
    flow.heading(question_for_others(session, stage), 2)
    if voices := words_for_guests(session, stage.id):
        flow.heading(_("What is there already"), 2)
        flow.bullets([voice.text for voice in voices])
    flow.heading(_("What would you like to add?"), 2)
    flow.lines_to_write_on(_LINES)
    flow.signature(_("Your name"))
    flow.paragraph(_("Please give this back to {name}.", name=name))
    return flow.finish()
