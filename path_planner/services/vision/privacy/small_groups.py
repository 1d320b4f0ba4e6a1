"""Small groups (k-anonymity): where fewer than five people share published traits."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from path_planner.analysis.counts import FEW, count_of
from path_planner.analysis.queries import all_voices, file_of, voices_by_theme
from path_planner.domain.people import ROLE_WORDS, Role
from path_planner.domain.vision.sources import MAY_BE_QUOTED, SharedVoice, Source
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.i18n import _, ngettext


class Population(StrEnum):
    """The traits that the people of a small group share."""

    THEME = "theme"
    GROUP = "group"
    ROLE_AND_PLACE = "role and place"
    ROLE_AND_GROUP = "role and group"


class SmallGroup(NamedTuple):
    """Voices whose people are few enough to be recognised by their published traits."""

    among: Population
    what: str
    """The theme, the group or the place, in people's own words."""
    people: int
    voices: tuple[str, ...]
    role: Role | None = None

    def __str__(self) -> str:
        """Return the warning in the current language."""
        return _sentence(self)


def _sentence(group: SmallGroup) -> str:
    what, people = group.what, group.people
    role = _(ROLE_WORDS[group.role]) if group.role else ""
    match group.among:
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
    """Return the small groups of a vision; voices that are quoted with a name do not count."""
    found = list(_small_themes(vision))
    quoted = [
        voice
        for voice in all_voices(vision)
        if voice.share in MAY_BE_QUOTED and voice.share is not Share.NAMED
    ]
    for among, trait_of in _TRAITS.items():
        found += _small_groups_by(vision, quoted, among, trait_of)
    return found


def _small_themes(vision: Vision) -> Iterator[SmallGroup]:
    for theme, voices in voices_by_theme(vision).items():
        people = count_of(vision, voices).everyone
        if voices and people < FEW:
            ids = tuple(voice.id for voice in voices)
            yield SmallGroup(Population.THEME, vision.themes[theme].name, people, ids)


def _small_groups_by(
    vision: Vision,
    voices: Iterable[SharedVoice],
    among: Population,
    trait_of: Callable[[SharedVoice, Source], Trait],
) -> Iterator[SmallGroup]:
    by_trait: dict[Trait, list[SharedVoice]] = {}
    for voice in voices:
        trait = trait_of(voice, vision.sources[voice.source])
        if trait[1]:
            by_trait.setdefault(trait, []).append(voice)
    for (role, what), members in sorted(
        by_trait.items(), key=lambda item: (item[0][1], item[0][0] or "")
    ):
        people = count_of(vision, members).everyone
        if among is Population.GROUP:
            # What is said of a file stands on each of its sources.
            stated = {
                file_of(vision, voice.source): vision.sources[voice.source].people
                for voice in members
            }
            people = max(people, sum(stated.values()))
        if people < FEW:
            yield SmallGroup(among, what, people, tuple(voice.id for voice in members), role)


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
