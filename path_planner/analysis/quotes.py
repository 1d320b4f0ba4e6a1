"""Quotes: the only way by which the words of a voice get into an export."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from path_planner.analysis.queries import (
    ByIdentity,
    by_stakeholder_group,
    file_of,
    is_publishable,
    is_reidentifiable,
)
from path_planner.analysis.tf_idf import Centre, Rarity, rarity, words_of
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import (
    MAY_BE_QUOTED,
    SharedVoice,
    StakeholderGroup,
    is_empty_answer,
    stakeholder_group_of,
)
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import EXPRESSED_WORDS, Expressed, Share
from path_planner.i18n import _

SAMPLE_SIZE = 6
"""The number of quotes in a sample; all others are in the appendix."""
_BRIEF = 320
"""Characters; longer quotes are chosen last."""
_FEWEST_WORDS = 4
"""Shorter quotes, such as “Very good”, say little by themselves."""
_OWN = tuple(group for group in StakeholderGroup if group is not StakeholderGroup.PROFESSIONAL)


def sample_quotes(
    vision: Vision, voices: Sequence[SharedVoice], most: int = SAMPLE_SIZE
) -> list[SharedVoice]:
    """Return up to `most` of the voices that may be quoted, in the order given.

    They are near the middle of the voices, apart from each other, and never twice the same words.
    Greedy: each step takes the voice whose person, then stakeholder group, then source was chosen
    least often, and of those the one nearest to the middle and farthest from what was chosen.
    """
    first_with = {_normalised(voice): voice for voice in reversed(voices)}
    left = [
        voice
        for voice in voices
        if first_with[_normalised(voice)] is voice and quote_of(vision, voice)
    ]
    rare = _rarity(ByIdentity(vision))
    texts = Centre({voice.id: words_of(voice.text) for voice in voices}, rare)
    nearness = {voice.id: texts.nearness(voice.id) for voice in left}
    chosen = Counter[object]()
    closest = dict.fromkeys(nearness, 0)
    sample: list[SharedVoice] = []
    while left and len(sample) < most:
        best = min(
            left,
            key=lambda one: (
                len(one.text) > _BRIEF,
                *(chosen[trait] for trait in _traits(vision, one)),
                len(one.text.split()) < _FEWEST_WORDS,
                closest[one.id] - nearness[one.id],
            ),
        )
        left.remove(best)
        sample.append(best)
        chosen.update(_traits(vision, best))
        for one in left:
            closest[one.id] = max(closest[one.id], texts.alike(one.id, best.id))
    order = {voice.id: index for index, voice in enumerate(voices)}
    return sorted(sample, key=lambda voice: order[voice.id])


def best_quotes(
    vision: Vision, voices: Sequence[SharedVoice], most: int = 1
) -> "tuple[Quote, ...]":
    """Return the quotes that stand for these voices, of people who plan for themselves first.

    Where there are fewer of those, others follow, and professionals last.
    """
    groups = by_stakeholder_group(voices)
    found: list[SharedVoice] = []
    for group in (*_OWN, StakeholderGroup.PROFESSIONAL):
        found += sample_quotes(vision, groups.get(group, ()), most - len(found))
    return tuple(quote for voice in found if (quote := quote_of(vision, voice)))


@lru_cache(maxsize=2)
def _rarity(known: ByIdentity) -> Rarity:
    """Return how rare words are in a vision; it holds stems of words, and nobody's sentences."""
    return rarity(words_of(voice.text) for voice in known.voices.values())


def _traits(vision: Vision, voice: SharedVoice) -> tuple[object, object, object]:
    """Return the person, the stakeholder group and the source of a voice, to take turns by."""
    file = file_of(vision, voice.source)
    person = (file, voice.speaker) if voice.speaker else voice.id
    return person, stakeholder_group_of(voice.role), ("source", voice.source)


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
    """Return the quote of a voice, or None where its consent allows none, or it says nothing."""
    if not (is_publishable(vision, voice) and may_be_quoted(voice)) or is_empty_answer(voice.text):
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
