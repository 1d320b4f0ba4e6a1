"""The blocks of the plan as OOXML paragraphs, lists and tables (ECMA-376)."""

import re
from collections.abc import Callable, Sequence
from functools import singledispatchmethod
from typing import NamedTuple

from path_planner.exports.vision.docx import ooxml
from path_planner.exports.vision.docx.ooxml import safe
from path_planner.exports.vision.plan import blocks
from path_planner.exports.vision.plan.blocks import Block
from path_planner.pdf import table as sheet_table
from path_planner.pdf.crossref import Ref
from path_planner.typography.bidi import reads_from_right
from path_planner.typography.segmentation import SPACES, paragraphs

_WHOLE = 5000
"""The full width in fiftieths of a percent, the unit of `w:type="pct"`."""
_TWIPS = 9070
"""The same between the margins of A4."""
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="E4ECF4"/>'
_NARROWEST, _WIDEST, _SHARE = 5, 34, 0.6
"""The least and most characters of a column's width; it needs this share of its mean content."""


class Cell(NamedTuple):
    """A cell: its markup, and its text for measuring."""

    inside: str
    letters: str
    head: bool = False


def table(rows: Sequence[Sequence[Cell]], caption: str, *, mirrored: bool) -> str:
    """Return a table; rows whose cells are all headers are repeated on every page."""
    widths = _widths(rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    told = f'<w:tblCaption w:val="{safe(caption)}"/>' if caption else ""
    facts = (
        '<w:tblStyle w:val="TableGrid"/>'
        + ("<w:bidiVisual/>" if mirrored else "")
        + f'<w:tblW w:w="{_WHOLE}" w:type="pct"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{told}'
    )
    lines = "".join(_row(row, widths) for row in rows)
    return f"<w:tbl><w:tblPr>{facts}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _row(row: Sequence[Cell], widths: Sequence[int]) -> str:
    on_top = all(cell.head for cell in row)
    facts = "<w:cantSplit/><w:tblHeader/>" if on_top else "<w:cantSplit/>"
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_SHADE if on_top else ""}</w:tcPr>'
        f"{cell.inside}</w:tc>"
        for cell, width in zip(row, widths, strict=True)
    )
    return f"<w:tr><w:trPr>{facts}</w:trPr>{cells}</w:tr>"


