"""Parts of a scene moved to another place of the paper."""

from dataclasses import replace

from path_planner.scene.geometry import Area, Box, Rectangle, Silhouette
from path_planner.scene.model import Drawing, Part, Photograph, Text
from path_planner.scene.outline import Outline, Point


def moved(part: Part, by: Point) -> Part:
    """Return a part moved to the right and down."""
    across, down = by
    match part:
        case Text():
            return replace(part, x=part.x + across, baseline=part.baseline + down)
        case Drawing():
            x, y = part.shift
            return replace(part, box=moved_box(part.box, by), shift=(x + across, y + down))
        case Photograph():
            return replace(part, box=moved_box(part.box, by))
        case _:
            return replace(part, outline=_moved_outline(part.outline, across, down))


def _moved_outline(outline: Outline, across: float, down: float) -> Outline:
    # Much ink has very many steps: a function for each point would double the time.
    return tuple(type(step)(*[(x + across, y + down) for x, y in step]) for step in outline)


def moved_box(box: Box, by: Point) -> Box:
    """Return a box moved to the right and down."""
    return Box(box.x + by[0], box.y + by[1], box.width, box.height)


def moved_area(area: Area, by: Point) -> Area:
    """Return an area moved to the right and down."""
    box = moved_box(area.box, by)
    if isinstance(area, Silhouette):
        return Silhouette(moved_box(area.around, by), area.halves, box)
    return Rectangle(box)
