"""Words that people typed are kept clean and whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from path_planner.domain.base import MOST_LETTERS, clean
from path_planner.domain.marks import Label
from tests.domain.builders import a_person, a_session, a_voice


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.characters(codec="utf-8", categories=["L", "N", "P", "S"])))
def test_letters_numbers_and_signs_are_all_kept(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text).strip()


@pytest.mark.parametrize("trick", ["\x00", "\u202e", "\u2066", "\ud800", "\x1b", "\x9b"])
def test_control_characters_and_direction_tricks_are_left_out(trick: str) -> None:
    assert a_voice(text=f"one{trick}two").text == "onetwo"


@pytest.mark.parametrize("trick", ["\x00", "\u202e", "\u2066", "\ud800", "\x1b", "\x9b"])
def test_fields_that_this_version_does_not_know_are_clean_too(trick: str) -> None:
    said, meant = f"one{trick}two", "onetwo"
    foreign = {said: [said, {said: said}, (said, 1)], "number": 1.5, "none": None, "yes": True}
    clean_too = {
        meant: [meant, {meant: meant}, (meant, 1)],
        "number": 1.5,
        "none": None,
        "yes": True,
    }
    assert a_voice(mood=foreign).model_extra == {"mood": clean_too}
    assert a_person(helper={"called": said}).model_extra == {"helper": {"called": meant}}
    session = a_session(weather=said)
    assert session.model_extra == {"weather": meant}
    assert session.about.model_validate({"language": said, "process": said}).language == meant
    label = Label(id="t", stage="dream", text="x", foreign={"style": {"font": [said]}})
    assert label.foreign == {"style": {"font": [meant]}}


def test_lines_and_spaces_of_unknown_fields_stay_as_they_are() -> None:
    words = " one\n\ttwo  e\u0301 "
    assert a_voice(mood=words).model_extra == {"mood": words}


def test_a_name_is_one_line_and_a_voice_keeps_its_lines() -> None:
    assert a_person(name="Robin\n  Bell").name == "Robin Bell"
    assert a_voice(text="First.\r\nSecond.").text == "First.\nSecond."


def test_far_too_long_words_are_refused_without_repeating_them() -> None:
    secret = "s3cret" * MOST_LETTERS
    with pytest.raises(ValidationError) as refused:
        a_voice(text=secret)
    assert "s3cret" not in str(refused.value)
