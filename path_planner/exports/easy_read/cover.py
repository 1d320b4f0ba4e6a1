"""The cover and the contents of the edition."""

from collections.abc import Mapping, Sequence

from path_planner.exports.easy_read.edition import DRAFT, Cover
from path_planner.exports.easy_read.idea import Part
from path_planner.exports.easy_read.leaf import Leaf
from path_planner.exports.easy_read.paging import (
    BOTTOM,
    HEADING_LETTERS,
    LETTERS,
    MARGIN,
    SMALL_LETTERS,
    TOP,
    WIDE,
)
from path_planner.lettering.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.lettering.measure import width
from path_planner.lettering.wrap import fit, wrap
from path_planner.pdf.canvas import Box
from path_planner.words import say

_FILLS = ("#FFE9A3", "#DDF0F5", "#E2F3DD", "#FFE1C7", "#EFE6F7", "#E3EEF9")
_LARGEST = 36 * 25.4 / 72
_IN_A_ROW = 3
_TITLE = Box(MARGIN, 44, WIDE, 62)
_LOWEST_PICTURES = 112.0
_BEFORE_PICTURES = 12.0
_SPACE = 9.0
_CONTENTS_TOP = 50.0
_LEAST_ENTRIES = 12


def draw_cover(leaf: Leaf, cover: Cover, day: str) -> None:
    """Draw the title, the pictures of what people spoke of, whose plan it is and the day."""
    leaf.new_page()
    document = leaf.document
    document.bookmark(cover.title, 0, _TITLE.y)
    _line(leaf, say("Easy read"), Box(MARGIN, 28, WIDE, 12), DOCUMENT_BOLD, LETTERS * 1.25)
    title = fit(
        cover.title, _TITLE.wide, _TITLE.tall, DOCUMENT_BOLD, largest=_LARGEST, smallest=LETTERS
    )
    most = int(_TITLE.tall / title.height.line)
    with document.tag("H1") as node:
        leaf.write(title.lines[:most], _TITLE, node, style=DOCUMENT_BOLD, size=title.size)
    ends = _TITLE.y + title.height.line * len(title.lines)
    foot = _pictures(leaf, cover.pictures, min(ends + _BEFORE_PICTURES, _LOWEST_PICTURES))
    for words in (cover.community, day):
        if words:
            foot = _line(leaf, words, Box(MARGIN, foot, WIDE, 14), DOCUMENT, LETTERS)
    standing = say(DRAFT) if cover.draft else say("People with learning disabilities checked this.")
    _line(leaf, standing, Box(MARGIN, foot + 2, WIDE, 16), DOCUMENT_BOLD, LETTERS)


def _line(leaf: Leaf, words: str, room: Box, style: Style, size: float) -> float:
    """Write a paragraph in a room, and return where it ends."""
    found = fit(words, room.wide, room.tall, style, largest=size, smallest=SMALL_LETTERS)
    lines = found.lines[: max(1, int(room.tall / found.height.line))]
    with leaf.document.tag("P") as node:
        leaf.write(lines, room, node, style=style, size=found.size)
    return room.y + found.height.line * len(lines)


def _pictures(leaf: Leaf, pictures: Sequence[str], top: float) -> float:
    """Draw the pictures in rows, and return where the words below may begin."""
    side = (WIDE - (_IN_A_ROW - 1) * _SPACE) / _IN_A_ROW
    for place, picture in enumerate(pictures):
        down, across = divmod(place, _IN_A_ROW)
        x, y = MARGIN + across * (side + _SPACE), top + down * (side + _SPACE)
        leaf.tile(picture, Box(x, y, side, side), _FILLS[place % len(_FILLS)])
    return top + -(-len(pictures) // _IN_A_ROW) * (side + _SPACE)


def draw_contents(leaf: Leaf, parts: Sequence[Part], begins: Mapping[int, int]) -> None:
    """List the parts with their pages; a line can be pressed."""
    leaf.new_page()
    document = leaf.document
    title = say("What is inside")
    document.bookmark(title, 1, TOP)
    with document.tag("H2") as node:
        lines = wrap(title, WIDE, DOCUMENT_BOLD, HEADING_LETTERS)
        leaf.write(
            lines, Box(MARGIN, TOP, WIDE, 0), node, style=DOCUMENT_BOLD, size=HEADING_LETTERS
        )
    pitch = (BOTTOM - _CONTENTS_TOP) / max(len(parts), _LEAST_ENTRIES)
    with document.tag("TOC"):
        for place, part in enumerate(parts):
            _entry(leaf, part, begins[place], _CONTENTS_TOP + place * pitch, pitch)


def _entry(leaf: Leaf, part: Part, page: int, y: float, pitch: float) -> None:
    side = pitch - 2.5
    leaf.tile(part.picture, Box(leaf.first(side), y, side, side), part.fill)
    number = str(page + 1)
    wide = width(number, DOCUMENT_BOLD, LETTERS)
    words = fit(
        part.title,
        WIDE - side - 24,
        side,
        DOCUMENT,
        largest=LETTERS,
        smallest=SMALL_LETTERS,
    )
    down = y + (side - words.height.line) / 2
    room = Box(leaf.second(side + 6) + (18 if leaf.mirrored else 0), down, WIDE - side - 24, 0)
    end = Box(MARGIN if leaf.mirrored else MARGIN + WIDE - wide, down, wide, 0)
    document = leaf.document
    with document.tag("TOCI"), document.link(page, Box(MARGIN, y, WIDE, side), part.title) as node:
        leaf.write(words.lines[:1], room, node, size=words.size)
        leaf.write(
            wrap(number, wide + 1, DOCUMENT_BOLD, LETTERS),
            end,
            node,
            style=DOCUMENT_BOLD,
            size=LETTERS,
        )
