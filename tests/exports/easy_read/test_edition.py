"""The edition as a file: few pages, large letters, short sentences, nothing that was not agreed."""

from ctypes import c_float
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import page as validator
import pikepdf
import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw

from path_planner.analysis.publishable import publishable
from path_planner.analysis.quotes import quote_of
from path_planner.analysis.ranking import (
    priorities_by_weight,
    themes_by_weight,
    without_easy_words,
)
from path_planner.domain.base import with_fields
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionOptions
from path_planner.exports.vision.easy_read.edition import DRAFT, edition
from path_planner.exports.vision.easy_read.model import Part, typed
from path_planner.exports.vision.easy_read.pagination import (
    BOTTOM,
    MOST_PAGES,
    TOP,
    fitted,
    part_height,
)
from path_planner.exports.vision.easy_read.readability import MOST_WORDS, count_words, sentences
from path_planner.exports.vision.easy_read.voices import theme_quotes
from path_planner.exports.vision.easy_read_pdf import EXPORTS, quoted_ids, render
from tests.exports.consultations import consultation
from tests.exports.reading import spoken, words_of
from tests.exports.rendered import rendered_vision
from tests.exports.visions import CANARIES, made_up, vision

OPTIONS = VisionOptions(on=date(2026, 11, 20))
ALL_ROLES = {"H1", "H2", "P", "TOCI", "Link", "TOC", "Document"}


def written(made: Vision) -> bytes:
    """Return the edition of a vision."""
    return rendered_vision(EXPORTS[0].key, made, OPTIONS)


@cache
def six() -> bytes:
    """Return the edition of six PATHs."""
    return written(vision(paths=6))


def with_words(words: str, **about: object) -> Vision:
    """Return a vision whose people typed these words everywhere."""
    made = vision(themes=12)
    named = {"themes": ("name", "statement"), "actions": ("what", "who")}
    named |= {"priorities": ("title",), "outcomes": ("statement", "measure"), "unheard": ("who",)}
    for collection, fields in named.items():
        records = {
            key: with_fields(
                one, **{name: words[: 300 if name != "statement" else None] for name in fields}
            )
            for key, one in getattr(made, collection).items()
        }
        made = made.model_copy(update={collection: records})
    told = with_fields(made.about, vision=words, title=words[:300], community=words[:300], **about)
    limits = with_fields(made.limits, cannot_change=words, promise=words)
    return made.model_copy(update={"about": told, "limits": limits})


@pytest.mark.parametrize("paths", [1, 6])
def test_it_passes_a_full_check_of_pdf_ua_1(paths: int, tmp_path: Path) -> None:
    path = tmp_path / "easy.pdf"
    path.write_bytes(written(made_up(paths)))
    found = validator.validate_pdf(str(path), profile="ua1")
    assert found.is_compliant, found


@pytest.mark.parametrize("themes", [0, 1, 8, 60])
def test_it_never_has_more_than_24_pages(themes: int) -> None:
    made = vision(paths=2, themes=themes)
    with pikepdf.open(BytesIO(written(made))) as opened:
        assert len(opened.pages) <= MOST_PAGES


@pytest.mark.parametrize(
    "words",
    [
        "a" * 10_000,
        "word " * 1_900,
        "One. " * 1_900,
        "میں گھر چاہتا ہوں\u06d4 " * 400,
        "தமிழ் சொற்கள், " * 500,
        "=1+1 <b>x</b> \u202e(\u200f http://e.invalid",
        "🏠" * 200,
    ],
    ids=["letters", "words", "sentences", "urdu", "tamil", "hostile", "emoji"],
)
def test_whatever_people_type_it_stays_whole_and_valid(words: str, tmp_path: Path) -> None:
    path = tmp_path / "easy.pdf"
    path.write_bytes(written(with_words(words)))
    with pikepdf.open(path) as opened:
        assert len(opened.pages) <= MOST_PAGES
    assert validator.validate_pdf(str(path), profile="ua1").is_compliant


def test_an_empty_vision_still_says_what_it_is() -> None:
    bare = Vision(id="vision1", begun=vision().begun, updated=vision().updated)
    read = " ".join(words_of(written(bare)))
    assert "This is an easy read plan." in read
    assert "What people said" not in read


def test_the_eight_themes_that_matter_most_are_told_in_easy_words_or_not_at_all() -> None:
    made = consultation(300, easy=14)
    told = {part.title: part for part in edition(made).parts}["What people said"]
    matter = [one.theme.easy for one in themes_by_weight(publishable(made))[:8]]
    assert [idea[0].text[0].words for idea in told.ideas] == matter
    assert told.left_out == len(made.themes) - 8
    first = matter[0]
    themes = {
        key: with_fields(one, easy="") if one.easy == first else one
        for key, one in made.themes.items()
    }
    without = publishable(made.model_copy(update={"themes": themes}))
    told = {part.title: part for part in edition(without).parts}["What people said"]
    assert [idea[0].text[0].words for idea in told.ideas] == matter[1:]
    assert [one.name for one in without_easy_words(without)] == ["Staff"]
    read = " ".join(words_of(written(without)))
    # No words of the officers stand in for what is missing.
    assert not [one.statement for one in made.themes.values() if one.statement in read]


