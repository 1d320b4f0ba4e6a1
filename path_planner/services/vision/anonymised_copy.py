"""The drawings of a PATH, copied into a vision where people agreed to show them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from path_planner.domain.base import next_order, sorted_records, with_fields
from path_planner.domain.marks import Sketch, Stroke, without_points
from path_planner.domain.people import Role
from path_planner.domain.session import Session
from path_planner.domain.vision.sources import (
    MAY_TRAVEL,
    ConsentTerms,
    Drawing,
    SharedVoice,
    Source,
    SourceKind,
)
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share, Voice
from path_planner.i18n import _
from path_planner.services.context import FreshId
from path_planner.services.vision.privacy.pii_checks import fingerprint
from path_planner.services.vision.privacy.pseudonyms import names_of
from path_planner.services.vision.quote_opt_out import opted_out_voices
from path_planner.services.vision.withdrawal import without_drawings, without_voices

MOST_STROKES = 5_000
_MARGIN = 20.0
_WIDEST = 20_000.0
_LONG, _FLAT = 40.0, 0.12
"""A line this long, and this flat for its length, is one below words."""

_Frame = tuple[float, float, float, float]
"""Left, top, right and foot of what was drawn."""


def anonymised_drawings(vision: Vision, session: Session, source: Source) -> dict[str, Drawing]:
    """Return the sketches and the ink on the wall; nobody's signature, and who drew nothing."""
    about = session.about
    names = names_of(session.people.values(), about.pathfinder, about.language)
    order = next_order(vision.drawings)
    made: dict[str, Drawing] = {}
    for drawing in (*_sketches(session, source), *_wall(session, source)):
        known = vision.drawings.get(drawing.id)
        kept = {
            "words": names.apply(drawing.words),
            "theme": known.theme if known else None,
            "order": known.order if known else order + len(made),
        }
        made[drawing.id] = drawing.model_copy(update=kept)
    return made


def _sketches(session: Session, source: Source) -> Iterator[Drawing]:
    strokes: dict[str, list[Stroke]] = {}
    for mark in sorted_records(session.marks):
        if isinstance(mark, Stroke) and mark.sketch:
            strokes.setdefault(mark.sketch, []).append(mark)
    for mark in sorted_records(session.marks):
        if isinstance(mark, Sketch) and strokes.get(mark.id):
            yield from _drawings(
                source, mark.id, mark.words, (mark.width, mark.height), strokes[mark.id]
            )


def _wall(session: Session, source: Source) -> Iterator[Drawing]:
    stages: dict[str, list[Stroke]] = {}
    for mark in sorted_records(session.marks):
        if isinstance(mark, Stroke) and mark.sketch is None and mark.signs is None:
            stages.setdefault(mark.stage, []).append(mark)
    for stage, strokes in stages.items():
        drawn = _without_marking(strokes)
        if not drawn:
            continue
        size, moved = _fitted(drawn)
        yield from _drawings(source, f"wall_{stage}", _("Drawn on the wall"), size, moved)


