"""Fill pages from the top with headings, paragraphs, lists, boxes to tick and tables."""

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
from path_planner.typography.line_breaking import Line, wrap
from path_planner.typography.metrics import line_metrics, text_width

A4 = (210.0, 297.0)
_POINT = 25.4 / 72
_HEADINGS = {1: 1.9, 2: 1.4, 3: 1.15}
_LYING = 0.55
_KEEP_WHOLE = 3
_KEPT = 6.5
"""What a heading keeps beside itself, in ems: some lines, or a table's heads and a row."""


@dataclass(frozen=True, slots=True)
class PageStyle:
    """The measures of a sheet in millimetres, and its colours."""

    points: float = 12.0
    margin: float = 20.0
    ink: str = "#1b1b1b"
    accent: str = "#1f4e79"
    rule: str = "#8a8a8a"
    quiet: str = "#4a4f59"

    @property
    def size(self) -> float:
        """Return the size of body text."""
        return self.points * _POINT

    @property
    def landscape_size(self) -> tuple[float, float]:
        """Return the room of a page of A4 on its side: its margins are narrower."""
        margins = 2 * self.margin * _LYING
        return A4[1] - margins, A4[0] - margins


@dataclass(frozen=True, slots=True)
class Checkbox:
    """A line with a box before it; `says` tells a screen reader the state of the box."""

    text: str
    done: bool = False
    says: str = ""


