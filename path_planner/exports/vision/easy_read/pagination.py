"""Where each row stands, and what is left out so that nobody gets a book too thick to read."""

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
"""Between the picture and the words."""
BETWEEN_ROWS = 8.0
_BETWEEN_PARAGRAPHS = 2.4
BAND = 22.0
_AFTER_BAND = 9.0
ASIDE = 2
"""The cover and the contents."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A paragraph broken into lines."""

    lines: tuple[Line, ...]
    style: Style
    height: LineMetrics


@dataclass(frozen=True, slots=True)
class Placed:
    """A row, or the heading of a part where there is none, and how far down it stands."""

    part: int
    y: float
    row: Row | None = None


Page = tuple[Placed, ...]


@lru_cache(maxsize=4096)
def broken(row: Row) -> tuple[Lines, ...]:
    """Break the words of a row; what no page could hold is cut."""
    found, left = [], BOTTOM - TOP - BAND - _AFTER_BAND
    for told in row.text:
        style = DOCUMENT_BOLD if told.strong else DOCUMENT
        height = line_metrics(told.words, style, LETTERS)
        lines = wrap(told.words, WIDTH - TILE - GAP, style, LETTERS)[: int(left / height.line)]
        if lines:
            found.append(Lines(lines, style, height))
            left -= height.line * len(lines) + _BETWEEN_PARAGRAPHS
    return tuple(found)


def words_height(row: Row) -> float:
    """Return how tall the words of a row are."""
    paragraphs = broken(row)
    lines = sum(paragraph.height.line * len(paragraph.lines) for paragraph in paragraphs)
    return lines + _BETWEEN_PARAGRAPHS * (len(paragraphs) - 1)


def row_height(row: Row) -> float:
    """Return how tall a row is."""
    return max(TILE, words_height(row))


def paragraphs_down(row: Row) -> Iterator[tuple[float, Lines]]:
    """Yield each paragraph with its distance from the top; few words stand beside the middle."""
    down = max(0.0, (TILE - words_height(row)) / 2)
    for line in broken(row):
        yield down, line
        down += line.height.line * len(line.lines) + _BETWEEN_PARAGRAPHS


def flow(parts: Sequence[Part]) -> list[Page]:
    """Return the pages: a heading never stands alone, an idea goes over two pages if it must."""
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
    """Return the parts that have room and their pages.

    What is beyond the least of a part gives way first, then quotes beside what they are about;
    what was agreed, chosen and promised only where a book would still be too thick.
    """
    kept = list(parts)
    pages = flow(kept)
    while len(pages) + ASIDE > most:
        kept = [part for part in _given_way(kept) if part.rows]
        pages = flow(kept)
    return kept, pages


def _given_way(parts: list[Part]) -> list[Part]:
    """Return the parts with one thing less in one of them, the longest of those that may."""
    places = range(len(parts))
    spare = [place for place in places if len(parts[place].ideas) > parts[place].least]
    turn = min((parts[place].turn for place in spare), default=0)
    first = [place for place in spare if parts[place].turn == turn]
    quoting = [place for place in places if parts[place].quotes]
    several = [place for place in places if len(parts[place].ideas) > 1]
    found = max(first or quoting or several or places, key=lambda place: _height(parts[place]))
    part = parts[found]
    less = part.quieter() if quoting and not first else part.shorter()
    return [*parts[:found], less, *parts[found + 1 :]]


def _height(part: Part) -> float:
    return sum(row_height(row) + BETWEEN_ROWS for row in part.rows)
