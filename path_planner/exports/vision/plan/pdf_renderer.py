"""The blocks of the plan drawn into a tagged PDF on A4."""

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

LOOK = PageStyle(points=blocks.POINTS, margin=24)
POSTER_SIZE = LOOK.landscape_size
"""Width and height in millimetres of the poster in the plan, which has a page on its side."""
_STAMP = 30.0


@singledispatch
def draw(block: Block, _book: Report) -> None:
    """Draw a block where the book has come to; each kind of block has a function below."""
    raise TypeError(type(block))


@draw.register
def _draw_chapter_start(start: blocks.ChapterStart, book: Report) -> None:
    book.chapter(start.title, start.key, runs_on=start.runs_on, keep=start.keep)


@draw.register
def _draw_heading(heading: blocks.Heading, book: Report) -> None:
    book.heading(
        heading.text,
        heading.level,
        points=heading.points,
        bookmarked=heading.bookmarked,
        keep=heading.keep,
    )


@draw.register
def _draw_paragraph(paragraph: blocks.Paragraph, book: Report) -> None:
    style = DOCUMENT_BOLD if paragraph.bold else DOCUMENT
    book.paragraph(paragraph.text, style=style, small=paragraph.small)


@draw.register
def _draw_lead(lead: blocks.Lead, book: Report) -> None:
    book.lead(lead.text, points=lead.points)


@draw.register
def _draw_label(label: blocks.Label, book: Report) -> None:
    book.ensure_space(label.keep)
    if label.anchor:
        book.document.anchor(label.anchor, max(book.y - book.look.size, 0))
    book.label(label.text)


@draw.register
def _draw_list(bullets: blocks.BulletList, book: Report) -> None:
    book.bullets(bullets.items)


@draw.register
def _draw_references(references: blocks.References, book: Report) -> None:
    if references.refs and references.anchor:
        book.ensure_space(references.keep)
        book.document.anchor(references.anchor, book.y)
    refs_paragraph(book, references.label, references.refs, points=references.points)


@draw.register
def _draw_quote(quote: blocks.BlockQuote, book: Report) -> None:
    """Draw a quote with a quiet line at its side."""
    size = quote.points * 25.4 / 72
    lines = wrap(quote.words, book.width - 5, DOCUMENT, size)
    height = line_metrics(quote.words, DOCUMENT, size).line * len(lines)
    with book.document.tag("BlockQuote"):
        with book.ruled(height + book.look.size * 2.8, book.look.accent):
            with book.document.tag("P", language=quote.language) as node:
                book.write(lines, node, size=size)
            refs_paragraph(book, quote.by, quote.refs)
        book.space(book.look.size * 0.5)


@draw.register
def _draw_table(table: blocks.Table, book: Report) -> None:
    book.ensure_space(table.keep)
    draw_table(book, table.columns, table.rows, points=table.points)


@draw.register
def _draw_chart(chart: blocks.BarChart, book: Report) -> None:
    draw_chart(book, chart)
    draw(chart.table, book)


@draw.register
def _draw_opener(opener: blocks.ThemeOpener, book: Report) -> None:
    """Draw name and statement large, with the stamp at the far side."""
    top, left, width = book.y, book.left, book.width
    page = book.document.current_page
    book.document.anchor(opener.name, top - book.look.size)
    book.width -= _STAMP + 8
    book.left += _STAMP + 8 if book.mirrored else 0
    book.paragraph(opener.label, small=True)
    book.y -= book.look.size
    book.heading(opener.title, 2, points=24)
    if opener.statement:
        book.lead(opener.statement, points=17)
    book.left, book.width = left, width
    x = left + (0 if book.mirrored else width - _STAMP)
    here = book.document.current_page
    book.document.goto_page(page)
    draw_stamp(book, opener.stamp, Box(x, top, _STAMP, _STAMP))
    book.document.goto_page(here)
    if here == page:
        book.y = max(book.y, top + _STAMP + 3)
    book.space(2)


@draw.register
def _draw_figures(figures: blocks.Figures, book: Report) -> None:
    draw_figures(book, figures.figures)


@draw.register
def _draw_poster(poster: blocks.Poster, book: Report) -> None:
    draw_poster(book, poster.scene)


@draw.register
def _draw_columns(beside: blocks.SideBySide, book: Report) -> None:
    columns = (partial(_draw_all, column, book) for column in beside.columns)
    book.beside(*columns, shares=beside.shares)


def _draw_all(column: tuple[Block, ...], book: Report) -> None:
    for block in column:
        draw(block, book)


@draw.register
def _leave_space(space: blocks.Space, book: Report) -> None:
    book.space(space.height)


@draw.register
def _break_page(_: blocks.PageBreak, book: Report) -> None:
    book.new_page()
