"""What is turned or see-through on the wall is so on paper."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.path_operators import Outline, Paint, rectangle
from path_planner.typography.fonts import LETTERING
from tests.pdf.making import blank
from tests.pdf.reading import pdfium_text, words


def seen(document: Document | bytes) -> Image.Image:
    """Draw the only page at four dots to a millimetre."""
    made = document if isinstance(document, bytes) else document.finish()
    with pypdfium2.PdfDocument(made) as shown:
        picture: Image.Image = shown[0].render(scale=4 * 25.4 / 72).to_pil().convert("RGB")
    return picture


def halves() -> bytes:
    """Make a picture that is red on its left and blue on its right."""
    image = Image.new("RGB", (40, 20), "#ff0000")
    image.paste("#0000ff", (20, 0, 40, 20))
    written = BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def test_a_picture_turns_clockwise_about_its_middle() -> None:
    """A quarter turn brings its left side up."""
    document = blank()
    document.picture(halves(), Box(80, 40, 40, 20), turn=90)
    picture = seen(document)
    assert picture.getpixel((100 * 4, 35 * 4)) == (255, 0, 0)
    assert picture.getpixel((100 * 4, 65 * 4)) == (0, 0, 255)
    assert picture.getpixel((85 * 4, 50 * 4)) == (255, 255, 255)


def test_a_see_through_picture_lets_the_paper_shine() -> None:
    """Half as strong."""
    document = blank()
    document.picture(halves(), Box(80, 40, 40, 20), opacity=0.5)
    assert seen(document).getpixel((85 * 4, 50 * 4)) == pytest.approx((255, 127, 127), abs=2)


def test_turned_and_see_through_words_can_still_be_read() -> None:
    """They run downwards from where they begin, in a paler ink."""
    document = blank()
    with document.tag("P"):
        document.text_line(
            50, 10, "MMMMMMMM", style=LETTERING, size=10, ink="#000000", turn=90, opacity=0.5
        )
    made = document.finish()
    picture = seen(made)
    below = picture.crop((50 * 4, 10 * 4, 60 * 4, 60 * 4)).convert("L")
    assert 110 < below.getextrema()[0] < 145
    assert picture.crop((70 * 4, 0, 200 * 4, 100 * 4)).convert("L").getextrema() == (255, 255)
    assert words(pdfium_text(made)) == ["MMMMMMMM"]


def test_coarse_outlines_stand_where_fine_ones_do() -> None:
    """Whole numbers of a tenth of a point, from where the ink begins."""
    fine, coarse = blank(), blank()
    paint = Paint(fill="#1b4f72", stroke="#b03a2e", width=2, dash=(3, 4))
    outline = Outline().move(20.3, 30.7).curve((60, 10), (90, 90), (150.2, 40)).line(30, 80).close()
    fine.shape(outline, rectangle(120, 60, 40, 20), paint=paint)
    coarse.shape(outline, rectangle(120, 60, 40, 20), paint=paint, coarse=True)
    one, other = seen(fine), seen(coarse)
    far = sum(
        abs(a - b) > 60
        for a, b in zip(one.convert("L").tobytes(), other.convert("L").tobytes(), strict=True)
    )
    assert far < 60
