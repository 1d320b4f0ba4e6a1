"""Rendering of the plan's blocks as a tagged PDF on A4."""

from functools import partial, singledispatch

from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.blocks import Block
from path_planner.exports.vision.plan.pdf_figures import (
    draw_chart,
    draw_figures,
    draw_poster,
    draw_stamp,
)
from path_planner.pdf.canvas import Box
from path_planner.pdf.crossref import refs_paragraph
from path_planner.pdf.flow import PageStyle
from path_planner.pdf.report import Report
from path_planner.pdf.table import draw_table
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD
from path_planner.typography.line_breaking import wrap
from path_planner.typography.metrics import line_metrics

PAGE_STYLE = PageStyle(points=blocks.POINTS, margin=24)
POSTER_SIZE = PAGE_STYLE.landscape_size
"""Width and height in millimetres of the poster in the plan, on a landscape page."""
_STAMP = 30.0


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
    top, left, width = report.y, report.left, report.width
    page = report.document.current_page
    report.document.anchor(opener.name, top - report.page_style.size)
    report.width -= _STAMP + 8
    report.left += _STAMP + 8 if report.mirrored else 0
    report.paragraph(opener.label, small=True)
    report.y -= report.page_style.size
    report.heading(opener.title, 2, points=24)
    if opener.statement:
        report.lead(opener.statement, points=17)
    report.left, report.width = left, width
    x = left + (0 if report.mirrored else width - _STAMP)
    here = report.document.current_page
    report.document.goto_page(page)
    draw_stamp(report, opener.stamp, Box(x, top, _STAMP, _STAMP))
    report.document.goto_page(here)
    if here == page:
        report.y = max(report.y, top + _STAMP + 3)
    report.space(2)


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
    for block in column:
        draw(block, report)


@draw.register
def _leave_space(space: blocks.Space, report: Report) -> None:
    report.space(space.height)


@draw.register
def _break_page(_: blocks.PageBreak, report: Report) -> None:
    report.new_page()
