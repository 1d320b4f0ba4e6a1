"""Anonymise a session for a vision: copy its shared voices and drawings without names.

Names are replaced by pseudonyms in the text; ids, people and signatures are left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import NamedTuple

from path_planner.domain.base import next_order, sorted_records, with_fields
from path_planner.domain.marks import Mark, Sketch, Stroke, without_points
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
from path_planner.services.vision.privacy.pseudonyms import Pseudonymiser, names_gone, names_of
from path_planner.services.vision.publication import opted_out
from path_planner.services.vision.withdrawal import without_drawings, without_voices

MOST_STROKES = 5_000
_MARGIN = 20.0
_WIDEST = 20_000.0
_LONG, _FLAT = 40.0, 0.12
"""A stroke longer than this, and flatter than this part of its length, underlines words."""

_Frame = tuple[float, float, float, float]
"""Left, top, right and bottom of strokes."""


def anonymised_drawings(vision: Vision, session: Session, source: Source) -> dict[str, Drawing]:
    """Return the sketches and the strokes on the wall by id, without signatures and authors."""
    about = session.about
    names = names_of(session.people.values(), about.pathfinder, about.language)
    return drawings_by_stage(vision, session.marks, source, names)


def drawings_by_stage(
    vision: Vision, marks: Mapping[str, Mark], source: Source, names: Pseudonymiser
) -> dict[str, Drawing]:
    """Return the drawings that these marks are, by id: each sketch, and the ink of each stage."""
    order = next_order(vision.drawings)
    gone = names_gone([vision.sources.get(source.id)], source.names)
    drawings: dict[str, Drawing] = {}
    for drawing in (*_sketches(marks, source), *_wall(marks, source)):
        existing = vision.drawings.get(drawing.id)
        fields = {
            "words": gone.apply(
                names.apply_again(drawing.words, existing.words if existing else ""),
            ),
            "theme": existing.theme if existing else None,
            "order": existing.order if existing else order + len(drawings),
        }
        drawings[drawing.id] = drawing.model_copy(update=fields)
    return drawings


def _sketches(marks: Mapping[str, Mark], source: Source) -> Iterator[Drawing]:
    strokes: dict[str, list[Stroke]] = {}
    for mark in sorted_records(marks):
        if isinstance(mark, Stroke) and mark.sketch:
            strokes.setdefault(mark.sketch, []).append(mark)
    for mark in sorted_records(marks):
        if isinstance(mark, Sketch) and strokes.get(mark.id):
            yield from _drawings(
                source, mark.id, mark.words, (mark.width, mark.height), strokes[mark.id]
            )


def _wall(marks: Mapping[str, Mark], source: Source) -> Iterator[Drawing]:
    stages: dict[str, list[Stroke]] = {}
    for mark in sorted_records(marks):
        if isinstance(mark, Stroke) and mark.sketch is None and mark.signs is None:
            stages.setdefault(mark.stage, []).append(mark)
    for stage, strokes in stages.items():
        kept = _without_markup(strokes)
        if not kept:
            continue
        size, moved = _fitted(kept)
        yield from _drawings(source, f"wall_{stage}", _("Drawn on the wall"), size, moved)


def _without_markup(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Return the strokes without those that only mark cards, which are not copied.

    Strokes that are all flat underline words; a highlighter stays only where it overlaps a drawing.
    """
    candidates = list(strokes)
    frames = [_frame(stroke) for stroke in candidates if stroke.pen.opacity == 1]
    if all(_is_flat(frame) for frame in frames):
        return []
    return [
        stroke
        for stroke in candidates
        if stroke.pen.opacity == 1 or any(_overlap(_frame(stroke), frame) for frame in frames)
    ]


