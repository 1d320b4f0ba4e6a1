"""A balanced sample of quotes: greedy selection that prefers the groups and sources shown least."""

from collections.abc import Sequence

from path_planner.domain.vision.sources import SharedVoice, StakeholderGroup, stakeholder_group_of

SAMPLE_SIZE = 6
"""The number of quotes in a sample; all others are in the appendix."""
_BRIEF = 320
"""Characters; longer quotes are chosen last."""


def sample_quotes(voices: Sequence[SharedVoice], most: int = SAMPLE_SIZE) -> list[SharedVoice]:
    """Return up to `most` voices, in the order given, without repeated words.

    Greedy: each step takes the voice whose stakeholder group, then source, was chosen least often.
    """
    first_with = {_normalised(voice): voice for voice in reversed(voices)}
    left = [voice for voice in voices if first_with[_normalised(voice)] is voice]
    groups: dict[StakeholderGroup, int] = {}
    sources: dict[str, int] = {}
    sample: list[SharedVoice] = []
    while left and len(sample) < most:
        best = min(
            left,
            key=lambda one: (
                len(one.text) > _BRIEF,
                groups.get(stakeholder_group_of(one.role), 0),
                sources.get(one.source, 0),
            ),
        )
        left.remove(best)
        sample.append(best)
        group = stakeholder_group_of(best.role)
        groups[group] = groups.get(group, 0) + 1
        sources[best.source] = sources.get(best.source, 0) + 1
    order = {voice.id: index for index, voice in enumerate(voices)}
    return sorted(sample, key=lambda voice: order[voice.id])


def _normalised(voice: SharedVoice) -> str:
    return " ".join(voice.text.split()).casefold()
