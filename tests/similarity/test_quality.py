"""On voices that were themed by hand, suggestions are right as often as we say, with a margin."""

from functools import cache

import pytest

from benchmarks.suggestions_measured import (
    in_small_piles,
    nearest_is_right,
    pairs_of,
    pile_of,
    placed_by_hand,
    theme_is_among_three,
)
from benchmarks.themed_voices import Themed, first, held_out
from benchmarks.yardsticks import ByLetters, largest_are_right, nearest_by_chance, three_by_chance
from path_planner.similarity.clusters import find_seeds
from path_planner.similarity.corpus import Corpus

pytestmark = pytest.mark.slow


@cache
def english() -> Themed:
    return first().english()


@cache
def pile() -> Corpus:
    return pile_of(english())


@cache
def pile_held_out() -> Corpus:
    return pile_of(held_out())


@cache
def letters() -> ByLetters:
    return ByLetters(english())


def test_the_set_is_large_and_hard_enough() -> None:
    voices = english().voices
    assert len(voices) >= 160
    assert len(first().statements) >= 13
    assert sum(voice.kind == "hard" for voice in voices) > len(voices) / 2
    assert all(set(voice.themes) <= first().statements.keys() for voice in first().voices)
    assert len({voice.text for voice in first().voices}) == len(first().voices)


def test_the_held_out_set_is_another_one_and_a_third_of_each_kind() -> None:
    voices, statements = held_out().voices, held_out().statements
    assert len(voices) >= 160
    assert len(statements) >= 12
    assert held_out().kinds() == ["everyday", "misleading", "outcome"]
    assert {len(held_out().of_kind(one).voices) for one in held_out().kinds()} == {len(voices) // 3}
    assert all(set(voice.themes) <= statements.keys() for voice in voices)
    assert statements.keys().isdisjoint(first().statements)
    texts = {voice.text.casefold() for voice in voices}
    assert len(texts) == len(voices)
    assert texts.isdisjoint(voice.text.casefold() for voice in first().voices)


def test_the_nearest_voice_is_more_often_right_than_by_letters() -> None:
    ours = nearest_is_right(pile(), english())
    assert ours.all >= 0.42
    assert ours.kinds["hard"] >= 0.28
    assert ours.all >= letters().nearest_is_right().all + 0.1


def test_the_right_theme_is_among_three_more_often_than_by_letters() -> None:
    ours = theme_is_among_three(pile(), english(), deals=2)
    assert ours.all >= 0.66
    assert ours.kinds["hard"] >= 0.58
    assert ours.all >= letters().theme_is_among_three(deals=2).all + 0.2


def test_what_nothing_was_tuned_on_is_right_less_often_but_far_more_than_by_chance() -> None:
    themed = held_out()
    ours = theme_is_among_three(pile_held_out(), themed, deals=2).all
    assert ours >= 0.54
    assert ours >= max(largest_are_right(themed).all, three_by_chance(themed)) + 0.3
    assert nearest_is_right(pile_held_out(), themed).all >= nearest_by_chance(themed) + 0.05


def test_small_piles_find_their_themes_too() -> None:
    _, three = in_small_piles(held_out(), deals=1)
    assert three >= 0.48


def test_a_group_places_less_than_four_of_ten_voices_by_hand() -> None:
    assert placed_by_hand(pile(), english()) <= 0.37 * len(english().voices)


def test_seeds_hold_mostly_voices_that_belong_together() -> None:
    found = find_seeds(pile())
    pairs = pairs_of(found, english())
    assert len(found) >= 12
    assert sum(pairs) >= 0.75 * len(pairs)


def test_where_hardly_anything_is_alike_there_are_hardly_any_seeds() -> None:
    assert len(find_seeds(pile_held_out())) <= 4


def test_voices_in_other_languages_find_the_english_ones() -> None:
    everybody = pile_of(first())
    strange = everybody.outliers()
    others = [v for v in first().voices if v.language != "en" and v.id not in strange]
    assert len(others) >= 12
    assert nearest_is_right(everybody, first(), others).all >= 0.7
