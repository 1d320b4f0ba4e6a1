"""Voices that would be known by another one: the same speaker agreed to a name elsewhere.

Somebody may say one thing under their name and another without it. Whoever sees that both are of
one speaker knows who said the other one, so nothing that travels tells it.
"""

from functools import lru_cache

from path_planner.domain.people import Role
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share

Speaker = tuple[str, str]
"""A source, and a speaker's number in it."""


def is_reidentifiable(vision: Vision, voice: SharedVoice) -> bool:
    """Say whether a voice without a name is of somebody who is named beside another voice."""
    if voice.share is Share.NAMED or voice.speaker is None:
        return False
    return (voice.source, voice.speaker) in _named_speakers(_Same(vision))


def without_reidentifiable(vision: Vision) -> Vision:
    """Return the vision with nothing that joins a voice to the name beside another one."""
    voices = {
        voice.id: voice.model_copy(update={"speaker": None, "role": Role.OTHER})
        if is_reidentifiable(vision, voice)
        else voice
        for voice in vision.voices.values()
    }
    return vision.model_copy(update={"voices": voices})


class _Same:
    """A vision that is equal to itself alone: its voices are then not compared."""

    def __init__(self, vision: Vision) -> None:
        self.voices = vision.voices

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.voices is other.voices

    def __hash__(self) -> int:
        return id(self.voices)


@lru_cache(maxsize=8)
def _named_speakers(held: _Same) -> frozenset[Speaker]:
    return frozenset(
        (voice.source, voice.speaker)
        for voice in held.voices.values()
        if voice.share is Share.NAMED and voice.named and voice.speaker is not None
    )
