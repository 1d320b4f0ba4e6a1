"""Tables on a sheet: rows go over the end of a page, and the heads are repeated there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from path_planner.lettering.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.lettering.measure import Height, height
from path_planner.lettering.wrap import Line, wrap
from path_planner.pdf.outlines import Paint, rectangle
from path_planner.pdf.sheet import Sheet
from path_planner.pdf.structure import Node

_HEAD_FILL = "#e4ecf4"
_PAD = 0.4


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column and its share of the width."""

    title: str
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class _Cell:
    lines: tuple[Line, ...]
    style: Style
    height: Height
    node: Node | None

    @property
    def tall(self) -> float:
        return self.height.line * len(self.lines)


def draw_table(
    sheet: Sheet, columns: Sequence[Column], rows: Iterable[Sequence[str]], *, heads: bool = True
) -> None:
    """Draw a table; with `heads` the first cell of each row names the row."""
    _Table(sheet, columns).draw(rows, heads=heads)


class _Table:
    """Knows where each column stands; columns follow the side the sheet reads from."""

    def __init__(self, sheet: Sheet, columns: Sequence[Column]) -> None:
        self._sheet = sheet
        self._size = sheet.look.size * 0.92
        self._pad = self._size * _PAD
        whole = sum(column.share for column in columns)
        self._wide = [sheet.wide * column.share / whole for column in columns]
        before = [sum(self._wide[:place]) for place in range(len(columns))]
        self._left = [
            sheet.left + (sheet.wide - start - wide if sheet.mirrored else start)
            for start, wide in zip(before, self._wide, strict=True)
        ]
        self._titles = [column.title for column in columns]
        self._node = sheet.document.branch("Table")

    def draw(self, rows: Iterable[Sequence[str]], *, heads: bool) -> None:
        """Draw the heads and all the rows."""
        titles = self._row(self._titles, ["Column"] * len(self._titles))
        self._sheet.need(self._tall(titles) + self._size * 5)
        self._paint(titles, fill=_HEAD_FILL)
        for row in rows:
            scopes = ["Row" if heads and place == 0 else "" for place in range(len(row))]
            self._flow(self._row(row, scopes))
        self._sheet.space(self._size)

    def _row(self, texts: Sequence[str], scopes: Sequence[str]) -> list[_Cell]:
        document = self._sheet.document
        line = document.branch("TR", parent=self._node)
        found = []
        for text, scope, wide in zip(texts, scopes, self._wide, strict=True):
            style = DOCUMENT_BOLD if scope else DOCUMENT
            node = document.branch("TH" if scope else "TD", parent=line, scope=scope)
            lines = wrap(text, wide - 2 * self._pad, style, self._size)
            found.append(_Cell(lines, style, height(text, style, self._size), node))
        return found

    def _flow(self, cells: list[_Cell]) -> None:
        """Paint a row where it fits; one taller than a page goes on over the next."""
        sheet = self._sheet
        titles = [
            self._unread(title, wide) for title, wide in zip(self._titles, self._wide, strict=True)
        ]
        page_room = sheet.bottom - sheet.look.margin - self._tall(titles)
        while cells:
            if sheet.y + min(self._tall(cells), page_room) > sheet.bottom:
                sheet.new_page()
                self._paint(titles, fill=_HEAD_FILL)
            now, cells = self._cut(cells, sheet.bottom - sheet.y - 2 * self._pad)
            self._paint(now)

    def _cut(self, cells: list[_Cell], room: float) -> tuple[list[_Cell], list[_Cell]]:
        if max(cell.tall for cell in cells) <= room:
            return cells, []
        counts = [max(1, int(room / cell.height.line)) for cell in cells]
        now = [_part(cell, 0, count) for cell, count in zip(cells, counts, strict=True)]
        rest = [_part(cell, count, None) for cell, count in zip(cells, counts, strict=True)]
        return now, rest

    def _unread(self, title: str, wide: float) -> _Cell:
        lines = wrap(title, wide - 2 * self._pad, DOCUMENT_BOLD, self._size)
        return _Cell(lines, DOCUMENT_BOLD, height(title, DOCUMENT_BOLD, self._size), None)

    def _tall(self, cells: list[_Cell]) -> float:
        return max(cell.tall for cell in cells) + 2 * self._pad

    def _paint(self, cells: list[_Cell], *, fill: str = "") -> None:
        sheet, tall = self._sheet, self._tall(cells)
        if fill:
            with sheet.document.artifact():
                frame = rectangle(sheet.left, sheet.y, sheet.wide, tall)
                sheet.document.shape(frame, paint=Paint(fill=fill))
        for cell, left, wide in zip(cells, self._left, self._wide, strict=True):
            self._write(cell, left + self._pad, wide - 2 * self._pad)
        sheet.y += tall
        sheet.rule(sheet.left, sheet.y, sheet.wide)

    def _write(self, cell: _Cell, left: float, wide: float) -> None:
        document = self._sheet.document
        base = self._sheet.y + self._pad + cell.height.ascent
        for place, line in enumerate(cell.lines):
            x = left + (wide - line.width if line.from_right else 0)
            with document.inside(cell.node) if cell.node else document.artifact():
                document.text_line(
                    x,
                    base + place * cell.height.line,
                    line,
                    style=cell.style,
                    size=self._size,
                    ink=self._sheet.look.ink,
                )


def _part(cell: _Cell, start: int, end: int | None) -> _Cell:
    return _Cell(cell.lines[start:end], cell.style, cell.height, cell.node)
