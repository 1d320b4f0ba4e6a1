"""On voices that were themed by hand, suggestions are right as often as we say, with a margin."""

from functools import cache

from benchmarks.themed_voices import (
    ByLetters,
    english,
    labelled,
    nearest_is_right,
    pile_of,
    placed_by_hand,
    seeds_are_right,
    statements,
    theme_is_among_three,
)
from path_planner.suggesting.pile import Pile
from path_planner.suggesting.seeds import seeds


@cache
def pile() -> Pile:
    return pile_of(english())


@cache
def letters() -> ByLetters:
    return ByLetters(english())


def test_the_set_is_large_and_hard_enough() -> None:
    assert len(english()) >= 160
    assert len(statements()) >= 13
    assert sum(voice.hard for voice in english()) > len(english()) / 2
    assert all(set(voice.themes) <= statements().keys() for voice in labelled())
    assert len({voice.text for voice in labelled()}) == len(labelled())


def test_the_nearest_voice_is_more_often_right_than_by_letters() -> None:
    ours = nearest_is_right(pile(), english())
    assert ours.all >= 0.42
    assert ours.hard >= 0.28
    assert ours.all >= letters().nearest_is_right().all + 0.1


def test_the_right_theme_is_among_three_more_often_than_by_letters() -> None:
    ours = theme_is_among_three(pile(), english(), seeds=2)
    assert ours.all >= 0.66
    assert ours.hard >= 0.58
    assert ours.all >= letters().theme_is_among_three(seeds=2).all + 0.2


def test_a_group_places_less_than_four_of_ten_voices_by_hand() -> None:
    assert placed_by_hand(pile(), english()) <= 0.37 * len(english())


def test_seeds_hold_mostly_voices_that_belong_together() -> None:
    found = seeds(pile())
    assert len(found) >= 8
    assert seeds_are_right(found) >= 0.7


def test_voices_in_other_languages_find_the_english_ones() -> None:
    everybody = pile_of(labelled())
    strange = everybody.strange()
    others = [voice for voice in labelled() if voice.language != "en" and voice.id not in strange]
    assert len(others) >= 12
    assert nearest_is_right(everybody, others).all >= 0.7