def _widths(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Divide the width by the amount of text, so that words of usual length are not broken."""
    needs = []
    for column in zip(*rows, strict=True):
        words = [len(word) for cell in column for word in cell.letters.split()]
        # Beside its letters, a cell has room for one more.
        mean = sum(len(cell.letters) + 1 for cell in column) / len(column)
        needs.append(min(max(_NARROWEST, *words, mean * _SHARE), _WIDEST))
    return [round(_TWIPS * need / sum(needs)) for need in needs]


_LINK = re.compile(r'<w:hyperlink w:anchor="([^"]*)" w:history="1">(.*?)</w:hyperlink>', re.DOTALL)
Shown = Callable[[blocks.Figure], str]
"""Adds a drawing with alternative text to the document; returns the markup that shows it."""
_CELL, _QUOTE = "Cell", "Quote"


class Body:
    """Writes blocks as markup, and collects the headings for the table of contents."""

    def __init__(self, drawing: Shown, *, mirrored: bool) -> None:
        self._shown = drawing
        self._mirrored = mirrored
        self._marks: set[str] = set()
        self._last_head = ""
        self.heads: list[tuple[int, str, str]] = []
        """Level, text and bookmark of each heading."""

    def without_dead_links(self, markup: str) -> str:
        """Return markup in which links to places that were never written are plain text.

        What they lead to is in the evidence.
        """
        return _LINK.sub(lambda link: link[0] if link[1] in self._marks else link[2], markup)

    @singledispatchmethod
    def written(self, block: Block) -> str:
        """Return the markup of a block, dispatched by its type to the methods below."""
        raise TypeError(type(block))

    @written.register
    def _chapter_start(self, start: blocks.ChapterStart) -> str:
        return self._head(start.title, 1, start.key)

    @written.register
    def _heading(self, heading: blocks.Heading) -> str:
        return self._head(heading.text, heading.level)

    @written.register
    def _paragraph(self, paragraph: blocks.Paragraph) -> str:
        return self._text(paragraph.text, bold=paragraph.bold)

    @written.register
    def _lead(self, lead: blocks.Lead) -> str:
        return self._text(lead.text, "Lead")

    @written.register
    def _label(self, label: blocks.Label) -> str:
        return self._text(label.text, bold=True, anchor=label.anchor)

    @written.register
    def _list(self, bullets: blocks.BulletList) -> str:
        return "".join(self._text(item, "ListBullet") for item in bullets.items)

    @written.register
    def _references(self, references: blocks.References, style: str = "") -> str:
        if not references.refs:
            return ""
        inside = self._mark(references.anchor) + self._inline(references.label, references.refs)
        return ooxml.paragraph(inside, style, right=self._right(references.label))

    @written.register
    def _quote(self, quote: blocks.BlockQuote) -> str:
        words = self._text(quote.words, _QUOTE, language=quote.language)
        return words + self._references(blocks.References(quote.by, quote.refs), _QUOTE)

    @written.register
    def _table(self, given: blocks.Table) -> str:
        heads = [
            self._cell(sheet_table.Cell(column.title), column=True) for column in given.columns
        ]
        rows = [
            [self._cell(cell, row=index == 0) for index, cell in enumerate(row)]
            for row in given.rows
        ]
        made = table([heads, *rows], self._last_head, mirrored=self._mirrored)
        return made + ooxml.paragraph("")

    @written.register
    def _chart(self, chart: blocks.BarChart) -> str:
        """Return the table alone: it has the numbers of the bars."""
        return self._head(chart.title, 3) + self._table(chart.table)

    @written.register
    def _opener(self, opener: blocks.ThemeOpener) -> str:
        parts = [self._text(opener.label, anchor=opener.name), self._head(opener.title, 2)]
        parts += [self._text(opener.statement, "Lead")] if opener.statement else []
        return "".join(parts)

    @written.register
    def _figures(self, figures: blocks.Figures) -> str:
        return "".join(self._figure(figure) for figure in figures.figures)

    def _figure(self, figure: blocks.Figure) -> str:
        shown = ooxml.paragraph(self._shown(figure))
        return shown + self._text(figure.words) + self._references(figure.refs)

    @written.register
    def _columns(self, beside: blocks.SideBySide) -> str:
        """Return columns one after the other."""
        return "".join(self.written(block) for column in beside.columns for block in column)

    @written.register(blocks.Poster)
    @written.register(blocks.Space)
    @written.register(blocks.PageBreak)
    def _nothing(self, _block: Block) -> str:
        """Return nothing for blocks that only concern pages; the poster is on the first page."""
        return ""

    def _head(self, text: str, level: int, anchor: str = "") -> str:
        words = _plain(text)
        self._last_head = words
        name = f"head_{len(self.heads) + 1}"
        self.heads.append((level, words, name))
        inside = self._mark_named(name) + self._mark(anchor) + ooxml.run(words)
        return ooxml.paragraph(inside, f"Heading{level}", right=self._right(text))

    def _text(
        self,
        text: str,
        style: str = "",
        *,
        bold: bool = False,
        anchor: str = "",
        language: str = "",
    ) -> str:
        inside = self._mark(anchor) + ooxml.run(_plain(text), bold=bold, language=language)
        return ooxml.paragraph(inside, style, right=self._right(text))

    def _cell(
        self, given: str | sheet_table.Cell, *, column: bool = False, row: bool = False
    ) -> Cell:
        cell = sheet_table.Cell(given) if isinstance(given, str) else given
        bold = column or row
        inside = self._mark(cell.anchor)
        inside += self._inline(cell.text, cell.refs, bold=bold, language=cell.language)
        letters = [_plain(cell.text), *(ref.name for ref in cell.refs)]
        right = self._right(cell.text)
        return Cell(
            ooxml.paragraph(inside, _CELL, right=right), " ".join(filter(None, letters)), column
        )

    def _inline(
        self, text: str, refs: Sequence[Ref], *, bold: bool = False, language: str = ""
    ) -> str:
        """Return text and links, separated by spaces."""
        words = _plain(text)
        links = [
            ooxml.hyperlink(
                ooxml.run(ref.name, bold=bold, link=True), ooxml.mark_name(ref.anchor.name)
            )
            for ref in refs
        ]
        space = ooxml.run(" ", bold=bold, language=language)
        before = ooxml.run(f"{words} " if links and words else words, bold=bold, language=language)
        return before + space.join(links)

    def _right(self, text: str) -> bool:
        """Whether a text is right-to-left, by its own direction or the document's."""
        return self._mirrored or reads_from_right(_plain(text).partition("\n")[0])

    def _mark(self, anchor: str) -> str:
        return self._mark_named(ooxml.mark_name(anchor)) if anchor else ""

    def _mark_named(self, name: str) -> str:
        """Return a bookmark, or nothing if its name is used already."""
        if name in self._marks:
            return ""
        self._marks.add(name)
        return ooxml.bookmark(name, len(self._marks))


def _plain(text: str) -> str:
    """Return a text normalised as in the PDF, except for line breaks."""
    return "\n".join(line.strip(SPACES) for line in paragraphs(text)).rstrip()
