"""Re-identification: unnamed voices whose speaker is named beside another voice.

Somebody may say one thing under their name and another without it. If an export linked the two
(by speaker number or role), the name would apply to both; so nothing published links them.
"""

from functools import lru_cache

from path_planner.domain.people import Role
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share

Speaker = tuple[str, str]
"""A source, and a speaker's number in it."""


def is_reidentifiable(vision: Vision, voice: SharedVoice) -> bool:
    """Whether the speaker of an unnamed voice is named beside another voice."""
    if voice.share is Share.NAMED or voice.speaker is None:
        return False
    return (voice.source, voice.speaker) in _named_speakers(_ByIdentity(vision))


def without_reidentifiable(vision: Vision) -> Vision:
    """Return the vision without speaker and role on all voices that could be re-identified."""
    voices = {
        voice.id: voice.model_copy(update={"speaker": None, "role": Role.OTHER})
        if is_reidentifiable(vision, voice)
        else voice
        for voice in vision.voices.values()
    }
    return vision.model_copy(update={"voices": voices})


class _ByIdentity:
    """Cache key that compares the voices of a vision by identity, not field by field."""

    def __init__(self, vision: Vision) -> None:
        self.voices = vision.voices

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.voices is other.voices

    def __hash__(self) -> int:
        return id(self.voices)


@lru_cache(maxsize=8)
def _named_speakers(vision: _ByIdentity) -> frozenset[Speaker]:
    return frozenset(
        (voice.source, voice.speaker)
        for voice in vision.voices.values()
        if voice.share is Share.NAMED and voice.named and voice.speaker is not None
    )
