"""PATHs whose people share less than when they were gathered: the vision must be told."""

from typing import NamedTuple

from path_planner.domain.session import Session
from path_planner.domain.vision.sources import Source
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.services.vision.anonymised_copy import SourceDetails

_REACH = {share: reach for reach, share in enumerate(Share)}


class SharesLess(NamedTuple):
    """A source whose PATH no longer agrees to all that the vision has of it."""

    source: str
    no_longer: bool
    """Its people no longer share any of it."""
    voices: int = 0
    """How many voices here would go out, or may travel less far."""


def shares_less(vision: Vision, source: Source, session: Session) -> SharesLess | None:
    """Return what a PATH no longer agrees to, None where all stands as it was agreed."""
    here = [voice for voice in vision.voices.values() if voice.source == source.id]
    if session.consent.share is not True:
        return SharesLess(source.id, no_longer=True, voices=len(here))
    less = sum(_reach(session, one.original) < _REACH[one.agreed_to or one.share] for one in here)
    return SharesLess(source.id, no_longer=False, voices=less) if less else None


def _reach(session: Session, voice_id: str | None) -> int:
    voice = session.voices.get(voice_id or "")
    return _REACH[voice.share] if voice else -1


def about_again(source: Source) -> SourceDetails:
    """Return what was noted of a PATH, to gather it again as it was agreed."""
    return SourceDetails(drawings=source.agreed.drawings, how=source.agreed.how)
