"""Every character finds a face, and what belongs together stays together."""

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from path_planner.typography import fonts
from path_planner.typography.bidi import reads_from_right, runs, unknown_words
from path_planner.typography.fonts import FontStack
from path_planner.typography.glyphs import shape
from path_planner.typography.segmentation import one_line
from tests.typography.sayings import SAYINGS

FACE_OF = {
    "cy": fonts.SHANTELL,
    "he": fonts.HEBREW,
    "ko": fonts.KOREAN,
    "th": fonts.THAI,
    "am": fonts.ETHIOPIC,
    "si": fonts.SINHALA,
    "te": fonts.TELUGU,
    "ml": fonts.MALAYALAM,
    "ka": fonts.GEORGIAN,
    "hy": fonts.ARMENIAN,
    "km": fonts.KHMER,
    "my": fonts.BURMESE,
    "pl": fonts.SHANTELL,
    "ro": fonts.SHANTELL,
    "so": fonts.SHANTELL,
    "uk": fonts.SHANTELL,
    "el": fonts.NOTO,
    "ur": fonts.NASKH,
    "ar": fonts.NASKH,
    "bn": fonts.BENGALI,
    "pa": fonts.GURMUKHI,
    "gu": fonts.GUJARATI,
    "hi": fonts.DEVANAGARI,
    "ta": fonts.TAMIL,
    "zh": fonts.CHINESE,
}


@pytest.mark.parametrize(("language", "face"), FACE_OF.items())
def test_the_letters_of_a_language_are_drawn_by_its_face(
    language: str, face: fonts.FontFile
) -> None:
    found = runs(SAYINGS[language], FontStack.LETTERING)
    assert all(run.known for run in found)
    assert {run.face for run in found if any(map(str.isalpha, run.text))} <= {face, fonts.SHANTELL}
    assert found[0].face == face


@pytest.mark.parametrize("hand", list(FontStack))
@pytest.mark.parametrize("saying", SAYINGS.values(), ids=SAYINGS)
def test_no_saying_needs_a_box(saying: str, hand: FontStack) -> None:
    assert all(run.known for run in runs(saying, hand))


@given(st.text())
def test_runs_together_are_the_whole_line(text: str) -> None:
    assert "".join(run.text for run in runs(text, FontStack.LETTERING)) == one_line(text)


@given(st.text(), st.sampled_from(list(FontStack)), st.booleans())
@example("\u0600\u06dd\ufff9\U000110bd", FontStack.LETTERING, False)
def test_no_glyph_is_ever_the_missing_one(text: str, hand: FontStack, from_right: bool) -> None:
    for run in runs(text, hand):
        assert all(glyph.number for glyph in shape(run, False, from_right).glyphs)


def test_a_wheelchair_user_is_one_picture() -> None:
    found = runs("go 👩🏽\u200d🦽 go", FontStack.LETTERING)
    assert [run.text for run in found] == ["go ", "👩🏽\u200d🦽", " go"]
    assert found[1].face == fonts.EMOJI


def test_digits_are_drawn_as_digits_even_beside_an_emoji() -> None:
    found = runs("😀 12", FontStack.LETTERING)
    assert found[-1].face == fonts.SHANTELL


def test_a_comma_stays_with_the_word_before_it() -> None:
    found = runs("سلام\u060c আমি!", FontStack.DOCUMENT)
    assert [run.face for run in found] == [fonts.NASKH, fonts.BENGALI]


def test_lettering_has_its_own_spaces_as_the_wall_in_a_browser_has() -> None:
    found = runs("আমার বাড়ি", FontStack.LETTERING)
    assert [run.face for run in found] == [fonts.BENGALI, fonts.SHANTELL, fonts.BENGALI]


def test_letters_no_face_has_become_boxes_and_keep_their_text() -> None:
    found = runs("hello ລາວ", FontStack.LETTERING)
    assert (found[-1].text, found[-1].known) == ("ລາວ", False)


def test_words_that_no_face_can_print_are_named() -> None:
    assert unknown_words("hello ລາວ, and ເຮືອນ!", FontStack.LETTERING) == ["ລາວ,", "ເຮືອນ!"]
    for stack in FontStack:
        assert [text for text in SAYINGS.values() if unknown_words(text, stack)] == []


def test_a_font_is_read_only_where_its_letters_are_used() -> None:
    script = (
        "from path_planner.typography.bidi import runs\n"
        "from path_planner.typography.fonts import FontStack, font\n"
        "for words in ('A word nobody has said — ünlikely, 12', 'and 나의 집'):\n"
        "    runs(words, FontStack.LETTERING)\n"
        "    print(font.cache_info().currsize)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert [int(count) for count in done.stdout.split()] == [1, 2]


@pytest.mark.parametrize(
    "odd", ["\x00", "\ud800", "\ufeff", "\ufffe", "\x1b[31m", "\u202e", "\u0301"]
)
def test_odd_characters_never_stop_the_work(odd: str) -> None:
    assert "".join(run.text for run in runs(f"a{odd}b", FontStack.LETTERING)).startswith("a")


def test_the_first_letter_decides_from_which_side_a_paragraph_reads() -> None:
    assert reads_from_right("2027 میں Fernhollow")
    assert not reads_from_right("Fernhollow میں")
    assert not reads_from_right("2027!")
