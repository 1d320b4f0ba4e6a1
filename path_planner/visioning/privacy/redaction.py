"""The check before printing: what is left in quotes that may tell who somebody is."""

from collections.abc import Iterable, Mapping

from path_planner.domain.editing import in_order, put
from path_planner.domain.vision.shared_voice import MAY_BE_QUOTED, SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.errors import UnknownRecord
from path_planner.evidence.reading import all_voices
from path_planner.visioning.meeting import Kept, Meeting
from path_planner.visioning.privacy.likely import Finding, Telling, apart, likely_numbers
from path_planner.visioning.privacy.likely_names import known_of, likely_names
from path_planner.visioning.privacy.rewording import reworded
from path_planner.words import mark, say

INSTEAD = {
    Telling.NAME: mark("[a name]"),
    Telling.PLACE: mark("[a place]"),
    Telling.PHONE: mark("[a number]"),
    Telling.ADDRESS: mark("[an address]"),
    Telling.NUMBER: mark("[a number]"),
    Telling.DAY: mark("[a date]"),
}


def unchecked(vision: Vision) -> list[SharedVoice]:
    """Return the voices that may be quoted and that nobody has looked at yet."""
    return [one for one in all_voices(vision) if one.share in MAY_BE_QUOTED and not one.checked]


def findings(
    vision: Vision, voices: Iterable[SharedVoice] | None = None
) -> Mapping[str, tuple[Finding, ...]]:
    """Return what was found, by voice; of those nobody has looked at if none are named."""
    chosen = unchecked(vision) if voices is None else list(voices)
    names = (name for source in in_order(vision.sources) for name in source.names)
    known = known_of((voice.text for voice in vision.voices.values()), names)
    found: dict[str, tuple[Finding, ...]] = {}
    for voice in chosen:
        here = [*likely_numbers(voice.text), *likely_names(voice.text, known, voice.named)]
        if here:
            found[voice.id] = tuple(apart(here))
    return found


def amend_words(meeting: Meeting, voice_id: str, text: str) -> Kept:
    """Change the words of a voice for printing; the vision tells that they were changed."""
    voice = _voice(meeting.vision, voice_id)
    return meeting.keep(put(meeting.vision, "voices", reworded(voice, text)))


def tick_checked(meeting: Meeting, voice_ids: Iterable[str], checked: bool = True) -> Kept:
    """Note that a person has looked at these voices, or has not."""
    voices = dict(meeting.vision.voices)
    for voice_id in voice_ids:
        voice = _voice(meeting.vision, voice_id)
        voices[voice_id] = voice.model_copy(update={"checked": checked})
    return meeting.keep(meeting.vision.model_copy(update={"voices": voices}))


def _voice(vision: Vision, voice_id: str) -> SharedVoice:
    try:
        return vision.voices[voice_id]
    except KeyError:
        raise UnknownRecord from None


def without(text: str, found: Iterable[Finding]) -> str:
    """Return a text with plain words in place of what was found."""
    for one in sorted(found, reverse=True):
        text = f"{text[: one.start]}{say(INSTEAD[one.kind])}{text[one.end :]}"
    return text
