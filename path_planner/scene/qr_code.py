"""QR codes as one path of a scene: sharp at any size, and read out as what they are for."""

from itertools import groupby

import segno

from path_planner.scene import hand_drawn
from path_planner.scene.geometry import Box
from path_planner.scene.hand_drawn import VectorPath
from path_planner.scene.model import Kind, Role, Shape
from path_planner.scene.sheet import Sheet

QUIET_MODULES = 4
"""The white modules around a code, without which phones do not find it."""
_BLACK = "#000000"


def draw_code(sheet: Sheet, text: str, box: Box, alt: str) -> None:
    """Draw a code with its white edge into the middle of a box; `alt` says what it is for."""
    rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]
    module = min(box.width, box.height) / (len(rows) + 2 * QUIET_MODULES)
    side = module * len(rows)
    corner = Box(box.x + (box.width - side) / 2, box.y + (box.height - side) / 2, side, side)
    with sheet.inside(Kind.FIGURE, alt) as node:
        # Of the kind that a printer that saves ink leaves as it is.
        shape = Shape(_outline(rows, corner, module), Role.INK, fill=_BLACK, node=node)
        sheet.add([shape])


def _outline(rows: list[bytes], corner: Box, module: float) -> VectorPath:
    """Return each run of dark modules of a row as a rectangle."""
    outline: VectorPath = ()
    for number, row in enumerate(rows):
        column = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                place = (corner.x + column * module, corner.y + number * module)
                outline += hand_drawn.rectangle(Box(*place, length * module, module))
            column += length
    return outline
