"""Words are quoted only as far as their people agreed."""

import pytest
from hypothesis import given, settings

from path_planner.analysis.quotes import may_be_quoted, quote_of
from path_planner.domain.people import Role
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Expressed, Share
from tests.analysis.visions import a_source, a_vision, a_voice, visions


@settings(deadline=None)
@given(visions())
def test_only_what_may_be_quoted_is(vision: Vision) -> None:
    agreed = {one.id for one in vision.sources.values() if one.agreed.share}
    for voice in vision.voices.values():
        quote = quote_of(vision, voice)
        may = voice.share in {Share.QUOTE, Share.NAMED} and voice.source in agreed
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
