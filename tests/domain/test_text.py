"""Words that people typed are kept clean and whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from path_planner.domain.base import MOST_LETTERS, clean
from tests.domain.builders import a_person, a_voice


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S"])))
def test_letters_numbers_and_signs_are_all_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text).strip()


@pytest.mark.parametrize("trick", ["\x00", "\u202e", "\u2066", "\ud800", "\x1b", "\x9b"])
def test_control_characters_and_direction_tricks_are_left_out(trick: str) -> None:
    assert a_voice(text=f"one{trick}two").text == "onetwo"


def test_a_name_is_one_line_and_a_voice_keeps_its_lines() -> None:
    assert a_person(name="Robin\n  Bell").name == "Robin Bell"
    assert a_voice(text="First.\r\nSecond.").text == "First.\nSecond."


def test_far_too_long_words_are_refused_without_repeating_them() -> None:
    secret = "s3cret" * MOST_LETTERS
    with pytest.raises(ValidationError) as refused:
        a_voice(text=secret)
    assert "s3cret" not in str(refused.value)