class FlowDocument:
    """A tagged document that flows over as many pages as it needs."""

    document_type: ClassVar[type[Document]] = Document

    def __init__(
        self, facts: Metadata, *, look: PageStyle | None = None, paper: tuple[float, float] = A4
    ) -> None:
        self.document = self.document_type(facts)
        self.look = look or PageStyle()
        self.paper = paper
        self.mirrored = is_rtl(facts.language)
        self.left = self.look.margin
        self.width = paper[0] - 2 * self.look.margin
        self.top = self.look.margin
        self.bottom = paper[1] - self.look.margin
        self.y = 0.0
        self.new_page()

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.document.page(*self.paper)
        self.y = self.top

    def ensure_space(self, height: float) -> None:
        """Go to a new page unless this much room is left on this one."""
        if self.y + height > self.bottom and self.y > self.top:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y = min(self.y + height, self.bottom)

    def heading(
        self,
        text: str,
        level: int = 1,
        *,
        points: float = 0.0,
        bookmarked: bool = True,
        keep: float = 0.0,
    ) -> None:
        """Write a heading that never stands alone at the foot of a page.

        What it must keep beside itself is some lines, or something that is so tall.
        """
        size = points * _POINT or self.look.size * _HEADINGS[level]
        lines = wrap(text, self.width, DOCUMENT_BOLD, size)
        height = line_metrics(text, DOCUMENT_BOLD, size).line
        self.ensure_space(height * len(lines) + size * 0.7 + (keep or _KEPT * self.look.size))
        if self.y > self.top:
            self.space(size * 0.5)
        if bookmarked:
            self.document.bookmark(text, level - 1, self.y)
        with self.document.tag(f"H{level}") as node:
            self.write(lines, node, style=DOCUMENT_BOLD, size=size, ink=self.look.accent)
        self.space(size * 0.2)

    def paragraph(self, text: str, *, style: Style = DOCUMENT, small: bool = False) -> None:
        """Write a paragraph; one that reads from the right stands at the right."""
        size = self.look.size * (0.85 if small else 1.0)
        with self.document.tag("P") as node:
            self.write(wrap(text, self.width, style, size), node, style=style, size=size)
        self.space(size * 0.55)

    def bullets(self, items: Iterable[str]) -> None:
        """Write a list with a dot before each item."""
        self._list([Checkbox(item) for item in items], self._dot)

    def checkboxes(self, items: Iterable[Checkbox]) -> None:
        """Write a list with a box to tick before each item."""
        self._list(list(items), self._box)

    def signature(self, label: str, *, share: float = 0.6) -> None:
        """Leave a line to sign on, with what it is for below."""
        size = self.look.size
        self.ensure_space(size * 5)
        self.space(size * 2.6)
        long = self.width * share
        start = self.left + (self.width - long if self.mirrored else 0)
        self.rule(start, self.y, long)
        self.space(size * 0.3)
        self.paragraph(label, small=True)

    def lines_to_write_on(self, count: int) -> None:
        """Leave ruled lines for handwriting."""
        for _line in range(count):
            self.ensure_space(self.look.size * 2.2)
            self.space(self.look.size * 2.2)
            self.rule(self.left, self.y, self.width)
        self.space(self.look.size)

    def picture(self, data: bytes, alt: str, width: float, height: float) -> None:
        """Show a picture with the words that stand for it."""
        self.ensure_space(height)
        box = Box(self.left, self.y, width, height)
        with self.document.tag("Figure", alt=alt, box=box):
            self.document.picture(data, box)
        self.space(height + self.look.size * 0.55)

    def rule(self, x: float, y: float, long: float) -> None:
        """Draw a thin line across."""
        line = polygon([(x, y), (x + long, y)], closed=False)
        with self.document.artifact():
            self.document.shape(line, paint=Paint(stroke=self.look.rule, width=0.25))

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
        """Write lines one below the other, over the end of the page where they must."""
        size = size or self.look.size
        height = line_metrics("".join(line.text for line in lines), style, size)
        if len(lines) <= _KEEP_WHOLE:
            self.ensure_space(height.line * len(lines))
        for place, line in enumerate(lines):
            # No page begins or ends with a single line of what goes on elsewhere.
            self.ensure_space(
                height.line * (2 if len(lines) > 1 and place in {0, len(lines) - 2} else 1)
            )
            right = self.left + self.width - inset - line.width
            with self.document.inside(node):
                self.document.text_line(
                    right if line.from_right else self.left + inset,
                    self.y + height.ascent,
                    line,
                    style=style,
                    size=size,
                    ink=ink or self.look.ink,
                )
            self.y += height.line

    def finish(self) -> bytes:
        """Add page numbers and return the document."""
        pages = len(self.document.pages)
        size = self.look.size * 0.8
        for page in range(pages):
            self.document.goto_page(page)
            text = _("Page {page} of {pages}", page=page + 1, pages=pages)
            x = (self.paper[0] - text_width(text, DOCUMENT, size)) / 2
            with self.document.artifact():
                self.document.text_line(
                    x, self.paper[1] - self.look.margin / 2, text, style=DOCUMENT, size=size
                )
        return self.document.finish()

    def _list(self, items: Sequence[Checkbox], mark: Callable[[Checkbox, float], None]) -> None:
        size, inset = self.look.size, self.look.size * 1.7
        with self.document.tag("L"):
            for item in items:
                lines = wrap(item.text, self.width - inset, DOCUMENT, size)
                # The mark and the first lines stay together.
                height = line_metrics(item.text, DOCUMENT, size).line
                self.ensure_space(height * min(len(lines), _KEEP_WHOLE))
                x = self.left + (self.width - inset if lines[0].from_right else 0)
                with self.document.tag("LI"):
                    mark(item, x + size * 0.3)
                    with self.document.tag("LBody") as node:
                        self.write(lines, node, inset=inset)
                self.space(size * 0.3)
        self.space(size * 0.4)

    def _dot(self, item: Checkbox, x: float) -> None:
        size = self.look.size
        with self.document.tag("Lbl"):
            base = self.y + line_metrics(item.text, DOCUMENT, size).ascent
            self.document.text_line(x, base, "•", style=DOCUMENT, size=size, ink=self.look.accent)

    def _box(self, item: Checkbox, x: float) -> None:
        side = self.look.size * 0.9
        base = self.y + line_metrics(item.text, DOCUMENT, self.look.size).ascent
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
        pen = Paint(stroke=self.look.ink, width=0.4)
        self.document.shape(rounded(box.x, box.y, box.width, box.height, 0.5), paint=pen)
        if done:
            corner = (box.x + box.width * 0.4, box.y + box.height * 0.75)
            start = (box.x + box.width * 0.2, box.y + box.height * 0.5)
            end = (box.x + box.width * 0.85, box.y + box.height * 0.2)
            tick = polygon([start, corner, end], closed=False)
            self.document.shape(tick, paint=Paint(stroke=self.look.ink, width=0.7))
