"""Layout of the summary on one page: the font shrinks to ten points, then lists are shortened."""

from collections.abc import Sequence
from dataclasses import replace

from path_planner import stamps
from path_planner.domain.vision.vision import Vision
from path_planner.exports.base import VisionExport, VisionOptions, none_quoted
from path_planner.exports.vision.publication_notes import unread_notice
from path_planner.exports.vision.summary_content import Block, Item, Summary, summary_of
from path_planner.i18n import ENGLISH, N_, _, format_date, is_rtl, ngettext, tag_of
from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Outline, Paint, rounded
from path_planner.pdf.structure import Node
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import line_metrics
from path_planner.typography.line_breaking import fit, wrap

_POINT = 25.4 / 72
_PAPER = (210.0, 297.0)
_MARGIN = 15.0
_WIDTH = _PAPER[0] - 2 * _MARGIN
_GUTTER = 9.0
_COLUMN = (_WIDTH - _GUTTER) / 2
_FOOT = 12.0
"""The height of the line on what is left out."""
_SIZES = tuple(points * _POINT for points in (12, 11.5, 11, 10.5, 10))
SMALLEST = _SIZES[-1]
_HEADING = 1.25
_PICTURE = 2.3
_INK, _ACCENT, _VISION_FILL = "#1b1b1b", "#1f4e79", "#FFF0BF"


