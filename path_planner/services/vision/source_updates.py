"""Sources whose session has a narrower consent by now than the vision's copy."""

from typing import NamedTuple

from path_planner.domain.session import Session
from path_planner.domain.vision.sources import Source
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.services.vision.anonymised_copy import SourceDetails

_SHARE_RANK = {share: rank for rank, share in enumerate(Share)}


class SharesLess(NamedTuple):
    """A source whose session no longer agrees to everything that the vision has of it."""

    source: str
    no_longer: bool
    """Its people no longer share any of it."""
    voices: int = 0
    """The number of voices that would be removed or get a lower share level."""


def shares_less(vision: Vision, source: Source, session: Session) -> SharesLess | None:
    """Return what a session no longer agrees to, or None."""
    voices = [voice for voice in vision.voices.values() if voice.source == source.id]
    if session.consent.share is not True:
        return SharesLess(source.id, no_longer=True, voices=len(voices))
    less = sum(
        _share_rank(session, voice.original) < _SHARE_RANK[voice.agreed_to or voice.share]
        for voice in voices
    )
    return SharesLess(source.id, no_longer=False, voices=less) if less else None


def _share_rank(session: Session, voice_id: str | None) -> int:
    voice = session.voices.get(voice_id or "")
    return _SHARE_RANK[voice.share] if voice else -1


def about_again(source: Source) -> SourceDetails:
    """Return the details of a source, to update it with the same agreement."""
    return SourceDetails(drawings=source.agreed.drawings, how=source.agreed.how)
