"""Draw bar charts that need no colour: each part has a pattern and a label."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from path_planner.pdf.canvas import Box
from path_planner.pdf.path_operators import Outline, Paint, polygon, rectangle
from path_planner.pdf.report import Report
from path_planner.typography.fonts import DOCUMENT
from path_planner.typography.glyphs import line_metrics, text_width
from path_planner.typography.line_breaking import Line, wrap

_POINTS = 10.0
_SIZE = _POINTS * 25.4 / 72
_ROW = 10.5
_BAR = 5.4
_LABELS = 0.36
_NUMBER = 10.0
_PITCH = 1.3
_BARS_IN_A_FIGURE = 15
"""The most bars in one figure; further ones go on in the next."""


class Bar(NamedTuple):
    """A row of a chart: its words, and the size of each part."""

    label: str
    parts: tuple[int, ...]


Parts = Callable[[Sequence[Bar]], str]
"""Returns the alternative text of a figure with these bars."""


def draw_bars(report: Report, bars: Sequence[Bar], names: Sequence[str], alt: Parts) -> None:
    """Draw a bar for each row, its parts one after the other; names say what each part is."""
    most = max((sum(bar.parts) for bar in bars), default=0) or 1
    shown = [place for place in range(len(names)) if any(bar.parts[place] for bar in bars)]
    legend = [(place, names[place]) for place in shown] if len(names) > 1 else []
    for start in range(0, len(bars), _BARS_IN_A_FIGURE):
        some = bars[start : start + _BARS_IN_A_FIGURE]
        with report.figure(alt(some), _ROW * len(some) + _legend_height(report, legend)) as box:
            below = _draw_legend(report, legend, box)
            for place, bar in enumerate(some):
                _draw_bar(report, bar, Box(box.x, below + place * _ROW, box.width, _ROW), most)


def bars_height(report: Report, bars: Sequence[Bar], names: Sequence[str] = ()) -> float:
    """Return the height of the first figure of these bars, in millimetres."""
    legend = list(enumerate(names)) if len(names) > 1 else []
    return _ROW * min(len(bars), _BARS_IN_A_FIGURE) + _legend_height(report, legend) + _SIZE * 2


def _draw_bar(report: Report, bar: Bar, row: Box, most: int) -> None:
    _label(report, bar.label, row)
    start, room = _bar_area(report, row)
    scale, x = room / most, 0.0
    for index, part in enumerate(bar.parts):
        width = part * scale
        if part:
            left = start - x - width if report.mirrored else start + x
            _draw_part(report, Box(left, row.y + (row.height - _BAR) / 2, width, _BAR), index)
        x += width
    total = str(sum(bar.parts))
    x = start - x - 2 - text_width(total, DOCUMENT, _SIZE) if report.mirrored else start + x + 2
    _text(report, x, row.y + row.height / 2 + _SIZE * 0.35, total)


def _bar_area(report: Report, row: Box) -> tuple[float, float]:
    """Return the x at which bars begin, and the width that they may take."""
    labels = row.width * _LABELS
    start = row.x + (row.width - labels if report.mirrored else labels)
    return start, row.width - labels - _NUMBER


def _label(report: Report, label: str, row: Box) -> None:
    room = row.width * _LABELS - 3
    lines = wrap(label, room, DOCUMENT, _SIZE)
    if len(lines) > 2:  # noqa: PLR2004 - a row has room for two; the table below has all
        cut = Line(f"{lines[1].text} …", lines[1].width, lines[1].from_right)
        lines = (lines[0], cut)
    height = line_metrics(label, DOCUMENT, _SIZE)
    top = row.y + (row.height - height.line * len(lines)) / 2
    for index, line in enumerate(lines):
        x = row.x + (row.width - line.width if report.mirrored else 0)
        base = top + height.ascent + index * height.line
        report.document.text_line(
            x, base, line, style=DOCUMENT, size=_SIZE, ink=report.page_style.ink
        )


def _legend_rows(
    report: Report, legend: Sequence[tuple[int, str]]
) -> list[list[tuple[int, str, float]]]:
    rows: list[list[tuple[int, str, float]]] = []
    x = 0.0
    for place, name in legend:
        width = text_width(name, DOCUMENT, _SIZE) + 14
        if not rows or x + width > report.width:
            rows.append([])
            x = 0.0
        rows[-1].append((place, name, x))
        x += width
    return rows


def _legend_height(report: Report, legend: Sequence[tuple[int, str]]) -> float:
    return len(_legend_rows(report, legend)) * _SIZE * 1.9 + (2 if legend else 0)


def _draw_legend(report: Report, legend: Sequence[tuple[int, str]], box: Box) -> float:
    y = box.y
    for row in _legend_rows(report, legend):
        for place, name, x in row:
            width = text_width(name, DOCUMENT, _SIZE)
            left = box.x + box.width - x - 7 if report.mirrored else box.x + x
            _draw_part(report, Box(left, y + 0.6, 7, 3.4), place)
            _text(report, left - 2 - width if report.mirrored else left + 9, y + _SIZE, name)
        y += _SIZE * 1.9
    return y + (2 if legend else 0)


def _draw_part(report: Report, box: Box, pattern: int) -> None:
    ink = report.page_style.accent
    frame = rectangle(box.x, box.y, box.width, box.height)
    if pattern == 0:
        report.document.shape(frame, paint=Paint(fill=ink))
        return
    report.document.shape(frame, paint=Paint(fill="#ffffff"))
    lines = list(_pattern(box, pattern))
    if lines:
        report.document.shape(*lines, paint=Paint(stroke=ink, width=0.4))
    report.document.shape(frame, paint=Paint(stroke=ink, width=0.4))


def _pattern(box: Box, pattern: int) -> Iterator[Outline]:
    """Yield the lines of a pattern: diagonal (1), horizontal (2), crossed (3), or none."""
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


def _text(report: Report, x: float, base: float, text: str) -> None:
    report.document.text_line(x, base, text, style=DOCUMENT, size=_SIZE, ink=report.page_style.ink)
