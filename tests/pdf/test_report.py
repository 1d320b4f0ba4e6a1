"""Books: contents that tell the truth, parts side by side, links that lead to named places."""

from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from path_planner.pdf.bar_chart import Bar, draw_bars
from path_planner.pdf.canvas import Box
from path_planner.pdf.crossref import Ref, refs_paragraph
from path_planner.pdf.flow import PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.report import Entry, Report
from path_planner.pdf.structure import Anchor
from path_planner.pdf.table import Cell, Column, draw_table
from path_planner.pdf.toc import Contents
from path_planner.typography.fonts import DOCUMENT
from tests.pdf.making import FACTS, blank
from tests.pdf.reading import complaints, elements, pdfium_text, unmarked

PAGE_STYLE = PageStyle(points=12, margin=24)


def shelf(entries: int, language: str = "en-GB") -> Report:
    """Return a book with a cover, contents, and so many chapters of two pages."""
    report = Report(Metadata(FACTS.title, language, FACTS.created), page_style=PAGE_STYLE)
    report.heading("Cover")
    report.y = report.bottom
    titles = [f"Chapter number {n}" for n in range(entries)]
    contents = Contents(report, "Contents", [Entry(title, Anchor(title), 0) for title in titles])
    for title in titles:
        report.chapter(title, title)
        report.paragraph(
            f"About {title}. " + "Many words follow here. " * (150 if entries < 10 else 1)
        )
    contents.fill()
    return report


def texts(data: bytes) -> list[str]:
    """Return the words of each page."""
    with pypdfium2.PdfDocument(data) as opened:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in opened]


@pytest.mark.parametrize("entries", [3, 60])
def test_contents_on_any_number_of_pages_name_the_right_pages(entries: int, tmp_path: Path) -> None:
    made = shelf(entries).finish()
    assert complaints(made, tmp_path) == []
    assert unmarked(made) == []
    shown = texts(made)
    begins = {
        n: place
        for n in range(entries)
        for place, text in enumerate(shown)
        if f"About Chapter number {n}." in text
    }
    lists = [text for place, text in enumerate(shown) if 0 < place < begins[0]]
    assert (len(lists) > 1) == (entries > 50)
    for n, place in begins.items():
        assert f"Chapter number {n} {place + 1}" in " ".join(lists)


def test_contents_are_read_as_contents_before_the_chapters() -> None:
    roles = [role for role, _ in elements(shelf(3).finish())]
    assert roles.count("TOC") == 1
    assert roles.count("TOCI") == 3
    assert roles.index("TOCI") < len(roles) - 1 - roles[::-1].index("H1")


def test_a_book_from_the_right_has_its_numbers_at_the_left(tmp_path: Path) -> None:
    made = shelf(2, "ur").finish()
    assert complaints(made, tmp_path) == []
    with pypdfium2.PdfDocument(made) as found:
        words = found[1].get_textpage()
        title = words.search("Chapter number 1").get_next()[0]
        number = words.search("5", index=title).get_next()
        assert number is None or words.get_charbox(number[0])[0] < words.get_charbox(title)[0]


def test_a_chapter_that_runs_on_stays_on_the_page_where_there_is_room() -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    report.chapter("First", "first")
    report.paragraph("Short.")
    report.chapter("Second", "second", runs_on=True)
    report.y = report.top + (report.bottom - report.top) * 0.85
    report.chapter("Third", "third", runs_on=True)
    assert report.document.page_of(Anchor("second")) == 0
    assert report.document.page_of(Anchor("third")) == 1


def test_parts_side_by_side_share_their_pages_and_what_follows_comes_after_both() -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    long, short = "longer " * 900, "shorter " * 20
    report.beside(partial(report.paragraph, long), partial(report.paragraph, short))
    report.paragraph("After both.")
    made = report.finish()
    shown = texts(made)
    assert "longer" in shown[0]
    assert "shorter" in shown[0]
    assert sum(text.count("longer") for text in shown) == 900
    assert "After both." in shown[-1]
    assert "longer" in shown[-1]
    read = [role for role, _ in elements(made)]
    assert read.count("P") == 3


