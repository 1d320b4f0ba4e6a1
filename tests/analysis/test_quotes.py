"""Words are quoted only as far as their people agreed."""

import pytest
from hypothesis import given, settings

from path_planner.analysis.quotes import (
    SAMPLE_SIZE,
    best_quotes,
    may_be_quoted,
    quote_of,
    sample_quotes,
)
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import SharedVoice
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Expressed, Share
from tests.analysis.visions import EMPTY, a_source, a_vision, a_voice, visions


@settings(deadline=None)
@given(visions())
def test_only_what_may_be_quoted_is(vision: Vision) -> None:
    agreed = {one.id for one in vision.sources.values() if one.agreed.share}
    for voice in vision.voices.values():
        quote = quote_of(vision, voice)
        may = voice.share in {Share.QUOTE, Share.NAMED} and voice.source in agreed
        may = may and voice.text not in EMPTY
        assert (quote is not None) == may
        if quote:
            assert (quote.voice, quote.source, quote.words) == (voice.id, voice.source, voice.text)
            assert ("Ada" in quote.by) == (bool(voice.named) and voice.share is Share.NAMED)


@pytest.mark.parametrize("share", Share)
def test_two_share_levels_may_be_quoted(share: Share) -> None:
    assert may_be_quoted(a_voice(share=share)) == (share in {Share.QUOTE, Share.NAMED})


@pytest.mark.parametrize(
    ("facts", "by"),
    [
        ({}, ""),
        ({"role": Role.FRIEND}, "Friend"),
        ({"role": Role.FRIEND, "named": "Ada"}, "Friend"),
        ({"share": Share.NAMED, "named": "Ada"}, "Ada"),
        ({"share": Share.NAMED, "named": "Ada", "role": Role.FRIEND}, "Ada (Friend)"),
        ({"share": Share.NAMED, "role": Role.FRIEND}, "Friend"),
    ],
)
def test_a_quote_tells_by_whom_as_far_as_agreed(facts: dict, by: str) -> None:
    voice = a_voice(**facts)
    quote = quote_of(a_vision(sources=[a_source()], voices=[voice]), voice)
    assert quote is not None
    assert quote.by == by


def test_what_others_noticed_is_told_as_such() -> None:
    voice = a_voice(expressed=Expressed.OBSERVED)
    quote = quote_of(a_vision(sources=[a_source()], voices=[voice]), voice)
    assert quote is not None
    assert quote.how == "Others noticed it"
    said = a_voice(expressed=Expressed.SAID)
    assert quote_of(a_vision(sources=[a_source()], voices=[said]), said).how == ""


@pytest.mark.parametrize("sources", [[], [a_source(agreed={"share": False})]])
def test_without_its_source_or_its_yes_nothing_is_quoted(sources: list) -> None:
    voice = a_voice(share=Share.NAMED)
    assert quote_of(a_vision(sources=sources, voices=[voice]), voice) is None


WAITS = (
    "I waited four hours in the waiting room and nobody told us why.",
    "The waiting room was cold and we waited all morning.",
    "We waited in a waiting room without a window.",
    "My hair is too long.",
    "Very long wait.",
)


def told(*texts: str, **facts: str) -> tuple[Vision, list[SharedVoice]]:
    """Return a vision of these voices, each by another person unless somebody is named."""
    voices = [
        a_voice(f"q{n}", text=text, speaker=facts.get(f"q{n}", f"p{n}"))
        for n, text in enumerate(texts)
    ]
    return a_vision(sources=[a_source()], voices=voices), voices


def test_the_best_quote_is_near_the_middle_and_says_more_than_two_words() -> None:
    vision, voices = told(*WAITS)
    (quote,) = best_quotes(vision, voices)
    assert quote.words in WAITS[:3]


def test_a_sample_is_of_different_people_before_anybody_speaks_twice() -> None:
    vision, voices = told(*WAITS, q1="p0", q2="p0")
    chosen = sample_quotes(vision, voices, 3)
    assert len({one.speaker for one in chosen}) == 3
    assert len(sample_quotes(vision, voices, 9)) == len(voices)


def test_a_sample_stands_apart() -> None:
    vision, voices = told(
        "The nurses are kind and they listen to me.",
        "The nurses are kind and they listen to us.",
        "The nurses are kind and they listen to everyone.",
        "The nurses are kind but there are never enough nurses at night.",
    )
    words = [one.text for one in sample_quotes(vision, voices, 2)]
    assert "The nurses are kind but there are never enough nurses at night." in words


@pytest.mark.parametrize("text", ["Nothing.", "n/a", "-", "Nuffin…", "None"])
def test_an_empty_answer_is_never_quoted(text: str) -> None:
    vision, voices = told(text, "The nurses are kind to me.")
    assert quote_of(vision, voices[0]) is None
    assert [one.text for one in sample_quotes(vision, voices)] == ["The nurses are kind to me."]


def test_one_quote_of_people_is_preferred_to_those_of_professionals() -> None:
    voices = [
        a_voice("q1", text="We see many people who wait for us.", role=Role.PROFESSIONAL),
        a_voice("q2", text="I wait.", role=Role.PATHFINDER),
    ]
    vision = a_vision(sources=[a_source()], voices=voices)
    assert [one.voice for one in best_quotes(vision, voices)] == ["q2"]
    assert [one.voice for one in best_quotes(vision, voices, 5)] == ["q2", "q1"]
    assert [one.voice for one in best_quotes(vision, voices[:1])] == ["q1"]
    assert best_quotes(vision, []) == ()


@settings(deadline=None)
@given(visions())
def test_a_sample_has_no_words_twice_and_none_that_may_not_be_quoted(vision: Vision) -> None:
    voices = [one for one in vision.voices.values() if one.source in vision.sources]
    chosen = sample_quotes(vision, voices)
    assert len({one.text.casefold() for one in chosen}) == len(chosen) <= SAMPLE_SIZE
    assert all(quote_of(vision, one) for one in chosen)
