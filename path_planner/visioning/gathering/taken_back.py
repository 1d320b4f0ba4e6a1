"""What was taken back, so that the same thing is known again in other visions."""

from datetime import datetime
from typing import NamedTuple

from path_planner.domain.vision.source import Source, Withdrawal
from path_planner.domain.vision.vision import Vision
from path_planner.visioning.gathering.withdrawing import without_source, without_voices
from path_planner.workshop.saving import FreshId

Ids = frozenset[str]


class TakenBack(NamedTuple):
    """Whose yes was taken back, as ids: nothing of what was said."""

    sources: Ids = frozenset()
    """Sources that were taken back whole; a copy of a vision has the same ids."""
    sessions: Ids = frozenset()
    """PATHs that were taken back whole, under whatever id they are a source."""
    voices: Ids = frozenset()
    originals: frozenset[tuple[str, str]] = frozenset()
    """Voices of a session: the session, and the voice in it."""
    drawings: Ids = frozenset()
    for_good: bool = False

    def __bool__(self) -> bool:
        """Say whether anything was taken back."""
        return any(self)


def taken_back(before: Vision, after: Vision) -> TakenBack:
    """Return what a vision no longer has."""
    sources = before.sources.keys() - after.sources.keys()
    new = [after.withdrawals[one] for one in after.withdrawals.keys() - before.withdrawals.keys()]
    return _taken(
        before,
        sources,
        before.voices.keys() - after.voices.keys(),
        before.drawings.keys() - after.drawings.keys(),
        for_good=any(one.originals for one in new),
    )


def would_be_taken_back(vision: Vision, record_id: str) -> TakenBack:
    """Return what would go with a voice or a whole source."""
    voices = {one.id for one in vision.voices.values() if record_id in (one.id, one.source)}
    drawings = {one.id for one in vision.drawings.values() if one.source == record_id}
    return _taken(vision, {record_id} & vision.sources.keys(), voices, drawings)


def taken_back_by(vision: Vision, withdrawal: Withdrawal) -> TakenBack:
    """Return what a withdrawal took out of this vision."""
    whole, source = withdrawal.whole_source, vision.sources.get(withdrawal.source)
    session = withdrawal.session or (source.session if source else None)
    return TakenBack(
        frozenset({withdrawal.source} if whole else ()),
        frozenset({session} if whole and session else ()),
        frozenset(withdrawal.gone),
        frozenset((session, one) for one in withdrawal.originals if session),
    )


def _taken(
    vision: Vision,
    sources: set[str],
    voices: set[str],
    drawings: set[str],
    *,
    for_good: bool = False,
) -> TakenBack:
    sessions = {one: source.session for one, source in vision.sources.items() if source.session}
    gone = [vision.voices[one] for one in voices]
    return TakenBack(
        frozenset(sources),
        frozenset(sessions[one] for one in sources if one in sessions),
        frozenset(voices),
        frozenset(
            (sessions[one.source], one.original)
            for one in gone
            if one.source in sessions and one.original
        ),
        frozenset(drawings),
        for_good,
    )


def sources_of(vision: Vision, taken: TakenBack) -> list[Source]:
    """Return the sources of a vision that were taken back whole."""
    return [
        one
        for one in vision.sources.values()
        if one.id in taken.sources or one.session in taken.sessions
    ]


def voices_of(vision: Vision, taken: TakenBack) -> dict[str, list[str]]:
    """Return the voices of a vision that were taken back one by one, by their source."""
    found: dict[str, list[str]] = {}
    for voice in vision.voices.values():
        source = vision.sources.get(voice.source)
        session = source.session if source else None
        if voice.id in taken.voices or (session, voice.original) in taken.originals:
            found.setdefault(voice.source, []).append(voice.id)
    return found


def holds(vision: Vision, taken: TakenBack) -> bool:
    """Say whether a vision still holds anything of it."""
    return bool(
        sources_of(vision, taken)
        or voices_of(vision, taken)
        or vision.drawings.keys() & taken.drawings
    )


def without_the_same(vision: Vision, taken: TakenBack, fresh_id: FreshId, at: datetime) -> Vision:
    """Return a vision without what was taken back in another one, and with its withdrawals."""
    for source in sources_of(vision, taken):
        vision = without_source(vision, source.id, fresh_id, at)
    for source_id, voices in voices_of(vision, taken).items():
        vision = without_voices(vision, source_id, voices, fresh_id, at, for_good=taken.for_good)
    if vision.drawings.keys() & taken.drawings:
        left = {one.id: one for one in vision.drawings.values() if one.id not in taken.drawings}
        vision = vision.model_copy(update={"drawings": left})
    return vision
