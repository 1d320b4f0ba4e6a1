"""A handful of voices that stand for many: chosen so that those heard least come first."""

from collections.abc import Sequence

from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of

SAMPLE_SIZE = 6
"""As many quotes as are shown together; all others stand in the appendix."""
_BRIEF = 320
"""Letters of a quote that are read in one go; longer ones are chosen last."""


def sample_quotes(voices: Sequence[SharedVoice], most: int = SAMPLE_SIZE) -> list[SharedVoice]:
    """Choose by turns: first those whose standing and source were heard least, no words twice."""
    once = {_folded(voice): voice for voice in reversed(voices)}
    left = [voice for voice in voices if once[_folded(voice)] is voice]
    standings: dict[StakeholderGroup, int] = {}
    sources: dict[str, int] = {}
    found: list[SharedVoice] = []
    while left and len(found) < most:
        best = min(
            left,
            key=lambda one: (
                len(one.text) > _BRIEF,
                standings.get(stakeholder_group_of(one.role), 0),
                sources.get(one.source, 0),
            ),
        )
        left.remove(best)
        found.append(best)
        standing = stakeholder_group_of(best.role)
        standings[standing] = standings.get(standing, 0) + 1
        sources[best.source] = sources.get(best.source, 0) + 1
    order = {voice.id: place for place, voice in enumerate(voices)}
    return sorted(found, key=lambda voice: order[voice.id])


def _folded(voice: SharedVoice) -> str:
    return " ".join(voice.text.split()).casefold()
