"""The summary is one side of paper, whatever people wrote, and says what it leaves out."""

import re
from ctypes import c_float
from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from path_planner.domain.base import with_fields
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import QuotedIds, VisionOptions
from path_planner.exports.vision.summary_page import EXPORTS, render
from tests.exports.consultations import consultation
from tests.exports.reading import spoken, words_of
from tests.exports.rendered import rendered_vision
from tests.exports.visions import CANARIES, made_up, vision

OPTIONS = VisionOptions(on=date(2026, 11, 20))
_A4 = (595, 842)
_EDGE = 28
_REACH = 6


def written(made: Vision) -> bytes:
    """Return the summary of a vision."""
    return rendered_vision(EXPORTS[0].key, made, OPTIONS)


@cache
def six() -> bytes:
    """Return the summary of six PATHs."""
    return written(vision(paths=6))


def with_words(words: str) -> Vision:
    """Return a vision whose people typed these words everywhere."""
    made = vision(themes=30)
    for collection, field in (("themes", "statement"), ("actions", "what")):
        records = {
            key: with_fields(one, **{field: words})
            for key, one in getattr(made, collection).items()
        }
        made = made.model_copy(update={collection: records})
    titles = {key: with_fields(one, title=words[:300]) for key, one in made.priorities.items()}
    about = with_fields(made.about, title=words[:300], community=words[:300], vision=words)
    return made.model_copy(update={"priorities": titles, "about": about})


HOSTILE = {
    "letters": "a" * 10_000,
    "words": "word " * 1_900,
    "lines": "x\n" * 4_000,
    "urdu": "میں گھر چاہتا ہوں " * 400,
    "tamil": "தமிழ் சொற்கள் " * 500,
    "markup": "<b>x</b> \u200f=1+1 http://e.invalid",
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_it_is_one_valid_page_whatever_people_type(words: str, tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(written(with_words(words)))
    assert len(pikepdf.open(path).pages) == 1
    assert validator.validate_pdf(str(path), profile="ua1").is_compliant
    assert_nothing_hangs_over(path.read_bytes())


@pytest.mark.parametrize("paths", [1, 12])
def test_it_passes_a_full_check_of_pdf_ua_1(paths: int, tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(written(made_up(paths)))
    assert validator.validate_pdf(str(path), profile="ua1").is_compliant


def assert_nothing_hangs_over(pdf: bytes) -> None:
    """Check that each piece of text lies on the page, and that none lies on another."""
    opened = pdfium.PdfDocument(pdf)
    texts = opened[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    boxes = [part.get_bounds() for part in texts]
    opened.close()
    for left, low, right, high in boxes:
        assert left >= _EDGE
        assert low >= _EDGE
        assert right <= _A4[0] - _EDGE
        assert high <= _A4[1] - _EDGE
    for one, other in combinations(boxes, 2):
        across = min(one[2], other[2]) - max(one[0], other[0])
        down = min(one[3], other[3]) - max(one[1], other[1])
        # Signs of some scripts reach into the next line.
        assert across <= 1 or down <= _REACH, (one, other)


def test_no_letters_are_smaller_than_ten_points() -> None:
    for pdf in (six(), written(with_words("word " * 1_900))):
        opened = pdfium.PdfDocument(pdf)
        size = c_float()
        for part in opened[0].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            raw.FPDFTextObj_GetFontSize(part, size)
            assert size.value >= 10 - 0.01
        opened.close()


def test_it_says_the_vision_the_themes_the_choice_and_the_next_look() -> None:
    read = " ".join(words_of(six()))
    for words in (
        "We all have a front door of our own.",
        "I have what I want with homes.",
        "Said in 6 of 6 PATHs and 1 of 1 conversation",
        "How it was chosen: Secret dots, 2 people.",
        "More of homes chosen by 1 person",
        "Start a group for homes.",
        "by 1 January 2027",
        "Not heard yet People in hospital",
        "3 May 2027",
    ):
        assert words in read


def test_what_is_left_out_is_counted() -> None:
    read = " ".join(words_of(written(vision(themes=30))))
    shown = read.count("Said in ")
    assert 1 <= shown < 30
    assert f"Not on this page: {30 - shown} themes" in read


@pytest.mark.parametrize("priorities", [3, 12, 30])
def test_the_theme_of_every_chosen_priority_is_on_the_page(priorities: int) -> None:
    """Even the one that fewest people spoke of, and however many were chosen."""
    made = vision(themes=30)
    last = list(made.priorities)[-priorities:]
    made = made.model_copy(
        update={
            "priorities": {
                key: with_fields(one, chosen=key in last) for key, one in made.priorities.items()
            }
        }
    )
    read = "".join(words_of(written(made))).replace(" ", "")
    for key in last:
        (theme,) = (made.themes[one] for one in made.priorities[key].themes)
        either = (theme.statement.replace(" ", ""), theme.name.replace(" ", ""))
        assert any(words in read for words in either), theme.name


def test_what_is_0_is_left_out() -> None:
    survey = " ".join(words_of(written(consultation(300))))
    assert "Answers from 300 people to 1 survey" in survey
    for words in ("0 PATHs", "0 conversations", "At least 0", "by 0 people", " 0 people"):
        assert words not in survey
    made = vision()
    nobody = made.model_copy(update={"voices": {}, "sources": {}, "ballots": {}})
    read = " ".join(words_of(written(nobody)))
    assert re.search(r"(?<!Team) 0 ", read) is None
    assert "Said in" not in read


def test_a_fist_of_five_is_said_by_its_average() -> None:
    read = " ".join(words_of(written(consultation(300))))
    assert "Ask everybody what they need 3.2 of 5 fingers on average, 22 people" in read


def test_nothing_but_what_is_left_out_is_said_to_be() -> None:
    assert "Not on this page" not in " ".join(words_of(six()))


def test_what_cannot_be_done_is_no_first_action() -> None:
    assert "Start a group for friends." not in " ".join(words_of(six()))


def test_what_was_not_agreed_is_not_in_it() -> None:
    read = " ".join(words_of(six()))
    assert [one for one in CANARIES if one in read] == []
    assert EXPORTS[0].quoted_ids(vision()) == QuotedIds()


def test_it_is_read_column_by_column_under_headings() -> None:
    headings = [(role, words) for role, words in spoken(six()) if role in {"H1", "H2"}]
    assert headings == [
        ("H1", "A place for all of us"),
        ("H2", "What people said"),
        ("H2", "Who was heard"),
        ("H2", "What comes first"),
        ("H2", "First actions"),
        ("H2", "Next review"),
    ]


def test_an_empty_vision_is_a_page_too() -> None:
    bare = Vision(id="vision1", begun=vision().begun, updated=vision().updated)
    assert len(pikepdf.open(BytesIO(written(bare))).pages) == 1


def test_the_same_vision_gives_the_same_bytes() -> None:
    assert render(vision(paths=6), OPTIONS) == six()


def test_how_to_reach_people_stands_on_the_page() -> None:
    made = vision(paths=2)
    made = made.model_copy(update={"about": with_fields(made.about, contact="Ring 01632 960 199.")})
    assert "Ring 01632 960 199." in " ".join(words_of(written(made)))
    assert "How to contact us" not in " ".join(words_of(six()))
