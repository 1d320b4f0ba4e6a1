"""Who gave a name to one thing they said is not named by it beside everything else."""

from hypothesis import given, settings

from path_planner.analysis.counts import count_of
from path_planner.analysis.publishable import publishable
from path_planner.analysis.queries import is_reidentifiable, without_reidentifiable
from path_planner.analysis.quotes import quote_of
from path_planner.domain.people import Role
from path_planner.domain.vision.sources import ConsentTerms, SharedVoice, Source
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from tests.analysis.test_disclosure_control import NOW
from tests.analysis.visions import visions

SOURCE = Source(id="s1", agreed=ConsentTerms(share=True))


def said(name: str, share: Share, speaker: str | None, named: str = "") -> SharedVoice:
    """Return a voice of the one source."""
    return SharedVoice(
        id=name,
        source="s1",
        text=f"Words of {name}.",
        share=share,
        speaker=speaker,
        named=named,
        role=Role.PATHFINDER,
    )


def vision_of(*voices: SharedVoice) -> Vision:
    """Return a vision with these voices."""
    return Vision(
        id="linking",
        begun=NOW,
        updated=NOW,
        sources={"s1": SOURCE},
        voices={one.id: one for one in voices},
    )


NAMED = said("a", Share.NAMED, "1", named="Jonah")
SAME = said("b", Share.QUOTE, "1")
OTHER = said("c", Share.QUOTE, "2")
UNNOTED = said("d", Share.QUOTE, None)
ALL = vision_of(NAMED, SAME, OTHER, UNNOTED)


def test_only_the_unnamed_voices_of_a_named_speaker_are_linked() -> None:
    assert [one.id for one in ALL.voices.values() if is_reidentifiable(ALL, one)] == ["b"]


def test_a_linked_quote_is_printed_without_its_role() -> None:
    told = {one.id: quote_of(ALL, one) for one in ALL.voices.values()}
    assert {name: quote and quote.by for name, quote in told.items()} == {
        "a": "Jonah (Pathfinder)",
        "b": "",
        "c": "Pathfinder",
        "d": "Pathfinder",
    }


def test_what_is_given_away_joins_nothing_to_the_name() -> None:
    given_away = publishable(without_reidentifiable(ALL))
    told = given_away.voices["b"]
    assert (told.speaker, told.role) == (None, Role.OTHER)
    assert given_away.voices["c"].speaker == "2"


def test_counting_knows_no_more_than_what_is_given_away() -> None:
    for voices in ([SAME], [NAMED, SAME], [SAME, OTHER], [NAMED, SAME, OTHER, UNNOTED]):
        given_away = publishable(without_reidentifiable(ALL))
        theirs = [given_away.voices[one.id] for one in voices]
        assert count_of(ALL, voices) == count_of(given_away, theirs)
    assert count_of(ALL, [NAMED, SAME]).people == 1


@settings(deadline=None)
@given(visions())
def test_taking_it_twice_changes_nothing(vision: Vision) -> None:
    once = publishable(without_reidentifiable(vision))
    assert publishable(without_reidentifiable(once)) == once
    assert not any(is_reidentifiable(once, voice) for voice in once.voices.values())
