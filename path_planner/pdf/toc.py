"""Write the table of contents on pages kept free for it, once all page numbers are known."""

from collections.abc import Sequence
from dataclasses import dataclass

from path_planner.i18n import _
from path_planner.pdf.canvas import Box
from path_planner.pdf.path_operators import Paint, polygon
from path_planner.pdf.report import Entry, Report
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import line_metrics, text_width
from path_planner.typography.line_breaking import Line, wrap

_NUMBERS = 16.0
_INDENT = 7.0


@dataclass(frozen=True, slots=True)
class _Placed:
    entry: Entry
    page: int
    y: float
    lines: tuple[Line, ...]


class Contents:
    """The table of contents: lines with a title, dots and a page number, each a link."""

    def __init__(
        self, report: Report, title: str, entries: Sequence[Entry], *, runs_on: bool = False
    ) -> None:
        """Lay out the entries on as many pages as they need, without drawing them."""
        self._report = report
        report.chapter(title, "contents", runs_on=runs_on)
        self._node = report.document.branch("TOC")
        self._placed = [self._reserve(entry) for entry in entries]

    def fill(self) -> None:
        """Draw the entries, when the pages of all anchors are known."""
        current = self._report.document.current_page
        with self._report.document.inside(self._node):
            for placed in self._placed:
                self._report.document.goto_page(placed.page)
                self._write(placed)
        self._report.document.goto_page(current)

    def _reserve(self, entry: Entry) -> _Placed:
        report, size = self._report, self._size(entry)
        room = report.width - _NUMBERS - _INDENT * entry.level
        lines = wrap(entry.title, room, self._style(entry), size)
        height = line_metrics(entry.title, self._style(entry), size).line * len(lines)
        report.ensure_space(height)
        if not entry.level:
            report.space(size * 0.35)
        placed = _Placed(entry, report.document.current_page, report.y, lines)
        report.y += height + size * 0.2
        return placed

    def _style(self, entry: Entry) -> Style:
        return DOCUMENT if entry.level else DOCUMENT_BOLD

    def _size(self, entry: Entry) -> float:
        return self._report.page_style.size * (0.92 if entry.level else 1.0)

    def _write(self, placed: _Placed) -> None:
        report, entry = self._report, placed.entry
        document, size, style = report.document, self._size(entry), self._style(entry)
        height = line_metrics(entry.title, style, size)
        page = document.page_of(entry.anchor)
        number = "" if page is None else str(page + 1)
        box = Box(report.left, placed.y, report.width, height.line * len(placed.lines))
        says = _("{title}, page {page}", title=entry.title, page=number)
        with document.tag("TOCI"), document.link(entry.anchor, box, says):
            indent = _INDENT * entry.level
            for index, line in enumerate(placed.lines):
                x = report.left + indent
                if report.mirrored:
                    x = report.left + report.width - indent - line.width
                base = placed.y + height.ascent + index * height.line
                document.text_line(x, base, line, style=style, size=size, ink=report.page_style.ink)
            width = text_width(number, style, size)
            x = report.left + (0 if report.mirrored else report.width - width)
            # The link text separates the number from the title for screen readers.
            document.text_line(x, base, number, style=style, size=size, ink=report.page_style.ink)
        self._dots(indent + placed.lines[-1].width + 2, width + 2, base)

    def _dots(self, before: float, after: float, base: float) -> None:
        report = self._report
        start, end = report.left + before, report.left + report.width - after
        if report.mirrored:
            start, end = report.left + after, report.left + report.width - before
        if start < end:
            dots = polygon([(start, base), (end, base)], closed=False)
            with report.document.artifact():
                pen = Paint(stroke=report.page_style.rule, width=0.25, dash=(0.25, 1.6))
                report.document.shape(dots, paint=pen)
