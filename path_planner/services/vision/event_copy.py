"""Anonymise an event for a vision: its shared lines and ink without names, as sources of one day.

Each Open Space topic is one source, and the whole café is one: twenty tables are one conversation,
not twenty. Lines of the news wall and the circle that belong to neither are one more. The ids of
sources and voices are determined by the event, so that a withdrawal finds them in every vision.

A line can go into a PATH, too: as a voice or a step, with its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from path_planner.analysis.event_lines import final_topic, may_travel
from path_planner.domain.base import MOST_LETTERS, next_order, sorted_records, with_fields
from path_planner.domain.event.contribution import Contribution, Part
from path_planner.domain.event.event import Event, is_of_cloth
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import (
    MAY_BE_QUOTED,
    ConsentTerms,
    Drawing,
    SharedVoice,
    Source,
    SourceKind,
)
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import EventLine, Share
from path_planner.errors import LineStays, UnknownRecord, UnknownStage
from path_planner.processes.model import StageInput
from path_planner.processes.prompts import process_of
from path_planner.services.context import FreshId, SessionContext, SessionResult
from path_planner.services.records import joined_id
from path_planner.services.session.commitments import commit
from path_planner.services.session.voices import write_voice
from path_planner.services.vision.anonymised_copy import (
    SourceDetails,
    as_before,
    drawings_by_stage,
    withdrawn_originals,
)
from path_planner.services.vision.privacy.pseudonyms import Pseudonymiser, names_gone, names_in
from path_planner.services.vision.withdrawal import without_drawings, without_voices

CAFE = "cafe"
"""The part of an event that is its whole café; no topic has such an id, which ids are random."""
DAY = "day"
"""The part of an event that belongs to no topic and no table."""
MOST_NAMES = 1_000


class EventCopy(NamedTuple):
    """A vision with an event copied into it, and counts of the event's lines."""

    vision: Vision
    sources: tuple[str, ...] = ()
    voices_total: int = 0
    new: int = 0
    private: int = 0
    """Lines whose share level keeps them among those who were there, and parked ones."""
    withheld: int = 0
    """Lines that were withdrawn here earlier, and stay out."""
    voices_removed: int = 0
    drawings: int = 0


def event_copy(
    vision: Vision, event: Event, details: SourceDetails, fresh_id: FreshId, at: datetime
) -> EventCopy:
    """Copy an event into a vision without names, or update its earlier copies."""
    sources = sources_of_event(vision, event.id)
    copier = _Copier(
        event=event,
        details=details,
        names=names_of_event(event),
        gone=names_gone(sources, _called(event)),
        words=_words_before(vision, sources),
        speakers=_speaker_numbers(vision, event),
        fresh_id=fresh_id,
        at=at,
    )
    by_part = _by_part(event)
    total = EventCopy(vision, private=len(event.voices) - sum(map(len, by_part.values())))
    gone = {source.part for source in sources} - by_part.keys()
    for part in [*by_part, *sorted(filter(None, gone))]:
        total = copier.with_part(total, part, by_part.get(part, []))
    return total


def sources_of_event(vision: Vision, event_id: str) -> list[Source]:
    """Return the sources of a vision that came from an event."""
    return [source for source in vision.sources.values() if source.event == event_id]


def source_id_of(event_id: str, part: str) -> str:
    """Return the id of the source of a part of an event, the same in every vision."""
    return joined_id("source", event_id, part)


def _by_part(event: Event) -> dict[str, list[Contribution]]:
    """Return the lines that may travel by part, in the order in which they were said."""
    by_part: dict[str, list[Contribution]] = {}
    for line in sorted_records(event.voices):
        if may_travel(event, line):
            by_part.setdefault(_part_of(event, line), []).append(line)
    return by_part


def _part_of(event: Event, line: Contribution) -> str:
    topic = final_topic(event, line.topic) if line.topic else None
    if topic is not None:
        return topic.id
    is_of_cafe = line.table or line.round or line.part in (Part.TABLE, Part.HARVEST)
    return CAFE if is_of_cafe else DAY


def _called(event: Event) -> dict[str, Role]:
    """Return the names of guests and convenors, with their roles."""
    called = {guest.name: guest.role for guest in sorted_records(event.guests) if guest.name}
    convenors = {topic.convenor: Role.OTHER for topic in event.topics.values() if topic.convenor}
    return {**convenors, **called}


def names_of_event(event: Event) -> Pseudonymiser:
    """Return a pseudonymiser for the names of guests and convenors."""
    return names_in(_called(event), event.about.language)


def _speaker_numbers(vision: Vision, event: Event) -> dict[str, str]:
    """Return the numbers that guests have already here; a guest has one in all parts of a day."""
    own = {source.id for source in sources_of_event(vision, event.id)}
    numbers: dict[str, str] = {}
    for copy in vision.voices.values():
        line = event.voices.get(copy.original or "") if copy.source in own else None
        if line and line.speaker and copy.speaker:
            numbers[line.speaker] = copy.speaker
    return numbers


