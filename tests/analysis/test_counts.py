"""Counts are of PATHs and people, right against counting by hand, and never of mentions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.analysis.counts import (
    FEW,
    Count,
    count_all,
    count_of,
    count_sentence,
    is_few,
    participation_sentences,
)
from path_planner.analysis.queries import all_voices, voices_in
from path_planner.domain.base import with_fields
from path_planner.domain.vision.sources import SharedVoice, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.i18n import ENGLISH, PSEUDO, set_language
from tests.analysis.test_queries import naive_told
from tests.analysis.visions import a_source, a_vision, a_voice, small, visions


def file_of(vision: Vision, voice: SharedVoice) -> str:
    """Return the file that a voice came in, or its source."""
    return vision.sources[voice.source].file or voice.source


def told_by(vision: Vision, voice: SharedVoice) -> str | None:
    """Return who spoke, unless a name beside another voice would tell who said this one."""
    named = (
        one
        for one in vision.voices.values()
        if one.source in vision.sources
        and (file_of(vision, one), one.speaker) == (file_of(vision, voice), voice.speaker)
        and (one.share, bool(one.named)) == (Share.NAMED, True)
    )
    return voice.speaker if voice.share is Share.NAMED or not any(named) else None


def naive(vision: Vision, ids: set[str]) -> Count:
    """Count by walking through the sources one by one, and through the files one by one."""
    said = [vision.voices[one] for one in ids]
    kinds = [vision.sources[one].what for one in {voice.source for voice in said}]
    paths, written = kinds.count(SourceKind.PATH), kinds.count(SourceKind.WRITTEN)
    surveys = {file_of(vision, one) for one in said if is_written(vision, one)}
    people = answers = unsigned = 0
    for file in {file_of(vision, one) for one in said}:
        here = [one for one in said if file_of(vision, one) == file]
        noted = {told_by(vision, one) for one in here} - {None}
        met = {told_by(vision, one) for one in here if not is_written(vision, one)}
        wrote = {told_by(vision, one) for one in here if is_written(vision, one)}
        people += len(met & noted) if noted else bool(met)
        answers += len(wrote & noted - met) if noted else bool(wrote) and not met
        if wrote and not noted and not met:
            unsigned += len(here) - 1
    return Count(paths, len(kinds) - paths - written, people, len(surveys), answers, unsigned)


def is_written(vision: Vision, voice: SharedVoice) -> bool:
    """Say whether a voice was written."""
    return vision.sources[voice.source].what is SourceKind.WRITTEN


@settings(deadline=None)
@given(visions())
def test_every_count_is_what_counting_by_hand_gives(vision: Vision) -> None:
    told = naive_told(vision)
    assert count_of(vision, vision.voices.values()) == naive(vision, told)
    for theme in vision.themes:
        there = {one.voice for one in vision.placings.values() if one.theme == theme} & told
        assert count_of(vision, voices_in(vision, theme)) == naive(vision, there)


@settings(deadline=None)
@given(visions())
def test_saying_it_twice_does_not_count_twice(vision: Vision) -> None:
    voices = all_voices(vision)
    assert count_of(vision, voices) == count_of(vision, [*voices, *voices])


@settings(deadline=None)
@given(visions())
def test_the_whole_is_never_less_than_a_part(vision: Vision) -> None:
    whole = count_all(vision)
    for theme in vision.themes:
        part = count_of(vision, voices_in(vision, theme))
        assert part.everyone <= whole.everyone
        assert all(one <= other for one, other in zip(part[:2], whole[:2], strict=True))
    shared = [one for one in vision.sources.values() if one.agreed.share]
    surveys = {one.file or one.id for one in shared if one.what is SourceKind.WRITTEN}
    met = [one for one in shared if one.what is not SourceKind.WRITTEN]
    assert whole.paths + whole.conversations == len(met)
    assert whole.surveys == len(surveys)


@settings(deadline=None)
@given(visions())
def test_the_whole_counts_everybody_who_came_once_in_a_file(vision: Vision) -> None:
    told = naive_told(vision)
    people = 0
    shared = [one for one in vision.sources.values() if one.agreed.share]
    for file in {one.file or one.id for one in shared}:
        stated = max(one.people for one in shared if (one.file or one.id) == file)
        ids = {one for one in told if file_of(vision, vision.voices[one]) == file}
        people += max(stated, naive(vision, ids).everyone)
    assert count_all(vision).everyone == people


@settings(deadline=None)
@given(visions(), st.integers(2, 5))
def test_nobody_is_counted_twice_however_many_days_a_file_is_cut_into(
    vision: Vision, days: int
) -> None:
    """The same answers on one day or on several give the same people."""
    whole = [a_source("s0", file="f", people=3, order=0)]
    parts = [a_source(f"s{n}", file="f", people=3, order=n) for n in range(days)]
    voices = [with_fields(one, share=Share.QUOTE, source="s0") for one in vision.voices.values()]
    cut = [with_fields(one, source=f"s{n % days}") for n, one in enumerate(voices)]
    together = a_vision(sources=whole, voices=voices)
    apart = a_vision(sources=parts, voices=cut)
    assert count_all(apart).people == count_all(together).people
    assert (
        count_of(apart, apart.voices.values()).people
        == count_of(together, together.voices.values()).people
    )


def test_a_hundred_people_said_of_a_file_of_eleven_days_are_a_hundred() -> None:
    days = [a_source(f"s{n}", file="f1", people=100, what=SourceKind.CAFE) for n in range(11)]
    voices = [a_voice(f"q{n}", f"s{n}", speaker="p1") for n in range(11)]
    made = a_vision(sources=days, voices=voices)
    assert count_all(made) == Count(0, 11, 100)
    assert count_of(made, made.voices.values()) == Count(0, 11, 1)


def test_a_survey_of_several_days_is_one_and_its_people_stand_apart() -> None:
    made = a_vision(
        sources=[
            a_source("s1"),
            a_source("s2", file="f1", what=SourceKind.WRITTEN),
            a_source("s3", file="f1", what=SourceKind.WRITTEN),
        ],
        voices=[
            a_voice("q1", "s1", speaker="p1"),
            a_voice("q2", "s2", speaker="p1"),
            a_voice("q3", "s3", speaker="p1"),
            a_voice("q4", "s3", speaker="p2"),
        ],
    )
    assert count_all(made) == Count(1, 0, 1, 1, 2)
    said = count_sentence(count_of(made, made.voices.values()), count_all(made))
    assert said == (
        "Said in 1 of 1 PATH, by at least 1 person. In the survey: answers from 2 of 2 people."
    )


def test_answers_that_nobody_signed_are_counted_as_answers_and_not_as_people() -> None:
    survey = a_source("s1", what=SourceKind.WRITTEN)
    voices = [a_voice(f"q{n}") for n in range(45)]
    made = a_vision(sources=[survey], voices=voices)
    assert count_all(made) == Count(0, 0, 0, 1, 1, 44)
    assert (count_all(made).everyone, count_all(made).written) == (1, 45)
    some = count_of(made, voices[:9])
    assert count_sentence(some, count_all(made)) == "In the survey: 9 of 45 answers."
    assert not is_few(some)
    # Once somebody says how many answered, the answers are not more than those people.
    stated = a_vision(sources=[with_fields(survey, people=60)], voices=voices)
    assert count_all(stated) == Count(0, 0, 0, 1, 60, 0)
    assert count_sentence(some, count_all(stated)) == "In the survey: 9 of 60 answers."


def test_set_aside_answers_are_in_no_count() -> None:
    survey = a_source("s1", what=SourceKind.WRITTEN)
    voices = [a_voice("q1", speaker="p1")]
    made = a_vision(sources=[survey], voices=voices, set_aside=[a_voice("q2", speaker="p2")])
    assert count_all(made) == Count(0, 0, 0, 1, 1)


def test_speakers_nobody_noted_count_as_one_person_of_their_source() -> None:
    vision = a_vision(
        sources=[a_source("s1"), a_source("s2")],
        voices=[
            a_voice("q1", "s1"),
            a_voice("q2", "s1"),
            a_voice("q3", "s2", speaker="1"),
            a_voice("q4", "s2", speaker="2"),
            a_voice("q5", "s2"),
        ],
    )
    assert count_of(vision, vision.voices.values()) == Count(2, 0, 3)


def test_a_speaker_who_is_named_elsewhere_counts_there_alone() -> None:
    vision = a_vision(
        sources=[a_source("s1")],
        voices=[
            a_voice("q1", "s1", speaker="1", share=Share.NAMED, named="Ada Field"),
            a_voice("q2", "s1", speaker="1"),
            a_voice("q3", "s1", speaker="2"),
        ],
    )
    without_the_name = [vision.voices["q2"], vision.voices["q3"]]
    assert count_of(vision, without_the_name) == naive(vision, {"q2", "q3"}) == Count(1, 0, 1)
    assert count_of(vision, vision.voices.values()) == Count(1, 0, 2)


def test_everybody_who_came_counts_beside_those_who_spoke_elsewhere() -> None:
    vision = a_vision(
        sources=[a_source("s1", people=100), a_source("s2", people=1)],
        voices=[a_voice(f"q{n}", "s2", speaker=str(n)) for n in range(3)],
    )
    assert count_all(vision).people == 103


@pytest.mark.parametrize(
    ("count", "whole", "said"),
    [
        (
            Count(7, 2, 14),
            Count(12, 3, 90),
            "7 of 12 PATHs and 2 of 3 conversations, by at least 14 people.",
        ),
        (Count(9, 0, 9), Count(12, 3, 90), "9 of 12 PATHs, by at least 9 people."),
        (Count(0, 2, 5), Count(12, 3, 90), "2 of 3 conversations, by at least 5 people."),
        (Count(1, 0, 1), Count(1, 0, 1), "1 of 1 PATH, by at least 1 person."),
        (Count(0, 1, 2), Count(0, 4, 9), "1 of 4 conversations, by at least 2 people."),
    ],
)
def test_a_count_is_said_in_words(count: Count, whole: Count, said: str) -> None:
    assert count_sentence(count, whole) == f"Said in {said}"


@pytest.mark.parametrize(
    ("count", "whole", "said"),
    [
        (Count(0, 0, 0), Count(2, 1, 9), "Nobody has said this yet."),
        (
            Count(0, 0, 0, 1, 45),
            Count(12, 3, 90, 1, 311),
            "In the survey: answers from 45 of 311 people.",
        ),
        (
            Count(0, 0, 0, 1, 1, 44),
            Count(0, 0, 0, 2, 41, 270),
            "In 1 of 2 surveys: 45 of 311 answers.",
        ),
        (
            Count(2, 0, 3, 2, 45),
            Count(12, 0, 90, 2, 311),
            (
                "Said in 2 of 12 PATHs, by at least 3 people. "
                "In 2 of 2 surveys: answers from 45 of 311 people."
            ),
        ),
    ],
)
def test_surveys_are_said_beside_paths_and_never_in_one_number(
    count: Count, whole: Count, said: str
) -> None:
    assert count_sentence(count, whole) == said


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (Count(0, 0, 0), ()),
        (Count(12, 0, 90), ("At least 90 people in 12 PATHs",)),
        (Count(0, 1, 9), ("At least 9 people in 1 conversation",)),
        (
            Count(1, 2, 9, 1, 311),
            (
                "At least 9 people in 1 PATH and 2 conversations",
                "Answers from 311 people to 1 survey",
            ),
        ),
        (Count(0, 0, 0, 1, 1, 310), ("311 answers to 1 survey",)),
    ],
)
def test_who_was_heard_leaves_out_what_is_0(whole: Count, said: tuple[str, ...]) -> None:
    assert participation_sentences(whole) == said


def test_a_count_is_said_in_the_language_spoken() -> None:
    set_language(PSEUDO)
    try:
        assert count_sentence(Count(1, 1, 2), Count(2, 2, 9)).startswith("⟦Said in ⟦1 of 2 PATHs⟧")
    finally:
        set_language(ENGLISH)


def test_fewer_than_five_people_are_few() -> None:
    assert is_few(Count(1, 0, FEW - 1))
    assert not is_few(Count(1, 0, FEW))
    assert is_few(count_of(small(), small().voices.values()))
