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

_TALLEST = 68.0
_FRAME = 3.0


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
    """Draw what people drew, two beside each other."""
    for start in range(0, len(drawings), 2):
        pair = drawings[start : start + 2]
        book.need(_TALLEST)
        book.beside(*(partial(_drawing, book, known, one) for one in pair))
        book.space(book.look.size)


def _drawing(book: Book, known: Known, drawing: Drawing) -> None:
    """Draw into a quiet frame, with the words that stand for it below."""
    source = known.name("sources", drawing.source)
    words = drawing.words or say("A drawing of source {name}", name=source)
    room = book.wide - 2 * _FRAME
    scale = min(room / drawing.width, (_TALLEST - 2 * _FRAME) / drawing.height)
    wide, tall = drawing.width * scale, drawing.height * scale
    lines = wrap(words, book.wide, DOCUMENT, book.look.size)
    below = height(words, DOCUMENT, book.look.size).line * min(len(lines), 6)
    book.need(tall + 2 * _FRAME + below + 6)
    with book.figure(words, tall + 2 * _FRAME) as place:
        x = place.x + (place.wide - wide) / 2
        frame = rounded(x - _FRAME, place.y, wide + 2 * _FRAME, tall + 2 * _FRAME, 2)
        book.document.shape(frame, paint=Paint(stroke=book.look.rule, width=0.25))
        edge = Box(x, place.y + _FRAME, wide, tall)
        with book.document.window(Box(0, 0, wide, tall), edge.x, edge.y):
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
    book.paragraph(words, small=True)
    refs_paragraph(book, say("Drawn in:"), known.refs("sources", [drawing.source]))
