"""Rewording: words changed for printing, and always told to be changed."""

from hashlib import blake2b

from path_planner.domain.editing import amend
from path_planner.domain.vision.shared_voice import SharedVoice


def fingerprint(text: str) -> str:
    """Return a mark of words: it shows whether they are still the same, and not what they are."""
    return blake2b(text.encode(), digest_size=12).hexdigest()


def reworded(voice: SharedVoice, text: str) -> SharedVoice:
    """Return a voice in other words; the words it came in with make it as it was."""
    came_as = voice.came_as if voice.reworded else fingerprint(voice.text)
    after = amend(voice, text=text, checked=True)
    if after.text == voice.text:
        return amend(voice, checked=True)
    changed = fingerprint(after.text) != came_as
    return after.model_copy(update={"reworded": changed, "came_as": came_as if changed else ""})
