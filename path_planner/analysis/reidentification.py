"""Re-identification: unnamed voices whose speaker is named beside another voice.

Somebody may say one thing under their name and another without it. If an export linked the two
(by speaker number or role), the name would apply to both; so nothing published links them.
"""

from functools import lru_cache

from path_planner.analysis.queries import ByIdentity, file_of
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share

Speaker = tuple[str, str]
"""A file or source, and a speaker's number in it."""


def is_reidentifiable(vision: Vision, voice: SharedVoice) -> bool:
    """Whether the speaker of an unnamed voice is named beside another voice."""
    if voice.share is Share.NAMED or voice.speaker is None:
        return False
    speaker = (file_of(vision, voice.source), voice.speaker)
    return speaker in _named_speakers(ByIdentity(vision))


def without_reidentifiable(vision: Vision) -> Vision:
    """Return the vision without speaker and role on all voices that could be re-identified."""
    voices = {
        voice.id: voice.model_copy(update={"speaker": None, "role": Role.OTHER})
        if is_reidentifiable(vision, voice)
        else voice
        for voice in vision.voices.values()
    }
    return vision.model_copy(update={"voices": voices})


@lru_cache(maxsize=8)
def _named_speakers(known: ByIdentity) -> frozenset[Speaker]:
    return frozenset(
        (file_of(known.vision, voice.source), voice.speaker)
        for voice in known.voices.values()
        if voice.share is Share.NAMED and voice.named and voice.speaker is not None
    )
