"""Sheets flow over their pages, with nothing lost and every table readable."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from path_planner.pdf.flow import Checkbox, FlowDocument, PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.table import Column, draw_table
from path_planner.typography.bidi import has_right_to_left
from path_planner.typography.fonts import DOCUMENT
from tests.pdf.making import FACTS
from tests.pdf.reading import complaints, elements, pdfium_text, unmarked, words
from tests.typography.sayings import SAYINGS

COLUMNS = [Column("Who"), Column("What", 2.5), Column("By when")]


def commitments(rows: int, sayings: tuple[str, ...] = tuple(SAYINGS.values())) -> FlowDocument:
    """Return a sheet with a list, boxes and a table of this many rows."""
    flow = FlowDocument(FACTS)
    flow.heading("Getting ready for your PATH")
    flow.paragraph("This is a day to dream. Nothing has to be decided. " * 6)
    flow.heading("What to bring", 2)
    flow.bullets(["Photos", "Music you like", SAYINGS["bn"], SAYINGS["ur"]])
    flow.checkboxes(
        [Checkbox("I know the place"), Checkbox("I asked a friend", done=True, says="done")]
    )
    flow.heading("First steps", 2)
    draw_table(
        flow,
        COLUMNS,
        [(f"Person{n}", sayings[n % len(sayings)], f"{n + 1} May") for n in range(rows)],
    )
    flow.signature("Signed by the pathfinder")
    flow.lines_to_write_on(4)
    return flow


@cache
def several_pages() -> bytes:
    """Return a sheet with a table of sixty rows, written once."""
    return commitments(60).finish()


def test_a_sheet_of_several_pages_is_an_accessible_document(tmp_path: Path) -> None:
    made = several_pages()
    with pypdfium2.PdfDocument(made) as found:
        assert len(found) >= 3
    assert complaints(made, tmp_path) == []
    assert unmarked(made) == []


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert commitments(5).finish() == commitments(5).finish()


def test_every_row_is_there_once_and_heads_are_read_once_though_shown_on_each_page() -> None:
    # A line with words from both sides comes back in an odd order, so these read from the left.
    from_left = tuple(saying for saying in SAYINGS.values() if not has_right_to_left(saying))
    made = commitments(60, from_left).finish()
    roles = [role for role, _ in elements(made)]
    assert roles.count("TR") == 61
    assert roles.count("TD") == 120
    assert roles.count("TH") == 63
    shown = words(pdfium_text(made))
    named = re.findall(r"Person(\d+)", pdfium_text(made))
    assert sorted(map(int, named)) == list(range(60))
    with pypdfium2.PdfDocument(made) as found:
        texts = [page.get_textpage().get_text_range() for page in found]
    assert shown.count("Who") == sum("Person" in text for text in texts) > 1


def test_heads_name_columns_and_rows() -> None:
    with pikepdf.open(BytesIO(commitments(2).finish())) as made:
        scopes = [
            str(each.A.Scope)
            for each in made.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TH"
        ]
    assert sorted(scopes) == ["/Column"] * 3 + ["/Row"] * 2


def test_a_row_taller_than_a_page_goes_on_over_the_next(tmp_path: Path) -> None:
    flow = FlowDocument(FACTS)
    many = [f"word{n}" for n in range(1500)]
    draw_table(flow, COLUMNS, [("Robin", " ".join(many), "soon")])
    made = flow.finish()
    found = words(pdfium_text(made))
    assert [word for word in found if word.startswith("word")] == many
    assert complaints(made, tmp_path) == []


@pytest.mark.parametrize("below", range(0, 60, 7))
def test_the_heads_of_a_table_stand_with_its_first_row(below: int) -> None:
    flow = FlowDocument(FACTS)
    flow.space(flow.bottom - flow.top - below)
    draw_table(flow, COLUMNS, [("Robin", "Firstword " + "and more words " * 30, "soon")])
    with pypdfium2.PdfDocument(flow.finish()) as found:
        pages = [each.get_textpage().get_text_range() for each in found]
    assert [page for page in pages if "By when" in page] == [
        page for page in pages if "Firstword" in page
    ]


@pytest.mark.slow
def test_nothing_stands_below_the_foot_of_a_page() -> None:
    flow = commitments(40)
    made = flow.finish()
    lowest = (flow.page_style.margin - 1) / 25.4 * 72
    with pypdfium2.PdfDocument(made) as found:
        for page in found:
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                said = text.get_text_bounded(left, bottom, right, top)
                assert bottom > lowest or "Page" in said or said.strip().isdigit() or "of" in said


def test_pages_are_numbered() -> None:
    made = several_pages()
    with pypdfium2.PdfDocument(made) as found:
        last = found[len(found) - 1].get_textpage().get_text_range()
        assert f"Page {len(found)} of {len(found)}" in last


@pytest.mark.slow
def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for filler in range(20, 40):
        flow = FlowDocument(FACTS)
        flow.heading("Top")
        for _ in range(filler):
            flow.paragraph("One line of words.")
        flow.heading("Lonely", 2)
        flow.paragraph("Company.")
        with pypdfium2.PdfDocument(flow.finish()) as found:
            pages = [each.get_textpage().get_text_range() for each in found]
        assert all(("Lonely" in text) == ("Company" in text) for text in pages)


def test_a_box_to_tick_tells_its_state_where_it_has_words() -> None:
    figures = [alt for role, alt in elements(commitments(1).finish()) if role == "Figure"]
    assert figures == ["done"]


def test_a_sheet_in_urdu_has_its_first_column_at_the_right() -> None:
    flow = FlowDocument(Metadata("Title", "ur", FACTS.created), page_style=PageStyle(points=14))
    draw_table(flow, [Column("First"), Column("Second")], [("alpha", "beta")], heads=False)
    with pypdfium2.PdfDocument(flow.finish()) as found:
        text = found[0].get_textpage()
        first = text.search("First").get_next()
        second = text.search("Second").get_next()
        assert text.get_charbox(first[0])[0] > text.get_charbox(second[0])[0]


def test_large_print_is_larger() -> None:
    small, large = (FlowDocument(FACTS, page_style=PageStyle(points=points)) for points in (12, 18))
    for flow in (small, large):
        flow.paragraph("word " * 200, style=DOCUMENT)
    assert large.y > 2 * small.y - small.page_style.margin
