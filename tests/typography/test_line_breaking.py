"""Lines are never too wide, and no word is ever lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, LETTERING, Style
from path_planner.typography.glyphs import line_metrics, text_width
from path_planner.typography.line_breaking import fit, wrap
from path_planner.typography.segmentation import clusters, printable
from tests.typography.sayings import SAYINGS

WORDS = [word for saying in SAYINGS.values() for word in saying.split()]
ALPHABET = sorted(
    {each for saying in SAYINGS.values() for each in saying} | set("-/\n\u200b\u00a0")
)
typed = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(st.sampled_from(ALPHABET), max_size=40)), max_size=25
).map(" ".join)


def letters(text: str) -> str:
    return "".join(text.split())


def lines(text: str, width: float, style: Style = LETTERING, size: float = 1.0) -> list[str]:
    return [line.text for line in wrap(text, width, style, size)]


@given(st.one_of(typed, st.text()), st.floats(0.5, 60))
@example("a\u0301" * 60, 2.0)
@example("\u06271" * 40 + " x", 3.0)
def test_breaking_loses_no_character(text: str, width: float) -> None:
    assert letters("".join(lines(text, width))) == letters(printable(text))


@given(typed, st.floats(0.5, 60))
def test_lines_put_together_again_are_the_words_that_were_given(text: str, width: float) -> None:
    again = "".join(line.text + line.after for line in wrap(text, width, LETTERING))
    assert again.split() == printable(text).split()


@given(typed, st.floats(0.5, 60), st.sampled_from([LETTERING, DOCUMENT_BOLD]))
def test_no_line_is_wider_than_the_box_unless_it_is_one_character(
    text: str, width: float, style: Style
) -> None:
    for line in wrap(text, width, style):
        assert line.width == pytest.approx(text_width(line.text, style), abs=0.02)
        assert line.width <= width + 0.02 or len(clusters(line.text)) == 1


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_words_stay_whole_where_every_word_fits(words: list[str]) -> None:
    width = max(text_width(word, DOCUMENT) for word in words)
    broken = " ".join(lines(" ".join(words), width, DOCUMENT)).split()
    spaced = [word for word in words if "-" not in word and word.isascii()]
    assert all(word in broken for word in spaced)


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.floats(5, 90), st.floats(5, 90)
)
def test_fitted_text_is_whole_and_fits_or_says_so(
    words: list[str], width: float, height: float
) -> None:
    text = " ".join(words)
    found = fit(text, width, height, LETTERING, largest=12, smallest=2)
    assert letters("".join(line.text for line in found.lines)) == letters(text)
    assert found.overflows == (found.height > height + 1e-6 or found.width > width + 0.02)
    assert 2 <= found.size <= 12
    assert not found.overflows or found.size == 2


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
def test_a_larger_box_never_makes_smaller_letters(words: list[str]) -> None:
    text = " ".join(words)
    small, large = (fit(text, side, side, LETTERING, largest=20, smallest=1) for side in (30, 45))
    assert large.size >= small.size


def test_line_ends_that_were_typed_are_kept() -> None:
    assert lines("one\n\ntwo\r\nthree", 50) == ["one", "", "two", "three"]


def test_an_address_breaks_at_its_joints() -> None:
    width = text_width("https://example.org/", DOCUMENT) + 0.1
    found = lines("https://example.org/vision/fernhollow/2031", width, DOCUMENT)
    assert found == ["https://example.org/", "vision/fernhollow/", "2031"]


def test_a_compound_breaks_after_its_hyphen_and_a_range_of_years_does_not() -> None:
    assert lines("well-being", text_width("being", DOCUMENT), DOCUMENT) == ["well-", "being"]
    assert lines("go 2026-27", text_width("go 2026-", DOCUMENT), DOCUMENT) == ["go", "2026-27"]


def test_chinese_breaks_anywhere_but_never_before_a_comma_nor_inside_a_year() -> None:
    for width in range(3, 20):
        for line in lines(SAYINGS["zh"], width, DOCUMENT):
            assert line[0] not in "\uff0c\uff09。"
            assert line[-1] != "\uff08"
    assert all("2027" in line for line in lines(SAYINGS["zh"], 4, DOCUMENT) if "2" in line)


def test_a_word_too_width_for_the_box_is_broken_between_characters_as_seen() -> None:
    found = lines("কি" * 12, 3.0)
    assert len(found) > 1
    assert all(len(line) % 2 == 0 for line in found)


def test_smaller_letters_are_preferred_to_a_broken_word() -> None:
    found = fit("extraordinary", 30, 60, LETTERING, largest=14, smallest=2)
    assert [line.text for line in found.lines] == ["extraordinary"]


def test_lines_of_urdu_read_from_the_right_and_stand_further_apart() -> None:
    urdu = wrap(SAYINGS["ur"], 10, LETTERING)
    assert all(line.from_right for line in urdu)
    assert line_metrics(SAYINGS["ur"], LETTERING).line > line_metrics(SAYINGS["cy"], LETTERING).line


def test_kerning_is_measured() -> None:
    assert text_width("AV", DOCUMENT) < text_width("A", DOCUMENT) + text_width("V", DOCUMENT)
