"""Freezing: what a session's people agreed to share, copied into a vision without names."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from path_planner.domain.editing import amend, in_order, last_order
from path_planner.domain.people import Role
from path_planner.domain.session import Session
from path_planner.domain.vision.shared_voice import MAY_TRAVEL, SharedVoice
from path_planner.domain.vision.source import Agreed, Source, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share, Voice
from path_planner.visioning.gathering.drawings import frozen_drawings
from path_planner.visioning.gathering.withdrawing import without_drawings, without_voices
from path_planner.visioning.privacy.names import names_of
from path_planner.visioning.privacy.rewording import fingerprint
from path_planner.visioning.privacy.themes_only import kept_for_themes
from path_planner.workshop.saving import FreshId


class About(NamedTuple):
    """What the steering group notes of a PATH; its own place may be somebody's home."""

    place: str = ""
    group: str = ""
    drawings: bool = False
    how: str = ""


class Frozen(NamedTuple):
    """A vision with a PATH in it, and what became of the PATH's voices; nothing is told of them."""

    vision: Vision
    source: str
    came: int = 0
    """Voices of the PATH that are in the vision now."""
    new: int = 0
    private: int = 0
    """Voices that stay with their circle."""
    held_back: int = 0
    """Voices that were taken back here earlier, and stay out."""
    gone: int = 0
    """Voices that were here, and whose people no longer share them."""
    drawings: int = 0


def frozen(
    vision: Vision, session: Session, about: About, fresh_id: FreshId, at: datetime
) -> Frozen:
    """Put a PATH into a vision, or bring the one that is there up to date."""
    known = source_of(vision, session.id)
    source = _source(vision, session, about, known or Source(id=fresh_id()), at)
    taken_back = _taken_back(vision, source.id)
    sharing = [voice for voice in in_order(session.voices) if voice.share in MAY_TRAVEL]
    shared = [voice for voice in sharing if voice.id not in taken_back]
    before = {one.original: one for one in vision.voices.values() if one.source == source.id}
    voices = _Copying(session, source.id, before, fresh_id).copies(shared)
    gone = [one.id for one in before.values() if one.id not in voices]
    vision = without_voices(vision, source.id, gone, fresh_id, at)
    drawings = frozen_drawings(vision, session, source) if about.drawings else {}
    vision = without_drawings(vision, source.id, keep=drawings)
    update = {
        "sources": {**vision.sources, source.id: source},
        "voices": {**vision.voices, **voices},
        "drawings": {**vision.drawings, **drawings},
    }
    return Frozen(
        vision.model_copy(update=update),
        source.id,
        came=len(voices),
        new=len(voices) - (len(before) - len(gone)),
        private=len(session.voices) - len(sharing),
        held_back=len(sharing) - len(shared),
        gone=len(gone),
        drawings=len(drawings),
    )


def source_of(vision: Vision, session_id: str) -> Source | None:
    """Return the source that a session is in a vision, if it is there."""
    found = (one for one in vision.sources.values() if one.session == session_id)
    return next(found, None)


def _taken_back(vision: Vision, source_id: str) -> set[str]:
    taken = (one for one in vision.withdrawals.values() if one.source == source_id)
    return {original for one in taken for original in one.originals}


def _source(vision: Vision, session: Session, about: About, known: Source, at: datetime) -> Source:
    new = known.id not in vision.sources
    names = {person.name: None for person in in_order(session.people) if person.name}
    if session.about.pathfinder.name:
        names[session.about.pathfinder.name] = None
    agreed = Agreed(
        share=True, drawings=about.drawings, given_on=session.consent.given_on, how=about.how
    )
    return amend(
        known,
        what=SourceKind.PATH,
        kept_as=session.about.title,
        session=session.id,
        revision=session.revision,
        held_on=session.about.held_on,
        # What is not told when it comes in again is as it was.
        place=about.place or known.place,
        group=about.group or known.group,
        people=sum(person.present for person in session.people.values()),
        agreed=agreed,
        names=tuple(names),
        order=last_order(vision.sources) if new else known.order,
        at=at if new else known.at,
    )


class _Copying:
    """The voices of one PATH while they are copied."""

    def __init__(
        self,
        session: Session,
        source: str,
        before: Mapping[str | None, SharedVoice],
        fresh_id: FreshId,
    ) -> None:
        self._session = session
        self._source = source
        self._before = before
        self._fresh_id = fresh_id
        self._names = names_of(
            session.people.values(), session.about.pathfinder, session.about.language
        )
        self._speakers = _numbers(session, before)

    def copies(self, voices: Iterable[Voice]) -> dict[str, SharedVoice]:
        """Return the copies of these voices by their ids here."""
        order = max((one.order for one in self._before.values()), default=0.0)
        made: dict[str, SharedVoice] = {}
        for voice in voices:
            order += 1.0
            known = self._before.get(voice.id)
            copy = self._copy(voice, known, known.order if known else order)
            made[copy.id] = copy
        return made

    def _copy(self, voice: Voice, known: SharedVoice | None, order: float) -> SharedVoice:
        speaker = self._session.people.get(voice.said_by or "")
        named = speaker.name if speaker and voice.share is Share.NAMED else ""
        copy = SharedVoice(
            id=known.id if known else self._fresh_id(),
            source=self._source,
            original=voice.id,
            stage=voice.stage,
            text=self._names.without(voice.text, own=named),
            share=voice.share,
            speaker=self._number(speaker.id) if speaker else None,
            named=named,
            role=speaker.role if speaker else Role.OTHER,
            supported=voice.supported_by is not None,
            expressed=voice.expressed,
            language=self._session.about.language,
            order=order,
        )
        return _as_before(copy, known) if known else copy

    def _number(self, person: str) -> str:
        return self._speakers.setdefault(person, f"p{len(self._speakers) + 1}")


def _numbers(session: Session, before: Mapping[str | None, SharedVoice]) -> dict[str, str]:
    """Return the numbers that people of this session have already."""
    numbers: dict[str, str] = {}
    for original, copy in before.items():
        voice = session.voices.get(original or "")
        if voice and voice.said_by and copy.speaker:
            numbers[voice.said_by] = copy.speaker
    return numbers


def _as_before(copy: SharedVoice, known: SharedVoice) -> SharedVoice:
    """Keep what the group did with a voice, as long as its words came in the same."""
    if known.agreed_to is not None:
        # Not to print it was asked for here; what was agreed in the PATH may be less by now.
        copy = kept_for_themes(copy)
    if known.reworded and known.came_as == fingerprint(copy.text):
        return copy.model_copy(
            update={
                "text": known.text,
                "reworded": True,
                "came_as": known.came_as,
                "checked": known.checked,
                "alone": known.alone,
            }
        )
    same = copy.text == known.text and copy.named == known.named
    return copy.model_copy(update={"alone": known.alone, "checked": known.checked and same})
