"""Which voices are where: in themes, in the pile, on their own, and from where they speak."""

from collections.abc import Iterable, Mapping

from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import (
    MAY_TRAVEL,
    SharedVoice,
    Source,
    StakeholderGroup,
    stakeholder_group_of,
)
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision


def sources_with_voices(vision: Vision) -> list[Source]:
    """Return the sources whose people agreed to share, in their order."""
    return [source for source in sorted_records(vision.sources) if source.agreed.share]


def is_publishable(vision: Vision, voice: SharedVoice) -> bool:
    """Say whether a voice may count at all: it may travel, and its source is there and agreed."""
    source = vision.sources.get(voice.source)
    return source is not None and source.agreed.share and voice.share in MAY_TRAVEL


def voices_in_order(vision: Vision, ids: Iterable[str]) -> list[SharedVoice]:
    """Return the voices with these ids that may be told, source by source."""
    return _told(vision, (vision.voices[record_id] for record_id in {*ids} & vision.voices.keys()))


def all_voices(vision: Vision) -> list[SharedVoice]:
    """Return every voice that may be told, source by source."""
    return _told(vision, vision.voices.values())


def _told(vision: Vision, voices: Iterable[SharedVoice]) -> list[SharedVoice]:
    return sorted((voice for voice in voices if is_publishable(vision, voice)), key=_key(vision))


def _key(vision: Vision) -> "_Place":
    places = {source.id: place for place, source in enumerate(sorted_records(vision.sources))}
    return _Place(places)


class _Place:
    """Sorts voices by their source and their order in it; a lost source comes last."""

    def __init__(self, places: Mapping[str, int]) -> None:
        self._places = places

    def __call__(self, voice: SharedVoice) -> tuple[int, float, str]:
        return (self._places.get(voice.source, len(self._places)), voice.order, voice.id)


def voices_by_theme(vision: Vision) -> dict[str, list[SharedVoice]]:
    """Return the voices of every theme; one pass over all placings."""
    found: dict[str, list[SharedVoice]] = {theme: [] for theme in vision.themes}
    placed: dict[str, set[str]] = {}
    for placing in vision.placings.values():
        placed.setdefault(placing.voice, set()).add(placing.theme)
    for voice in all_voices(vision):
        for theme in placed.get(voice.id, set()) & found.keys():
            found[theme].append(voice)
    return found


def voices_in(vision: Vision, theme_id: str) -> list[SharedVoice]:
    """Return the voices of one theme."""
    return voices_in_order(
        vision,
        (
            assignment.voice
            for assignment in vision.placings.values()
            if assignment.theme == theme_id
        ),
    )


def themes_by_voice(vision: Vision) -> dict[str, list[Theme]]:
    """Return the themes of every voice that is in one, in the order of the themes."""
    found: dict[str, list[Theme]] = {}
    places = {theme.id: place for place, theme in enumerate(sorted_records(vision.themes))}
    told = {voice.id for voice in all_voices(vision)}
    # The same voice may have been put into the same theme twice, in two windows.
    placed = {
        (places[assignment.theme], assignment.theme, assignment.voice)
        for assignment in vision.placings.values()
        if assignment.theme in places and assignment.voice in told
    }
    for _, theme, voice in sorted(placed):
        found.setdefault(voice, []).append(vision.themes[theme])
    return found


def themes_of(vision: Vision, voice_id: str) -> list[Theme]:
    """Return the themes of one voice."""
    ids = {
        assignment.theme for assignment in vision.placings.values() if assignment.voice == voice_id
    }
    return [theme for theme in sorted_records(vision.themes) if theme.id in ids]


def unassigned_voices(vision: Vision) -> list[SharedVoice]:
    """Return the pile: voices in no theme that nobody has set apart."""
    return [voice for voice in _outside(vision) if not voice.alone]


def single_voices(vision: Vision) -> list[SharedVoice]:
    """Return the voices that stand for themselves; a theme they are also in changes nothing."""
    return [voice for voice in all_voices(vision) if voice.alone]


def _outside(vision: Vision) -> list[SharedVoice]:
    placed = {
        assignment.voice
        for assignment in vision.placings.values()
        if assignment.theme in vision.themes
    }
    return [voice for voice in all_voices(vision) if voice.id not in placed]


def by_stakeholder_group(
    voices: Iterable[SharedVoice],
) -> dict[StakeholderGroup, list[SharedVoice]]:
    """Return the voices apart by where people speak from; only those that there are."""
    found: dict[StakeholderGroup, list[SharedVoice]] = {}
    for voice in voices:
        found.setdefault(stakeholder_group_of(voice.role), []).append(voice)
    return {standing: found[standing] for standing in StakeholderGroup if standing in found}
