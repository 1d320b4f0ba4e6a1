"""Few people: where fewer than five could make somebody recognisable."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from path_planner.analysis.counts import FEW, count_of
from path_planner.analysis.queries import all_voices, voices_by_theme
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import MAY_BE_QUOTED, SharedVoice, Source
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.i18n import _, ngettext


class Population(StrEnum):
    """What the few have in common."""

    THEME = "theme"
    GROUP = "group"
    ROLE_AND_PLACE = "role and place"
    ROLE_AND_GROUP = "role and group"


class SmallGroup(NamedTuple):
    """Voices whose people are few enough to be known by what is printed about them."""

    among: Population
    what: str
    """The theme, the group or the place, in people's own words."""
    people: int
    voices: tuple[str, ...]
    role: Role | None = None

    def __str__(self) -> str:
        """Say the warning."""
        return _sentence(self)


def _sentence(few: SmallGroup) -> str:
    what, people = few.what, few.people
    role = _(ROLE_WORDS[few.role]) if few.role else ""
    match few.among:
        case Population.THEME:
            return ngettext(
                "The theme “{what}”: only {count} person is known to have spoken.",
                "The theme “{what}”: only {count} people are known to have spoken.",
                people,
                what=what,
            )
        case Population.GROUP:
            return ngettext(
                "The group “{what}”: only {count} person is known to have been there.",
                "The group “{what}”: only {count} people are known to have been there.",
                people,
                what=what,
            )
        case Population.ROLE_AND_PLACE:
            return ngettext(
                "{role}, {what}: only {count} person with this role is known in this place.",
                "{role}, {what}: only {count} people with this role are known in this place.",
                people,
                what=what,
                role=role,
            )
        case Population.ROLE_AND_GROUP:
            return ngettext(
                "{role}, {what}: only {count} person with this role is known in this group.",
                "{role}, {what}: only {count} people with this role are known in this group.",
                people,
                what=what,
                role=role,
            )


Trait = tuple[Role | None, str]


def small_group_warning(vision: Vision) -> list[SmallGroup]:
    """Return where few people could be recognised; those who are named agreed to it."""
    found = list(_few_in_themes(vision))
    quoted = [
        voice
        for voice in all_voices(vision)
        if voice.share in MAY_BE_QUOTED and voice.share is not Share.NAMED
    ]
    for among, trait_of in _TRAITS.items():
        found += _few_alike(vision, quoted, among, trait_of)
    return found


def _few_in_themes(vision: Vision) -> Iterator[SmallGroup]:
    for theme, voices in voices_by_theme(vision).items():
        people = count_of(vision, voices).people
        if voices and people < FEW:
            ids = tuple(voice.id for voice in voices)
            yield SmallGroup(Population.THEME, vision.themes[theme].name, people, ids)


def _few_alike(
    vision: Vision,
    voices: Iterable[SharedVoice],
    among: Population,
    trait_of: Callable[[SharedVoice, Source], Trait],
) -> Iterator[SmallGroup]:
    alike: dict[Trait, list[SharedVoice]] = {}
    for voice in voices:
        trait = trait_of(voice, vision.sources[voice.source])
        if trait[1]:
            alike.setdefault(trait, []).append(voice)
    for (role, what), those in sorted(alike.items(), key=lambda one: (one[0][1], one[0][0] or "")):
        people = count_of(vision, those).people
        if among is Population.GROUP:
            there = sum(vision.sources[one].people for one in {voice.source for voice in those})
            people = max(people, there)
        if people < FEW:
            yield SmallGroup(among, what, people, tuple(voice.id for voice in those), role)


def _group(_voice: SharedVoice, source: Source) -> Trait:
    return None, source.group


def _role_and_place(voice: SharedVoice, source: Source) -> Trait:
    return voice.role, source.place if voice.role is not Role.OTHER else ""


def _role_and_group(voice: SharedVoice, source: Source) -> Trait:
    return voice.role, source.group if voice.role is not Role.OTHER else ""


_TRAITS: dict[Population, Callable[[SharedVoice, Source], Trait]] = {
    Population.GROUP: _group,
    Population.ROLE_AND_PLACE: _role_and_place,
    Population.ROLE_AND_GROUP: _role_and_group,
}
