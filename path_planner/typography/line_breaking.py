"""Break text into lines, and find the largest size at which it fits a box.

Lines are filled greedily (first fit), which gives the fewest lines; raggedness is not evened out.
The size is found by bisection over a fixed ladder of sizes, each 5 % below the one before.
Invariants: no word is lost; what stands between two possible line ends is broken only if it alone
is wider than a line, and then between grapheme clusters.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from path_planner.typography.bidi import reads_from_right
from path_planner.typography.fonts import Style
from path_planner.typography.metrics import LineMetrics, line_metrics, piece_widths, text_width
from path_planner.typography.segmentation import (
    LONG_WORD,
    SPACES,
    clusters,
    paragraphs,
    unbreakable,
)

_STEP = 0.95
_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a broken text, how wide it is, and what stood between it and the next."""

    text: str
    width: float
    from_right: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text at the size at which it fits, with all of its words."""

    size: float
    lines: tuple[Line, ...]
    metrics: LineMetrics
    overflows: bool = False

    @property
    def height(self) -> float:
        """Return how tall all the lines are together."""
        return self.metrics.line * len(self.lines)

    @property
    def width(self) -> float:
        """Return how wide the widest line is."""
        return max((line.width for line in self.lines), default=0.0)

    def baselines(self, top: float = 0.0) -> Iterator[tuple[float, Line]]:
        """Yield each line with the height, counted downwards, of the line it stands on."""
        for place, line in enumerate(self.lines):
            yield top + self.metrics.ascent + place * self.metrics.line, line


def wrap(text: str, width: float, style: Style, size: float = 1.0) -> tuple[Line, ...]:
    """Break text into lines no wider than this; words whole, unless one alone is too wide."""
    room = width / size
    return tuple(
        Line(line, found * size, paragraph.from_right, after)
        for paragraph in _paragraphs(text, style)
        for line, found, after in _broken(paragraph, room, style)
    )


def fit(
    text: str, width: float, height: float, style: Style, *, largest: float, smallest: float
) -> Fitted:
    """Return the text at the largest size at which it fits, its words whole where possible."""
    box, steps = (width, height), _sizes(largest, smallest)
    found = _first(steps, lambda size: _fits(text, box, style, size, whole=True))
    if found is None:
        found = _first(steps, lambda size: _fits(text, box, style, size, whole=False))
    size = smallest if found is None else found
    lines = wrap(text, width, style, size)
    return Fitted(size, lines, line_metrics(text, style, size), overflows=found is None)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    parts: tuple[tuple[str, float], ...]
    from_right: bool
    widest_word: float


@lru_cache(maxsize=8192)
def _paragraphs(text: str, style: Style) -> tuple[_Paragraph, ...]:
    return tuple(_paragraph(each.strip(SPACES), style) for each in paragraphs(text))


def _paragraph(text: str, style: Style) -> _Paragraph:
    measured = iter(piece_widths(text, style))
    parts: list[tuple[str, float]] = []
    for part in unbreakable(text):
        piece, width = next(measured)
        while len(piece) < len(part):
            more, further = next(measured)
            piece, width = piece + more, width + further
        parts.append((part, width))
    words = (width for part, width in parts if len(part) <= LONG_WORD and not part.isspace())
    return _Paragraph(tuple(parts), reads_from_right(text), max(words, default=0.0))


def _broken(paragraph: _Paragraph, room: float, style: Style) -> Iterator[tuple[str, float, str]]:
    line, used = "", 0.0
    space, gap = "", 0.0
    for part, width in paragraph.parts:
        if part.isspace():
            space, gap = part, width
            continue
        if line and used + gap + width > room + _SLACK:
            yield line, used, space
            line, used, space, gap = "", 0.0, "", 0.0
        if not line and width > room + _SLACK:
            *full, (line, used) = _forced(part, room, style)
            yield from ((*each, "") for each in full)
        else:
            line, used = line + space + part, used + gap + width
        space, gap = "", 0.0
    yield line, used, "\n"


def _forced(word: str, room: float, style: Style) -> Iterator[tuple[str, float]]:
    """Break a word that is too wide for any line, between characters as a reader sees them."""
    left = clusters(word)
    count = 1
    while left:
        count = _how_many(left, room, style, count)
        part = "".join(left[:count])
        yield part, text_width(part, style)
        left = left[count:]


def _how_many(left: list[str], room: float, style: Style, near: int) -> int:
    """Count the characters that fill a line, looking first near the count of the line before.

    This is galloping search: strides double until the count is bracketed, then it is bisected.
    """
    fits, exceeds = 0, len(left) + 1
    probe, stride = min(near, len(left)), 1
    while exceeds - fits > 1:
        if text_width("".join(left[:probe]), style) <= room + _SLACK:
            fits = probe
        else:
            exceeds = probe
        if fits and exceeds <= len(left):
            probe = (fits + exceeds) // 2
        else:
            probe = min(fits + stride, len(left)) if fits else max(exceeds - stride, 1)
            stride *= 2
    return max(fits, 1)


def _fits(text: str, box: tuple[float, float], style: Style, size: float, whole: bool) -> bool:
    width, height = box
    room = width / size + _SLACK
    found = _paragraphs(text, style)
    if whole and any(paragraph.widest_word > room for paragraph in found):
        return False
    most = int(height / (line_metrics(text, style).line * size) + _SLACK)
    count = 0
    for paragraph in found:
        for _, used, _ in _broken(paragraph, room, style):
            count += 1
            if count > most or used > room + _SLACK:
                return False
    return True


@lru_cache(maxsize=256)
def _sizes(largest: float, smallest: float) -> tuple[float, ...]:
    found = [largest]
    while found[-1] * _STEP > smallest:
        found.append(found[-1] * _STEP)
    return (*found, smallest) if smallest < largest else (largest,)


def _first(sizes: tuple[float, ...], good: Callable[[float], bool]) -> float | None:
    """Return the largest size that is good; every smaller one is good as well."""
    place = bisect_left(sizes, True, key=good)
    return sizes[place] if place < len(sizes) else None
