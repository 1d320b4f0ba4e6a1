"""Reduce the points of freehand outlines in a scene with much ink, for its picture on a web page.

The algorithm is radial distance simplification: one pass, which drops each point that lies nearer
than a tolerance to the last point kept. Unlike Douglas-Peucker it takes linear time, and it bounds
the spacing of the points rather than how far the line may stray. Short curves become straight.
Posters on paper keep all points; on a page one unit of the wall is less than a pixel.
"""

from collections.abc import Iterator
from dataclasses import replace
from math import dist

from path_planner.scene.hand_drawn import Close, CurveTo, LineTo, Move, Point, Step, VectorPath
from path_planner.scene.model import Part, Role, Scene, Shape

MUCH_INK = 400
"""A scene with at least this many outlines of ink is simplified."""
_NEAR = 2.5
"""A point nearer to the one before than this is dropped."""
_SHORT = 8.0
"""A curve shorter than this becomes a straight line."""
_FEWEST = 6
"""An outline of fewer steps is kept as it is."""


def simplified(scene: Scene) -> Scene:
    """Return the scene with simplified outlines of ink if it has many, else as it is."""
    if sum(map(_is_stroke, scene.painting)) < MUCH_INK:
        return scene
    return replace(scene, painting=tuple(map(_simplified_part, scene.painting)))


def _is_stroke(part: Part) -> bool:
    """Say whether a part is the filled outline of a stroke, not a line with a width."""
    return isinstance(part, Shape) and part.role is Role.INK and bool(part.fill) and not part.line


def _simplified_part(part: Part) -> Part:
    if isinstance(part, Shape) and _is_stroke(part):
        outline = tuple(_thinned(part.outline))
        # A dot is all near points.
        return replace(part, outline=outline) if len(outline) > _FEWEST else part
    return part


def _thinned(outline: VectorPath) -> Iterator[Step]:
    last: Point = (0.0, 0.0)
    for step in outline:
        if isinstance(step, Close):
            yield step
            continue
        distance = dist(last, step.to)
        if isinstance(step, Move | CurveTo) or distance >= _SHORT:
            yield step
        elif distance < _NEAR:
            continue
        else:
            yield LineTo(step.to)
        last = step.to
