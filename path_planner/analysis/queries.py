"""Queries over voices: by theme, on their own, by stakeholder group; and whose speaker is known.

A speaker is known where an unnamed voice could be put beside a named one: somebody may say one
thing under their name and another without it. If an export linked the two
(by speaker number or role), the name would apply to both; so nothing published links them.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from path_planner.domain.base import sorted_records
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import (
    MAY_TRAVEL,
    SharedVoice,
    Source,
    StakeholderGroup,
    stakeholder_group_of,
)
from path_planner.domain.vision.theme import Theme
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share

Speaker = tuple[str, str]
"""A file or source, and a speaker's number in it."""


def sources_with_voices(vision: Vision) -> list[Source]:
    """Return the sources whose people agreed to share, in their order."""
    return [source for source in sorted_records(vision.sources) if source.agreed.share]


def file_of(vision: Vision, source_id: str) -> str:
    """Return the id under which the speakers of a source are numbered: its file's, or its own."""
    source = vision.sources.get(source_id)
    return (source.file if source else None) or source_id


def is_publishable(vision: Vision, voice: SharedVoice) -> bool:
    """Whether a voice may be counted: its share level allows it, and its source agreed to share."""
    source = vision.sources.get(voice.source)
    return source is not None and source.agreed.share and voice.share in MAY_TRAVEL


def voices_in_order(vision: Vision, ids: Iterable[str]) -> list[SharedVoice]:
    """Return the publishable voices with these ids, source by source."""
    return _publishable_in_order(
        vision, (vision.voices[record_id] for record_id in {*ids} & vision.voices.keys())
    )


def all_voices(vision: Vision) -> list[SharedVoice]:
    """Return every publishable voice, source by source."""
    return _publishable_in_order(vision, vision.voices.values())


def _publishable_in_order(vision: Vision, voices: Iterable[SharedVoice]) -> list[SharedVoice]:
    return sorted(
        (voice for voice in voices if is_publishable(vision, voice)), key=_sort_key(vision)
    )


def _sort_key(vision: Vision) -> "_SortKey":
    positions = {source.id: index for index, source in enumerate(sorted_records(vision.sources))}
    return _SortKey(positions)


class _SortKey:
    """Sort key of voices: position of the source, then the order in it; unknown sources last."""

    def __init__(self, positions: Mapping[str, int]) -> None:
        self._positions = positions

    def __call__(self, voice: SharedVoice) -> tuple[int, float, str]:
        return (self._positions.get(voice.source, len(self._positions)), voice.order, voice.id)


def voices_by_theme(vision: Vision) -> dict[str, list[SharedVoice]]:
    """Return the voices of every theme, in one pass over all assignments."""
    by_theme: dict[str, list[SharedVoice]] = {theme: [] for theme in vision.themes}
    themes_of: dict[str, set[str]] = {}
    for assignment in vision.placings.values():
        themes_of.setdefault(assignment.voice, set()).add(assignment.theme)
    for voice in all_voices(vision):
        for theme in themes_of.get(voice.id, set()) & by_theme.keys():
            by_theme[theme].append(voice)
    return by_theme


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
    by_voice: dict[str, list[Theme]] = {}
    positions = {theme.id: index for index, theme in enumerate(sorted_records(vision.themes))}
    public_ids = {voice.id for voice in all_voices(vision)}
    # The same voice may have been put into the same theme twice, in two windows.
    assignments = {
        (positions[assignment.theme], assignment.theme, assignment.voice)
        for assignment in vision.placings.values()
        if assignment.theme in positions and assignment.voice in public_ids
    }
    for _, theme, voice in sorted(assignments):
        by_voice.setdefault(voice, []).append(vision.themes[theme])
    return by_voice


def themes_of(vision: Vision, voice_id: str) -> list[Theme]:
    """Return the themes of one voice."""
    ids = {
        assignment.theme for assignment in vision.placings.values() if assignment.voice == voice_id
    }
    return [theme for theme in sorted_records(vision.themes) if theme.id in ids]


def unassigned_voices(vision: Vision) -> list[SharedVoice]:
    """Return the voices still to be sorted: in no theme, and not marked as single voices."""
    return [voice for voice in _in_no_theme(vision) if not voice.alone]


def single_voices(vision: Vision) -> list[SharedVoice]:
    """Return the voices marked as standing alone, whether or not they are also in a theme."""
    return [voice for voice in all_voices(vision) if voice.alone]


def _in_no_theme(vision: Vision) -> list[SharedVoice]:
    placed = {
        assignment.voice
        for assignment in vision.placings.values()
        if assignment.theme in vision.themes
    }
    return [voice for voice in all_voices(vision) if voice.id not in placed]


def by_stakeholder_group(
    voices: Iterable[SharedVoice],
) -> dict[StakeholderGroup, list[SharedVoice]]:
    """Return the voices by stakeholder group, without empty groups."""
    by_group: dict[StakeholderGroup, list[SharedVoice]] = {}
    for voice in voices:
        by_group.setdefault(stakeholder_group_of(voice.role), []).append(voice)
    return {group: by_group[group] for group in StakeholderGroup if group in by_group}


class ByIdentity:
    """Cache key that compares voices and sources by identity, not field by field."""

    def __init__(self, vision: Vision) -> None:
        self.vision = vision
        self.voices, self.sources = vision.voices, vision.sources

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, ByIdentity)
            and self.voices is other.voices
            and self.sources is other.sources
        )

    def __hash__(self) -> int:
        return id(self.voices)


def is_reidentifiable(vision: Vision, voice: SharedVoice) -> bool:
    """Whether the speaker of an unnamed voice is named beside another voice."""
    if voice.share is Share.NAMED or voice.speaker is None:
        return False
    speaker = (file_of(vision, voice.source), voice.speaker)
    return speaker in _named_speakers(ByIdentity(vision))


def without_reidentifiable(vision: Vision) -> Vision:
    """Return the vision without speaker and role on all voices that could be re-identified."""
    voices = {
        voice.id: voice.model_copy(update={"speaker": None, "role": Role.OTHER})
        if is_reidentifiable(vision, voice)
        else voice
        for voice in vision.voices.values()
    }
    return vision.model_copy(update={"voices": voices})


@lru_cache(maxsize=8)
def _named_speakers(known: ByIdentity) -> frozenset[Speaker]:
    return frozenset(
        (file_of(known.vision, voice.source), voice.speaker)
        for voice in known.voices.values()
        if voice.share is Share.NAMED and voice.named and voice.speaker is not None
    )
