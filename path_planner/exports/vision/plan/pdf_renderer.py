"""Rendering of the plan's blocks as a tagged PDF on A4."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial, singledispatch
from itertools import zip_longest

from path_planner import stamps
from path_planner.exports.scene_to_pdf import PdfSceneRenderer
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.blocks import (
    ROW,
    BarChart,
    Block,
    Figure,
    Heading,
    Label,
    Table,
)
from path_planner.exports.vision.plan.figures import strokes_of
from path_planner.pdf.bar_chart import bars_height, draw_bars
from path_planner.pdf.canvas import Box
from path_planner.pdf.crossref import refs_paragraph
from path_planner.pdf.flow import PageStyle
from path_planner.pdf.path_operators import Outline, Paint, circle, rounded
from path_planner.pdf.report import Report
from path_planner.pdf.table import beginning_height, draw_table
from path_planner.scene.model import Scene
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD
from path_planner.typography.glyphs import line_metrics
from path_planner.typography.line_breaking import wrap

_IN_A_ROW, _BETWEEN = 2, 7.0
_HEIGHT = 58.0
"""The height of frames: three rows with their captions fill a page."""
_FRAME = 4.0
_SMALL = 10.0 * 25.4 / 72
_TITLE = 12.0
"""The height of the heading of a chart."""
_BELOW_A_TITLE = 12.0
"""The height of a label or the space below a heading, before what it is for."""
_AFTER_AN_OPENING = blocks.EM * 8
"""The height of the counts and the first words that stand below the opening of a theme."""
_HOLE, _FIRST_ROWS = 0.4, 4
"""A chart is kept with its whole table only if the page before is filled beyond this part."""


def draw_stamp(report: Report, icon: str, place: Box) -> None:
    """Draw a stamp on a pale disc; an unknown stamp is left out."""
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
    with report.document.artifact():
        disc = circle(place.x + middle, place.y + middle, middle)
        report.document.shape(disc, paint=Paint(fill="#e4ecf4"))
    with report.document.tag("Figure", alt=stamp.words, box=place):
        pen = Paint(stroke=report.page_style.accent, width=stamp.line * scale * 0.8)
        report.document.shape(*paths, paint=pen)


def draw_figures(report: Report, figures: Sequence[Figure]) -> None:
    """Draw drawings in a grid of frames of one size."""
    for start in range(0, len(figures), _IN_A_ROW):
        row = figures[start : start + _IN_A_ROW]
        width = (report.width - _BETWEEN * (_IN_A_ROW - 1)) / _IN_A_ROW
        report.ensure_space(
            _HEIGHT
            + max(_words_height(figure.words, width) for figure in row)
            + report.page_style.size
        )
        left, whole = report.left, report.width
        # A single drawing in the last row has the same size as the others.
        report.width = width * len(row) + _BETWEEN * (len(row) - 1)
        report.left += whole - report.width if report.mirrored else 0
        report.beside(*(partial(_draw_figure, report, figure) for figure in row))
        report.left, report.width = left, whole
        report.space(report.page_style.size * 0.8)


def _words_height(words: str, width: float) -> float:
    """Return the height of a caption, limited for very long ones, which may break over pages."""
    lines = wrap(words, width, DOCUMENT, _SMALL)
    return line_metrics(words, DOCUMENT, _SMALL).line * (min(len(lines), 6) + 1)


def _draw_figure(report: Report, figure: Figure) -> None:
    """Draw a drawing in a frame, with its caption below."""
    drawing = figure.drawing
    room = report.width - 2 * _FRAME
    scale = min(room / drawing.width, (_HEIGHT - 2 * _FRAME) / drawing.height)
    width, height = drawing.width * scale, drawing.height * scale
    with report.figure(figure.words, _HEIGHT) as place:
        frame = rounded(place.x, place.y, place.width, _HEIGHT, 2)
        report.document.shape(frame, paint=Paint(stroke=report.page_style.rule, width=0.25))
        x, y = place.x + (place.width - width) / 2, place.y + (_HEIGHT - height) / 2
        with report.document.window(Box(0, 0, width, height), x, y):
            report.document.ink(strokes_of(drawing, scale))
    with report.document.tag("P") as node:
        report.write(wrap(figure.words, report.width, DOCUMENT, _SMALL), node, size=_SMALL)
    refs_paragraph(report, figure.refs.label, figure.refs.refs, points=figure.refs.points)


def draw_chart(report: Report, chart: BarChart) -> None:
    """Draw heading and bars, on one page with the table or some of its rows."""
    keep = _with_table(report, chart)
    report.heading(chart.title, 3, bookmarked=False, keep=keep)
    draw_bars(report, chart.bars, chart.names, chart.in_words)


def _with_table(report: Report, chart: BarChart) -> float:
    """Return the height of a chart with its table, or with some rows if that wastes a page."""
    bars, room = bars_height(report, chart.bars, chart.names), report.bottom - report.top
    bars += _TITLE
    both = bars + ROW * (len(chart.bars) + 2)
    leaves_a_hole = report.y + both > report.bottom and report.y - report.top < room * _HOLE
    if both < room * 0.9 and not leaves_a_hole:
        return both
    return bars + ROW * _FIRST_ROWS if leaves_a_hole else bars


def draw_poster(report: Report, scene: Scene) -> None:
    """Draw the poster on a landscape page, tagged like the chapters."""
    with report.landscape() as room:
        scale = min(room.width / scene.width, room.height / scene.height)
        width, height = scene.width * scale, scene.height * scale
        x, y = room.x + (room.width - width) / 2, room.y + (room.height - height) / 2
        with report.document.window(Box(0, 0, width, height), x, y):
            PdfSceneRenderer(report.document, scene, scale, bookmarked=False).whole()


PAGE_STYLE = PageStyle(points=blocks.POINTS, margin=24)
POSTER_SIZE = PAGE_STYLE.landscape_size
"""Width and height in millimetres of the poster in the plan, on a landscape page."""
_STAMP = 24.0


def headings_with_tables(report: Report, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, with room below a heading for the first row of the table it is for."""
    return tuple(
        _with_its_table(report, block, after)
        for block, after in zip_longest(blocks, blocks[1:])
        if block is not None
    )


