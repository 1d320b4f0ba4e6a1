"""Draw bar charts that need no colour: each part has a pattern and a label."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from path_planner.pdf.canvas import Box
from path_planner.pdf.path_operators import Outline, Paint, polygon, rectangle
from path_planner.pdf.report import Report
from path_planner.typography.fonts import DOCUMENT
from path_planner.typography.line_breaking import Line, wrap
from path_planner.typography.metrics import line_metrics, text_width

_POINTS = 10.0
_SIZE = _POINTS * 25.4 / 72
_ROW = 10.5
_BAR = 5.4
_LABELS = 0.36
_NUMBER = 10.0
_PITCH = 1.3
_IN_ONE = 15
"""As many bars as stand in one figure; more go on in the next."""


class Bar(NamedTuple):
    """A row of a chart: its words, and the size of each part."""

    label: str
    parts: tuple[int, ...]


Parts = Callable[[Sequence[Bar]], str]
"""Says in words what a figure with these bars shows."""


def draw_bars(book: Report, bars: Sequence[Bar], names: Sequence[str], alt: Parts) -> None:
    """Draw a bar for each row, its parts one after the other; names say what each part is."""
    most = max((sum(bar.parts) for bar in bars), default=0) or 1
    shown = [place for place in range(len(names)) if any(bar.parts[place] for bar in bars)]
    legend = [(place, names[place]) for place in shown] if len(names) > 1 else []
    for start in range(0, len(bars), _IN_ONE):
        some = bars[start : start + _IN_ONE]
        with book.figure(alt(some), _ROW * len(some) + _legend_height(book, legend)) as box:
            below = _draw_legend(book, legend, box)
            for place, bar in enumerate(some):
                _draw_bar(book, bar, Box(box.x, below + place * _ROW, box.width, _ROW), most)


def bars_height(book: Report, bars: Sequence[Bar], names: Sequence[str] = ()) -> float:
    """Return how tall the first figure of these bars is."""
    legend = list(enumerate(names)) if len(names) > 1 else []
    return _ROW * min(len(bars), _IN_ONE) + _legend_height(book, legend) + _SIZE * 2


def _draw_bar(book: Report, bar: Bar, row: Box, most: int) -> None:
    _label(book, bar.label, row)
    start, room = _room(book, row)
    scale, x = room / most, 0.0
    for place, part in enumerate(bar.parts):
        width = part * scale
        if part:
            left = start - x - width if book.mirrored else start + x
            _draw_part(book, Box(left, row.y + (row.height - _BAR) / 2, width, _BAR), place)
        x += width
    total = str(sum(bar.parts))
    x = start - x - 2 - text_width(total, DOCUMENT, _SIZE) if book.mirrored else start + x + 2
    _words(book, x, row.y + row.height / 2 + _SIZE * 0.35, total)


def _room(book: Report, row: Box) -> tuple[float, float]:
    """Return where bars begin, and how far they may reach."""
    labels = row.width * _LABELS
    start = row.x + (row.width - labels if book.mirrored else labels)
    return start, row.width - labels - _NUMBER


def _label(book: Report, label: str, row: Box) -> None:
    room = row.width * _LABELS - 3
    lines = wrap(label, room, DOCUMENT, _SIZE)
    if len(lines) > 2:  # noqa: PLR2004 - a row has room for two; the table below has all
        cut = Line(f"{lines[1].text} …", lines[1].width, lines[1].from_right)
        lines = (lines[0], cut)
    height = line_metrics(label, DOCUMENT, _SIZE)
    top = row.y + (row.height - height.line * len(lines)) / 2
    for place, line in enumerate(lines):
        x = row.x + (row.width - line.width if book.mirrored else 0)
        base = top + height.ascent + place * height.line
        book.document.text_line(x, base, line, style=DOCUMENT, size=_SIZE, ink=book.look.ink)


def _rows_of_legend(
    book: Report, legend: Sequence[tuple[int, str]]
) -> list[list[tuple[int, str, float]]]:
    rows: list[list[tuple[int, str, float]]] = []
    x = 0.0
    for place, name in legend:
        width = text_width(name, DOCUMENT, _SIZE) + 14
        if not rows or x + width > book.width:
            rows.append([])
            x = 0.0
        rows[-1].append((place, name, x))
        x += width
    return rows


def _legend_height(book: Report, legend: Sequence[tuple[int, str]]) -> float:
    return len(_rows_of_legend(book, legend)) * _SIZE * 1.9 + (2 if legend else 0)


def _draw_legend(book: Report, legend: Sequence[tuple[int, str]], box: Box) -> float:
    y = box.y
    for row in _rows_of_legend(book, legend):
        for place, name, x in row:
            width = text_width(name, DOCUMENT, _SIZE)
            left = box.x + box.width - x - 7 if book.mirrored else box.x + x
            _draw_part(book, Box(left, y + 0.6, 7, 3.4), place)
            _words(book, left - 2 - width if book.mirrored else left + 9, y + _SIZE, name)
        y += _SIZE * 1.9
    return y + (2 if legend else 0)


def _draw_part(book: Report, box: Box, pattern: int) -> None:
    ink = book.look.accent
    frame = rectangle(box.x, box.y, box.width, box.height)
    if pattern == 0:
        book.document.shape(frame, paint=Paint(fill=ink))
        return
    book.document.shape(frame, paint=Paint(fill="#ffffff"))
    lines = list(_pattern(box, pattern))
    if lines:
        book.document.shape(*lines, paint=Paint(stroke=ink, width=0.4))
    book.document.shape(frame, paint=Paint(stroke=ink, width=0.4))


def _pattern(box: Box, pattern: int) -> Iterator[Outline]:
    """Yield the lines that fill a part: slanting, lying, upright with lying, or none."""
    right, foot = box.x + box.width, box.y + box.height
    if pattern == 1:
        for step in range(1, int((box.width + box.height) / _PITCH) + 1):
            along = step * _PITCH
            start = (box.x + max(0.0, along - box.height), min(foot, box.y + along))
            end = (min(right, box.x + along), box.y + max(0.0, along - box.width))
            yield polygon([start, end], closed=False)
    if pattern in {2, 3}:
        for step in range(1, int(box.height / _PITCH) + 1):
            y = box.y + step * _PITCH
            yield polygon([(box.x, y), (right, y)], closed=False)
    if pattern == 3:  # noqa: PLR2004 - the fourth pattern
        for step in range(1, int(box.width / _PITCH) + 1):
            x = box.x + step * _PITCH
            yield polygon([(x, box.y), (x, foot)], closed=False)


def _words(book: Report, x: float, base: float, text: str) -> None:
    book.document.text_line(x, base, text, style=DOCUMENT, size=_SIZE, ink=book.look.ink)
