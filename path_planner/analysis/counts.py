"""Counts of PATHs, conversations and people: how many said something, never how often."""

from collections.abc import Iterable
from typing import NamedTuple

from path_planner.analysis.queries import is_publishable, sources_with_voices
from path_planner.analysis.reidentification import is_reidentifiable
from path_planner.domain.vision.sources import SharedVoice, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, ngettext

FEW = 5
"""Groups smaller than this may be recognised: a threshold of k-anonymity, common in statistics."""


class Count(NamedTuple):
    """The number of PATHs and conversations in which it was said, and a lower bound of people."""

    paths: int
    conversations: int
    people: int


def count_of(vision: Vision, voices: Iterable[SharedVoice]) -> Count:
    """Count the sources and speakers of those voices that may be published.

    The people are a lower bound: all voices of a source without noted speakers count as one
    person, and add nobody where other voices of the source have a speaker.
    """
    sources: set[str] = set()
    speakers: set[tuple[str, str | None]] = set()
    for voice in voices:
        if is_publishable(vision, voice):
            sources.add(voice.source)
            speakers.add((voice.source, _speaker(vision, voice)))
    noted = {source for source, speaker in speakers if speaker is not None}
    people = sum(speaker is not None or source not in noted for source, speaker in speakers)
    return Count(*_kinds(vision, sources), people)


def _speaker(vision: Vision, voice: SharedVoice) -> str | None:
    """Return the speaker, or None where publishing it would identify somebody."""
    return None if is_reidentifiable(vision, voice) else voice.speaker


def count_all(vision: Vision) -> Count:
    """Count all sources and people; where a source records how many came, that number counts."""
    by_source: dict[str, list[SharedVoice]] = {}
    for voice in vision.voices.values():
        by_source.setdefault(voice.source, []).append(voice)
    sources = sources_with_voices(vision)
    people = sum(
        max(source.people, count_of(vision, by_source.get(source.id, ())).people)
        for source in sources
    )
    return Count(*_kinds(vision, (source.id for source in sources)), people)


def _kinds(vision: Vision, sources: Iterable[str]) -> tuple[int, int]:
    kinds = [vision.sources[source].what for source in sources]
    paths = kinds.count(SourceKind.PATH)
    return paths, len(kinds) - paths


def is_few(count: Count) -> bool:
    """Whether so few people said it that somebody might be recognised."""
    return count.people < FEW


def count_sentence(count: Count, whole: Count) -> str:
    """Return a sentence with a count of PATHs, conversations and people, out of the whole."""
    people = ngettext("by at least {count} person", "by at least {count} people", count.people)
    paths = ngettext(
        "{part} of {count} PATH", "{part} of {count} PATHs", whole.paths, part=count.paths
    )
    others = ngettext(
        "{part} of {count} conversation",
        "{part} of {count} conversations",
        whole.conversations,
        part=count.conversations,
    )
    if not whole.conversations or (count.paths and not count.conversations):
        return _("Said in {paths}, {people}.", paths=paths, people=people)
    if not whole.paths or (count.conversations and not count.paths):
        return _("Said in {paths}, {people}.", paths=others, people=people)
    return _(
        "Said in {paths} and {conversations}, {people}.",
        paths=paths,
        conversations=others,
        people=people,
    )
