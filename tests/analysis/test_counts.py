"""Counts are of PATHs and people, right against counting by hand, and never of mentions."""

import pytest
from hypothesis import given, settings

from path_planner.analysis.counts import FEW, Count, count_all, count_of, count_sentence, is_few
from path_planner.analysis.queries import all_voices, voices_in
from path_planner.domain.vision.sources import SharedVoice, SourceKind
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from path_planner.i18n import ENGLISH, PSEUDO, set_language
from tests.analysis.test_queries import naive_told
from tests.analysis.visions import a_source, a_vision, a_voice, small, visions


def told_by(vision: Vision, voice: SharedVoice) -> str | None:
    """Return who spoke, unless a name beside another voice would tell who said this one."""
    named = (
        one
        for one in vision.voices.values()
        if (one.source, one.speaker) == (voice.source, voice.speaker)
        and (one.share, bool(one.named)) == (Share.NAMED, True)
    )
    return voice.speaker if voice.share is Share.NAMED or not any(named) else None


def naive(vision: Vision, ids: set[str]) -> Count:
    """Count by walking through the sources one by one."""
    paths = conversations = people = 0
    for source in vision.sources.values():
        said = [vision.voices[one] for one in ids if vision.voices[one].source == source.id]
        if not said:
            continue
        if source.what is SourceKind.PATH:
            paths += 1
        else:
            conversations += 1
        people += len({told_by(vision, one) for one in said} - {None}) or 1
    return Count(paths, conversations, people)


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
        assert all(one <= other for one, other in zip(part, whole, strict=True))
    assert whole.paths + whole.conversations == sum(
        one.agreed.share for one in vision.sources.values()
    )


@settings(deadline=None)
@given(visions())
def test_the_whole_counts_everybody_who_came(vision: Vision) -> None:
    told = naive_told(vision)
    people = 0
    for source in vision.sources.values():
        if source.agreed.share:
            ids = {one for one in told if vision.voices[one].source == source.id}
            people += max(source.people, naive(vision, ids).people)
    assert count_all(vision).people == people


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
        (
            Count(0, 0, 0),
            Count(2, 1, 9),
            "0 of 2 PATHs and 0 of 1 conversation, by at least 0 people.",
        ),
    ],
)
def test_a_count_is_said_in_words(count: Count, whole: Count, said: str) -> None:
    assert count_sentence(count, whole) == f"Said in {said}"


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
