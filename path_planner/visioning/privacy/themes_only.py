"""Kept for themes only: a voice that its people would let be quoted, and that is not printed."""

from path_planner.domain.editing import amend, put
from path_planner.domain.vision.shared_voice import MAY_BE_QUOTED, SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.evidence.reading import all_voices
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.recording import found


def keep_for_themes(meeting: Meeting, voice_id: str) -> Kept:
    """Let a voice be counted and never quoted, whatever its people agreed to."""
    voice: SharedVoice = found(meeting.vision, "voices", voice_id)
    return meeting.keep(put(meeting.vision, "voices", kept_for_themes(voice)))


def let_be_quoted(meeting: Meeting, voice_id: str) -> Kept:
    """Let a voice travel as far again as its people agreed, and never farther."""
    voice: SharedVoice = found(meeting.vision, "voices", voice_id)
    if voice.agreed_to is None:
        return Kept(meeting.vision)
    again = amend(voice, share=voice.agreed_to, agreed_to=None)
    return meeting.keep(put(meeting.vision, "voices", again))


def kept_for_themes(voice: SharedVoice) -> SharedVoice:
    """Return a voice that may be quoted as one that is only counted; others are as they were."""
    if voice.share not in MAY_BE_QUOTED:
        return voice
    return amend(voice, share=Share.THEME, agreed_to=voice.share)


def held_for_themes(vision: Vision) -> list[SharedVoice]:
    """Return the voices that the group does not want printed."""
    return [one for one in all_voices(vision) if one.agreed_to is not None]
