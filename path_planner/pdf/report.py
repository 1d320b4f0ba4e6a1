"""Write a report: chapters, a table of contents, running heads and landscape pages."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from path_planner.i18n import _
from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.flow import A4, FlowDocument, PageStyle
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Outline, Paint, Stroke, rectangle
from path_planner.pdf.structure import Anchor
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import line_metrics, text_width
from path_planner.typography.line_breaking import Line, wrap

_HEAD_POINTS = 9.0
_GAP = 7.0
_RUN_ON_LIMIT = 0.68
"""On a page filled beyond this part, a chapter that runs on begins on the next page."""
_BAR = 0.9
_INSET = 5.0
_MARK = 22.0
"""The length of the line below a chapter's title, in millimetres."""

_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the table of contents: its title, target and level."""

    title: str
    anchor: Anchor
    level: int = 0


class Report(FlowDocument):
    """A flowing document with chapters; the first page is the cover, without a running head."""

    def __init__(self, facts: Metadata, *, page_style: PageStyle) -> None:
        self._in_columns = False
        self._chapters: list[tuple[int, str]] = []
        super().__init__(facts, page_style=page_style)

    def new_page(self) -> None:
        """Continue at the top of the next page, which columns side by side may have begun."""
        if self._in_columns and self.document.current_page + 1 < len(self.document.pages):
            self.document.goto_page(self.document.current_page + 1)
        else:
            self.document.page(*self.paper)
        self.y = self.top

    def chapter(self, title: str, key: str, *, runs_on: bool = False, keep: float = 0.0) -> None:
        """Begin a chapter on a new page; with `runs_on`, below the last if enough space is left."""
        room = max((self.bottom - self.top) * (1 - _RUN_ON_LIMIT), keep) if runs_on else self.bottom
        if self.y > max(self.bottom - room, self.top):
            self.new_page()
        below = self.y > self.top
        self.space(self.page_style.size * 2 if below else 0)
        self._chapters.append((self.document.current_page, title))
        self.document.anchor(key, self.y - self.page_style.size if below else 0)
        self.heading(title)
        x = self.left + (self.width - _MARK if self.mirrored else 0)
        with self.document.artifact():
            line = rectangle(x, self.y + 0.5, _MARK, 0.9)
            self.document.shape(line, paint=Paint(fill=self.page_style.accent))
        self.space(self.page_style.size * 1.3)

    def prose(self, text: str) -> None:
        """Write text with a paragraph for each block between blank lines."""
        for part in text.split("\n\n"):
            if part.strip():
                self.paragraph(part.strip("\n"))

    def lead(self, text: str, *, points: float = 17.0, style: Style = DOCUMENT) -> None:
        """Write a paragraph in large type."""
        size = points * 25.4 / 72
        with self.document.tag("P") as node:
            lines = wrap(text, self.width, style, size)
            self.write(lines, node, style=style, size=size, ink=self.page_style.accent)
        self.space(size * 0.6)

    def label(self, text: str) -> None:
        """Write a bold label, tagged as a paragraph and without a bookmark."""
        size = self.page_style.size
        lines = wrap(text, self.width, DOCUMENT_BOLD, size)
        self.ensure_space(line_metrics(text, DOCUMENT_BOLD, size).line * (len(lines) + 2))
        with self.document.tag("P") as node:
            self.write(lines, node, style=DOCUMENT_BOLD, size=size)
        self.space(size * 0.25)

    @contextmanager
    def landscape(self) -> Iterator[Box]:
        """Draw on a new landscape page; what follows begins on a portrait page."""
        self.document.page(A4[1], A4[0])
        width, height = self.page_style.landscape_size
        yield Box((A4[1] - width) / 2, (A4[0] - height) / 2, width, height)
        self.y = self.bottom

    def beside(self, *parts: Callable[[], None], shares: Sequence[float] = ()) -> None:
        """Draw parts in columns, of equal width or by shares; each has its own page breaks."""
        page, top, left, width = self.document.current_page, self.y, self.left, self.width
        shares = shares or [1.0] * len(parts)
        unit = (width - _GAP * (len(parts) - 1)) / sum(shares)
        ends, outer, self._in_columns = [], self._in_columns, True
        offset = 0.0
        for draw, share in zip(parts, shares, strict=True):
            self.document.goto_page(page)
            self.y, self.width = top, unit * share
            self.left = left + (width - offset - self.width if self.mirrored else offset)
            offset += self.width + _GAP
            draw()
            ends.append((self.document.current_page, self.y))
        self.left, self.width, self._in_columns = left, width, outer
        last, self.y = max(ends)
        self.document.goto_page(last)

    @contextmanager
    def ruled(self, height: float, ink: str = "") -> Iterator[None]:
        """Draw something with a bar at its side, on one page if it takes under 60 % of it."""
        room = self.bottom - self.top
        self.ensure_space(height if height < room * 0.6 else self.page_style.size * 5)
        page, top = self.document.current_page, self.y
        left, width = self.left, self.width
        self.left, self.width = left + (0 if self.mirrored else _INSET), width - _INSET
        yield
        self.left, self.width = left, width
        last, end = self.document.current_page, self.y
        for each in range(page, last + 1):
            self.document.goto_page(each)
            start = top if each == page else self.top
            foot = end if each == last else self.bottom
            x = left + (width - _BAR if self.mirrored else 0)
            with self.document.artifact():
                bar = rectangle(x, start, _BAR, max(foot - start, 0.1))
                self.document.shape(bar, paint=Paint(fill=ink or self.page_style.rule))

    @contextmanager
    def figure(self, alt: str, height: float) -> Iterator[Box]:
        """Draw a figure of this height with alternative text, in the width of the text."""
        self.ensure_space(height)
        box = Box(self.left, self.y, self.width, height)
        with self.document.tag("Figure", alt=alt, box=box):
            yield box
        self.space(height + self.page_style.size * 0.5)

    def finish(self, elsewhere: Iterable[str] = ()) -> bytes:
        """Write the running heads and the page numbers, and return the document.

        Links to anchors `elsewhere`, in another document, are plain text unless they are here too.
        """
        for page in range(1, len(self.document.pages)):
            self.document.goto_page(page)
            with self.document.artifact():
                self._running_head(page)
        return self.document.finish(elsewhere)

    def _running_head(self, page: int) -> None:
        surface = self.document.pages[page]
        size, margin = _HEAD_POINTS * 25.4 / 72, self.page_style.margin
        upright = surface.width < surface.height
        chapter = next((name for at, name in reversed(self._chapters) if at <= page), "")
        if upright:
            base, room = margin * 0.58, self.paper[0] - 2 * margin
            self._in_margin(self.document.facts.title, base, room * 0.58, at_start=True)
            self._in_margin(chapter, base, room * 0.38, at_start=False)
            self.rule(margin, base + size * 0.6, room)
        text = _("Page {page} of {pages}", page=page + 1, pages=len(self.document.pages))
        x = (surface.width - text_width(text, DOCUMENT, size)) / 2
        y = surface.height - (margin * 0.5 if upright else margin * 0.2)
        self.document.text_line(x, y, text, style=DOCUMENT, size=size, ink=self.page_style.quiet)

    def _in_margin(self, text: str, base: float, room: float, *, at_start: bool) -> None:
        size = _HEAD_POINTS * 25.4 / 72
        lines = wrap(text, room, DOCUMENT, size)
        shown = lines[0].text + (" …" if len(lines) > 1 else "")
        width = text_width(shown, DOCUMENT, size)
        margin = self.page_style.margin
        x = margin if at_start != self.mirrored else self.paper[0] - margin - width
        self.document.text_line(
            x, base, shown, style=DOCUMENT, size=size, ink=self.page_style.quiet
        )


class _Blank(Document):
    """A document that draws nothing: most of the time of drawing is the shaping of text."""

    def text_line(
        self,
        x: float,
        y: float,
        line: Line | str,
        *,
        style: Style,
        size: float,
        ink: str = "",
        from_right: bool | None = None,
        turn: float = 0.0,
        opacity: float = 1.0,
    ) -> None:
        """Leave out words."""

    def shape(self, *outlines: Outline, paint: Paint, coarse: bool = False) -> None:
        """Leave out shapes."""

    def ink(self, strokes: Iterable[Stroke]) -> None:
        """Leave out freehand strokes."""

    def picture(self, data: bytes, box: Box, turn: float = 0.0, opacity: float = 1.0) -> None:
        """Leave out pictures."""


class DryRun(Report):
    """A report that is laid out but not drawn; positions are the same as in a drawn one."""

    document_type: ClassVar[type[Document]] = _Blank

    def __init__(self, language: str, *, page_style: PageStyle) -> None:
        """Begin on an empty page; columns follow the side that the language reads from."""
        super().__init__(Metadata("", language, _NO_TIME), page_style=page_style)

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document.pages)

    @property
    def filled(self) -> float:
        """The part of the last page's height that is used, from 0 to 1."""
        return (self.y - self.top) / (self.bottom - self.top)
