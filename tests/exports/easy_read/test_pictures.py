"""The picture beside a row: what people chose, else what the words are found by."""

import pytest

from path_planner import stamps
from path_planner.exports.vision.easy_read.model import picture_for


@pytest.mark.parametrize(
    ("words", "picture"),
    [
        ("I have my own front door", "door"),
        ("I meet my friends when I want", "friends"),
        ("Buses run late", "bus"),
        ("We sing on Fridays", "microphone"),
        ("I want a dog", "dog"),
    ],
)
def test_words_find_their_picture(words: str, picture: str) -> None:
    assert picture_for(words, "star") == picture


def test_what_people_chose_comes_first() -> None:
    assert picture_for("I want a dog", "star", "cat") == "cat"
    assert picture_for("I want a dog", "star", "no such stamp") == "dog"


def test_words_that_find_nothing_get_the_other_picture() -> None:
    assert picture_for("Xyzzy", "star") == "star"
    assert picture_for("", "star") == "star"
    # These stand only in a longer name, such as a football ground.
    for words in ("We do our best", "On the ground", "The right site", "Social", "By yourself"):
        assert picture_for(words, "star") == "star"
    assert stamps.has("star")