def _without_marking(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Leave out what only marks the cards of a wall: on its own it would show nothing.

    A highlighter stays where it colours a drawing; lines all so flat underline words.
    """
    found = list(strokes)
    frames = [_frame(one) for one in found if one.pen.opacity == 1]
    if all(_is_flat(frame) for frame in frames):
        return []
    return [
        one
        for one in found
        if one.pen.opacity == 1 or any(_meet(_frame(one), frame) for frame in frames)
    ]


def _frame(stroke: Stroke) -> _Frame:
    across, down = stroke.points[::2], stroke.points[1::2]
    return min(across), min(down), max(across), max(down)


def _is_flat(frame: _Frame) -> bool:
    left, top, right, foot = frame
    return right - left > _LONG and foot - top < _FLAT * (right - left)


def _meet(one: _Frame, other: _Frame) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _fitted(strokes: Iterable[Stroke]) -> tuple[tuple[float, float], list[Stroke]]:
    """Move the ink of a wall so that its sheet is just as large as what was drawn."""
    found = list(strokes)
    across = [x for stroke in found for x in stroke.points[::2]]
    down = [y for stroke in found for y in stroke.points[1::2]]
    left, top = min(across) - _MARGIN, min(down) - _MARGIN
    width, height = max(across) + _MARGIN - left, max(down) + _MARGIN - top
    scale = min(1.0, _WIDEST / max(width, height))
    moved = [
        stroke.model_copy(update={"points": tuple(_moved(stroke.points, left, top, scale))})
        for stroke in found
    ]
    return (width * scale, height * scale), moved


def _moved(points: tuple[float, ...], left: float, top: float, scale: float) -> Iterator[float]:
    for index in range(0, len(points), 2):
        yield round((points[index] - left) * scale, 2)
        yield round((points[index + 1] - top) * scale, 2)


def _drawings(
    source: Source, of: str, words: str, size: tuple[float, float], strokes: list[Stroke]
) -> Iterator[Drawing]:
    for part, start in enumerate(range(0, len(strokes), MOST_STROKES)):
        chosen = strokes[start : start + MOST_STROKES]
        yield Drawing(
            id=_drawing_id(source.id, of, part),
            source=source.id,
            words=words,
            width=size[0],
            height=size[1],
            strokes=tuple(without_points(stroke) for stroke in chosen),
        )


def _drawing_id(source: str, of: str, part: int) -> str:
    """Return the id of a drawing: the same one of the same source is the same record."""
    return blake2b(f"{source} {of} {part}".encode(), digest_size=10).hexdigest()


class SourceDetails(NamedTuple):
    """What the steering group notes of a PATH; its own place may be somebody's home."""

    place: str = ""
    group: str = ""
    drawings: bool = False
    how: str = ""


class AnonymisedCopy(NamedTuple):
    """A vision with a PATH in it, and what became of the PATH's voices; nothing is told of them."""

    vision: Vision
    source: str
    came: int = 0
    """Voices of the PATH that are in the vision now."""
    new: int = 0
    private: int = 0
    """Voices that stay with their circle."""
    withheld: int = 0
    """Voices that were taken back here earlier, and stay out."""
    gone: int = 0
    """Voices that were here, and whose people no longer share them."""
    drawings: int = 0


def anonymised_copy(
    vision: Vision, session: Session, about: SourceDetails, fresh_id: FreshId, at: datetime
) -> AnonymisedCopy:
    """Put a PATH into a vision, or bring the one that is there up to date."""
    known = source_of(vision, session.id)
    source = _source(vision, session, about, known or Source(id=fresh_id()), at)
    taken_back = _taken_back(vision, source.id)
    sharing = [voice for voice in sorted_records(session.voices) if voice.share in MAY_TRAVEL]
    shared = [voice for voice in sharing if voice.id not in taken_back]
    before = {
        voice.original: voice for voice in vision.voices.values() if voice.source == source.id
    }
    voices = _Copying(session, source.id, before, fresh_id).copies(shared)
    gone = [one.id for one in before.values() if one.id not in voices]
    vision = without_voices(vision, source.id, gone, fresh_id, at)
    drawings = anonymised_drawings(vision, session, source) if about.drawings else {}
    vision = without_drawings(vision, source.id, keep=drawings)
    update = {
        "sources": {**vision.sources, source.id: source},
        "voices": {**vision.voices, **voices},
        "drawings": {**vision.drawings, **drawings},
    }
    return AnonymisedCopy(
        vision.model_copy(update=update),
        source.id,
        came=len(voices),
        new=len(voices) - (len(before) - len(gone)),
        private=len(session.voices) - len(sharing),
        withheld=len(sharing) - len(shared),
        gone=len(gone),
        drawings=len(drawings),
    )


def source_of(vision: Vision, session_id: str) -> Source | None:
    """Return the source that a session is in a vision, if it is there."""
    found = (source for source in vision.sources.values() if source.session == session_id)
    return next(found, None)


def _taken_back(vision: Vision, source_id: str) -> set[str]:
    taken = (
        withdrawal for withdrawal in vision.withdrawals.values() if withdrawal.source == source_id
    )
    return {original for one in taken for original in one.originals}


def _source(
    vision: Vision, session: Session, about: SourceDetails, known: Source, at: datetime
) -> Source:
    new = known.id not in vision.sources
    names = {person.name: None for person in sorted_records(session.people) if person.name}
    if session.about.pathfinder.name:
        names[session.about.pathfinder.name] = None
    agreed = ConsentTerms(
        share=True, drawings=about.drawings, given_on=session.consent.given_on, how=about.how
    )
    return with_fields(
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
        order=next_order(vision.sources) if new else known.order,
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
            text=self._names.apply(voice.text, own=named),
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
        copy = opted_out_voices(copy)
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
