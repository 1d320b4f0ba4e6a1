"""Drawing of the easy read edition as a PDF: cover, contents, and rows of picture and words."""

from collections.abc import Mapping, Sequence

from path_planner import stamps
from path_planner.exports.vision.easy_read import pagination
from path_planner.exports.vision.easy_read.edition import DRAFT, Cover, Edition
from path_planner.exports.vision.easy_read.model import Part
from path_planner.i18n import _, is_rtl
from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.metadata import Metadata
from path_planner.pdf.path_operators import Outline, Paint, rectangle, rounded
from path_planner.pdf.structure import Node
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import line_metrics, text_width
from path_planner.typography.line_breaking import Line, fit, wrap

INK = "#1B1F2A"
_DRAFT_FILL = "#FFD98A"
_DRAFT_HEIGHT = 16.0
_THIN = 0.3
_PICTURE_PART = 0.72
_NUMBER_Y = 287.0


class PageCanvas:
    """A tagged document with page numbers and draft mark; mirrored for right-to-left languages."""

    def __init__(self, facts: Metadata, draft: str, *, low_ink: bool = False) -> None:
        self.document = Document(facts)
        self.mirrored = is_rtl(facts.language)
        self._draft = draft
        self._low_ink = low_ink

    def new_page(self) -> None:
        """Begin a page, with its number and the draft mark."""
        number = self.document.page(*pagination.PAPER) + 1
        with self.document.artifact():
            if self._draft:
                self._mark()
            if number > 1:
                self._number(str(number))

    def first(self, width: float) -> float:
        """Return the x of something of this width on the side where reading begins."""
        return (
            pagination.PAPER[0] - pagination.MARGIN - width if self.mirrored else pagination.MARGIN
        )

    def second(self, past: float) -> float:
        """Return the x of what stands beside something of this width."""
        return pagination.MARGIN if self.mirrored else pagination.MARGIN + past

    def tile(self, picture: str, box: Box, fill: str) -> None:
        """Draw a stamp on a tile, as an artifact: the words beside it say the same."""
        with self.document.artifact():
            tile = rounded(box.x, box.y, box.width, box.height, box.width / 7)
            self.document.shape(tile, paint=self.ground(fill))
        side = box.width * _PICTURE_PART
        edge = (box.width - side) / 2
        self.picture(picture, Box(box.x + edge, box.y + edge, side, side))

    def ground(self, fill: str) -> Paint:
        """Return the paint of a coloured ground, which is a thin line where ink is saved."""
        return Paint(stroke=INK, width=_THIN) if self._low_ink else Paint(fill=fill)

    def picture(self, picture: str, box: Box) -> None:
        """Draw a stamp."""
        if not stamps.has(picture):
            return
        icon = stamps.find(picture)
        scale = box.width / icon.size
        paint = Paint(stroke=INK, width=icon.line * scale * 0.9)
        with self.document.artifact():
            self.document.shape(_outline(icon, box, scale), paint=paint)

    def write(
        self,
        lines: Sequence[Line],
        box: Box,
        node: Node | None,
        *,
        style: Style = DOCUMENT,
        size: float,
        centred: bool = False,
    ) -> None:
        """Write lines below each other from the top of a box."""
        height = line_metrics("".join(line.text for line in lines), style, size)
        base = box.y + height.ascent
        for line in lines:
            spare = box.width - line.width
            x = box.x + (spare / 2 if centred else spare if line.from_right else 0)
            with self.document.inside(node) if node else self.document.artifact():
                self.document.text_line(x, base, line, style=style, size=size, ink=INK)
            base += height.line

    def _mark(self) -> None:
        strip = rectangle(0, 0, pagination.PAPER[0], _DRAFT_HEIGHT)
        self.document.shape(strip, paint=self.ground(_DRAFT_FILL))
        words = fit(
            self._draft,
            pagination.WIDTH,
            _DRAFT_HEIGHT,
            DOCUMENT,
            largest=pagination.SMALL_LETTERS,
            smallest=pagination.SMALL_LETTERS,
        )
        room = Box(pagination.MARGIN, (_DRAFT_HEIGHT - words.height) / 2, pagination.WIDTH, 0)
        self.write(words.lines, room, None, size=words.size, centred=True)

    def _number(self, number: str) -> None:
        x = (pagination.PAPER[0] - text_width(number, DOCUMENT_BOLD, pagination.SMALL_LETTERS)) / 2
        self.document.text_line(
            x, _NUMBER_Y, number, style=DOCUMENT_BOLD, size=pagination.SMALL_LETTERS, ink=INK
        )


