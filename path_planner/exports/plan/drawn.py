"""Pictures drawn with lines: stamps of the box, and drawings that people agreed to show."""

from collections.abc import Sequence
from functools import partial

from path_planner.domain.vision.source import Drawing
from path_planner.exports.plan.known import Known
from path_planner.lettering.fonts import DOCUMENT
from path_planner.lettering.measure import height
from path_planner.lettering.wrap import wrap
from path_planner.pdf.book import Book
from path_planner.pdf.canvas import Box
from path_planner.pdf.ink import Pen
from path_planner.pdf.outlines import Outline, Paint, circle, rounded
from path_planner.pdf.reference import refs_paragraph
from path_planner.stamps import box as stamps
from path_planner.words import say

_IN_A_ROW, _BETWEEN = 2, 7.0
_TALL = 58.0
"""Three rows of frames so tall, with their words, fill a page."""
_FRAME = 4.0
_SMALL = 10.0 * 25.4 / 72


def draw_stamp(book: Book, icon: str, place: Box) -> None:
    """Draw a stamp on a pale disc; a stamp that the box no longer has is left out."""
    if not stamps.has(icon):
        return
    stamp = stamps.find(icon)
    inset = place.wide * 0.24
    scale = (place.wide - 2 * inset) / stamp.size
    paths = []
    for lines in stamp.paths:
        path = Outline()
        for operator, values in lines:
            shifted = tuple(
                value * scale + inset + (place.y if index % 2 else place.x)
                for index, value in enumerate(values)
            )
            path.steps.append((operator, shifted))
        paths.append(path)
    middle = place.wide / 2
    with book.document.artifact():
        disc = circle(place.x + middle, place.y + middle, middle)
        book.document.shape(disc, paint=Paint(fill="#e4ecf4"))
    with book.document.tag("Figure", alt=stamp.words, box=place):
        pen = Paint(stroke=book.look.accent, width=stamp.line * scale * 0.8)
        book.document.shape(*paths, paint=pen)


def draw_drawings(book: Book, known: Known, drawings: Sequence[Drawing]) -> None:
    """Draw what people drew in a calm grid, with frames of one size."""
    for start in range(0, len(drawings), _IN_A_ROW):
        row = drawings[start : start + _IN_A_ROW]
        wide = (book.wide - _BETWEEN * (_IN_A_ROW - 1)) / _IN_A_ROW
        book.need(_TALL + max(_words_tall(known, one, wide) for one in row) + book.look.size)
        left, whole = book.left, book.wide
        # One drawing that is left over is no larger than the others.
        book.wide = wide * len(row) + _BETWEEN * (len(row) - 1)
        book.left += whole - book.wide if book.mirrored else 0
        book.beside(*(partial(_drawing, book, known, one) for one in row))
        book.left, book.wide = left, whole
        book.space(book.look.size * 0.8)


def _words_of(known: Known, drawing: Drawing) -> str:
    source = known.name("sources", drawing.source)
    return drawing.words or say("A drawing of source {name}", name=source)


def _words_tall(known: Known, drawing: Drawing, wide: float) -> float:
    """Return how tall the words below a drawing are; very long ones go on over the page."""
    words = _words_of(known, drawing)
    lines = wrap(words, wide, DOCUMENT, _SMALL)
    return height(words, DOCUMENT, _SMALL).line * (min(len(lines), 6) + 1)


def _drawing(book: Book, known: Known, drawing: Drawing) -> None:
    """Draw into a quiet frame, with the words that stand for it below."""
    words = _words_of(known, drawing)
    room = book.wide - 2 * _FRAME
    scale = min(room / drawing.width, (_TALL - 2 * _FRAME) / drawing.height)
    wide, tall = drawing.width * scale, drawing.height * scale
    with book.figure(words, _TALL) as place:
        frame = rounded(place.x, place.y, place.wide, _TALL, 2)
        book.document.shape(frame, paint=Paint(stroke=book.look.rule, width=0.25))
        x, y = place.x + (place.wide - wide) / 2, place.y + (_TALL - tall) / 2
        with book.document.window(Box(0, 0, wide, tall), x, y):
            book.document.ink(
                (
                    Pen(one.pen.colour, one.pen.width * scale, one.pen.opacity),
                    [
                        (x * scale, y * scale)
                        for x, y in zip(one.points[::2], one.points[1::2], strict=True)
                    ],
                )
                for one in sorted(drawing.strokes, key=lambda one: (one.order, one.id))
            )
    with book.document.tag("P") as node:
        book.write(wrap(words, book.wide, DOCUMENT, _SMALL), node, size=_SMALL)
    refs_paragraph(book, say("Drawn in:"), known.refs("sources", [drawing.source]), points=9)
