"""Pagination of the easy read edition: page breaks, and shortening to the page limit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from path_planner.exports.vision.easy_read.model import Part, Row
from path_planner.typography.fonts import DOCUMENT, DOCUMENT_BOLD, Style
from path_planner.typography.line_breaking import Line, wrap
from path_planner.typography.metrics import LineMetrics, line_metrics

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
ASIDE = 2
"""The number of pages before the parts: cover and contents."""


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
    """Return the height of a row."""
    return max(TILE, words_height(row))


def paragraphs_down(row: Row) -> Iterator[tuple[float, Lines]]:
    """Yield each paragraph with its y from the top; few words are centred vertically."""
    down = max(0.0, (TILE - words_height(row)) / 2)
    for line in broken(row):
        yield down, line
        down += line.height.line * len(line.lines) + _BETWEEN_PARAGRAPHS


def flow(parts: Sequence[Part]) -> list[Page]:
    """Return the pages; headings are kept with the next row, ideas are only split if they must."""
    pages: list[list[Placed]] = [[]]
    y = TOP
    for number, part in enumerate(parts):
        for index, idea in enumerate(part.shown):
            before = 0.0 if index else BAND + _AFTER_BAND
            whole = sum(row_height(row) + BETWEEN_ROWS for row in idea) - BETWEEN_ROWS
            together = before + whole <= BOTTOM - TOP
            for at, row in enumerate(idea):
                need = row_height(row) if at else before + (whole if together else row_height(row))
                if y + need > BOTTOM and pages[-1]:
                    pages.append([])
                    y = TOP
                if before and not at:
                    pages[-1].append(Placed(number, y))
                    y += before
                pages[-1].append(Placed(number, y, row))
                y += row_height(row) + BETWEEN_ROWS
    return [tuple(page) for page in pages]


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
        first or with_quotes or with_several or indices, key=lambda index: _height(parts[index])
    )
    part = parts[longest]
    shorter = part.quieter() if with_quotes and not first else part.shorter()
    return [*parts[:longest], shorter, *parts[longest + 1 :]]


def _height(part: Part) -> float:
    return sum(row_height(row) + BETWEEN_ROWS for row in part.rows)