def _outline(icon: stamps.Icon, box: Box, scale: float) -> Outline:
    """Return a stamp as an outline in a box."""
    outline = Outline()
    for path in icon.paths:
        for letter, values in path:
            x = [box.x + value * scale for value in values[::2]]
            y = [box.y + value * scale for value in values[1::2]]
            placed = tuple(each for pair in zip(x, y, strict=True) for each in pair)
            outline.steps.append((letter, placed))
    return outline


_FILLS = ("#FFE9A3", "#DDF0F5", "#E2F3DD", "#FFE1C7", "#EFE6F7", "#E3EEF9")
_LARGEST = 36 * 25.4 / 72
_IN_A_ROW = 3
_TITLE = Box(pagination.MARGIN, 44, pagination.WIDTH, 62)
_LOWEST_PICTURES = 112.0
_BEFORE_PICTURES = 12.0
_SPACE = 9.0
_CONTENTS_TOP = 50.0
_LEAST_ENTRIES = 12


def draw_cover(leaf: PageCanvas, cover: Cover, day: str) -> None:
    """Draw the cover: title, pictures of the themes, community and date."""
    leaf.new_page()
    document = leaf.document
    document.bookmark(cover.title, 0, _TITLE.y)
    _line(
        leaf,
        _("Easy read"),
        Box(pagination.MARGIN, 28, pagination.WIDTH, 12),
        DOCUMENT_BOLD,
        pagination.LETTERS * 1.25,
    )
    title = fit(
        cover.title,
        _TITLE.width,
        _TITLE.height,
        DOCUMENT_BOLD,
        largest=_LARGEST,
        smallest=pagination.LETTERS,
    )
    most = int(_TITLE.height / title.metrics.line)
    with document.tag("H1") as node:
        leaf.write(title.lines[:most], _TITLE, node, style=DOCUMENT_BOLD, size=title.size)
    ends = _TITLE.y + title.metrics.line * len(title.lines)
    foot = _pictures(leaf, cover.pictures, min(ends + _BEFORE_PICTURES, _LOWEST_PICTURES))
    for words in (cover.community, day):
        if words:
            foot = _line(
                leaf,
                words,
                Box(pagination.MARGIN, foot, pagination.WIDTH, 14),
                DOCUMENT,
                pagination.LETTERS,
            )
    standing = _(DRAFT) if cover.draft else _("Checked by people with learning disabilities.")
    _line(
        leaf,
        standing,
        Box(pagination.MARGIN, foot + 2, pagination.WIDTH, 16),
        DOCUMENT_BOLD,
        pagination.LETTERS,
    )


def _line(leaf: PageCanvas, words: str, box: Box, style: Style, size: float) -> float:
    """Write a paragraph in a box; return the y of its end."""
    found = fit(
        words, box.width, box.height, style, largest=size, smallest=pagination.SMALL_LETTERS
    )
    lines = found.lines[: max(1, int(box.height / found.metrics.line))]
    with leaf.document.tag("P") as node:
        leaf.write(lines, box, node, style=style, size=found.size)
    return box.y + found.metrics.line * len(lines)


