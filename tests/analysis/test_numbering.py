"""References are unique and in order, and the trace is whole from a voice on and back again."""

from hypothesis import given, settings

from path_planner.analysis.numbering import LETTERS, references, trace
from path_planner.analysis.queries import all_voices, sources_with_voices, voices_in
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.vision import Vision
from tests.analysis.visions import small, visions


@settings(deadline=None)
@given(visions())
def test_no_two_things_have_the_same_reference(vision: Vision) -> None:
    names = references(vision).names
    assert len({*names.values()}) == len(names)
    for (collection, record_id), name in names.items():
        assert name.startswith(LETTERS[collection])
        assert record_id in getattr(vision, collection)


@settings(deadline=None)
@given(visions())
def test_references_count_from_one_in_the_order_in_which_things_are_shown(vision: Vision) -> None:
    known = references(vision)
    for collection, letter in LETTERS.items():
        shown = {"voices": all_voices, "sources": sources_with_voices}.get(
            collection, lambda whole, name=collection: sorted_records(getattr(whole, name))
        )(vision)
        assert [known.of(collection, one.id) for one in shown] == [
            f"{letter}{n}" for n in range(1, len(shown) + 1)
        ]


def test_what_is_gone_has_no_reference() -> None:
    assert references(small()).of("themes", "gone") == ""
    assert references(small()).of("themes", "t2") == "T2"


@settings(deadline=None)
@given(visions())
def test_the_trace_has_every_voice_once_in_the_order_of_its_reference(vision: Vision) -> None:
    assert [row.voice for row in trace(vision)] == [one.id for one in all_voices(vision)]


@settings(deadline=None)
@given(visions())
def test_the_trace_goes_on_to_all_that_came_of_a_voice_and_to_nothing_else(vision: Vision) -> None:
    for row in trace(vision):
        themes = {
            theme
            for theme in vision.themes
            if any(one.id == row.voice for one in voices_in(vision, theme))
        }
        priorities = {one.id for one in vision.priorities.values() if themes & {*one.themes}}
        actions = {one.id for one in vision.actions.values() if priorities & {*one.priorities}}
        outcomes = {one.id for one in vision.outcomes.values() if priorities & {*one.priorities}}
        for found, wanted in zip(row[1:], (themes, priorities, actions, outcomes), strict=True):
            assert sorted(found) == sorted(wanted)


@settings(deadline=None)
@given(visions())
def test_the_trace_leads_back_from_every_action_to_every_voice_behind_it(vision: Vision) -> None:
    rows = trace(vision)
    for action in vision.actions.values():
        themes = {
            theme
            for one in action.priorities
            if one in vision.priorities
            for theme in vision.priorities[one].themes
        }
        behind = {
            voice.id
            for theme in themes & vision.themes.keys()
            for voice in voices_in(vision, theme)
        }
        assert {row.voice for row in rows if action.id in row.actions} == behind


def test_one_voice_is_traced_to_what_is_done_and_hoped() -> None:
    rows = {row.voice: row for row in trace(small())}
    assert rows["q4"] == ("q4", ("t2",), ("p1", "p2"), ("a1",), ("o1",))
    assert rows["q1"] == ("q1", ("t1",), ("p2",), (), ())
    assert rows["q5"] == ("q5", (), (), (), ())