def test_the_second_part_may_be_the_longer_one() -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    report.beside(partial(report.paragraph, "few"), partial(report.paragraph, "many " * 900))
    report.paragraph("After both.")
    shown = texts(report.finish())
    assert sum(text.count("many") for text in shown) == 900
    assert "After both." in shown[-1]


def test_a_page_on_its_side_is_numbered_and_followed_by_an_upright_one(tmp_path: Path) -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    report.heading("Cover")
    with report.landscape() as room, report.document.tag("P"):
        report.document.text_line(room.x, room.y + 10, "Wide", style=DOCUMENT, size=5)
    report.paragraph("Tall again.")
    made = report.finish()
    assert complaints(made, tmp_path) == []
    with pypdfium2.PdfDocument(made) as found:
        sizes = [tuple(round(side) for side in page.get_size()) for page in found]
    assert sizes == [(595, 842), (842, 595), (595, 842)]
    assert "Page 2 of 3" in texts(made)[1]


def test_references_lead_forwards_and_backwards(tmp_path: Path) -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    report.heading("Top")
    refs = [Ref(f"Q{n}", Anchor(f"Q{n}"), f"Voice Q{n}") for n in range(120)]
    refs_paragraph(report, "All of them:", refs)
    rows = [(Cell(f"Q{n}", anchor=f"Q{n}"), Cell("words", refs=(refs[0],))) for n in range(120)]
    draw_table(report, [Column("No."), Column("Words", 4)], rows)
    made = report.finish()
    assert complaints(made, tmp_path) == []
    with pikepdf.open(BytesIO(made)) as opened:
        pages = {page.objgen: number for number, page in enumerate(opened.pages)}
        notes = [note for page in opened.pages for note in page.obj.get("/Annots", [])]
        leads = [(str(note.Contents), pages[note.Dest[0].objgen]) for note in notes]
    assert len(leads) == 240
    shown = [text.split() for text in texts(made)]
    for says, page in leads:
        assert says.removeprefix("Voice ") in shown[page]


def test_a_link_to_a_place_that_was_never_drawn_is_a_mistake() -> None:
    document = blank()
    with document.tag("P"), document.link(Anchor("nowhere"), Box(10, 10, 5, 5), "Nowhere"):
        document.text_line(10, 20, "there", style=DOCUMENT, size=5)
    with pytest.raises(KeyError):
        document.finish()


def test_a_link_to_what_another_document_has_is_plain_words(tmp_path: Path) -> None:
    report = Report(FACTS, page_style=PageStyle())
    report.heading("Here")
    report.document.anchor("Q1", 10)
    with report.document.tag("P"):
        for name, x in (("Q1", 30), ("Q2", 60)):
            with report.document.link(Anchor(name), Box(x, 50, 5, 5), f"Voice {name}"):
                report.document.text_line(x, 54, name, style=DOCUMENT, size=4)
    made = report.finish(elsewhere=("Q1", "Q2"))
    assert complaints(made, tmp_path) == []
    with pikepdf.open(BytesIO(made)) as opened:
        notes = [note for page in opened.pages for note in page.obj.get("/Annots", [])]
    assert [str(note.Contents) for note in notes] == ["Voice Q1"]
    assert "Q2" in pdfium_text(made)


