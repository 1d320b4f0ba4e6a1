"""The outlines of glyphs, for what has to be drawn as a shape."""

from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from path_planner.lettering.fonts import Face, font

Step = tuple[str, tuple[float, ...]]
"""A letter for what to do (m, l, c, h as in a page) and the points, in units of the font."""


@lru_cache(maxsize=4096)
def contour(face: Face, bold: bool, glyph: int) -> tuple[Step, ...]:
    """Return the outline of a glyph, all its curves with two handles."""
    steps: list[Step] = []
    font(face, bold).shaper.draw_glyph(glyph, _pen(), steps)
    return tuple(steps)


def _pen() -> Any:
    pen = hb.DrawFuncs()
    # No function is set for curves with one handle: the shaper then gives them two.
    pen.set_move_to_func(lambda x, y, steps: steps.append(("m", (x, y))))
    pen.set_line_to_func(lambda x, y, steps: steps.append(("l", (x, y))))
    pen.set_cubic_to_func(lambda *points: points[6].append(("c", points[:6])))
    pen.set_close_path_func(lambda steps: steps.append(("h", ())))
    return pen
