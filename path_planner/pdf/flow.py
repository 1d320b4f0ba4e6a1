"""Lay out headings, paragraphs, lists, checkboxes and tables on pages, from top to bottom."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from path_planner.i18n import _, is_rtl
from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Paint, polygon, rounded
from path_planner.pdf.structure import Node
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import line_metrics, text_width
from path_planner.typography.line_breaking import Line, wrap

A4 = (210.0, 297.0)
_POINT = 25.4 / 72
_HEADINGS = {1: 1.9, 2: 1.4, 3: 1.15}
_LANDSCAPE_MARGIN = 0.55
_UNBROKEN_LINES = 3
_KEEP_WITH_NEXT = 6.5
"""The space that a heading needs below it on its page, in ems, for the start of what follows."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The font size in points, the margin in millimetres, and the colours of pages.

    `leading` is the height of a line, and `spacing` the space around parts, as parts of the usual.
    """

    points: float = 12.0
    margin: float = 20.0
    leading: float = 1.0
    spacing: float = 1.0
    ink: str = "#1b1b1b"
    accent: str = "#1f4e79"
    rule: str = "#8a8a8a"
    quiet: str = "#4a4f59"
    fill: str = "#e4ecf4"
    """The ground of the heads of tables; empty for none, which saves ink."""

    @property
    def size(self) -> float:
        """The font size of body text in millimetres."""
        return self.points * _POINT

    @property
    def landscape_size(self) -> tuple[float, float]:
        """The width and height inside the margins of an A4 page in landscape, in millimetres."""
        margins = 2 * self.margin * _LANDSCAPE_MARGIN
        return A4[1] - margins, A4[0] - margins


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A list item with a checkbox; `says` is the alternative text of the box."""

    text: str
    done: bool = False
    says: str = ""


