"""A blank PATH to print: its titles and questions stand there, and lines for what is not known."""

from datetime import UTC, datetime
from pathlib import Path

import page as validator
import pypdfium2 as pdfium
import pytest

from path_planner.exports.base import Options, Paper
from path_planner.exports.session.poster import BLANK_DATE, BLANK_FORMS, BLANK_NAME, render_blank
from path_planner.processes import forms

MADE = datetime(2026, 11, 30, tzinfo=UTC)


def words(pdf: bytes, number: int = 0) -> str:
    """Return the words of a page."""
    document = pdfium.PdfDocument(pdf)
    found: str = document[number].get_textpage().get_text_range()
    document.close()
    return " ".join(found.split())


@pytest.mark.parametrize("stages", BLANK_FORMS)
def test_all_titles_stand_there_and_nobody_s_name_or_day(stages: int, tmp_path: Path) -> None:
    (process,) = (each for each in forms() if len(each.stages) == stages)
    pdf = render_blank(stages, Options(), MADE)
    found = words(pdf)
    assert [stage.title for stage in process.stages if stage.title not in found] == []
    assert f"The PATH of {BLANK_NAME}" in found
    assert BLANK_DATE in found
    assert "2027" not in found
    path = tmp_path / "blank.pdf"
    path.write_bytes(pdf)
    assert validator.validate_pdf(str(path), profile="ua1").is_compliant


def test_it_comes_on_any_paper_and_on_sheets_and_is_the_same_each_time() -> None:
    for options, pages in ((Options(paper=Paper.A4), 1), (Options(tiled=Paper.A3), 1 + 4)):
        pdf = render_blank(6, options, MADE)
        document = pdfium.PdfDocument(pdf)
        assert len(document) == pages
        document.close()
        assert pdf == render_blank(6, options, MADE)
    assert render_blank(6, Options(low_ink=True), MADE) != render_blank(6, Options(), MADE)