def _words_before(vision: Vision, sources: list[Source]) -> dict[str | None, str]:
    """Return the words that these sources have here, by the ids of the lines they came from."""
    own = {source.id for source in sources}
    return {voice.original: voice.text for voice in vision.voices.values() if voice.source in own}


@dataclass(frozen=True)
class _Copier:
    """Copies the parts of one event; a guest has one number in all of them."""

    event: Event
    details: SourceDetails
    names: Pseudonymiser
    gone: Pseudonymiser
    """For names that were known when the event came before."""
    words: Mapping[str | None, str]
    """Its lines as they are in the vision; a topic that was merged moved its lines."""
    speakers: dict[str, str]
    fresh_id: FreshId
    at: datetime

    def with_part(self, total: EventCopy, part: str, sharing: list[Contribution]) -> EventCopy:
        """Return the vision with this part as a source, and the counts with its own."""
        vision, source_id = total.vision, source_id_of(self.event.id, part)
        withdrawn = withdrawn_originals(vision, source_id)
        shared = [line for line in sharing if line.id not in withdrawn]
        source = self._source(vision, part)
        before = {
            voice.original: voice for voice in vision.voices.values() if voice.source == source_id
        }
        voices = {
            copy.id: copy
            for copy in (self._copy(line, source_id, before.get(line.id)) for line in shared)
        }
        removed = [voice.id for voice in before.values() if voice.id not in voices]
        vision = without_voices(vision, source_id, removed, self.fresh_id, self.at)
        drawings = self._drawings(vision, source)
        vision = without_drawings(vision, source_id, keep=drawings)
        update = {
            "sources": {**vision.sources, source_id: source},
            "voices": {**vision.voices, **voices},
            "drawings": {**vision.drawings, **drawings},
        }
        return total._replace(
            vision=vision.model_copy(update=update),
            sources=(*total.sources, source_id),
            voices_total=total.voices_total + len(voices),
            new=total.new + len(voices) - (len(before) - len(removed)),
            withheld=total.withheld + len(sharing) - len(shared),
            voices_removed=total.voices_removed + len(removed),
            drawings=total.drawings + len(drawings),
        )

    def _source(self, vision: Vision, part: str) -> Source:
        event, source_id = self.event, source_id_of(self.event.id, part)
        earlier = vision.sources.get(source_id) or Source(
            id=source_id, order=next_order(vision.sources), at=self.at, place=event.about.place
        )
        topic = event.topics.get(part)
        agreed = ConsentTerms(
            share=True,
            drawings=self.details.drawings and event.agreed.drawings,
            given_on=event.agreed.given_on or event.about.held_on,
            how=self.details.how or event.agreed.how,
        )
        return with_fields(
            earlier,
            what=SourceKind.CAFE if part == CAFE else SourceKind.OPEN_SPACE,
            kept_as=topic.title if topic else event.about.title,
            event=event.id,
            part=part,
            revision=event.revision,
            file=joined_id("event", event.id),
            held_on=event.about.held_on,
            # On an update, what is not given stays as it was.
            place=self.details.place or earlier.place,
            group=self.details.group or earlier.group,
            people=sum(guest.present for guest in event.guests.values()),
            agreed=agreed,
            names=tuple(_called(event))[:MOST_NAMES],
        )

    def _copy(
        self, line: Contribution, source_id: str, existing: SharedVoice | None
    ) -> SharedVoice:
        event = self.event
        speaker = event.guests.get(line.speaker or "")
        named = speaker.name if speaker and line.share is Share.NAMED else ""
        copy = SharedVoice(
            id=existing.id if existing else joined_id("voice", event.id, line.id),
            source=source_id,
            original=line.id,
            text=self._anonymised(line, named),
            share=line.share,
            speaker=self._number(speaker.id) if speaker else None,
            named=named,
            role=line.role,
            supported=line.supported,
            expressed=line.expressed,
            language=line.language or event.about.language,
            question=_question(event, line),
            heading=self._heading(line),
            order=existing.order if existing else line.order,
        )
        return as_before(copy, existing) if existing else copy

    def _heading(self, line: Contribution) -> str:
        """Return the title of the group of the harvest in which a line stands, without names."""
        group = self.event.groups.get(line.group or "")
        return self.gone.apply(self.names.apply(group.title)) if group else ""

    def _anonymised(self, line: Contribution, named: str) -> str:
        before = self.words.get(line.id, "")
        return self.gone.apply(self.names.apply_again(line.text, before, named), named)

    def _number(self, guest: str) -> str:
        return self.speakers.setdefault(guest, f"p{len(self.speakers) + 1}")

    def _drawings(self, vision: Vision, source: Source) -> Mapping[str, Drawing]:
        if not source.agreed.drawings or source.part != CAFE:
            return {}
        ink = {
            key: mark
            for key, mark in self.event.marks.items()
            if any(is_of_cloth(mark.stage, table) for table in self.event.tables)
        }
        return drawings_by_stage(vision, ink, source, self.names)


def _question(event: Event, line: Contribution) -> str:
    """Return the question that a line of the café answers."""
    asked = event.rounds.get(line.round or "")
    table = event.tables.get(line.table or "")
    return (asked.question if asked else "") or (table.question if table else "")


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
