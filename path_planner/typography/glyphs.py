"""Shape text into glyphs with HarfBuzz, and return the outlines of glyphs."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import uharfbuzz as hb

from path_planner.typography.bidi import Run
from path_planner.typography.fonts import FontFile, font
from path_planner.typography.segmentation import clusters

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
