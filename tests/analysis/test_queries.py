"""No voice that may be told is lost, and none that may not is told."""

from hypothesis import given, settings

from path_planner.analysis.queries import (
    all_voices,
    by_stakeholder_group,
    single_voices,
    sources_with_voices,
    themes_by_voice,
    themes_of,
    unassigned_voices,
    voices_by_theme,
    voices_in,
    voices_in_order,
)
from path_planner.domain.vision.sources import MAY_TRAVEL, StakeholderGroup
from path_planner.domain.vision.vision import Vision
from path_planner.domain.voice import Share
from tests.analysis.visions import a_source, a_vision, a_voice, placed, small, visions


def naive_told(vision: Vision) -> set[str]:
    """Return the ids of the voices that may be told, found the long way round."""
    agreed = {one.id for one in vision.sources.values() if one.agreed.share}
    return {
        one.id for one in vision.voices.values() if one.source in agreed and one.share in MAY_TRAVEL
    }


@settings(deadline=None)
@given(visions())
def test_themes_the_pile_and_lone_voices_hold_every_voice(vision: Vision) -> None:
    in_themes = {one.id for theme in vision.themes for one in voices_in(vision, theme)}
    pile, alone = (
        {one.id for one in unassigned_voices(vision)},
        {one.id for one in single_voices(vision)},
    )
    assert in_themes | pile | alone == naive_told(vision)
    assert not pile & (in_themes | alone)
    assert alone == {one for one in naive_told(vision) if vision.voices[one].alone}


@settings(deadline=None)
@given(visions())
def test_every_way_of_asking_gives_the_same_voices(vision: Vision) -> None:
    by_theme, by_voice = voices_by_theme(vision), themes_by_voice(vision)
    assert {one.id for one in all_voices(vision)} == naive_told(vision)
    assert set(by_theme) == set(vision.themes)
    for theme, voices in by_theme.items():
        assert voices == voices_in(vision, theme)
        assert len({one.id for one in voices}) == len(voices)
    for voice in all_voices(vision):
        themes = themes_of(vision, voice.id)
        assert by_voice.get(voice.id, []) == themes
        assert [one.id for one in themes] == [one.id for one in themes if voice in by_theme[one.id]]
        assert {one.id for one in themes} == {
            theme for theme, voices in by_theme.items() if voice in voices
        }


@settings(deadline=None)
@given(visions())
def test_voices_from_where_people_speak_are_all_there_and_never_twice(vision: Vision) -> None:
    apart = by_stakeholder_group(all_voices(vision))
    assert sorted(one.id for group in apart.values() for one in group) == sorted(naive_told(vision))
    assert all(apart.values())
    assert list(apart) == [one for one in StakeholderGroup if one in apart]


@settings(deadline=None)
@given(visions())
def test_voices_are_told_source_by_source_in_their_order(vision: Vision) -> None:
    voices = all_voices(vision)
    sources = [one.id for one in sources_with_voices(vision)]
    assert voices == sorted(voices, key=lambda one: (sources.index(one.source), one.order, one.id))
    assert voices_in_order(vision, [one.id for one in reversed(voices)]) == voices
    assert set(sources) == {one.id for one in vision.sources.values() if one.agreed.share}


def test_a_voice_of_one_stays_one_when_a_theme_holds_it_too() -> None:
    vision = small()
    assert [one.id for one in single_voices(vision)] == ["q5"]
    assert [one.id for one in unassigned_voices(vision)] == ["q6"]
    both = a_vision(
        **{name: list(getattr(vision, name).values()) for name in ("sources", "voices", "themes")},
        placings=[placed("q5", "t1")],
    )
    assert [one.id for one in single_voices(both)] == ["q5"]
    assert [one.id for one in voices_in(both, "t1")] == ["q5"]


def test_a_voice_put_into_a_theme_twice_is_in_it_once() -> None:
    vision = small()
    twice = vision.model_copy(
        update={"placings": {**vision.placings, "again": placed("q1", "t1", id="again")}}
    )
    assert themes_by_voice(twice) == themes_by_voice(vision)
    assert voices_by_theme(twice) == voices_by_theme(vision)


def test_what_may_not_travel_is_told_nowhere() -> None:
    vision = a_vision(
        sources=[a_source("s1"), a_source("s2", agreed={"share": False})],
        voices=[
            a_voice("q1", share=Share.PRIVATE),
            a_voice("q2", share=Share.CIRCLE),
            a_voice("q3", "s2"),
            a_voice("q4", "gone"),
            a_voice("q5"),
        ],
    )
    assert [one.id for one in all_voices(vision)] == ["q5"]
