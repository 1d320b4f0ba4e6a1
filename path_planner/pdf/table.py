"""Draw tables: rows continue on the next page, where the heads are repeated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from path_planner.pdf.crossref import Ref, RefLine, in_lines, write_refs
from path_planner.pdf.flow import FlowDocument
from path_planner.pdf.path_operators import Paint, rectangle
from path_planner.pdf.structure import Node
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import LineMetrics, line_metrics
from path_planner.typography.line_breaking import Line, wrap

_PAD = 0.4
_COLUMN = 6.5
"""The height of the tallest column inside a cell, in millimetres."""
_BESIDE = 2.6
"""The least width of the number before a bar, in ems."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and its share of the width."""

    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: text, then references; `anchor` makes it a target of links."""

    text: str = ""
    refs: tuple[Ref, ...] = ()
    anchor: str = ""
    language: str = ""
    quiet: bool = False
    bar: float | None = None
    """A bar after the text, from 0 to 1; the text has the same information."""
    column: float | None = None
    """A vertical bar below the text, from 0 to 1; the text has the same information."""


Row = Sequence[str | Cell]


@dataclass(frozen=True, slots=True)
class _CellLayout:
    rows: tuple[Line | RefLine, ...]
    style: Style
    metrics: LineMetrics
    node: Node | None
    anchor: str = ""
    quiet: bool = False
    bar: float | None = None
    column: float | None = None

    @property
    def height(self) -> float:
        return self.metrics.line * len(self.rows) + (0 if self.column is None else _COLUMN)


def draw_table(
    flow: FlowDocument,
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    heads: bool = True,
    points: float = 0.0,
) -> None:
    """Draw a table; with `heads` the first cell of each row is its header (TH)."""
    _Table(flow, columns, points).draw(rows, heads=heads)


def beginning_height(
    flow: FlowDocument, columns: Sequence[Column], rows: Sequence[Row], *, points: float = 0.0
) -> float:
    """Return the height in millimetres of the heads and the first row, which stay together."""
    size = _size(flow, points)
    whole = sum(column.share for column in columns)
    rooms = [flow.width * column.share / whole - 2 * size * _PAD for column in columns]
    height = 0.0
    for row in ([column.title for column in columns], *rows[:1]):
        cells = [cell if isinstance(cell, Cell) else Cell(cell) for cell in row]
        # As if all were bold, whose letters are the wider ones.
        height += 2 * size * _PAD + max(
            line_metrics(cell.text, DOCUMENT_BOLD, size).line
            * len(_lines(cell, room, DOCUMENT_BOLD, size))
            + (0 if cell.column is None else _COLUMN)
            for cell, room in zip(cells, rooms, strict=True)
        )
    return height


def _size(flow: FlowDocument, points: float) -> float:
    return replace(flow.page_style, points=points).size if points else flow.page_style.size * 0.92


def _lines(cell: Cell, room: float, style: Style, size: float) -> tuple[Line | RefLine, ...]:
    refs = in_lines(cell.refs, room, style, size)
    return (*wrap(cell.text, room, style, size), *refs) if cell.text or not refs else refs


class _Table:
    """A table with the positions of its columns, mirrored in right-to-left documents."""

    def __init__(self, flow: FlowDocument, columns: Sequence[Column], points: float) -> None:
        self._flow = flow
        self._size = _size(flow, points)
        self._pad = self._size * _PAD
        whole = sum(column.share for column in columns)
        self._width = [flow.width * column.share / whole for column in columns]
        before = [sum(self._width[:index]) for index in range(len(columns))]
        self._left = [
            flow.width - start - width if flow.mirrored else start
            for start, width in zip(before, self._width, strict=True)
        ]
        self._titles = [Cell(column.title) for column in columns]
        self._node = flow.document.branch("Table")

    def draw(self, rows: Iterable[Row], *, heads: bool) -> None:
        """Draw the heads and all the rows."""
        titles = self._row(self._titles, ["Column"] * len(self._titles))
        self._repeated_titles = [replace(title, node=None) for title in titles]
        laid_out = (self._body_row(row, heads=heads) for row in rows)
        first = next(laid_out, [])
        self._flow.ensure_space(self._height(titles) + self._least_height(first))
        self._paint(titles, fill=self._flow.page_style.fill)
        for cells in chain([first], laid_out):
            self._draw_row(cells)
        self._flow.space(self._size)

    def _body_row(self, row: Row, *, heads: bool) -> list[_CellLayout]:
        return self._row(row, ["Row" if heads and not index else "" for index in range(len(row))])

    def _least_height(self, cells: list[_CellLayout]) -> float:
        """Return the height that a row needs below heads: a page's, if it is taller than a page."""
        flow = self._flow
        page_room = flow.bottom - flow.top - self._height(self._repeated_titles)
        return min(self._height(cells), page_room) if cells else self._size * 5

    def _row(self, row: Row, scopes: Sequence[str]) -> list[_CellLayout]:
        line = self._flow.document.branch("TR", parent=self._node)
        return [
            self._layout(Cell(cell) if isinstance(cell, str) else cell, line, scope, width)
            for cell, scope, width in zip(row, scopes, self._width, strict=True)
        ]

    def _layout(self, cell: Cell, line: Node, scope: str, width: float) -> _CellLayout:
        style, room = DOCUMENT_BOLD if scope else DOCUMENT, width - 2 * self._pad
        role = "TH" if scope else "TD"
        node = self._flow.document.branch(role, parent=line, scope=scope, language=cell.language)
        rows = _lines(cell, room, style, self._size)
        height = line_metrics(cell.text, style, self._size)
        return _CellLayout(
            rows, style, height, node, cell.anchor, cell.quiet, bar=cell.bar, column=cell.column
        )

    def _draw_row(self, cells: list[_CellLayout]) -> None:
        """Draw a row, on the next page if it does not fit; a row taller than a page is split."""
        flow = self._flow
        while cells:
            if flow.y + self._least_height(cells) > flow.bottom:
                flow.new_page()
                self._paint(self._repeated_titles, fill=flow.page_style.fill)
            first, cells = self._cut(cells, flow.bottom - flow.y - 2 * self._pad)
            self._paint(first)

    def _cut(
        self, cells: list[_CellLayout], room: float
    ) -> tuple[list[_CellLayout], list[_CellLayout]]:
        if max(cell.height for cell in cells) <= room:
            return cells, []
        counts = [max(1, int(room / cell.metrics.line)) for cell in cells]
        first = [
            replace(cell, rows=cell.rows[:count]) for cell, count in zip(cells, counts, strict=True)
        ]
        rest = [
            replace(cell, rows=cell.rows[count:], anchor="", bar=None, column=None)
            for cell, count in zip(cells, counts, strict=True)
        ]
        return first, rest

    def _height(self, cells: list[_CellLayout]) -> float:
        return max(cell.height for cell in cells) + 2 * self._pad

    def _paint(self, cells: list[_CellLayout], *, fill: str = "") -> None:
        flow, height = self._flow, self._height(cells)
        if fill:
            with flow.document.artifact():
                frame = rectangle(flow.left, flow.y, flow.width, height)
                flow.document.shape(frame, paint=Paint(fill=fill))
        for cell, start, width in zip(cells, self._left, self._width, strict=True):
            if cell.anchor:
                flow.document.anchor(cell.anchor, flow.y)
            self._write(cell, flow.left + start + self._pad, width - 2 * self._pad)
            self._draw(cell, flow.left + start + self._pad, width - 2 * self._pad, height)
        flow.y += height
        flow.rule(flow.left, flow.y, flow.width)

    def _write(self, cell: _CellLayout, left: float, width: float) -> None:
        document, page_style = self._flow.document, self._flow.page_style
        base = self._flow.y + self._pad + cell.metrics.ascent
        for index, row in enumerate(cell.rows):
            y = base + index * cell.metrics.line
            with document.inside(cell.node) if cell.node else document.artifact():
                if not isinstance(row, Line):
                    start = left + (width if self._flow.mirrored else 0)
                    write_refs(self._flow, row, start, y, style=cell.style, size=self._size)
                    continue
                x = left + (width - row.width if row.from_right else 0)
                ink = page_style.quiet if cell.quiet else page_style.ink
                document.text_line(x, y, row, style=cell.style, size=self._size, ink=ink)

    def _draw(self, cell: _CellLayout, left: float, width: float, height: float) -> None:
        """Draw the bars of a cell, as artifacts: screen readers read the number alone."""
        flow = self._flow
        if cell.bar is not None:
            words = max((row.width for row in cell.rows if isinstance(row, Line)), default=0.0)
            number_width = max(self._size * _BESIDE, words + self._size * 0.7)
            length = (width - number_width) * cell.bar
            x = left + width - number_width - length if flow.mirrored else left + number_width
            top = flow.y + self._pad + cell.metrics.line * 0.14
            self._fill(x, top, length, cell.metrics.line * 0.72)
        if cell.column:
            # What is 0 has no bar, and what is not 0 has one that can be seen.
            bar_height = max((_COLUMN - 0.6) * cell.column, 0.2)
            # The vertical bars of a row stand on one line, wherever its texts end.
            self._fill(
                left, flow.y + height - self._pad * 0.5 - bar_height, min(width, 11.0), bar_height
            )

    def _fill(self, x: float, y: float, width: float, height: float) -> None:
        if width > 0:
            with self._flow.document.artifact():
                shape = rectangle(x, y, width, height)
                self._flow.document.shape(shape, paint=Paint(fill=self._flow.page_style.accent))
