"""Themes are made, changed, merged, split and dropped, and no voice is ever lost by it."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from path_planner.analysis.queries import (
    by_stakeholder_group,
    single_voices,
    unassigned_voices,
    voices_in,
)
from path_planner.domain.vision.vision import Vision
from path_planner.errors import NothingToUndo, UnknownRecord
from path_planner.services.context import VisionContext, VisionResult
from path_planner.services.records import delete, reorder
from path_planner.services.vision.themes import (
    assign,
    change_disagreement,
    delete_theme,
    disagree,
    keep_single,
    make_theme,
    merge,
    rename,
    set_agreed,
    set_statement,
    side,
    split,
    unassign,
)
from path_planner.services.vision.undo import undo
from tests.analysis.visions import a_voice, small, visions
from tests.services.vision.table import Table, a_table, content, members


def ids(voices: object) -> list[str]:
    return [voice.id for voice in voices]  # type: ignore[attr-defined]


def test_a_theme_is_made_of_voices_that_lay_in_the_pile() -> None:
    table = a_table(small())
    table.does(make_theme(table.meeting, "  Getting\nhome ", ["q6", "q4"]))
    made = [one for one in table.vision.themes.values() if one.name == "Getting home"]
    assert ids(voices_in(table.vision, made[0].id)) == ["q4", "q6"]
    assert unassigned_voices(table.vision) == []
    # In the theme it was in before, it still is.
    assert ids(voices_in(table.vision, "t2")) == ["q4"]


def test_a_theme_without_a_name_is_not_made() -> None:
    table = a_table(small())
    assert make_theme(table.meeting, " \n", ["q6"]).changes == ()


def test_a_voice_that_is_put_in_a_theme_no_longer_stands_alone() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q5", "t1"))
    assert single_voices(table.vision) == []
    assert "q5" in ids(voices_in(table.vision, "t1"))


def test_a_voice_that_is_set_apart_is_in_no_theme_and_not_in_the_pile() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q1", "t2"))
    table.does(keep_single(table.meeting, "q1"))
    assert ids(single_voices(table.vision)) == ["q1", "q5"]
    assert "q1" not in members(table.vision)["t1"] | members(table.vision)["t2"]
    table.does(keep_single(table.meeting, "q1", yes=False))
    assert ids(unassigned_voices(table.vision)) == ["q1", "q6"]


def test_the_same_voice_put_in_the_same_theme_twice_is_there_once() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q6", "t1"))
    assert assign(table.meeting, "q6", "t1").changes == ()
    other = table.another_window()
    assert assign(other.meeting, "q6", "t1").changes == ()


def test_who_agreed_to_other_words_has_not_agreed_to_these() -> None:
    table = a_table(small())
    table.does(set_statement(table.meeting, "t1", "I have a garden.", "k1"))
    table.does(set_agreed(table.meeting, "t1", "k2"))
    assert table.vision.themes["t1"].agreed_by == ("k1", "k2")
    table.does(set_statement(table.meeting, "t1", "I have a garden and a key.", "k2"))
    assert table.vision.themes["t1"].agreed_by == ("k2",)
    table.does(set_agreed(table.meeting, "t1", "k2", yes=False))
    assert table.vision.themes["t1"].agreed_by == ()


def test_nobody_agrees_to_nothing() -> None:
    table = a_table(small())
    table.does(set_agreed(table.meeting, "t2", "k1"))
    assert table.vision.themes["t2"].agreed_by == ()


def test_all_that_points_at_a_theme_follows_it_into_another() -> None:
    table = a_table(small())
    table.does(merge(table.meeting, "t2", "t1"))
    vision = table.vision
    assert set(vision.themes) == {"t1"}
    assert members(vision)["t1"] == {"q1", "q2", "q3", "q4"}
    assert vision.causes["c1"].theme == "t1"
    assert vision.priorities["p1"].themes == ("t1",)
    assert vision.priorities["p2"].themes == ("t1",)


def test_two_statements_stand_below_each_other_until_people_word_one() -> None:
    table = a_table(small())
    table.does(set_statement(table.meeting, "t1", "I have a garden.", "k1"))
    table.does(set_statement(table.meeting, "t2", "I get home at night.", "k1"))
    table.does(set_agreed(table.meeting, "t2", "k2"))
    table.does(merge(table.meeting, "t2", "t1"))
    assert table.vision.themes["t1"].statement == "I have a garden.\nI get home at night."
    assert table.vision.themes["t1"].agreed_by == ("k1",)


def test_a_statement_comes_along_into_a_theme_that_has_none() -> None:
    table = a_table(small())
    table.does(set_agreed(table.meeting, "t1", "k2"))
    table.does(merge(table.meeting, "t1", "t2"))
    assert table.vision.themes["t2"].statement == "I have a garden."
    assert table.vision.themes["t2"].agreed_by == ("k2",)
    assert table.vision.disagreements["d1"].theme == "t2"


def test_the_voices_of_a_dropped_theme_lie_in_the_pile_again() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q2", "t2"))
    table.does(delete_theme(table.meeting, "t1"))
    assert ids(unassigned_voices(table.vision)) == ["q1", "q3", "q6"]
    assert table.vision.disagreements["d1"].theme is None
    assert table.vision.priorities["p2"].themes == ("t2",)


def test_a_split_takes_only_voices_that_are_in_the_theme() -> None:
    table = a_table(small())
    with pytest.raises(UnknownRecord):
        split(table.meeting, "t1", ["q1", "q6"], "Sheds")
    table.does(split(table.meeting, "t1", ["q1", "q2"], "Sheds"))
    new = next(one.id for one in table.vision.themes.values() if one.name == "Sheds")
    assert members(table.vision) == {"t1": {"q3"}, "t2": {"q4"}, new: {"q1", "q2"}}


def test_merging_does_not_mix_people_with_professionals() -> None:
    table = a_table(small())
    table.does(assign(table.meeting, "q6", "t2"))
    table.does(merge(table.meeting, "t2", "t1"))
    sides = by_stakeholder_group(voices_in(table.vision, "t1"))
    assert {one: ids(voices) for one, voices in sides.items()} == {
        "lived experience": ["q1"],
        "family": ["q2"],
        "professional": ["q6"],
        "unknown": ["q3", "q4"],
    }


def test_both_sides_of_a_disagreement_are_kept_with_their_voices() -> None:
    table = a_table(small())
    one, other = side("Open it", ["q1"]), side("Leave it shut", ["q2", "q4"])
    table.does(disagree(table.meeting, "The gate by night", one, other, "t1"))
    told = next(d for d in table.vision.disagreements.values() if d.id != "d1")
    assert (told.one, told.other, told.theme) == (one, other, "t1")
    table.does(change_disagreement(table.meeting, told.id, what_next="Try a month."))
    assert table.vision.disagreements[told.id].one == one
    with pytest.raises(UnknownRecord):
        change_disagreement(table.meeting, told.id, one=side("Who?", ["nobody"]))
    table.does(delete(table.meeting, "disagreements", told.id))
    assert members(table.vision) == members(small())


def test_what_is_no_longer_there_is_said_so() -> None:
    table = a_table(small())
    for attempt in (
        lambda: assign(table.meeting, "q6", "gone"),
        lambda: assign(table.meeting, "gone", "t1"),
        lambda: merge(table.meeting, "t1", "gone"),
        lambda: set_statement(table.meeting, "t1", "We", "gone"),
        lambda: keep_single(table.meeting, "gone"),
    ):
        with pytest.raises(UnknownRecord):
            attempt()


Deed = Callable[[VisionContext, Random], VisionResult]


def _pick(chance: Random, some: object) -> str:
    return chance.choice([*some, "gone"])  # type: ignore[misc]


def _some(chance: Random, some: object) -> list[str]:
    known = sorted(some)  # type: ignore[call-overload]
    return chance.sample(known, chance.randint(0, min(3, len(known))))


DEEDS: tuple[Deed, ...] = (
    lambda m, c: make_theme(m, c.choice(("Home", "")), _some(c, m.document.voices)),
    lambda m, c: assign(m, _pick(c, m.document.voices), _pick(c, m.document.themes)),
    lambda m, c: unassign(m, _pick(c, m.document.voices), _pick(c, m.document.themes)),
    lambda m, c: rename(m, _pick(c, m.document.themes), c.choice(("Work", ""))),
    lambda m, c: set_statement(m, _pick(c, m.document.themes), c.choice(("I do.", ""))),
    lambda m, c: reorder(m, "themes", _pick(c, m.document.themes), c.randint(-2, 2)),
    lambda m, c: keep_single(m, _pick(c, m.document.voices), c.random() < 0.6),
    lambda m, c: merge(m, _pick(c, m.document.themes), _pick(c, m.document.themes)),
    lambda m, c: split(
        m,
        theme := _pick(c, m.document.themes),
        _some(c, members(m.document).get(theme, ())),
        "Apart",
    ),
    lambda m, c: delete_theme(m, _pick(c, m.document.themes)),
    lambda m, c: disagree(
        m, "?", side("a", _some(c, m.document.voices)), None, c.choice((None, *m.document.themes))
    ),
)


def _act(table: Table, chance: Random) -> VisionResult | None:
    try:
        return table.does(chance.choice(DEEDS)(table.meeting, chance))
    except UnknownRecord:
        return None


def _kept_safe(before: Vision, now: Vision) -> bool:
    plain = {one: voice.model_copy(update={"alone": False}) for one, voice in now.voices.items()}
    return plain == {
        one: voice.model_copy(update={"alone": False}) for one, voice in before.voices.items()
    }


def _without_ghosts(vision: Vision) -> Vision:
    """Return the vision with every voice it points at: undo points at none that are gone."""
    gone = {one.voice for one in vision.placings.values()} - set(vision.voices)
    gone |= {v for d in vision.disagreements.values() for v in (*d.one.voices, *d.other.voices)}
    ghosts = {v: a_voice(v, "s0") for v in gone - set(vision.voices)}
    return vision.model_copy(update={"voices": {**vision.voices, **ghosts}})


@given(visions(), st.integers(0, 2**32), st.integers(1, 12))
@settings(max_examples=60, deadline=None)
def test_no_steps_of_theming_lose_a_voice(vision: Vision, seed: int, steps: int) -> None:
    table, chance = a_table(vision), Random(seed)  # noqa: S311 # a test, not a secret
    for _ in range(steps):
        _act(table, chance)
        assert _kept_safe(vision, table.vision)
        told = {one.id for one in unassigned_voices(table.vision)} | {
            one.id for one in single_voices(table.vision)
        }
        for theme in table.vision.themes:
            told |= {one.id for one in voices_in(table.vision, theme)}
        everywhere = {one.id for one in unassigned_voices(vision)} | {
            one.id for one in single_voices(vision)
        }
        for theme in vision.themes:
            everywhere |= {one.id for one in voices_in(vision, theme)}
        assert told == everywhere


@given(visions(), st.integers(0, 2**32), st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_undo_restores_exactly_step_by_step(vision: Vision, seed: int, steps: int) -> None:
    vision = _without_ghosts(vision)
    table, chance = a_table(vision), Random(seed)  # noqa: S311 # a test, not a secret
    states = [content(table.vision)]
    for _ in range(steps):
        kept = _act(table, chance)
        if kept is not None and kept.changes:
            states.append(content(table.vision))
    while len(states) > 1:
        states.pop()
        table.does(undo(table.meeting))
        assert content(table.vision) == states[-1]
    with pytest.raises(NothingToUndo):
        undo(table.meeting)


@given(visions(), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_what_was_merged_is_apart_when_split_again(vision: Vision, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 # a test, not a secret
    before = members(vision)
    themes = [one for one, voices in before.items() if voices and voices <= set(vision.voices)]
    if len(themes) < 2:
        return
    one, other = chance.sample(themes, 2)
    table = a_table(vision)
    table.does(merge(table.meeting, one, other))
    table.does(split(table.meeting, other, before[one], "Again"))
    new = next(theme.id for theme in table.vision.themes.values() if theme.name == "Again")
    after = members(table.vision)
    moved = before.pop(one)
    assert after.pop(new) == moved
    assert after == {**before, other: before[other] - moved}
