"""Write the table of contents on pages kept free for it, once all page numbers are known."""

from collections.abc import Sequence
from dataclasses import dataclass

from path_planner.i18n import _
from path_planner.pdf.canvas import Box
from path_planner.pdf.path_operators import Paint, polygon
from path_planner.pdf.report import Entry, Report
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.line_breaking import Line, wrap
from path_planner.typography.metrics import line_metrics, text_width

_NUMBERS = 16.0
_INDENT = 7.0


@dataclass(frozen=True, slots=True)
class _Placed:
    entry: Entry
    page: int
    y: float
    lines: tuple[Line, ...]


class Contents:
    """Lines with a title, dots and a page number, each a link."""

    def __init__(self, book: Report, title: str, entries: Sequence[Entry]) -> None:
        """Keep as many pages free as the entries need."""
        self._book = book
        book.chapter(title, "contents")
        self._node = book.document.branch("TOC")
        self._placed = [self._keep_free(entry) for entry in entries]

    def fill(self) -> None:
        """Write the entries, now that it is known where everything stands."""
        here = self._book.document.current_page
        with self._book.document.inside(self._node):
            for placed in self._placed:
                self._book.document.goto_page(placed.page)
                self._write(placed)
        self._book.document.goto_page(here)

    def _keep_free(self, entry: Entry) -> _Placed:
        book, size = self._book, self._size(entry)
        room = book.width - _NUMBERS - _INDENT * entry.level
        lines = wrap(entry.title, room, self._style(entry), size)
        height = line_metrics(entry.title, self._style(entry), size).line * len(lines)
        book.ensure_space(height)
        if not entry.level:
            book.space(size * 0.35)
        placed = _Placed(entry, book.document.current_page, book.y, lines)
        book.y += height + size * 0.2
        return placed

    def _style(self, entry: Entry) -> Style:
        return DOCUMENT if entry.level else DOCUMENT_BOLD

    def _size(self, entry: Entry) -> float:
        return self._book.look.size * (0.92 if entry.level else 1.0)

    def _write(self, placed: _Placed) -> None:
        book, entry = self._book, placed.entry
        document, size, style = book.document, self._size(entry), self._style(entry)
        height = line_metrics(entry.title, style, size)
        page = document.page_of(entry.anchor)
        number = "" if page is None else str(page + 1)
        box = Box(book.left, placed.y, book.width, height.line * len(placed.lines))
        says = _("{title}, page {page}", title=entry.title, page=number)
        with document.tag("TOCI"), document.link(entry.anchor, box, says):
            indent = _INDENT * entry.level
            for place, line in enumerate(placed.lines):
                x = book.left + indent
                if book.mirrored:
                    x = book.left + book.width - indent - line.width
                base = placed.y + height.ascent + place * height.line
                document.text_line(x, base, line, style=style, size=size, ink=book.look.ink)
            width = text_width(number, style, size)
            x = book.left + (0 if book.mirrored else book.width - width)
            # A space keeps the number apart from the title for those who hear it.
            document.text_line(x, base, number, style=style, size=size, ink=book.look.ink)
        self._dots(indent + placed.lines[-1].width + 2, width + 2, base)

    def _dots(self, before: float, after: float, base: float) -> None:
        book = self._book
        start, end = book.left + before, book.left + book.width - after
        if book.mirrored:
            start, end = book.left + after, book.left + book.width - before
        if start < end:
            dots = polygon([(start, base), (end, base)], closed=False)
            with book.document.artifact():
                pen = Paint(stroke=book.look.rule, width=0.25, dash=(0.25, 1.6))
                book.document.shape(dots, paint=pen)
