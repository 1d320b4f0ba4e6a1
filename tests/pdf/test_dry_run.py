"""A dry run lays out what a book draws, and draws none of it."""

from dataclasses import replace
from functools import partial

import pytest

from path_planner.pdf.crossref import Ref, refs_paragraph
from path_planner.pdf.flow import PageStyle
from path_planner.pdf.path_operators import Paint, Pen, rectangle
from path_planner.pdf.report import DryRun, Report
from path_planner.pdf.structure import Anchor
from path_planner.pdf.table import Cell, Column, draw_table
from tests.pdf.making import FACTS

PAGE_STYLE = PageStyle(points=12, margin=24)
WORDS = "Many words that go on over the end of the line and of the page. "


def fill(report: Report, often: int) -> None:
    """Put something of every kind into a book, so often that it takes many pages."""
    refs = [Ref(f"T{n}", Anchor("here"), f"Theme {n}") for n in range(40)]
    report.document.anchor("here", 0)
    for number in range(often):
        report.heading(f"Heading {number}", 1)
        report.paragraph(WORDS * 7)
        report.bullets([WORDS, WORDS * 2])
        report.beside(partial(report.paragraph, WORDS * 30), partial(report.label, WORDS * 3))
        refs_paragraph(report, "All of them:", refs)
        rows = [(f"Row {row}", Cell(WORDS * row, bar=0.5)) for row in range(5)]
        draw_table(report, [Column("No."), Column("Words", 3)], rows)
        with report.figure("A drawing", 40) as box:
            report.document.shape(rectangle(box.x, box.y, 9, 9), paint=Paint(fill="#000000"))
            report.document.ink([(Pen("#000000", 1), [(box.x, box.y), (box.x + 9, box.y + 9)])])


@pytest.mark.parametrize("often", [1, 2, 5])
@pytest.mark.parametrize("language", ["en-GB", "ur"])
def test_it_ends_on_the_page_and_at_the_height_where_a_drawn_book_ends(
    often: int, language: str
) -> None:
    drawn, tried = (
        Report(replace(FACTS, language=language), page_style=PAGE_STYLE),
        DryRun(language, page_style=PAGE_STYLE),
    )
    fill(drawn, often)
    fill(tried, often)
    assert tried.pages == len(drawn.document.pages) > often
    assert tried.filled == (drawn.y - drawn.top) / (drawn.bottom - drawn.top)
    assert tried.mirrored == drawn.mirrored == (language == "ur")


def test_nothing_is_drawn() -> None:
    drawn, tried = Report(FACTS, page_style=PAGE_STYLE), DryRun("en-GB", page_style=PAGE_STYLE)
    fill(drawn, 1)
    fill(tried, 1)
    assert all(page.content() for page in drawn.document.pages)
    assert not any(page.content() for page in tried.document.pages)


def test_an_empty_one_has_a_page_of_which_nothing_is_taken() -> None:
    tried = DryRun("en-GB", page_style=PAGE_STYLE)
    assert (tried.pages, tried.filled) == (1, 0.0)
