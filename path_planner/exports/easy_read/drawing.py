"""The edition as pages: a picture on one side, words on the other, and much room around them."""

from path_planner.exports.easy_read.cover import draw_contents, draw_cover
from path_planner.exports.easy_read.edition import DRAFT, Edition
from path_planner.exports.easy_read.idea import Part
from path_planner.exports.easy_read.leaf import Leaf
from path_planner.exports.easy_read.paging import (
    ASIDE,
    BAND,
    GAP,
    HEADING_LETTERS,
    LETTERS,
    MARGIN,
    TILE,
    WIDE,
    Page,
    Placed,
    fitted,
    paragraphs_down,
)
from path_planner.lettering.fonts import DOCUMENT_BOLD
from path_planner.lettering.wrap import fit
from path_planner.pdf.canvas import Box
from path_planner.pdf.draft import Facts
from path_planner.pdf.outlines import Paint, rounded
from path_planner.words import say


def drawn(edition: Edition, facts: Facts, day: str) -> bytes:
    """Return the edition as a document of few pages."""
    leaf = Leaf(facts, say(DRAFT) if edition.cover.draft else "")
    parts, pages = fitted(edition.parts)
    draw_cover(leaf, edition.cover, day)
    draw_contents(leaf, parts, _begins(pages))
    for page in pages:
        leaf.new_page()
        for placed in page:
            _draw(leaf, parts[placed.part], placed)
    return leaf.document.finish()


def _begins(pages: list[Page]) -> dict[int, int]:
    """Return on which page, counted from none, each part begins."""
    return {
        placed.part: number + ASIDE
        for number, page in enumerate(pages)
        for placed in page
        if placed.row is None
    }


def _draw(leaf: Leaf, part: Part, placed: Placed) -> None:
    if placed.row is None:
        _heading(leaf, part, placed.y)
        return
    tile = Box(leaf.first(TILE), placed.y, TILE, TILE)
    leaf.tile(placed.row.picture, tile, part.fill)
    left = leaf.second(TILE + GAP)
    for down, paragraph in paragraphs_down(placed.row):
        with leaf.document.tag("P") as node:
            leaf.write(
                paragraph.lines,
                Box(left, placed.y + down, WIDE - TILE - GAP, 0),
                node,
                style=paragraph.style,
                size=LETTERS,
            )


def _heading(leaf: Leaf, part: Part, y: float) -> None:
    with leaf.document.artifact():
        band = rounded(MARGIN, y, WIDE, BAND, 4)
        leaf.document.shape(band, paint=Paint(fill=part.fill))
    icon = BAND * 0.7
    leaf.picture(part.picture, Box(leaf.first(icon + 8) + 4, y + BAND * 0.15, icon, icon))
    room = Box(leaf.second(BAND + 4), y, WIDE - BAND - 8, BAND)
    words = fit(
        part.title, room.wide, BAND, DOCUMENT_BOLD, largest=HEADING_LETTERS, smallest=LETTERS
    )
    leaf.document.bookmark(part.title, 1, y)
    with leaf.document.tag("H2") as node:
        middle = Box(room.x, y + (BAND - words.tall) / 2, room.wide, 0)
        leaf.write(words.lines, middle, node, style=DOCUMENT_BOLD, size=words.size)