class SummaryPage:
    """Draws a summary on its one page."""

    def __init__(self, facts: Metadata) -> None:
        self.document = Document(facts)
        self.document.page(*_PAPER)
        self._mirrored = is_rtl(facts.language)
        self._size = SMALLEST

    def draw(self, summary: Summary) -> bytes:
        """Return the page."""
        top = self._head(summary)
        room = _PAPER[1] - _MARGIN - _FOOT - top
        columns = (summary.left, summary.right)
        self._size = next((size for size in _SIZES if _fits(columns, size, room)), SMALLEST)
        shown = [shortened(column, self._size, room) for column in columns]
        starts = [_MARGIN, _MARGIN + _COLUMN + _GUTTER]
        for column, x in zip(shown, reversed(starts) if self._mirrored else starts, strict=True):
            y = top
            for block in column:
                y = self._block(block, x, y)
        self._foot([block for column in shown for block in column])
        return self.document.finish()

    def _head(self, summary: Summary) -> float:
        """Draw title and vision; return the y at which the columns begin."""
        document = self.document
        document.bookmark(summary.title, 0, _MARGIN)
        title = fit(
            summary.title, _WIDTH, 22, DOCUMENT_BOLD, largest=22 * _POINT, smallest=SMALLEST * 1.2
        )
        with document.tag("H1") as node:
            y = self._lines(
                summary.title, node, _MARGIN, _MARGIN, style=DOCUMENT_BOLD, size=title.size
            )
        if summary.under:
            with document.tag("P") as node:
                y = self._lines(summary.under, node, _MARGIN, y + 0.5)
        return self._vision(summary.vision, y + 3) if summary.vision else y + 5

    def _vision(self, vision: str, y: float) -> float:
        pad = 4.0
        words = fit(vision, _WIDTH - 2 * pad, 34, DOCUMENT, largest=13 * _POINT, smallest=SMALLEST)
        with self.document.artifact():
            panel = rounded(_MARGIN, y, _WIDTH, words.height + 2 * pad, 3)
            self.document.shape(panel, paint=Paint(fill=_VISION_FILL))
        with self.document.tag("P") as node:
            self._lines(vision, node, _MARGIN + pad, y + pad, _WIDTH - 2 * pad, size=words.size)
        return y + words.height + 2 * pad + 5

    def _block(self, block: Block, x: float, y: float) -> float:
        document, size = self.document, self._size
        document.bookmark(block.title, 1, y)
        with document.tag("H2") as node:
            y = self._lines(
                block.title,
                node,
                x,
                y,
                _COLUMN,
                style=DOCUMENT_BOLD,
                size=size * _HEADING,
                ink=_ACCENT,
            )
        y += size * 0.25
        if block.lead:
            with document.tag("P") as node:
                y = self._lines(block.lead, node, x, y, _COLUMN, size=size) + size * 0.3
        with document.tag("L") as listed:
            listed.numbering = "None"
            for item in block.items:
                with document.tag("LI"), document.tag("LBody") as node:
                    y = self._item(item, node, x, y)
        return y + size * 0.8

    def _item(self, item: Item, node: Node, x: float, y: float) -> float:
        size, aside = self._size, _aside(item, self._size)
        start = x if self._mirrored else x + aside
        end = y
        if aside:
            side = size * _PICTURE
            left = x + _COLUMN - side if self._mirrored else x
            self._stamp(item.picture, Box(left, y + size * 0.2, side, side))
        for words, style in ((item.strong, DOCUMENT_BOLD), (item.words, DOCUMENT)):
            if words:
                end = self._lines(words, node, start, end, _COLUMN - aside, style=style, size=size)
        return max(end, y + (size * (_PICTURE + 0.2) if aside else 0)) + size * 0.45

    def _stamp(self, picture: str, box: Box) -> None:
        icon = stamps.find(picture)
        scale = box.width / icon.size
        outline = Outline()
        for path in icon.paths:
            for letter, values in path:
                starts = (box.x, box.y) * (len(values) // 2)
                placed = tuple(
                    start + value * scale for start, value in zip(starts, values, strict=True)
                )
                outline.steps.append((letter, placed))
        with self.document.artifact():
            self.document.shape(outline, paint=Paint(stroke=_ACCENT, width=icon.line * scale))

    def _foot(self, blocks: Sequence[Block]) -> None:
        words = left_out(blocks)
        height = line_metrics(words, DOCUMENT, SMALLEST).line
        with self.document.tag("P") as node:
            lines = len(wrap(words, _WIDTH, DOCUMENT, SMALLEST))
            y = _PAPER[1] - _MARGIN - height * lines
            self._lines(words, node, _MARGIN, y)

    def _lines(
        self,
        words: str,
        node: Node,
        x: float,
        y: float,
        width: float = _WIDTH,
        *,
        style: Style = DOCUMENT,
        size: float = SMALLEST,
        ink: str = _INK,
    ) -> float:
        """Draw words; return the y of their end."""
        height = line_metrics(words, style, size)
        for line in wrap(words, width, style, size):
            start = x + (width - line.width if line.from_right else 0)
            with self.document.inside(node):
                self.document.text_line(
                    start, y + height.ascent, line, style=style, size=size, ink=ink
                )
            y += height.line
        return y


def left_out(blocks: Sequence[Block]) -> str:
    """Return a sentence on what is not on the page, and where it is."""
    missing = {block.kind: block.missing for block in blocks if block.kind and block.missing}
    said = []
    if count := missing.get("themes", 0):
        said.append(ngettext("{count} theme", "{count} themes", count))
    if count := missing.get("priorities", 0):
        said.append(ngettext("{count} priority", "{count} priorities", count))
    if count := missing.get("actions", 0):
        said.append(ngettext("{count} action", "{count} actions", count))
    if not said:
        return _("The full plan says more: every theme, every quote and what came from it.")
    listed = ", ".join(said)
    return _("Not on this page: {listed}. They are all in the full plan.", listed=listed)


def shortened(blocks: Sequence[Block], size: float, room: float) -> list[Block]:
    """Return the blocks with as many items as fit; each keeps its first item."""
    kept = list(blocks)
    while _column_height(kept, size) > room:
        place = max(range(len(kept)), key=lambda at: len(kept[at].items))
        if len(kept[place].items) > 1:
            # The block of the themes that stay becomes shorter and shorter, and never goes.
            kept[place] = kept[place].shorter()
        elif len(kept) > 1:
            kept.pop()
        else:
            break
    return kept


def _fits(columns: Sequence[Sequence[Block]], size: float, room: float) -> bool:
    return all(_column_height(column, size) <= room for column in columns)


def _column_height(blocks: Sequence[Block], size: float) -> float:
    return sum(_block_height(block, size) for block in blocks)


def _block_height(block: Block, size: float) -> float:
    height = _height(block.title, _COLUMN, DOCUMENT_BOLD, size * _HEADING) + size * 0.25
    if block.lead:
        height += _height(block.lead, _COLUMN, DOCUMENT, size) + size * 0.3
    return height + sum(_item_height(item, size) for item in block.items) + size * 0.8


def _item_height(item: Item, size: float) -> float:
    aside = _aside(item, size)
    height = _height(item.strong, _COLUMN - aside, DOCUMENT_BOLD, size)
    if item.words:
        height += _height(item.words, _COLUMN - aside, DOCUMENT, size)
    return max(height, size * (_PICTURE + 0.2) if aside else 0.0) + size * 0.45


def _aside(item: Item, size: float) -> float:
    return size * (_PICTURE + 0.7) if item.picture and stamps.has(item.picture) else 0.0


def _height(words: str, width: float, style: Style, size: float) -> float:
    return line_metrics(words, style, size).line * len(wrap(words, width, style, size))


def render(vision: Vision, options: VisionOptions) -> bytes:
    """Draw the summary on one side of A4."""
    summary = summary_of(vision, format_date(options.on))
    if notice := unread_notice(options.marks):
        summary = replace(summary, under=f"{summary.under} · {notice}")
    options.progress(0.3)
    language = tag_of(vision.about.language) or ENGLISH
    page = SummaryPage(Metadata(summary.title, language, vision.updated)).draw(summary)
    options.progress(1.0)
    return page


EXPORTS = (
    VisionExport(
        name=N_("Summary on one page (PDF)"),
        key="summary",
        suffix=".pdf",
        mime="application/pdf",
        render=render,
        quoted_ids=none_quoted,
    ),
)