def test_each_theme_says_how_many_people_and_a_survey_is_no_talk() -> None:
    read = " ".join(words_of(written(consultation(300, paths=12))))
    assert "At least 14 people said this when we met. 62 people wrote this." in read
    assert "300 people answered our questions." in read
    assert "talk with people" not in read
    assert "PATH" not in " ".join(words_of(written(consultation(300))))


def test_a_picture_that_nobody_chose_is_not_printed() -> None:
    parts = {part.title: part for part in edition(consultation(300)).parts}
    for idea in parts["What people said"].ideas:
        assert idea[0].picture in {"helping-hands", "clock", "car", "conversation", "house", ""}
    food = next(one for one in parts["What people said"].rows if "food" in one.text[0].words)
    assert food.picture == ""


@pytest.mark.parametrize("made", [consultation(300, paths=12), made_up(6)], ids=["survey", "paths"])
def test_no_part_is_spilled_over_two_pages_where_one_holds_it(made: Vision) -> None:
    parts, found = fitted(edition(made).parts)
    for number, part in enumerate(parts):
        on = [page for page in found if any(placed.part == number for placed in page)]
        if len(on) > 1:
            assert part_height(part) > BOTTOM - TOP
            assert all({placed.part for placed in page} == {number} for page in on[:-1])
            # Its pages are filled alike.
            assert min(len(page) for page in on) > 1


def test_what_a_self_advocate_looks_for_is_on_the_first_two_pages() -> None:
    made = consultation(300, easy=8)
    with pdfium.PdfDocument(written(made)) as opened:
        front = " ".join(
            " ".join(opened[number].get_textpage().get_text_range().split()) for number in (0, 1)
        )
    for words in (
        "A hospital that listens",
        "We want the nurses to be better.",
        "Say how long the wait is, and why",
        "Put up a board. By 1 February 2027.",
        "3 May 2027",
        "Ring 01632 960 199",
    ):
        assert words in front


def test_all_letters_have_at_least_14_points_and_the_words_16() -> None:
    sizes = letters(six())
    assert min(sizes) >= 14 - 0.01
    assert max(sizes, key=sizes.count) >= 16 - 0.01


def letters(pdf: bytes) -> list[float]:
    """Return the size of each piece of text."""
    opened = pdfium.PdfDocument(pdf)
    found = []
    for sheet in opened:
        for part in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            size = c_float()
            raw.FPDFTextObj_GetFontSize(part, size)
            found.append(size.value)
    opened.close()
    return found


@pytest.mark.parametrize("paths", [6, 12])
def test_no_sentence_has_more_than_15_words(paths: int) -> None:
    for role, words in spoken(written(made_up(paths))):
        if role in {"P", "H1", "H2"}:
            for sentence in sentences(words):
                assert count_words(sentence) <= MOST_WORDS, sentence


def test_each_page_is_marked_as_a_draft_until_it_is_signed_off() -> None:
    assert all(DRAFT in " ".join(page) for page in pages(six()))
    made = vision()
    signed = made.model_copy(update={"about": with_fields(made.about, signed_off=True)})
    assert not any(DRAFT in " ".join(page) for page in pages(written(signed)))


def pages(pdf: bytes) -> list[list[str]]:
    """Return the words of each page."""
    opened = pdfium.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range().split() for page in opened]
    opened.close()
    return found


def test_what_was_not_agreed_is_not_in_it() -> None:
    read = " ".join(words_of(six()))
    assert [one for one in CANARIES if one in read] == []
    assert [one for one in CANARIES if one.encode() in six()] == []


def test_it_tells_whose_words_stand_in_it() -> None:
    made = made_up(6)
    read = " ".join(words_of(written(made)))
    told = quoted_ids(made)
    assert told.voices
    for voice in told.voices:
        assert quote_of(made, made.voices[voice])
        assert " ".join(made.voices[voice].text.split()) in read
    quoted = read.count("“") - read.count("Look for “")
    assert quoted == len(told.voices)
    assert EXPORTS[0].quoted_ids is quoted_ids


def test_both_sides_of_a_disagreement_are_told() -> None:
    read = " ".join(words_of(six()))
    for words in ("Where the new flats should be", "In the middle of town.", "Where it is quiet."):
        assert words in read


def test_what_cannot_be_done_is_told_with_why() -> None:
    read = " ".join(words_of(six()))
    assert "We cannot do this. No money for it" in read


def test_an_easy_wording_stands_in_place_of_what_was_written() -> None:
    made = vision()
    themes = {
        key: with_fields(one, statement="We require suitable accommodation.", easy="I want a home.")
        for key, one in made.themes.items()
    }
    read = " ".join(words_of(written(made.model_copy(update={"themes": themes}))))
    assert "I want a home." in read
    assert "accommodation" not in read


