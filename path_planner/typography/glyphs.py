"""Shape text into glyphs with HarfBuzz: their outlines, and how wide and high lines are."""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from path_planner.typography.bidi import Run, pieces_in_runs, runs
from path_planner.typography.fonts import FontFile, Style, font
from path_planner.typography.segmentation import clusters, one_line

Step = tuple[str, tuple[float, ...]]
"""A path operator of PDF (m, l, c, h) and its points, in units of the font."""


@lru_cache(maxsize=4096)
def contour(face: FontFile, bold: bool, glyph: int) -> tuple[Step, ...]:
    """Return the outline of a glyph, with all curves as cubic Bézier curves."""
    steps: list[Step] = []
    font(face, bold).shaper.draw_glyph(glyph, _pen(), steps)
    return tuple(steps)


def _pen() -> Any:
    pen = hb.DrawFuncs()
    # Without a function for quadratic curves, HarfBuzz converts them to cubic ones.
    pen.set_move_to_func(lambda x, y, steps: steps.append(("m", (x, y))))
    pen.set_line_to_func(lambda x, y, steps: steps.append(("l", (x, y))))
    pen.set_cubic_to_func(lambda *points: points[6].append(("c", points[:6])))
    pen.set_close_path_func(lambda steps: steps.append(("h", ())))
    return pen


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph as it is drawn, in units of its font, and the characters it stands for."""

    number: int
    text: str
    advance: int
    across: int
    up: int


@dataclass(frozen=True, slots=True)
class Shaped:
    """The glyphs of a run in visual order, and its width in ems."""

    glyphs: tuple[Glyph, ...]
    width: float


@lru_cache(maxsize=65536)
def shape(run: Run, bold: bool, from_right: bool) -> Shaped:
    """Shape one run with HarfBuzz."""
    if not run.known:
        return _boxes(run, bold, from_right)
    loaded = font(run.face, bold)
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    # Invisible characters belong to the character before and need no glyph.
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if from_right else "ltr"
    hb.shape(loaded.shaper, buffer, {})
    texts = _texts(run.text, [info.cluster for info in buffer.glyph_infos], from_right)
    glyphs = tuple(
        Glyph(
            info.codepoint or loaded.has_no_outline,
            text,
            place.x_advance,
            place.x_offset,
            place.y_offset,
        )
        for info, place, text in zip(buffer.glyph_infos, buffer.glyph_positions, texts, strict=True)
    )
    return Shaped(glyphs, sum(glyph.advance for glyph in glyphs) / loaded.units)


def _texts(text: str, starts: list[int], from_right: bool) -> list[str]:
    """Return the text of each glyph: all characters of a cluster go to its first glyph."""
    edges = [*sorted(set(starts)), len(text)]
    by_start = {first: text[first:after] for first, after in pairwise(edges)}
    if starts:
        by_start[edges[0]] = text[: edges[0]] + by_start[edges[0]]
    order = reversed(range(len(starts))) if from_right else range(len(starts))
    texts = [""] * len(starts)
    for place in order:
        texts[place] = by_start.pop(starts[place], "")
    return texts


def _boxes(run: Run, bold: bool, from_right: bool) -> Shaped:
    loaded = font(run.face, bold)
    number, advance = loaded.box
    glyphs = [Glyph(number, cluster, advance, 0, 0) for cluster in clusters(run.text)]
    if from_right:
        glyphs.reverse()
    return Shaped(tuple(glyphs), len(glyphs) * advance / loaded.units)


@dataclass(frozen=True, slots=True)
class LineMetrics:
    """The ascent and descent of a line, above and below the baseline."""

    ascent: float
    descent: float

    @property
    def line(self) -> float:
        """The line height: the distance from one baseline to the next."""
        return self.ascent + self.descent

    def times(self, size: float) -> "LineMetrics":
        """Return the metrics scaled to a font size."""
        return LineMetrics(self.ascent * size, self.descent * size)


def text_width(text: str, style: Style, size: float = 1.0) -> float:
    """Return the width of a line of text, in the unit of `size`."""
    return size * sum(width for _, width in piece_widths(text, style))


def piece_widths(text: str, style: Style) -> list[tuple[str, float]]:
    """Return the pieces a line is shaped in, each with its width in ems."""
    return [
        (piece, _runs_width(piece_runs, style.bold))
        for piece, piece_runs in pieces_in_runs(one_line(text), style.stack)
    ]


def line_metrics(text: str, style: Style, size: float = 1.0) -> LineMetrics:
    """Return the metrics of lines of this text: the maximum over the fonts that it uses."""
    return _ems(text, style).times(size)


@lru_cache(maxsize=8192)
def _ems(text: str, style: Style) -> LineMetrics:
    faces = {style.stack.face, *(run.face for run in runs(text, style.stack))}
    metrics = [_face_height(face, style.bold) for face in faces]
    return LineMetrics(max(each.ascent for each in metrics), max(each.descent for each in metrics))


@lru_cache(maxsize=65536)
def _runs_width(piece_runs: tuple[Run, ...], bold: bool) -> float:
    return sum(shape(run, bold, run.face.right_to_left).width for run in piece_runs)


@cache
def _face_height(face: FontFile, bold: bool) -> LineMetrics:
    loaded = font(face, bold)
    return LineMetrics(loaded.ascent, loaded.descent)
