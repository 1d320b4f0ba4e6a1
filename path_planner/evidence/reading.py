"""Which voices are where: in themes, in the pile, on their own, and from where they speak."""

from collections.abc import Iterable, Mapping

from path_planner.domain.editing import in_order
from path_planner.domain.vision.shared_voice import SharedVoice
from path_planner.domain.vision.standing import Standing, standing_of
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision


def voices_in_order(vision: Vision, ids: Iterable[str]) -> list[SharedVoice]:
    """Return the voices with these ids that are there, source by source."""
    return sorted((vision.voices[one] for one in {*ids} & vision.voices.keys()), key=_key(vision))


def all_voices(vision: Vision) -> list[SharedVoice]:
    """Return every voice, source by source."""
    return sorted(vision.voices.values(), key=_key(vision))


def _key(vision: Vision) -> "_Place":
    places = {source.id: place for place, source in enumerate(in_order(vision.sources))}
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
    for placing in vision.placings.values():
        if placing.theme in found and placing.voice in vision.voices:
            found[placing.theme].append(vision.voices[placing.voice])
    key = _key(vision)
    for voices in found.values():
        voices.sort(key=key)
    return found


def voices_in(vision: Vision, theme_id: str) -> list[SharedVoice]:
    """Return the voices of one theme."""
    return voices_in_order(
        vision, (one.voice for one in vision.placings.values() if one.theme == theme_id)
    )


def themes_by_voice(vision: Vision) -> dict[str, list[Theme]]:
    """Return the themes of every voice that is in one, in the order of the themes."""
    found: dict[str, list[Theme]] = {}
    places = {theme.id: place for place, theme in enumerate(in_order(vision.themes))}
    placed = (one for one in vision.placings.values() if one.theme in places)
    for placing in sorted(placed, key=lambda one: places[one.theme]):
        if placing.voice in vision.voices:
            found.setdefault(placing.voice, []).append(vision.themes[placing.theme])
    return found


def themes_of(vision: Vision, voice_id: str) -> list[Theme]:
    """Return the themes of one voice."""
    ids = {one.theme for one in vision.placings.values() if one.voice == voice_id}
    return [theme for theme in in_order(vision.themes) if theme.id in ids]


def unthemed(vision: Vision) -> list[SharedVoice]:
    """Return the pile: voices in no theme that nobody has set apart."""
    return [voice for voice in _outside(vision) if not voice.alone]


def lone(vision: Vision) -> list[SharedVoice]:
    """Return the voices that stand for themselves; a theme they are also in changes nothing."""
    return [voice for voice in all_voices(vision) if voice.alone]


def _outside(vision: Vision) -> list[SharedVoice]:
    placed = {one.voice for one in vision.placings.values() if one.theme in vision.themes}
    return [voice for voice in all_voices(vision) if voice.id not in placed]


def by_standing(voices: Iterable[SharedVoice]) -> dict[Standing, list[SharedVoice]]:
    """Return the voices apart by where people speak from; only those that there are."""
    found: dict[Standing, list[SharedVoice]] = {}
    for voice in voices:
        found.setdefault(standing_of(voice.role), []).append(voice)
    return {standing: found[standing] for standing in Standing if standing in found}