class FlowDocument:
    """A tagged document that flows over as many pages as it needs."""

    document_type: ClassVar[type[Document]] = Document

    def __init__(
        self,
        facts: Metadata,
        *,
        page_style: PageStyle | None = None,
        paper: tuple[float, float] = A4,
    ) -> None:
        self.document = self.document_type(facts)
        self.page_style = page_style or PageStyle()
        self.paper = paper
        self.mirrored = is_rtl(facts.language)
        self.left = self.page_style.margin
        self.width = paper[0] - 2 * self.page_style.margin
        self.top = self.page_style.margin
        self.bottom = paper[1] - self.page_style.margin
        self.y = 0.0
        self.new_page()

    def new_page(self) -> None:
        """Begin a new page and continue at its top."""
        self.document.page(*self.paper)
        self.y = self.top

    def ensure_space(self, height: float) -> None:
        """Begin a new page unless this height is left on the current one."""
        if self.y + height > self.bottom and self.y > self.top:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave vertical space."""
        self.y = min(self.y + height, self.bottom)

    def side_by_side(self, *parts: Callable[[], None]) -> None:
        """Write parts in columns beside each other; the caller keeps space for them on the page."""
        top, left, width = self.y, self.left, self.width
        gap = self.page_style.size * 1.5
        self.width = (width - gap * (len(parts) - 1)) / len(parts)
        ends = []
        for index, write in enumerate(reversed(parts) if self.mirrored else parts):
            self.left = left + index * (self.width + gap)
            self.y = top
            write()
            ends.append(self.y)
        self.left, self.width, self.y = left, width, max(ends)

    def heading(
        self,
        text: str,
        level: int = 1,
        *,
        points: float = 0.0,
        bookmarked: bool = True,
        keep: float = 0.0,
    ) -> None:
        """Write a heading that is never left alone at the bottom of a page.

        `keep` is the height of what must follow on the same page; by default a few lines.
        """
        size = points * _POINT or self.page_style.size * _HEADINGS[level]
        lines = wrap(text, self.width, DOCUMENT_BOLD, size)
        height = line_metrics(text, DOCUMENT_BOLD, size).line
        self.ensure_space(
            height * len(lines) + size * 0.7 + (keep or _KEEP_WITH_NEXT * self.page_style.size)
        )
        if self.y > self.top:
            self.space(size * 0.5 * self.page_style.spacing)
        if bookmarked:
            self.document.bookmark(text, level - 1, self.y)
        with self.document.tag(f"H{level}") as node:
            self.write(lines, node, style=DOCUMENT_BOLD, size=size, ink=self.page_style.accent)
        self.space(size * 0.2 * self.page_style.spacing)

    def paragraph(self, text: str, *, style: Style = DOCUMENT, small: bool = False) -> None:
        """Write a paragraph; right-to-left text is aligned right."""
        size = self.page_style.size * (0.85 if small else 1.0)
        with self.document.tag("P") as node:
            self.write(wrap(text, self.width, style, size), node, style=style, size=size)
        self.space(size * 0.55 * self.page_style.spacing)

    def bullets(self, items: Iterable[str]) -> None:
        """Write a bulleted list."""
        self._list([Checkbox(item) for item in items], self._dot)

    def checkboxes(self, items: Iterable[Checkbox]) -> None:
        """Write a list with a checkbox before each item."""
        self._list(list(items), self._box)

    def signature(self, label: str, *, share: float = 0.6) -> None:
        """Draw a line to sign on, with a label below it."""
        size = self.page_style.size
        self.ensure_space(size * 4.3)
        self.space(size * 2.6)
        length = self.width * share
        start = self.left + (self.width - length if self.mirrored else 0)
        self.rule(start, self.y, length)
        self.space(size * 0.3)
        self.paragraph(label, small=True)

    def lines_to_write_on(self, count: int) -> None:
        """Draw ruled lines for handwriting."""
        for _line in range(count):
            self.ensure_space(self.page_style.size * 2.2)
            self.space(self.page_style.size * 2.2)
            self.rule(self.left, self.y, self.width)
        self.space(self.page_style.size)

    def line_after(self, label: str) -> None:
        """Write a label, and draw a ruled line for handwriting beside it."""
        size = self.page_style.size
        self.ensure_space(size * 2.2)
        self.space(size * 0.6)
        across = min(text_width(label, DOCUMENT, size) + size * 0.5, self.width * 0.6)
        self.paragraph(label)
        start = self.left if self.mirrored else self.left + across
        self.rule(start, self.y - size * 0.3, self.width - across)

    def picture(self, data: bytes, alt: str, width: float, height: float) -> None:
        """Draw an image with alternative text; width and height are in millimetres."""
        self.ensure_space(height)
        box = Box(self.left, self.y, width, height)
        with self.document.tag("Figure", alt=alt, box=box):
            self.document.picture(data, box)
        self.space(height + self.page_style.size * 0.55)

    def rule(self, x: float, y: float, length: float) -> None:
        """Draw a thin horizontal line."""
        line = polygon([(x, y), (x + length, y)], closed=False)
        with self.document.artifact():
            self.document.shape(line, paint=Paint(stroke=self.page_style.rule, width=0.25))

    def write(
        self,
        lines: Sequence[Line],
        node: Node,
        *,
        style: Style = DOCUMENT,
        size: float | None = None,
        ink: str | None = None,
        inset: float = 0.0,
    ) -> None:
        """Write lines one below the other, with page breaks where needed.

        Up to three lines stay together; otherwise no page break leaves a single line (widow or
        orphan control).
        """
        size = size or self.page_style.size
        height = line_metrics("".join(line.text for line in lines), style, size)
        line_height = height.line * self.page_style.leading
        if len(lines) <= _UNBROKEN_LINES:
            self.ensure_space(line_height * len(lines))
        for index, line in enumerate(lines):
            # Two lines together at the start and the end: no widows and orphans.
            self.ensure_space(
                line_height * (2 if len(lines) > 1 and index in {0, len(lines) - 2} else 1)
            )
            right = self.left + self.width - inset - line.width
            with self.document.inside(node):
                self.document.text_line(
                    right if line.from_right else self.left + inset,
                    self.y + height.ascent,
                    line,
                    style=style,
                    size=size,
                    ink=ink or self.page_style.ink,
                )
            self.y += line_height

    def finish(self, elsewhere: Iterable[str] = ()) -> bytes:
        """Add page numbers and return the document; see `Document.finish`."""
        pages = len(self.document.pages)
        size = self.page_style.size * 0.8
        for page in range(pages):
            self.document.goto_page(page)
            text = _("Page {page} of {pages}", page=page + 1, pages=pages)
            x = (self.paper[0] - text_width(text, DOCUMENT, size)) / 2
            with self.document.artifact():
                self.document.text_line(
                    x, self.paper[1] - self.page_style.margin / 2, text, style=DOCUMENT, size=size
                )
        return self.document.finish(elsewhere)

    def _list(self, items: Sequence[Checkbox], mark: Callable[[Checkbox, float], None]) -> None:
        size, inset = self.page_style.size, self.page_style.size * 1.7
        with self.document.tag("L"):
            for item in items:
                lines = wrap(item.text, self.width - inset, DOCUMENT, size)
                # The mark and the first lines stay together.
                height = line_metrics(item.text, DOCUMENT, size).line
                self.ensure_space(height * min(len(lines), _UNBROKEN_LINES))
                x = self.left + (self.width - inset if lines[0].from_right else 0)
                with self.document.tag("LI"):
                    mark(item, x + size * 0.3)
                    with self.document.tag("LBody") as node:
                        self.write(lines, node, inset=inset)
                self.space(size * 0.3 * self.page_style.spacing)
        self.space(size * 0.4 * self.page_style.spacing)

    def _dot(self, item: Checkbox, x: float) -> None:
        size = self.page_style.size
        with self.document.tag("Lbl"):
            base = self.y + line_metrics(item.text, DOCUMENT, size).ascent
            self.document.text_line(
                x, base, "•", style=DOCUMENT, size=size, ink=self.page_style.accent
            )

    def _box(self, item: Checkbox, x: float) -> None:
        side = self.page_style.size * 0.9
        base = self.y + line_metrics(item.text, DOCUMENT, self.page_style.size).ascent
        box = Box(x, base - side * 0.9, side, side)
        if item.says:
            with (
                self.document.tag("Lbl"),
                self.document.tag("Figure", alt=item.says, box=box),
            ):
                self._draw_box(box, item.done)
        else:
            with self.document.artifact():
                self._draw_box(box, item.done)

    def _draw_box(self, box: Box, done: bool) -> None:
        pen = Paint(stroke=self.page_style.ink, width=0.4)
        self.document.shape(rounded(box.x, box.y, box.width, box.height, 0.5), paint=pen)
        if done:
            corner = (box.x + box.width * 0.4, box.y + box.height * 0.75)
            start = (box.x + box.width * 0.2, box.y + box.height * 0.5)
            end = (box.x + box.width * 0.85, box.y + box.height * 0.2)
            tick = polygon([start, corner, end], closed=False)
            self.document.shape(tick, paint=Paint(stroke=self.page_style.ink, width=0.7))
