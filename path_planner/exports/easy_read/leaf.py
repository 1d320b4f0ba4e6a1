"""One page after the other: the mark of a draft, the number of the page, tiles and lines."""

from collections.abc import Sequence

from path_planner.exports.easy_read.paging import MARGIN, PAPER, SMALL_LETTERS, WIDE
from path_planner.lettering.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.lettering.measure import height, width
from path_planner.lettering.wrap import Line, fit
from path_planner.pdf.canvas import Box
from path_planner.pdf.document import Document
from path_planner.pdf.draft import Facts
from path_planner.pdf.outlines import Outline, Paint, rectangle, rounded
from path_planner.pdf.structure import Node
from path_planner.stamps import box as stamps
from path_planner.words import reads_from_right

INK = "#1B1F2A"
_DRAFT_FILL = "#FFD98A"
_DRAFT_TALL = 16.0
_PICTURE_PART = 0.72
_NUMBER_Y = 287.0


class Leaf:
    """A tagged document whose pages all look alike; it reads from the side its language does."""

    def __init__(self, facts: Facts, draft: str) -> None:
        self.document = Document(facts)
        self.mirrored = reads_from_right(facts.language)
        self._draft = draft

    def new_page(self) -> None:
        """Begin a page, with its number and the mark of a draft."""
        number = self.document.page(*PAPER) + 1
        with self.document.artifact():
            if self._draft:
                self._mark()
            if number > 1:
                self._number(str(number))

    def first(self, wide: float) -> float:
        """Return where something this wide begins that stands on the side reading begins."""
        return PAPER[0] - MARGIN - wide if self.mirrored else MARGIN

    def second(self, past: float) -> float:
        """Return the left end of what stands beside something this wide."""
        return MARGIN if self.mirrored else MARGIN + past

    def tile(self, picture: str, box: Box, fill: str) -> None:
        """Draw a picture on a tile; the words beside it say what it shows."""
        with self.document.artifact():
            tile = rounded(box.x, box.y, box.wide, box.tall, box.wide / 7)
            self.document.shape(tile, paint=Paint(fill=fill))
        side = box.wide * _PICTURE_PART
        edge = (box.wide - side) / 2
        self.picture(picture, Box(box.x + edge, box.y + edge, side, side))

    def picture(self, picture: str, box: Box) -> None:
        """Draw a stamp."""
        if not stamps.has(picture):
            return
        icon = stamps.find(picture)
        scale = box.wide / icon.size
        paint = Paint(stroke=INK, width=icon.line * scale * 0.9)
        with self.document.artifact():
            self.document.shape(_outline(icon, box, scale), paint=paint)

    def write(
        self,
        lines: Sequence[Line],
        room: Box,
        node: Node | None,
        *,
        style: Style = DOCUMENT,
        size: float,
        centred: bool = False,
    ) -> None:
        """Write lines below each other from the top of a room."""
        tall = height("".join(line.text for line in lines), style, size)
        base = room.y + tall.ascent
        for line in lines:
            spare = room.wide - line.width
            x = room.x + (spare / 2 if centred else spare if line.from_right else 0)
            with self.document.inside(node) if node else self.document.artifact():
                self.document.text_line(x, base, line, style=style, size=size, ink=INK)
            base += tall.line

    def _mark(self) -> None:
        strip = rectangle(0, 0, PAPER[0], _DRAFT_TALL)
        self.document.shape(strip, paint=Paint(fill=_DRAFT_FILL))
        words = fit(
            self._draft, WIDE, _DRAFT_TALL, DOCUMENT, largest=SMALL_LETTERS, smallest=SMALL_LETTERS
        )
        room = Box(MARGIN, (_DRAFT_TALL - words.tall) / 2, WIDE, 0)
        self.write(words.lines, room, None, size=words.size, centred=True)

    def _number(self, number: str) -> None:
        x = (PAPER[0] - width(number, DOCUMENT_BOLD, SMALL_LETTERS)) / 2
        self.document.text_line(
            x, _NUMBER_Y, number, style=DOCUMENT_BOLD, size=SMALL_LETTERS, ink=INK
        )


def _outline(icon: stamps.Icon, box: Box, scale: float) -> Outline:
    """Return the lines of a stamp in its box."""
    outline = Outline()
    for path in icon.paths:
        for letter, values in path:
            x = [box.x + value * scale for value in values[::2]]
            y = [box.y + value * scale for value in values[1::2]]
            placed = tuple(each for pair in zip(x, y, strict=True) for each in pair)
            outline.steps.append((letter, placed))
    return outline
