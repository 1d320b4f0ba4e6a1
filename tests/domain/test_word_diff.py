"""Two versions of the same words, compared word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.domain.word_diff import MOST_TOKENS, Piece, joined, pieces, tokens

WORDS = st.lists(st.sampled_from(["a", "garden", "by", "the", "river", ",", "\n"]), max_size=12)
TEXTS = WORDS.map(" ".join)
BEFORE = "She tells us off when we come round."


def test_what_a_version_changed_is_marked() -> None:
    assert pieces(BEFORE, "She tells us off when we come round unasked.") == [
        Piece("She tells us off when we come round", changed=False),
        Piece(" unasked", changed=True),
        Piece(".", changed=False),
    ]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        (
            "She tells us off when we come round without ringing first.",
            "She tells us off when we come round and the kettle is not on.",
            "She tells us off when we come round without ringing first and the kettle is not on.",
        ),
        (
            "He tells us off when we come round.",
            "She tells us off when we come in.",
            "He tells us off when we come in.",
        ),
        ("He tells us off.", BEFORE, "He tells us off."),
        ("He tells us off when we come round.", "They tells us off when we come round.", None),
        ("She tells us off.", "She tells us off when we come late.", None),
    ],
)
def test_both_changes_are_joined_unless_they_change_the_same_words(
    first: str, second: str, both: str | None
) -> None:
    assert joined(BEFORE, first, second) == both


def test_a_long_text_is_compared_as_a_whole() -> None:
    long = "word " * MOST_TOKENS
    assert pieces(long, "word") == [Piece("word", changed=True)]
    assert joined(long, "word", "other") is None


@given(TEXTS)
def test_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS, TEXTS)
def test_pieces_are_the_version(before: str, text: str) -> None:
    assert "".join(piece.text for piece in pieces(before, text)) == text


@given(TEXTS, TEXTS)
def test_one_change_alone_is_that_change(before: str, text: str) -> None:
    assert joined(before, text, before) == text
    assert joined(before, before, text) == text


@given(TEXTS, TEXTS, TEXTS)
def test_no_added_word_is_lost(before: str, first: str, second: str) -> None:
    both = joined(before, first, second)
    if both is not None:
        for version in (first, second):
            added = [piece.text.strip() for piece in pieces(before, version) if piece.changed]
            assert all(words in both for words in added)
