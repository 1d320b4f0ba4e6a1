"""Somebody asks not to be printed: counted still, quoted nowhere, and never farther than agreed."""

from datetime import date

import pytest

from path_planner.analysis.counts import count_of
from path_planner.analysis.publishable import NOT_QUOTED, publishable
from path_planner.analysis.queries import is_reidentifiable, voices_in
from path_planner.analysis.quotes import may_be_quoted, quote_of
from path_planner.domain.session import Consent
from path_planner.domain.vision.theme import Theme
from path_planner.domain.voice import Share
from path_planner.errors import UnknownRecord
from path_planner.services.vision.privacy.pii_checks import amend_words, findings, unchecked
from path_planner.services.vision.publication import (
    QuoteDecisions,
    allow_quotes,
    decide_about_quotes,
    opt_out_of_quotes,
    opted_out_voices,
)
from path_planner.services.vision.sources import add_session
from tests.analysis.visions import a_source, a_voice, placed
from tests.domain.builders import a_session
from tests.domain.builders import a_voice as said
from tests.services.vision.circle import Circle, a_circle


def a_themed_circle() -> Circle:
    """Return a circle with a named voice and one that may only be counted, in a theme."""
    return a_circle(
        sources=[a_source("s1")],
        voices=[
            a_voice("q1", text="Jonah came.", share=Share.NAMED, named="Ada", speaker="1"),
            a_voice("q2", share=Share.THEME, speaker="2"),
            a_voice("q3", speaker="1"),
        ],
        themes=[Theme(id="t1", name="Home")],
        placings=[placed("q1", "t1"), placed("q2", "t1")],
    )


def test_it_counts_and_is_quoted_no_more() -> None:
    circle = a_themed_circle()
    before = count_of(circle.vision, voices_in(circle.vision, "t1"))
    circle.does(opt_out_of_quotes(circle.meeting, "q1"))
    vision = circle.vision
    assert count_of(vision, voices_in(vision, "t1")) == before
    assert not may_be_quoted(vision.voices["q1"])
    assert quote_of(vision, vision.voices["q1"]) is None
    assert "q1" not in {one.id for one in unchecked(vision)}
    assert "q1" not in findings(vision)
    assert [one.id for one in opted_out_voices(vision)] == ["q1"]
    # Its speaker is named nowhere any more, so nobody is known by it.
    assert not is_reidentifiable(vision, vision.voices["q3"])


def test_nothing_of_its_words_is_given_away() -> None:
    circle = a_themed_circle()
    circle.does(opt_out_of_quotes(circle.meeting, "q1"))
    told = publishable(circle.vision)
    voice = told.voices["q1"]
    assert (voice.text, voice.named, voice.share) == (NOT_QUOTED, "", Share.THEME)
    assert voice.agreed_to is None
    assert publishable(told) == told


def test_it_may_be_quoted_again_as_it_was_agreed_and_no_farther() -> None:
    circle = a_themed_circle()
    before = circle.vision.voices["q1"]
    circle.does(opt_out_of_quotes(circle.meeting, "q1"))
    circle.does(opt_out_of_quotes(circle.meeting, "q1"))
    circle.does(allow_quotes(circle.meeting, "q1"))
    assert circle.vision.voices["q1"] == before
    for only_counted in ("q2",):
        circle.does(opt_out_of_quotes(circle.meeting, only_counted))
        circle.does(allow_quotes(circle.meeting, only_counted))
        assert circle.vision.voices[only_counted].share is Share.THEME
    with pytest.raises(UnknownRecord):
        opt_out_of_quotes(circle.meeting, "gone")


@pytest.mark.parametrize(
    ("later", "kept", "again"),
    [
        (Share.QUOTE, Share.THEME, Share.QUOTE),
        (Share.NAMED, Share.THEME, Share.NAMED),
        (Share.THEME, Share.THEME, Share.THEME),
    ],
)
@pytest.mark.parametrize("reword", [False, True])
def test_what_its_people_agree_to_later_never_prints_it_and_bounds_the_way_back(
    later: Share, kept: Share, again: Share, reword: bool
) -> None:
    circle = a_circle()
    consent = Consent(share=True, given_on=date(2026, 5, 1))
    voice = said("v1", text="A bus.", share=Share.QUOTE)
    session = a_session(voices={"v1": voice}, consent=consent, revision=1)
    circle.does(add_session(circle.meeting, session).saved)
    (key,) = circle.vision.voices
    if reword:
        circle.does(amend_words(circle.meeting, key, "A coach."))
    circle.does(opt_out_of_quotes(circle.meeting, key))
    newer = voice.model_copy(update={"share": later})
    session = session.model_copy(update={"voices": {"v1": newer}, "revision": 2})
    circle.does(add_session(circle.meeting, session).saved)
    assert circle.vision.voices[key].share is kept
    circle.does(allow_quotes(circle.meeting, key))
    assert circle.vision.voices[key].share is again
    assert circle.vision.voices[key].text == ("A coach." if reword else "A bus.")


def test_many_quotes_are_decided_in_one_step_and_sent_twice_nothing_changes() -> None:
    texts = ("A bus.", "Ring 07700 900123.", "Say nothing.", "Another bus.")
    circle = a_circle(
        sources=[a_source("s1")],
        voices=[a_voice(f"q{n}", text=text) for n, text in enumerate(texts)],
    )
    decisions = QuoteDecisions(read=("q0", "gone"), without_marked=("q1",), only_counted=("q2",))
    circle.does(decide_about_quotes(circle.meeting, decisions))
    vision = circle.vision
    assert [voice.id for voice in unchecked(vision)] == ["q3"]
    assert vision.voices["q1"].text == "Ring [a number]."
    assert vision.voices["q1"].reworded
    assert [voice.id for voice in opted_out_voices(vision)] == ["q2"]
    revision = vision.revision
    circle.does(decide_about_quotes(circle.meeting, decisions))
    assert circle.vision.revision == revision
