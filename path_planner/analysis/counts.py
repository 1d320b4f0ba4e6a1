"""Counts of PATHs, conversations, surveys and people: how many said something, never how often."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from path_planner.analysis.queries import (
    file_of,
    is_publishable,
    is_reidentifiable,
    sources_with_voices,
)
from path_planner.domain.vision.sources import SharedVoice, Source, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.i18n import _, ngettext

FEW = 5
"""Groups smaller than this may be recognised: a threshold of k-anonymity, common in statistics."""
_Person = tuple[str, str | None]
"""A file or source, and a speaker's number in it; None stands for all who were not noted."""


class Count(NamedTuple):
    """How many PATHs, conversations and surveys something was said in, and by how many people.

    Those who met and those who answered a survey are counted apart, so that one survey does not
    bury twelve PATHs. Both numbers are lower bounds.
    """

    paths: int
    conversations: int
    people: int
    """People in PATHs and conversations."""
    surveys: int = 0
    answers: int = 0
    """People who answered surveys, however much each of them wrote."""
    unsigned: int = 0
    """Answers beyond one a person, of surveys in which nobody noted who wrote which."""

    @property
    def everyone(self) -> int:
        """The least number of people; it is not shown, as those who met are counted apart."""
        return self.people + self.answers

    @property
    def written(self) -> int:
        """The number of answers: one a person, or each where nobody noted who wrote which."""
        return self.answers + self.unsigned


def count_of(vision: Vision, voices: Iterable[SharedVoice]) -> Count:
    """Count the sources and speakers of those voices that may be published.

    A person is counted once in a file. The people are a lower bound: all voices of a file without
    noted speakers count as one person, and add nobody where others of the file have a speaker.
    """
    sources: set[str] = set()
    met: set[_Person] = set()
    answered: set[_Person] = set()
    unsigned = Counter[str]()
    for voice in voices:
        if is_publishable(vision, voice):
            sources.add(voice.source)
            file, speaker = file_of(vision, voice.source), _speaker(vision, voice)
            written = is_written(vision.sources[voice.source])
            (answered if written else met).add((file, speaker))
            unsigned[file] += written
    noted = {file for file, speaker in met | answered if speaker is not None}
    met = {person for person in met if person[1] is not None or person[0] not in noted}
    answered = {person for person in answered if person[1] is not None or person[0] not in noted}
    answered -= met
    paths, conversations, surveys = _kinds(vision, sources)
    beyond = sum(unsigned[file] - 1 for file, speaker in answered if speaker is None)
    return Count(paths, conversations, len(met), surveys, len(answered), beyond)


def _speaker(vision: Vision, voice: SharedVoice) -> str | None:
    """Return the speaker, or None where publishing it would identify somebody."""
    return None if is_reidentifiable(vision, voice) else voice.speaker


def is_written(source: Source) -> bool:
    """Whether people answered in writing, as in a survey, so that nobody met."""
    return source.what is SourceKind.WRITTEN


def count_all(vision: Vision) -> Count:
    """Count all sources and people; where a file or source says how many came, that counts.

    What is said of a file stands on each of its sources, and is counted once.
    """
    by_file: dict[str, list[Source]] = {}
    for source in sources_with_voices(vision):
        by_file.setdefault(file_of(vision, source.id), []).append(source)
    voices: dict[str, list[SharedVoice]] = {}
    for voice in vision.voices.values():
        voices.setdefault(file_of(vision, voice.source), []).append(voice)
    people = answers = unsigned = 0
    for file, sources in by_file.items():
        counted = count_of(vision, voices.get(file, ()))
        most = max(counted.everyone, *(source.people for source in sources))
        if all(map(is_written, sources)):
            answers += most
            unsigned += max(counted.written - most, 0)
        else:
            people += most
    shared = (source.id for sources in by_file.values() for source in sources)
    paths, conversations, surveys = _kinds(vision, shared)
    return Count(paths, conversations, people, surveys, answers, unsigned)


def _kinds(vision: Vision, sources: Iterable[str]) -> tuple[int, int, int]:
    """Return the numbers of PATHs, conversations and surveys; a survey of two days is one."""
    found = [vision.sources[source] for source in sources]
    paths = sum(source.what is SourceKind.PATH for source in found)
    surveys = [source for source in found if is_written(source)]
    files = {file_of(vision, source.id) for source in surveys}
    return paths, len(found) - paths - len(surveys), len(files)


def is_few(count: Count) -> bool:
    """Whether so few people said it that somebody might be recognised."""
    return count.people + count.written < FEW


def count_sentence(count: Count, whole: Count) -> str:
    """Return sentences with a count of PATHs, conversations, surveys and people, of the whole."""
    parts = [_met(count, whole)] if count.paths or count.conversations else []
    parts += [_answered(count, whole)] if count.surveys else []
    return " ".join(parts) or _("Nobody has said this yet.")


def _met(count: Count, whole: Count) -> str:
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


def _answered(count: Count, whole: Count) -> str:
    answers = (
        ngettext(
            "{part} of {count} answer",
            "{part} of {count} answers",
            whole.written,
            part=count.written,
        )
        if count.unsigned or whole.unsigned
        else ngettext(
            "answers from {part} of {count} person",
            "answers from {part} of {count} people",
            whole.answers,
            part=count.answers,
        )
    )
    if whole.surveys > 1:
        return ngettext(
            "In {part} of {count} survey: {answers}.",
            "In {part} of {count} surveys: {answers}.",
            whole.surveys,
            part=count.surveys,
            answers=answers,
        )
    return _("In the survey: {answers}.", answers=answers)


def participation_sentences(whole: Count) -> tuple[str, ...]:
    """Return who was heard: those who met and those who answered a survey, each in one phrase.

    What is 0 is left out, and so is everything if nobody was heard.
    """
    paths = ngettext("{count} PATH", "{count} PATHs", whole.paths)
    talks = ngettext("{count} conversation", "{count} conversations", whole.conversations)
    both = _("{paths} and {conversations}", paths=paths, conversations=talks)
    where = both if whole.paths and whole.conversations else paths if whole.paths else talks
    told = []
    if whole.paths or whole.conversations:
        told.append(
            ngettext(
                "At least {count} person in {where}",
                "At least {count} people in {where}",
                whole.people,
                where=where,
            )
        )
    if whole.surveys:
        surveys = ngettext("{count} survey", "{count} surveys", whole.surveys)
        told.append(_to_surveys(whole, surveys))
    return tuple(told)


def _to_surveys(whole: Count, surveys: str) -> str:
    if whole.unsigned:
        return ngettext(
            "{count} answer to {surveys}",
            "{count} answers to {surveys}",
            whole.written,
            surveys=surveys,
        )
    return ngettext(
        "Answers from {count} person to {surveys}",
        "Answers from {count} people to {surveys}",
        whole.answers,
        surveys=surveys,
    )
