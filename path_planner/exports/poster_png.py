"""The poster as a picture, made from the PDF so that both look alike."""

from threading import Lock

import pypdfium2 as pdfium

from path_planner.domain.session import Session
from path_planner.exports import poster_pdf
from path_planner.exports.export import Choice, Export, Options
from path_planner.exports.png import png
from path_planner.processes.process import Process
from path_planner.words import mark

MOST_DOTS = 72_000_000
"""A1 at 300 dots to an inch; more would take a gigabyte of memory."""
_POINTS_TO_THE_INCH = 72
_one_at_a_time = Lock()
"""PDFium may not be used by two threads at once, and one large picture is enough to hold."""


def render(session: Session, process: Process, options: Options) -> bytes:
    """Draw the poster as a picture in one piece."""
    whole = Options(
        paper=options.paper, low_ink=options.low_ink, audience=options.audience, dots=options.dots
    )
    return picture_of(poster_pdf.render(session, process, whole), options.dots)


def picture_of(pdf: bytes, dots: int, page: int = 0) -> bytes:
    """Return a page as PNG at so many dots to an inch, or fewer where it would be too large."""
    with _one_at_a_time:
        document = pdfium.PdfDocument(pdf)
        try:
            drawn = document[page]
            wide, tall = drawn.get_size()
            scale = min(dots / _POINTS_TO_THE_INCH, (MOST_DOTS / (wide * tall)) ** 0.5)
            bitmap = drawn.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            rows = memoryview(bitmap.buffer).cast("B")
            drawn_dots = scale * _POINTS_TO_THE_INCH
            return png(rows, bitmap.width, bitmap.height, bitmap.stride, drawn_dots)
        finally:
            document.close()


EXPORT = Export(
    name=mark("Poster as a picture (PNG)"),
    suffix=".png",
    mime="image/png",
    takes=frozenset({Choice.PAPER, Choice.LOW_INK, Choice.AUDIENCE, Choice.DOTS}),
    render=render,
)