def _with_its_table(report: Report, block: Block, after: Block | None) -> Block:
    if not (isinstance(block, Heading | Label) and isinstance(after, Table)):
        return block
    beginning = beginning_height(report, after.columns, after.rows, points=after.points)
    return replace(block, keep=max(block.keep, beginning + _BELOW_A_TITLE))


@singledispatch
def draw(block: Block, _book: Report) -> None:
    """Draw a block at the current position, dispatched by its type to the functions below."""
    raise TypeError(type(block))


@draw.register
def _draw_chapter_start(start: blocks.ChapterStart, report: Report) -> None:
    report.chapter(start.title, start.key, runs_on=start.runs_on, keep=start.keep)


@draw.register
def _draw_heading(heading: blocks.Heading, report: Report) -> None:
    report.heading(
        heading.text,
        heading.level,
        points=heading.points,
        bookmarked=heading.bookmarked,
        keep=heading.keep,
    )


@draw.register
def _draw_paragraph(paragraph: blocks.Paragraph, report: Report) -> None:
    style = DOCUMENT_BOLD if paragraph.bold else DOCUMENT
    report.paragraph(paragraph.text, style=style, small=paragraph.small)


@draw.register
def _draw_lead(lead: blocks.Lead, report: Report) -> None:
    report.lead(lead.text, points=lead.points)


@draw.register
def _draw_label(label: blocks.Label, report: Report) -> None:
    report.ensure_space(label.keep)
    if label.anchor:
        report.document.anchor(label.anchor, max(report.y - report.page_style.size, 0))
    report.label(label.text)


