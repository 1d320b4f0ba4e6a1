"""Pagination of the easy read edition: page breaks, and shortening to the page limit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from path_planner.exports.vision.easy_read.model import Part, Row
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.glyphs import LineMetrics, line_metrics
from path_planner.typography.line_breaking import Line, wrap

MOST_PAGES = 24
_POINT = 25.4 / 72
PAPER = (210.0, 297.0)
MARGIN = 18.0
TOP = 28.0
BOTTOM = 274.0
WIDTH = PAPER[0] - 2 * MARGIN
LETTERS = 16 * _POINT
SMALL_LETTERS = 14 * _POINT
HEADING_LETTERS = 24 * _POINT
TILE = 33.0
GAP = 9.0
"""The gap between picture and words, in millimetres."""
BETWEEN_ROWS = 8.0
_BETWEEN_PARAGRAPHS = 2.4
BAND = 22.0
_AFTER_BAND = 9.0
ASIDE = 3
"""The number of pages before the parts: cover, what is most important, and contents."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph broken into lines."""

    lines: tuple[Line, ...]
    style: Style
    height: LineMetrics


@dataclass(frozen=True, slots=True)
class Placed:
    """A row (or the heading of a part, if None) and its y on the page."""

    part: int
    y: float
    row: Row | None = None


Page = tuple[Placed, ...]


@lru_cache(maxsize=4096)
def broken(row: Row) -> tuple[Lines, ...]:
    """Break the words of a row into lines; what exceeds a page is cut."""
    found, left = [], BOTTOM - TOP - BAND - _AFTER_BAND
    for paragraph in row.text:
        style = DOCUMENT_BOLD if paragraph.strong else DOCUMENT
        height = line_metrics(paragraph.words, style, LETTERS)
        lines = wrap(paragraph.words, WIDTH - TILE - GAP, style, LETTERS)[: int(left / height.line)]
        if lines:
            found.append(Lines(lines, style, height))
            left -= height.line * len(lines) + _BETWEEN_PARAGRAPHS
    return tuple(found)


def words_height(row: Row) -> float:
    """Return the height of the words of a row."""
    paragraphs = broken(row)
    lines = sum(paragraph.height.line * len(paragraph.lines) for paragraph in paragraphs)
    return lines + _BETWEEN_PARAGRAPHS * (len(paragraphs) - 1)


def row_height(row: Row) -> float:
    """Return the height of a row; one without a picture is as tall as its words."""
    return max(TILE, words_height(row)) if row.picture else words_height(row)


def paragraphs_down(row: Row) -> Iterator[tuple[float, Lines]]:
    """Yield each paragraph with its y from the top; few words are centred vertically."""
    down = max(0.0, (row_height(row) - words_height(row)) / 2)
    for line in broken(row):
        yield down, line
        down += line.height.line * len(line.lines) + _BETWEEN_PARAGRAPHS


def flow(parts: Sequence[Part]) -> list[Page]:
    """Return the pages: a part that fits on one page is never spilled over two.

    A longer part begins a page, breaks between ideas, and fills its pages alike. Only an idea that
    is taller than a page is split.
    """
    pages: list[list[Placed]] = [[]]
    y = TOP
    for number, part in enumerate(parts):
        whole = part_height(part)
        if y > TOP and y + whole > BOTTOM:
            pages.append([])
            y = TOP
        for index, chunk in enumerate(_chunks(part)):
            if index:
                pages.append([])
                y = TOP
            else:
                pages[-1].append(Placed(number, y))
                y += _HEADING
            for row in chunk:
                pages[-1].append(Placed(number, y, row))
                y += row_height(row) + BETWEEN_ROWS
    return [tuple(page) for page in pages]


_HEADING = BAND + _AFTER_BAND


def part_height(part: Part) -> float:
    """Return the height of a part on one endless page, with its heading."""
    return _HEADING + _rows_height(part.rows)


def _rows_height(rows: Iterable[Row]) -> float:
    return sum(row_height(row) + BETWEEN_ROWS for row in rows) - BETWEEN_ROWS


def _chunks(part: Part) -> list[list[Row]]:
    """Return the rows of each page of a part, as alike in height as no more pages allow."""
    room = BOTTOM - TOP
    tight = _broken_at(part, room)
    if len(tight) == 1:
        return tight
    even = part_height(part) / len(tight)
    for step in range(1, _STEPS):
        tried = _broken_at(part, even + (room - even) * step / _STEPS)
        if len(tried) == len(tight):
            return tried
    return tight


_STEPS = 8
"""The number of heights between an even share and a whole page that are tried."""


def _broken_at(part: Part, most: float) -> list[list[Row]]:
    """Break a part between its ideas into pages of at most this height, as far as ideas allow."""
    pages: list[list[Row]] = [[]]
    used = _HEADING
    for idea in part.shown:
        height = _rows_height(idea)
        if pages[-1] and used + height > most:
            pages.append([])
            used = 0.0
        for row in idea:
            if pages[-1] and used + row_height(row) > BOTTOM - TOP:
                pages.append([])
                used = 0.0
            pages[-1].append(row)
            used += row_height(row) + BETWEEN_ROWS
    return pages


def on_one_page(part: Part) -> Part:
    """Return the part with as many lines beside its pictures, and ideas, as one page holds."""
    while part_height(part) > BOTTOM - TOP and len(part.ideas) > 1:
        longest = max(range(len(part.ideas)), key=lambda at: len(part.ideas[at][0].text))
        first = part.ideas[longest][0]
        if len(first.text) > _LEAST_LINES:
            shorter = (replace(first, text=first.text[:-1]),)
            ideas = (*part.ideas[:longest], shorter, *part.ideas[longest + 1 :])
            part = replace(part, ideas=ideas)
        else:
            part = replace(part, ideas=part.ideas[:-1])
    return part


_LEAST_LINES = 2


def fitted(parts: Iterable[Part], most: int = MOST_PAGES) -> tuple[list[Part], list[Page]]:
    """Return the parts shortened to the page limit, and their pages.

    Greedy: one item is left out at a time. Ideas beyond the least of a part go first, by turn; then
    quotes; then more ideas, so that what was agreed, chosen and promised stays longest.
    """
    shortened = list(parts)
    pages = flow(shortened)
    while len(pages) + ASIDE > most:
        shortened = [part for part in _shortened_once(shortened) if part.rows]
        pages = flow(shortened)
    return shortened, pages


def _shortened_once(parts: list[Part]) -> list[Part]:
    """Return the parts with one item less in the longest part that may be shortened."""
    indices = range(len(parts))
    shortenable = [index for index in indices if len(parts[index].ideas) > parts[index].least]
    turn = min((parts[index].turn for index in shortenable), default=0)
    first = [index for index in shortenable if parts[index].turn == turn]
    with_quotes = [index for index in indices if parts[index].quotes]
    with_several = [index for index in indices if len(parts[index].ideas) > 1]
    longest = max(
        first or with_quotes or with_several or indices, key=lambda index: part_height(parts[index])
    )
    part = parts[longest]
    shorter = part.quieter() if with_quotes and not first else part.shorter()
    return [*parts[:longest], shorter, *parts[longest + 1 :]]