def test_words_of_a_link_and_of_a_picture_stay_words() -> None:
    document = blank()
    said = ") >> /Launch (x) \\ ünï 家 \U0001f3e1"
    place = document.anchor("place", 0)
    with document.tag("P"), document.link(place, Box(10, 10, 5, 5), said):
        document.text_line(10, 20, "there", style=DOCUMENT, size=5)
    with document.tag("Figure", alt=said, box=Box(1, 1, 5, 5)):
        document.text_line(10, 40, "picture", style=DOCUMENT, size=5)
    with pikepdf.open(BytesIO(document.finish())) as opened:
        assert str(opened.pages[0].obj.Annots[0].Contents) == said
        alts = [
            str(each.Alt)
            for each in opened.objects
            if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    assert alts == [said]


def test_bars_have_words_and_patterns_and_go_on_in_another_figure(tmp_path: Path) -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    report.heading("Votes")
    names = ("One", "Two", "Three", "Four", "Five")
    bars = [
        Bar(f"Wish {n} with a long name that goes on and on", (n, 2, 1, 3, 0)) for n in range(20)
    ]
    draw_bars(report, bars, names, lambda some: f"Chart of {len(some)} wishes")
    made = report.finish()
    assert complaints(made, tmp_path) == []
    alts = [alt for role, alt in elements(made) if role == "Figure"]
    assert alts == ["Chart of 15 wishes", "Chart of 5 wishes"]
    shown = pdfium_text(made)
    # What nobody gave has no place in the key.
    assert all(name in shown for name in names[:4])
    assert "Five" not in shown


@pytest.mark.parametrize("language", ["en-GB", "ur"])
def test_bars_and_columns_in_cells_say_nothing_but_their_numbers(
    language: str, tmp_path: Path
) -> None:
    report = shelf(0, language)
    bare = len(elements(shelf(0, language).finish()))
    rows = [
        [f"Row {n}", Cell(str(n), bar=n / 9), Cell(f"{n + 20}", column=n / 9)] for n in range(10)
    ]
    draw_table(report, [Column("Who"), Column("How many"), Column("Of them")], rows)
    made = report.finish()
    assert complaints(made, tmp_path) == []
    assert unmarked(made) == []
    # A table with its heads, ten rows, and a cell for each number: no figure.
    assert len(elements(made)) - bare == 1 + 11 + 33
    assert "Figure" not in {role for role, _ in elements(made)}
    assert all(str(n) in pdfium_text(made).split() for n in (*range(10), *range(20, 30)))


def test_a_column_makes_its_row_taller_and_a_bar_does_not() -> None:
    height = []
    for cell in (Cell("3"), Cell("3", bar=0.5), Cell("3", column=0.5)):
        report = Report(FACTS, page_style=PAGE_STYLE)
        before = report.y
        draw_table(report, [Column("Who"), Column("How many")], [["Row", cell]])
        height.append(report.y - before)
    assert height[0] == height[1] < height[2]


@pytest.mark.parametrize(("language", "first"), [("en-GB", True), ("ur", False)])
def test_parts_beside_each_other_may_have_shares_of_the_width(language: str, first: bool) -> None:
    report = shelf(0, language)
    left, width, found = report.left, report.width, []
    part = lambda: found.append((report.left, report.width))  # noqa: E731 - drawn twice
    report.beside(part, part, shares=(3, 1))
    (one, broad), (other, narrow) = found
    assert broad == pytest.approx(3 * narrow)
    assert (one < other) is first
    assert min(one, other) == left
    assert max(one + broad, other + narrow) == pytest.approx(left + width)
    assert (report.left, report.width) == (left, width)


def test_a_label_too_long_for_its_line_is_broken_before_its_references() -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    report.width = 60
    report.document.anchor("q", 0)
    refs_paragraph(
        report, "Agnes Ploughwright of the Long Lane (Neighbour)", [Ref("Q1", Anchor("q"), "Q")]
    )
    shown = pdfium_text(report.finish())
    assert len(shown.splitlines()) > 1
    assert shown.split()[:2] == ["Agnes", "Ploughwright"]


def test_a_chart_of_nothing_is_no_trouble() -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    report.heading("Votes")
    draw_bars(report, [], ["One"], lambda _: "Nothing")
    draw_bars(report, [Bar("Nobody", (0,))], ["One"], lambda _: "Nobody")
    assert "Nobody" in pdfium_text(report.finish())


def test_the_quiet_line_beside_a_quote_follows_it_over_its_pages() -> None:
    report = Report(FACTS, page_style=PAGE_STYLE)
    with report.ruled(900):
        report.paragraph("quoted " * 2000)
    made = report.finish()
    with pikepdf.open(BytesIO(made)) as opened:
        drawn = [page.Contents.read_bytes().count(b" f") for page in opened.pages]
    assert len(drawn) >= 3
    assert all(drawn)
