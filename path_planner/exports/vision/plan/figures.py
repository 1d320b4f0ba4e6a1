"""Pictures drawn with lines: stamps of the box, and drawings that people agreed to show."""

from collections.abc import Sequence
from functools import partial

from path_planner import stamps
from path_planner.domain.base import sorted_records
from path_planner.domain.vision.sources import Drawing
from path_planner.exports.vision.plan.chapter import Chapter
from path_planner.exports.vision.plan.context import PlanContext
from path_planner.i18n import N_, _
from path_planner.pdf.canvas import Box
from path_planner.pdf.crossref import refs_paragraph
from path_planner.pdf.path_operators import Outline, Paint, circle, rounded
from path_planner.pdf.report import Report
from path_planner.pdf.stroke_operators import Pen
from path_planner.typography.fonts import DOCUMENT
from path_planner.typography.line_breaking import wrap
from path_planner.typography.metrics import line_metrics

_IN_A_ROW, _BETWEEN = 2, 7.0
_HEIGHT = 58.0
"""Three rows of frames so tall, with their words, fill a page."""
_FRAME = 4.0
_SMALL = 10.0 * 25.4 / 72


def draw_stamp(book: Report, icon: str, place: Box) -> None:
    """Draw a stamp on a pale disc; a stamp that the box no longer has is left out."""
    if not stamps.has(icon):
        return
    stamp = stamps.find(icon)
    inset = place.width * 0.24
    scale = (place.width - 2 * inset) / stamp.size
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
    middle = place.width / 2
    with book.document.artifact():
        disc = circle(place.x + middle, place.y + middle, middle)
        book.document.shape(disc, paint=Paint(fill="#e4ecf4"))
    with book.document.tag("Figure", alt=stamp.words, box=place):
        pen = Paint(stroke=book.look.accent, width=stamp.line * scale * 0.8)
        book.document.shape(*paths, paint=pen)


def draw_drawings(book: Report, known: PlanContext, drawings: Sequence[Drawing]) -> None:
    """Draw what people drew in a calm grid, with frames of one size."""
    for start in range(0, len(drawings), _IN_A_ROW):
        row = drawings[start : start + _IN_A_ROW]
        width = (book.width - _BETWEEN * (_IN_A_ROW - 1)) / _IN_A_ROW
        book.ensure_space(
            _HEIGHT + max(_words_height(known, one, width) for one in row) + book.look.size
        )
        left, whole = book.left, book.width
        # One drawing that is left over is no larger than the others.
        book.width = width * len(row) + _BETWEEN * (len(row) - 1)
        book.left += whole - book.width if book.mirrored else 0
        book.beside(*(partial(_drawing, book, known, one) for one in row))
        book.left, book.width = left, whole
        book.space(book.look.size * 0.8)


def _words_of(known: PlanContext, drawing: Drawing) -> str:
    source = known.name("sources", drawing.source)
    return drawing.words or _("A drawing of source {name}", name=source)


def _words_height(known: PlanContext, drawing: Drawing, width: float) -> float:
    """Return how tall the words below a drawing are; very long ones go on over the page."""
    words = _words_of(known, drawing)
    lines = wrap(words, width, DOCUMENT, _SMALL)
    return line_metrics(words, DOCUMENT, _SMALL).line * (min(len(lines), 6) + 1)


def _drawing(book: Report, known: PlanContext, drawing: Drawing) -> None:
    """Draw into a quiet frame, with the words that stand for it below."""
    words = _words_of(known, drawing)
    room = book.width - 2 * _FRAME
    scale = min(room / drawing.width, (_HEIGHT - 2 * _FRAME) / drawing.height)
    width, height = drawing.width * scale, drawing.height * scale
    with book.figure(words, _HEIGHT) as place:
        frame = rounded(place.x, place.y, place.width, _HEIGHT, 2)
        book.document.shape(frame, paint=Paint(stroke=book.look.rule, width=0.25))
        x, y = place.x + (place.width - width) / 2, place.y + (_HEIGHT - height) / 2
        with book.document.window(Box(0, 0, width, height), x, y):
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
        book.write(wrap(words, book.width, DOCUMENT, _SMALL), node, size=_SMALL)
    refs_paragraph(book, _("Drawn in:"), known.refs("sources", [drawing.source]), points=9)


def loose(known: PlanContext) -> list[Drawing]:
    """Return the drawings that are in no theme."""
    return [
        one for one in sorted_records(known.vision.drawings) if one.theme not in known.vision.themes
    ]


def draw(book: Report, known: PlanContext) -> None:
    """Show all of them."""
    draw_drawings(book, known, loose(known))


def has_some(known: PlanContext) -> bool:
    """Tell whether there is any."""
    return bool(loose(known))


CHAPTER = Chapter("drawings", N_("What people drew"), draw, when=has_some, runs_on=True)