def test_what_has_no_room_is_counted_and_said_to_be_in_the_big_plan() -> None:
    made = vision(themes=60)
    read = " ".join(words_of(written(made)))
    assert "There is more in the full plan." in read
    assert "Look for “What people said, theme by theme”." in read
    assert "Look for “What people said" not in " ".join(words_of(six()))
    told = parts_of(made)["What people said"]
    quotes = theme_quotes(publishable(made))
    themes = [one.theme.id for one in themes_by_weight(publishable(made))][: len(told.ideas)]
    quiet = sum(one in quotes for one in themes) - sum(bool(row.voice) for row in told.rows)
    assert told.left_out == 60 - len(told.ideas) + quiet
    assert f"{told.left_out} things were left out here." in read


@pytest.mark.parametrize("paths", [6, 60, 400])
def test_every_theme_every_priority_and_the_first_actions_are_in_it(paths: int) -> None:
    made = made_up(paths)
    pdf = written(made)
    read = " ".join(words_of(pdf))
    assert len(pages(pdf)) <= MOST_PAGES
    assert min(letters(pdf)) >= 14 - 0.01
    matter = themes_by_weight(publishable(made))[:8]
    owed = [piece for one in matter for piece in typed(one.theme.easy)]
    owed += [
        piece for one in priorities_by_weight(made) for piece in typed(one.title, one.easy, most=2)
    ]
    assert len(owed) > 12
    assert [piece for piece in owed if " ".join(piece.split()) not in read] == []
    for role, words in spoken(pdf):
        if role in {"P", "H1", "H2"}:
            assert all(count_words(one) <= MOST_WORDS for one in sentences(words)), words


def parts_of(made: Vision) -> dict[str, Part]:
    """Return what is kept of each part, by its title."""
    return {part.title: part for part in fitted(edition(made).parts)[0]}


@pytest.mark.parametrize("themes", [8, 14, 18, 24])
def test_every_theme_is_told_before_any_is_quoted_and_the_rest_gives_way_first(themes: int) -> None:
    made = vision(paths=6, themes=themes)
    kept, whole = parts_of(made), {part.title: part for part in edition(made).parts}
    told = kept["What people said"]
    assert len(told.ideas) == min(themes, 8)
    assert len(kept["What matters most"].ideas) == len(whole["What matters most"].ideas)
    happens = "What will happen"
    assert len(kept[happens].ideas) >= min(6, len(whole[happens].ideas))
    if len(told.quotes) < len(whole["What people said"].quotes):
        for title, part in kept.items():
            assert len(part.ideas) <= max(part.least, 1), title


def test_it_is_read_in_order_with_headings_and_no_tables() -> None:
    read = spoken(six())
    assert {role for role, _ in read} <= ALL_ROLES
    headings = [words for role, words in read if role == "H2"]
    assert headings[:2] == ["The most important things", "What is inside"]
    assert headings[2:4] == ["About this plan", "Who made this plan"]
    assert headings[-1] == "Hard words"


def test_the_contents_and_the_bookmarks_lead_to_each_part() -> None:
    with pikepdf.open(BytesIO(six())) as opened:
        links = [each for each in opened.pages[2].Annots if each.Subtype == "/Link"]
        with opened.open_outline() as outline:
            parts = [each.title for each in outline.root[0].children]
    headings = [words for role, words in spoken(six()) if role == "H2"]
    assert parts == headings
    assert len(links) == len(headings) - 2


def test_a_plan_read_from_the_right_has_its_pictures_there() -> None:
    made = vision()
    urdu = made.model_copy(update={"about": with_fields(made.about, language="ur")})
    assert left_of_words(written(urdu)) < left_of_words(six())


def left_of_words(pdf: bytes) -> float:
    """Return how far from the left the first words of the second page begin."""
    opened = pdfium.PdfDocument(pdf)
    texts = opened[1].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    starts = [part.get_bounds()[0] for part in texts]
    opened.close()
    return sorted(starts)[len(starts) // 2]


def test_the_same_vision_gives_the_same_bytes() -> None:
    assert render(vision(paths=6), OPTIONS) == six()


def test_progress_only_goes_on() -> None:
    heard: list[float] = []
    render(vision(), VisionOptions(on=OPTIONS.on, progress=heard.append))
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_it_says_how_to_reach_people_and_which_words_were_changed() -> None:
    made = vision(paths=2)
    about = with_fields(made.about, contact="Ring 01632 960 199.")
    voices = {key: with_fields(one, reworded=True) for key, one in made.voices.items()}
    made = made.model_copy(update={"about": about, "voices": voices})
    shown = " ".join(words_of(written(made)))
    assert "Ring 01632 960 199." in shown
    assert "Words were changed so that nobody can be recognised" in shown
    assert "Words were changed" not in " ".join(words_of(six()))