@draw.register
def _draw_list(bullets: blocks.BulletList, report: Report) -> None:
    report.bullets(bullets.items)


@draw.register
def _draw_references(references: blocks.References, report: Report) -> None:
    if references.refs and references.anchor:
        report.ensure_space(references.keep)
        report.document.anchor(references.anchor, report.y)
    refs_paragraph(report, references.label, references.refs, points=references.points)


@draw.register
def _draw_quote(quote: blocks.BlockQuote, report: Report) -> None:
    """Draw a quote with a bar at its side."""
    size = quote.points * 25.4 / 72
    lines = wrap(quote.words, report.width - 5, DOCUMENT, size)
    height = line_metrics(quote.words, DOCUMENT, size).line * len(lines)
    with report.document.tag("BlockQuote"):
        with report.ruled(height + report.page_style.size * 2.8, report.page_style.accent):
            with report.document.tag("P", language=quote.language) as node:
                report.write(lines, node, size=size)
            refs_paragraph(report, quote.by, quote.refs)
        report.space(report.page_style.size * 0.5)


@draw.register
def _draw_table(table: blocks.Table, report: Report) -> None:
    report.ensure_space(table.keep)
    draw_table(report, table.columns, table.rows, points=table.points)


@draw.register
def _draw_chart(chart: blocks.BarChart, report: Report) -> None:
    draw_chart(report, chart)
    draw(chart.table, report)


@draw.register
def _draw_opener(opener: blocks.ThemeOpener, report: Report) -> None:
    """Draw name and statement large, with the stamp at the far side."""
    report.ensure_space(_opening_height(opener, report) + _AFTER_AN_OPENING)
    top, left, width = report.y, report.left, report.width
    page = report.document.current_page
    report.document.anchor(opener.name, top - report.page_style.size)
    report.width -= _STAMP + 8
    report.left += _STAMP + 8 if report.mirrored else 0
    report.paragraph(opener.label, small=True)
    report.y -= report.page_style.size
    report.heading(opener.title, 2, points=20)
    if opener.statement:
        report.lead(opener.statement, points=15)
    report.left, report.width = left, width
    x = left + (0 if report.mirrored else width - _STAMP)
    here = report.document.current_page
    report.document.goto_page(page)
    draw_stamp(report, opener.stamp, Box(x, top, _STAMP, _STAMP))
    report.document.goto_page(here)
    if here == page:
        report.y = max(report.y, top + _STAMP + 3)
    report.space(2)


def _opening_height(opener: blocks.ThemeOpener, report: Report) -> float:
    """Return the height of the label, the name and the statement, or of the stamp beside them."""
    room = report.width - _STAMP - 8
    parts = ((opener.title, DOCUMENT_BOLD, 20.0), (opener.statement, DOCUMENT, 15.0))
    sizes = [(words, style, points * 25.4 / 72) for words, style, points in parts if words]
    height = report.page_style.size + sum(
        line_metrics(words, style, size).line * len(wrap(words, room, style, size)) + size * 0.8
        for words, style, size in sizes
    )
    return max(height, _STAMP + 3)


@draw.register
def _draw_figures(figures: blocks.Figures, report: Report) -> None:
    draw_figures(report, figures.figures)


@draw.register
def _draw_poster(poster: blocks.Poster, report: Report) -> None:
    draw_poster(report, poster.scene)


@draw.register
def _draw_columns(beside: blocks.SideBySide, report: Report) -> None:
    columns = (partial(_draw_all, column, report) for column in beside.columns)
    report.beside(*columns, shares=beside.shares)


def _draw_all(column: tuple[Block, ...], report: Report) -> None:
    for block in headings_with_tables(report, column):
        draw(block, report)


@draw.register
def _leave_space(space: blocks.Space, report: Report) -> None:
    report.space(space.height)


@draw.register
def _break_page(_: blocks.PageBreak, report: Report) -> None:
    report.new_page()
