"""Draw tables: rows continue on the next page, where the heads are repeated."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from path_planner.pdf.crossref import Ref, RefLine, in_lines, write_refs
from path_planner.pdf.flow import FlowDocument
from path_planner.pdf.path_operators import Paint, rectangle
from path_planner.pdf.structure import Node
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.line_breaking import Line, wrap
from path_planner.typography.metrics import LineMetrics, line_metrics

_HEAD_FILL = "#e4ecf4"
_PAD = 0.4
_COLUMN = 6.5
"""How tall the tallest column that stands in a cell is."""
_BESIDE = 2.6
"""Ems that the number before a bar has for itself."""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and its share of the width."""

    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: words, then links to other places; other links can lead to it."""

    text: str = ""
    refs: tuple[Ref, ...] = ()
    anchor: str = ""
    language: str = ""
    quiet: bool = False
    bar: float | None = None
    """A bar after the words, as a part of the longest; the words say the same."""
    column: float | None = None
    """A column standing below the words, as a part of the tallest; the words say the same."""


Row = Sequence[str | Cell]


@dataclass(frozen=True, slots=True)
class _Laid:
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
    sheet: FlowDocument,
    columns: Sequence[Column],
    rows: Iterable[Row],
    *,
    heads: bool = True,
    points: float = 0.0,
) -> None:
    """Draw a table; with `heads` the first cell of each row names the row."""
    _Table(sheet, columns, points).draw(rows, heads=heads)


class _Table:
    """Knows where each column stands; columns follow the side the sheet reads from."""

    def __init__(self, sheet: FlowDocument, columns: Sequence[Column], points: float) -> None:
        self._sheet = sheet
        look = sheet.look
        self._size = replace(look, points=points).size if points else look.size * 0.92
        self._pad = self._size * _PAD
        whole = sum(column.share for column in columns)
        self._width = [sheet.width * column.share / whole for column in columns]
        before = [sum(self._width[:place]) for place in range(len(columns))]
        self._left = [
            sheet.width - start - width if sheet.mirrored else start
            for start, width in zip(before, self._width, strict=True)
        ]
        self._titles = [Cell(column.title) for column in columns]
        self._node = sheet.document.branch("Table")

    def draw(self, rows: Iterable[Row], *, heads: bool) -> None:
        """Draw the heads and all the rows."""
        titles = self._row(self._titles, ["Column"] * len(self._titles))
        self._unread = [replace(title, node=None) for title in titles]
        self._sheet.ensure_space(self._height(titles) + self._size * 5)
        self._paint(titles, fill=_HEAD_FILL)
        for row in rows:
            scopes = ["Row" if heads and place == 0 else "" for place in range(len(row))]
            self._flow(self._row(row, scopes))
        self._sheet.space(self._size)

    def _row(self, row: Row, scopes: Sequence[str]) -> list[_Laid]:
        line = self._sheet.document.branch("TR", parent=self._node)
        return [
            self._laid(Cell(cell) if isinstance(cell, str) else cell, line, scope, width)
            for cell, scope, width in zip(row, scopes, self._width, strict=True)
        ]

    def _laid(self, cell: Cell, line: Node, scope: str, width: float) -> _Laid:
        style, room = DOCUMENT_BOLD if scope else DOCUMENT, width - 2 * self._pad
        role = "TH" if scope else "TD"
        node = self._sheet.document.branch(role, parent=line, scope=scope, language=cell.language)
        rows: tuple[Line | RefLine, ...] = in_lines(cell.refs, room, style, self._size)
        if cell.text or not rows:
            rows = (*wrap(cell.text, room, style, self._size), *rows)
        height = line_metrics(cell.text, style, self._size)
        return _Laid(
            rows, style, height, node, cell.anchor, cell.quiet, bar=cell.bar, column=cell.column
        )

    def _flow(self, cells: list[_Laid]) -> None:
        """Paint a row where it fits; one taller than a page goes on over the next."""
        sheet = self._sheet
        page_room = sheet.bottom - sheet.top - self._height(self._unread)
        while cells:
            if sheet.y + min(self._height(cells), page_room) > sheet.bottom:
                sheet.new_page()
                self._paint(self._unread, fill=_HEAD_FILL)
            now, cells = self._cut(cells, sheet.bottom - sheet.y - 2 * self._pad)
            self._paint(now)

    def _cut(self, cells: list[_Laid], room: float) -> tuple[list[_Laid], list[_Laid]]:
        if max(cell.height for cell in cells) <= room:
            return cells, []
        counts = [max(1, int(room / cell.metrics.line)) for cell in cells]
        now = [
            replace(cell, rows=cell.rows[:count]) for cell, count in zip(cells, counts, strict=True)
        ]
        rest = [
            replace(cell, rows=cell.rows[count:], anchor="", bar=None, column=None)
            for cell, count in zip(cells, counts, strict=True)
        ]
        return now, rest

    def _height(self, cells: list[_Laid]) -> float:
        return max(cell.height for cell in cells) + 2 * self._pad

    def _paint(self, cells: list[_Laid], *, fill: str = "") -> None:
        sheet, height = self._sheet, self._height(cells)
        if fill:
            with sheet.document.artifact():
                frame = rectangle(sheet.left, sheet.y, sheet.width, height)
                sheet.document.shape(frame, paint=Paint(fill=fill))
        for cell, start, width in zip(cells, self._left, self._width, strict=True):
            if cell.anchor:
                sheet.document.anchor(cell.anchor, sheet.y)
            self._write(cell, sheet.left + start + self._pad, width - 2 * self._pad)
            self._draw(cell, sheet.left + start + self._pad, width - 2 * self._pad, height)
        sheet.y += height
        sheet.rule(sheet.left, sheet.y, sheet.width)

    def _write(self, cell: _Laid, left: float, width: float) -> None:
        document, look = self._sheet.document, self._sheet.look
        base = self._sheet.y + self._pad + cell.metrics.ascent
        for place, row in enumerate(cell.rows):
            y = base + place * cell.metrics.line
            with document.inside(cell.node) if cell.node else document.artifact():
                if not isinstance(row, Line):
                    start = left + (width if self._sheet.mirrored else 0)
                    write_refs(self._sheet, row, start, y, style=cell.style, size=self._size)
                    continue
                x = left + (width - row.width if row.from_right else 0)
                ink = look.quiet if cell.quiet else look.ink
                document.text_line(x, y, row, style=cell.style, size=self._size, ink=ink)

    def _draw(self, cell: _Laid, left: float, width: float, height: float) -> None:
        """Draw what shows a number once more: readers hear the number alone."""
        sheet = self._sheet
        if cell.bar is not None:
            words = max((row.width for row in cell.rows if isinstance(row, Line)), default=0.0)
            before = max(self._size * _BESIDE, words + self._size * 0.7)
            long = (width - before) * cell.bar
            x = left + width - before - long if sheet.mirrored else left + before
            top = sheet.y + self._pad + cell.metrics.line * 0.14
            self._fill(x, top, long, cell.metrics.line * 0.72)
        if cell.column is not None:
            high = max((_COLUMN - 0.6) * cell.column, 0.2)
            # All columns of a row stand on one line, wherever the row's words end.
            self._fill(left, sheet.y + height - self._pad * 0.5 - high, min(width, 11.0), high)

    def _fill(self, x: float, y: float, width: float, height: float) -> None:
        if width > 0:
            with self._sheet.document.artifact():
                shape = rectangle(x, y, width, height)
                self._sheet.document.shape(shape, paint=Paint(fill=self._sheet.look.accent))
