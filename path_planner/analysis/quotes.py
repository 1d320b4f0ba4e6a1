"""Quotes: the only way by which the words of a voice get into an export."""

from collections.abc import Sequence
from typing import NamedTuple

from path_planner.analysis.queries import is_publishable
from path_planner.analysis.reidentification import is_reidentifiable
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import (
    MAY_BE_QUOTED,
    SharedVoice,
    StakeholderGroup,
    stakeholder_group_of,
)
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share
from path_planner.i18n import _

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


class Quote(NamedTuple):
    """Words that may be printed, and their attribution as far as it may be published."""

    voice: str
    source: str
    words: str
    by: str
    """A name where it was agreed, or else a role; empty where neither may be published."""
    how: str = ""
    """How it was expressed, where that was not by speaking, and whether words were changed."""
    language: str = ""


def may_be_quoted(voice: SharedVoice) -> bool:
    """Whether the share level allows these words to be printed."""
    return voice.share in MAY_BE_QUOTED


def quote_of(vision: Vision, voice: SharedVoice) -> Quote | None:
    """Return the quote of a voice, or None where its consent does not allow one."""
    if not (is_publishable(vision, voice) and may_be_quoted(voice)):
        return None
    by = "" if is_reidentifiable(vision, voice) else _attribution(voice)
    return Quote(voice.id, voice.source, voice.text, by, _how(voice), voice.language)


def _how(voice: SharedVoice) -> str:
    how = [] if voice.expressed is Expressed.SAID else [_(EXPRESSED_WORDS[voice.expressed])]
    if voice.reworded:
        how.append(_("Words were changed so that nobody can be recognised"))
    return " · ".join(how)


def _attribution(voice: SharedVoice) -> str:
    role = "" if voice.role is Role.OTHER else _(ROLE_WORDS[voice.role])
    name = voice.named if voice.share is Share.NAMED else ""
    if name and role:
        return _("{name} ({role})", name=name, role=role)
    return name or role