def _pictures(leaf: PageCanvas, pictures: Sequence[str], top: float) -> float:
    """Draw the pictures in rows; return the y below them."""
    side = (pagination.WIDTH - (_IN_A_ROW - 1) * _SPACE) / _IN_A_ROW
    for index, picture in enumerate(pictures):
        down, across = divmod(index, _IN_A_ROW)
        x, y = pagination.MARGIN + across * (side + _SPACE), top + down * (side + _SPACE)
        leaf.tile(picture, Box(x, y, side, side), _FILLS[index % len(_FILLS)])
    return top + -(-len(pictures) // _IN_A_ROW) * (side + _SPACE)


def draw_contents(leaf: PageCanvas, parts: Sequence[Part], begins: Mapping[int, int]) -> None:
    """Draw the table of contents, with links."""
    leaf.new_page()
    document = leaf.document
    title = _("What is inside")
    document.bookmark(title, 1, pagination.TOP)
    with document.tag("H2") as node:
        lines = wrap(title, pagination.WIDTH, DOCUMENT_BOLD, pagination.HEADING_LETTERS)
        leaf.write(
            lines,
            Box(pagination.MARGIN, pagination.TOP, pagination.WIDTH, 0),
            node,
            style=DOCUMENT_BOLD,
            size=pagination.HEADING_LETTERS,
        )
    pitch = (pagination.BOTTOM - _CONTENTS_TOP) / max(len(parts), _LEAST_ENTRIES)
    with document.tag("TOC"):
        for index, part in enumerate(parts):
            _entry(leaf, part, begins[index], _CONTENTS_TOP + index * pitch, pitch)


def _entry(leaf: PageCanvas, part: Part, page: int, y: float, pitch: float) -> None:
    side = pitch - 2.5
    leaf.tile(part.picture, Box(leaf.first(side), y, side, side), part.fill)
    number = str(page + 1)
    width = text_width(number, DOCUMENT_BOLD, pagination.LETTERS)
    words = fit(
        part.title,
        pagination.WIDTH - side - 24,
        side,
        DOCUMENT,
        largest=pagination.LETTERS,
        smallest=pagination.SMALL_LETTERS,
    )
    down = y + (side - words.metrics.line) / 2
    room = Box(
        leaf.second(side + 6) + (18 if leaf.mirrored else 0), down, pagination.WIDTH - side - 24, 0
    )
    end = Box(
        pagination.MARGIN if leaf.mirrored else pagination.MARGIN + pagination.WIDTH - width,
        down,
        width,
        0,
    )
    document = leaf.document
    with (
        document.tag("TOCI"),
        document.link(page, Box(pagination.MARGIN, y, pagination.WIDTH, side), part.title) as node,
    ):
        leaf.write(words.lines[:1], room, node, size=words.size)
        leaf.write(
            wrap(number, width + 1, DOCUMENT_BOLD, pagination.LETTERS),
            end,
            node,
            style=DOCUMENT_BOLD,
            size=pagination.LETTERS,
        )


def drawn(edition: Edition, facts: Metadata, day: str, *, low_ink: bool = False) -> bytes:
    """Return the edition as PDF."""
    leaf = PageCanvas(facts, _(DRAFT) if edition.cover.draft else "", low_ink=low_ink)
    parts, pages = pagination.fitted(edition.parts)
    draw_cover(leaf, edition.cover, day)
    _draw_page(leaf, [pagination.on_one_page(edition.short)])
    draw_contents(leaf, parts, _begins(pages))
    for page in pages:
        leaf.new_page()
        for placed in page:
            _draw(leaf, parts[placed.part], placed)
    return leaf.document.finish()


def _draw_page(leaf: PageCanvas, parts: list[Part]) -> None:
    """Draw what is most important on the page after the cover, even if it is nothing yet."""
    leaf.new_page()
    for placed in pagination.flow(parts)[0]:
        _draw(leaf, parts[placed.part], placed)


def _begins(pages: list[pagination.Page]) -> dict[int, int]:
    """Return the page index, from 0, on which each part begins."""
    return {
        placed.part: number + pagination.ASIDE
        for number, page in enumerate(pages)
        for placed in page
        if placed.row is None
    }


def _draw(leaf: PageCanvas, part: Part, placed: pagination.Placed) -> None:
    if placed.row is None:
        _heading(leaf, part, placed.y)
        return
    if placed.row.picture:
        tile = Box(leaf.first(pagination.TILE), placed.y, pagination.TILE, pagination.TILE)
        leaf.tile(placed.row.picture, tile, part.fill)
    left = leaf.second(pagination.TILE + pagination.GAP)
    for down, paragraph in pagination.paragraphs_down(placed.row):
        with leaf.document.tag("P") as node:
            leaf.write(
                paragraph.lines,
                Box(left, placed.y + down, pagination.WIDTH - pagination.TILE - pagination.GAP, 0),
                node,
                style=paragraph.style,
                size=pagination.LETTERS,
            )


def _heading(leaf: PageCanvas, part: Part, y: float) -> None:
    with leaf.document.artifact():
        band = rounded(pagination.MARGIN, y, pagination.WIDTH, pagination.BAND, 4)
        leaf.document.shape(band, paint=leaf.ground(part.fill))
    icon = pagination.BAND * 0.7
    leaf.picture(
        part.picture, Box(leaf.first(icon + 8) + 4, y + pagination.BAND * 0.15, icon, icon)
    )
    room = Box(
        leaf.second(pagination.BAND + 4), y, pagination.WIDTH - pagination.BAND - 8, pagination.BAND
    )
    words = fit(
        part.title,
        room.width,
        pagination.BAND,
        DOCUMENT_BOLD,
        largest=pagination.HEADING_LETTERS,
        smallest=pagination.LETTERS,
    )
    leaf.document.bookmark(part.title, 1, y)
    with leaf.document.tag("H2") as node:
        middle = Box(room.x, y + (pagination.BAND - words.height) / 2, room.width, 0)
        leaf.write(words.lines, middle, node, style=DOCUMENT_BOLD, size=words.size)
