"""What a page of the plan shows with lines: stamps, drawings, charts and the poster."""

from collections.abc import Sequence
from functools import partial

from path_planner import stamps
from path_planner.exports.scene_to_pdf import PdfSceneRenderer
from path_planner.exports.vision.plan.blocks import ROW, BarChart, Figure
from path_planner.exports.vision.plan.figures import strokes_of
from path_planner.pdf.bar_chart import bars_height, draw_bars
from path_planner.pdf.canvas import Box
from path_planner.pdf.crossref import refs_paragraph
from path_planner.pdf.path_operators import Outline, Paint, circle, rounded
from path_planner.pdf.report import Report
from path_planner.scene.model import Scene
from path_planner.typography.fonts import DOCUMENT
from path_planner.typography.line_breaking import wrap
from path_planner.typography.metrics import line_metrics

_IN_A_ROW, _BETWEEN = 2, 7.0
_HEIGHT = 58.0
"""Three rows of frames so tall, with their words, fill a page."""
_FRAME = 4.0
_SMALL = 10.0 * 25.4 / 72
_HOLE, _FIRST_ROWS = 0.4, 4
"""A page is not left with less on it than this, if a chart and so many rows still fit."""


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


def draw_figures(book: Report, figures: Sequence[Figure]) -> None:
    """Draw what people drew in a calm grid, with frames of one size."""
    for start in range(0, len(figures), _IN_A_ROW):
        row = figures[start : start + _IN_A_ROW]
        width = (book.width - _BETWEEN * (_IN_A_ROW - 1)) / _IN_A_ROW
        book.ensure_space(
            _HEIGHT + max(_words_height(one.words, width) for one in row) + book.look.size
        )
        left, whole = book.left, book.width
        # One drawing that is left over is no larger than the others.
        book.width = width * len(row) + _BETWEEN * (len(row) - 1)
        book.left += whole - book.width if book.mirrored else 0
        book.beside(*(partial(_draw_figure, book, one) for one in row))
        book.left, book.width = left, whole
        book.space(book.look.size * 0.8)


def _words_height(words: str, width: float) -> float:
    """Return how tall the words below a drawing are; very long ones go on over the page."""
    lines = wrap(words, width, DOCUMENT, _SMALL)
    return line_metrics(words, DOCUMENT, _SMALL).line * (min(len(lines), 6) + 1)


def _draw_figure(book: Report, figure: Figure) -> None:
    """Draw into a quiet frame, with the words that stand for it below."""
    drawing = figure.drawing
    room = book.width - 2 * _FRAME
    scale = min(room / drawing.width, (_HEIGHT - 2 * _FRAME) / drawing.height)
    width, height = drawing.width * scale, drawing.height * scale
    with book.figure(figure.words, _HEIGHT) as place:
        frame = rounded(place.x, place.y, place.width, _HEIGHT, 2)
        book.document.shape(frame, paint=Paint(stroke=book.look.rule, width=0.25))
        x, y = place.x + (place.width - width) / 2, place.y + (_HEIGHT - height) / 2
        with book.document.window(Box(0, 0, width, height), x, y):
            book.document.ink(strokes_of(drawing, scale))
    with book.document.tag("P") as node:
        book.write(wrap(figure.words, book.width, DOCUMENT, _SMALL), node, size=_SMALL)
    refs_paragraph(book, figure.refs.label, figure.refs.refs, points=figure.refs.points)


def draw_chart(book: Report, chart: BarChart) -> None:
    """Draw the heading and the bars, on one page with as much of the table as is wise."""
    keep = _with_table(book, chart)
    book.heading(chart.title, 3, bookmarked=False, keep=keep)
    draw_bars(book, chart.bars, chart.names, chart.in_words)


def _with_table(book: Report, chart: BarChart) -> float:
    """Return how tall a chart is with its table, or with some rows where that leaves a hole."""
    bars, room = bars_height(book, chart.bars, chart.names), book.bottom - book.top
    both = bars + ROW * (len(chart.bars) + 2)
    leaves_a_hole = book.y + both > book.bottom and book.y - book.top < room * _HOLE
    if both < room * 0.9 and not leaves_a_hole:
        return both
    return bars + ROW * _FIRST_ROWS if leaves_a_hole else bars


def draw_poster(book: Report, scene: Scene) -> None:
    """Draw the poster on a page on its side, its words read like those of the chapters."""
    with book.landscape() as room:
        scale = min(room.width / scene.width, room.height / scene.height)
        width, height = scene.width * scale, scene.height * scale
        x, y = room.x + (room.width - width) / 2, room.y + (room.height - height) / 2
        with book.document.window(Box(0, 0, width, height), x, y):
            PdfSceneRenderer(book.document, scene, scale, bookmarked=False).whole()
