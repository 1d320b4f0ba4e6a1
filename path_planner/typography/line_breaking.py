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
from path_planner.typography.glyphs import LineMetrics, line_metrics, piece_widths, text_width
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
    """One line of a broken text, its width, and the white space after it."""

    text: str
    width: float
    from_right: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text broken into lines at the size at which it fits."""

    size: float
    lines: tuple[Line, ...]
    metrics: LineMetrics
    overflows: bool = False

    @property
    def height(self) -> float:
        """The height of all lines together."""
        return self.metrics.line * len(self.lines)

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max((line.width for line in self.lines), default=0.0)

    def baselines(self, top: float = 0.0) -> Iterator[tuple[float, Line]]:
        """Yield each line with the y of its baseline, counted downwards from `top`."""
        for index, line in enumerate(self.lines):
            yield top + self.metrics.ascent + index * self.metrics.line, line


def wrap(text: str, width: float, style: Style, size: float = 1.0) -> tuple[Line, ...]:
    """Break text into lines no wider than `width`; only words that are wider alone are broken."""
    room = width / size
    return tuple(
        Line(line, found * size, paragraph.from_right, after)
        for paragraph in _paragraphs(text, style)
        for line, found, after in _break_lines(paragraph, room, style)
    )


def fit(
    text: str, width: float, height: float, style: Style, *, largest: float, smallest: float
) -> Fitted:
    """Return the text at the largest size at which it fits the box, with whole words if possible.

    Sizes are between `smallest` and `largest`. If it fits at none, `overflows` is set and the
    size is `smallest`.
    """
    box, steps = (width, height), _sizes(largest, smallest)
    size_found = _first(steps, lambda size: _fits(text, box, style, size, whole=True))
    if size_found is None:
        size_found = _first(steps, lambda size: _fits(text, box, style, size, whole=False))
    size = smallest if size_found is None else size_found
    lines = wrap(text, width, style, size)
    return Fitted(size, lines, line_metrics(text, style, size), overflows=size_found is None)


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


def _break_lines(
    paragraph: _Paragraph, room: float, style: Style
) -> Iterator[tuple[str, float, str]]:
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
            *full, (line, used) = _break_word(part, room, style)
            yield from ((*part, "") for part in full)
        else:
            line, used = line + space + part, used + gap + width
        space, gap = "", 0.0
    yield line, used, "\n"


def _break_word(word: str, room: float, style: Style) -> Iterator[tuple[str, float]]:
    """Break a word that is wider than a line, between grapheme clusters."""
    left = clusters(word)
    count = 1
    while left:
        count = _clusters_that_fit(left, room, style, count)
        part = "".join(left[:count])
        yield part, text_width(part, style)
        left = left[count:]


def _clusters_that_fit(left: list[str], room: float, style: Style, near: int) -> int:
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
    broken = _paragraphs(text, style)
    if whole and any(paragraph.widest_word > room for paragraph in broken):
        return False
    most_lines = int(height / (line_metrics(text, style).line * size) + _SLACK)
    count = 0
    for paragraph in broken:
        for _, used, _ in _break_lines(paragraph, room, style):
            count += 1
            if count > most_lines or used > room + _SLACK:
                return False
    return True


@lru_cache(maxsize=256)
def _sizes(largest: float, smallest: float) -> tuple[float, ...]:
    sizes = [largest]
    while sizes[-1] * _STEP > smallest:
        sizes.append(sizes[-1] * _STEP)
    return (*sizes, smallest) if smallest < largest else (largest,)


def _first(sizes: tuple[float, ...], good: Callable[[float], bool]) -> float | None:
    """Return the first (largest) size that is good, by bisection: all after it are good too."""
    place = bisect_left(sizes, True, key=good)
    return sizes[place] if place < len(sizes) else None
