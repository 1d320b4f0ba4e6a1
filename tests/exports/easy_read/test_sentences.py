"""Sentences are told apart and broken only where they end; no word is ever changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from path_planner.exports.vision.easy_read.readability import (
    MOST_WORDS,
    count_words,
    is_long,
    pieces,
    sentences,
    shortened,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("A line\nanother line", ["A line", "another line"]),
        ("“Yes.” She said it.", ["“Yes.”", "She said it."]),
        ("We met at 3.30 p.m. on Friday.", ["We met at 3.30 p.m. on Friday."]),
        (
            "میں گھر چاہتا ہوں\u06d4 اور ایک بلی\u06d4",
            ["میں گھر چاہتا ہوں\u06d4", "اور ایک بلی\u06d4"],
        ),
        ("我要家。我要猫。", ["我要家。", "我要猫。"]),
        ("", []),
    ],
)
def test_sentences_end_where_people_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_long_sentence_is_broken_where_a_clause_ends() -> None:
    said = (
        "I want to live in my own flat near my sister, with a cat, "
        "and people who help me when I ask them to, not when it suits the rota."
    )
    assert pieces(said) == [
        "I want to live in my own flat near my sister, with a cat,",
        "and people who help me when I ask them to,",
        "not when it suits the rota.",
    ]


def test_where_no_clause_ends_a_long_sentence_stays_whole() -> None:
    said = "very " * 20 + "long."
    assert pieces(said) == [said]
    assert is_long(said)


@given(st.text(alphabet=st.sampled_from("ab ,.;:!?\n and but – ”’"), max_size=400))
def test_breaking_loses_no_sign(text: str) -> None:
    assert re.sub(r"\s", "", "".join(pieces(text))) == re.sub(r"\s", "", text)


@given(st.lists(st.integers(1, MOST_WORDS), min_size=1, max_size=6))
def test_clauses_of_few_words_become_pieces_of_few_words(lengths: list[int]) -> None:
    clauses = [" ".join(["word"] * max(3, length)) for length in lengths]
    for piece in pieces(", ".join(clauses)):
        assert count_words(piece) <= MOST_WORDS


def test_what_is_cut_shows_it() -> None:
    assert shortened("short") == "short"
    cut = shortened("word " * 100)
    assert cut.endswith("word…")
    assert len(cut) <= 201