def _frame(stroke: Stroke) -> _Frame:
    xs, ys = stroke.points[::2], stroke.points[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _is_flat(frame: _Frame) -> bool:
    left, top, right, bottom = frame
    return right - left > _LONG and bottom - top < _FLAT * (right - left)


def _overlap(a: _Frame, b: _Frame) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _fitted(strokes: Iterable[Stroke]) -> tuple[tuple[float, float], list[Stroke]]:
    """Return the size of a drawing cropped to these strokes, and the strokes moved into it."""
    all_strokes = list(strokes)
    xs = [x for stroke in all_strokes for x in stroke.points[::2]]
    ys = [y for stroke in all_strokes for y in stroke.points[1::2]]
    left, top = min(xs) - _MARGIN, min(ys) - _MARGIN
    width, height = max(xs) + _MARGIN - left, max(ys) + _MARGIN - top
    scale = min(1.0, _WIDEST / max(width, height))
    moved = [
        stroke.model_copy(update={"points": tuple(_moved(stroke.points, left, top, scale))})
        for stroke in all_strokes
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
    """Return the id of a drawing: it is determined by its source and sketch."""
    return blake2b(f"{source} {of} {part}".encode(), digest_size=10).hexdigest()


class SourceDetails(NamedTuple):
    """What the steering group records about a session; its own place may be somebody's home."""

    place: str = ""
    group: str = ""
    drawings: bool = False
    how: str = ""


class AnonymisedCopy(NamedTuple):
    """A vision with a session copied into it, and counts of the session's voices."""

    vision: Vision
    source: str
    voices_total: int = 0
    """The number of its voices in the vision now."""
    new: int = 0
    private: int = 0
    """The number of voices whose share level keeps them in their circle."""
    withheld: int = 0
    """The number of voices that were withdrawn here earlier, and stay out."""
    voices_removed: int = 0
    """The number of voices that were removed, as they are no longer shared."""
    drawings: int = 0


def anonymised_copy(
    vision: Vision, session: Session, details: SourceDetails, fresh_id: FreshId, at: datetime
) -> AnonymisedCopy:
    """Copy a session into a vision without names, or update its earlier copy."""
    existing = source_of(vision, session.id)
    source = _source(vision, session, details, existing or Source(id=fresh_id()), at)
    withdrawn = withdrawn_originals(vision, source.id)
    sharing = [voice for voice in sorted_records(session.voices) if voice.share in MAY_TRAVEL]
    shared = [voice for voice in sharing if voice.id not in withdrawn]
    before = {
        voice.original: voice for voice in vision.voices.values() if voice.source == source.id
    }
    gone = names_gone([vision.sources.get(source.id)], source.names)
    voices = _Copier(session, source.id, before, gone, fresh_id).copies(shared)
    removed = [voice.id for voice in before.values() if voice.id not in voices]
    vision = without_voices(vision, source.id, removed, fresh_id, at)
    drawings = anonymised_drawings(vision, session, source) if details.drawings else {}
    vision = without_drawings(vision, source.id, keep=drawings)
    update = {
        "sources": {**vision.sources, source.id: source},
        "voices": {**vision.voices, **voices},
        "drawings": {**vision.drawings, **drawings},
    }
    return AnonymisedCopy(
        vision.model_copy(update=update),
        source.id,
        voices_total=len(voices),
        new=len(voices) - (len(before) - len(removed)),
        private=len(session.voices) - len(sharing),
        withheld=len(sharing) - len(shared),
        voices_removed=len(removed),
        drawings=len(drawings),
    )


def source_of(vision: Vision, session_id: str) -> Source | None:
    """Return the source of a session in a vision, or None."""
    found = (source for source in vision.sources.values() if source.session == session_id)
    return next(found, None)


def withdrawn_originals(vision: Vision, source_id: str) -> set[str]:
    """Return the ids, where they were said, of the voices withdrawn one by one from a source."""
    withdrawals = vision.withdrawals.values()
    return {
        original
        for withdrawal in withdrawals
        if withdrawal.source == source_id
        for original in withdrawal.originals
    }


def _source(
    vision: Vision, session: Session, details: SourceDetails, existing: Source, at: datetime
) -> Source:
    new = existing.id not in vision.sources
    names = {person.name: None for person in sorted_records(session.people) if person.name}
    if session.about.pathfinder.name:
        names[session.about.pathfinder.name] = None
    agreed = ConsentTerms(
        share=True, drawings=details.drawings, given_on=session.consent.given_on, how=details.how
    )
    return with_fields(
        existing,
        what=SourceKind.PATH,
        kept_as=session.about.title,
        session=session.id,
        revision=session.revision,
        held_on=session.about.held_on,
        # On an update, what is not given stays as it was.
        place=details.place or existing.place,
        group=details.group or existing.group,
        people=sum(person.present for person in session.people.values()),
        agreed=agreed,
        names=tuple(names),
        order=next_order(vision.sources) if new else existing.order,
        at=at if new else existing.at,
    )


class _Copier:
    """Copies the voices of one session."""

    def __init__(
        self,
        session: Session,
        source: str,
        before: Mapping[str | None, SharedVoice],
        gone: Pseudonymiser,
        fresh_id: FreshId,
    ) -> None:
        self._session = session
        self._source = source
        self._before = before
        self._gone = gone
        self._fresh_id = fresh_id
        self._names = names_of(
            session.people.values(), session.about.pathfinder, session.about.language
        )
        self._speakers = _numbers(session, before)

    def copies(self, voices: Iterable[Voice]) -> dict[str, SharedVoice]:
        """Return the copies of these voices by their ids here."""
        order = max((one.order for one in self._before.values()), default=0.0)
        copies: dict[str, SharedVoice] = {}
        for voice in voices:
            order += 1.0
            existing = self._before.get(voice.id)
            copy = self._copy(voice, existing, existing.order if existing else order)
            copies[copy.id] = copy
        return copies

    def _copy(self, voice: Voice, existing: SharedVoice | None, order: float) -> SharedVoice:
        speaker = self._session.people.get(voice.said_by or "")
        named = speaker.name if speaker and voice.share is Share.NAMED else ""
        copy = SharedVoice(
            id=existing.id if existing else self._fresh_id(),
            source=self._source,
            original=voice.id,
            stage=voice.stage,
            text=self._gone.apply(
                self._names.apply_again(voice.text, existing.text if existing else "", own=named),
                own=named,
            ),
            share=voice.share,
            speaker=self._number(speaker.id) if speaker else None,
            named=named,
            role=speaker.role if speaker else voice.role,
            supported=voice.supported or voice.supported_by is not None,
            expressed=voice.expressed,
            language=self._session.about.language,
            order=order,
        )
        return as_before(copy, existing) if existing else copy

    def _number(self, person: str) -> str:
        return self._speakers.setdefault(person, f"p{len(self._speakers) + 1}")


def _numbers(session: Session, before: Mapping[str | None, SharedVoice]) -> dict[str, str]:
    """Return the speaker numbers that people of this session have already, by person."""
    numbers: dict[str, str] = {}
    for original, copy in before.items():
        voice = session.voices.get(original or "")
        if voice and voice.said_by and copy.speaker:
            numbers[voice.said_by] = copy.speaker
    return numbers


def as_before(copy: SharedVoice, existing: SharedVoice) -> SharedVoice:
    """Keep what the group changed in a voice, if the incoming words are the same as before."""
    if existing.agreed_to is not None:
        # The opt-out from quotes was made here; the session may agree to even less by now.
        copy = opted_out(copy)
    if existing.reworded and existing.came_as == fingerprint(copy.text):
        return copy.model_copy(
            update={
                "text": existing.text,
                "reworded": True,
                "came_as": existing.came_as,
                "checked": existing.checked,
                "alone": existing.alone,
                "not_in": existing.not_in,
            }
        )
    same = copy.text == existing.text and copy.named == existing.named
    return copy.model_copy(
        update={
            "alone": existing.alone,
            "not_in": existing.not_in,
            "checked": existing.checked and same,
        }
    )
