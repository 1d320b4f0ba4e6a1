"""Sketches as pictures that are cropped to their ink, so that small drawings are seen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from path_planner.domain.base import sorted_records
from path_planner.domain.marks import Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.scene.geometry import Box
from path_planner.scene.model import Drawing, Ink

_LEAST_PART = 0.3
"""The least part of its pad that a sketch is cropped to, along each side."""
_LEAST_SHAPE, _WIDEST_SHAPE = 0.4, 2.6


@dataclass(frozen=True, slots=True)
class Picture:
    """A sketch with its strokes, and the part of its pad that is shown."""

    sketch: Sketch
    strokes: tuple[Ink, ...]
    frame: Box

    @property
    def shape(self) -> float:
        """Return how many times as wide as tall it is."""
        return self.frame.width / self.frame.height

    @property
    def node(self) -> str:
        """Return the node of the reading order that the drawing belongs to."""
        return f"figure-{self.sketch.id}"

    def drawn_in(self, box: Box) -> Drawing:
        """Return the sketch as it stands in a box."""
        scale = min(box.width / self.frame.width, box.height / self.frame.height)
        across = box.x + (box.width - self.frame.width * scale) / 2 - self.frame.x * scale
        down = box.y + (box.height - self.frame.height * scale) / 2 - self.frame.y * scale
        return Drawing(self.node, box, scale, (across, down), self.strokes)


def pictures(session: Session) -> tuple[Picture, ...]:
    """Return all sketches that have ink, in their order."""
    strokes = _strokes_by_sketch(session)
    sketches = {key: mark for key, mark in session.marks.items() if isinstance(mark, Sketch)}
    for key in strokes.keys() - sketches.keys():
        # Ink whose pad is gone is still somebody's ink.
        sketches[key] = Sketch(id=key, stage=strokes[key][0].stage)
    return tuple(
        picture_of(sketch, strokes[sketch.id])
        for sketch in sorted_records(sketches)
        if sketch.id in strokes
    )


def _strokes_by_sketch(session: Session) -> Mapping[str, list[Stroke]]:
    found: dict[str, list[Stroke]] = {}
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and mark.sketch:
            found.setdefault(mark.sketch, []).append(mark)
    for strokes in found.values():
        strokes.sort(key=attrgetter("order", "id"))
    return found


def picture_of(sketch: Sketch, strokes: Iterable[Stroke]) -> Picture:
    """Return strokes as one drawing, cut to their ink."""
    inks = tuple(
        Ink(stroke.pen.colour, stroke.pen.width, stroke.pen.opacity, stroke.points)
        for stroke in strokes
    )
    return Picture(sketch, inks, _frame(sketch, inks))


def _frame(sketch: Sketch, inks: Iterable[Ink]) -> Box:
    """Return the box around all ink, in a shape that can stand among cards."""
    left, top, right, bottom = _bounds(inks)
    width = max(right - left, _LEAST_PART * sketch.width, 1.0)
    height = max(bottom - top, _LEAST_PART * sketch.height, 1.0)
    width, height = max(width, height * _LEAST_SHAPE), max(height, width / _WIDEST_SHAPE)
    across, down = (left + right) / 2, (top + bottom) / 2
    return Box(across - width / 2, down - height / 2, width, height)


def _bounds(inks: Iterable[Ink]) -> tuple[float, float, float, float]:
    left, top, right, bottom = [], [], [], []
    for ink in inks:
        half = ink.width / 2
        across, down = ink.points[::2], ink.points[1::2]
        left.append(min(across) - half)
        right.append(max(across) + half)
        top.append(min(down) - half)
        bottom.append(max(down) + half)
    return min(left), min(top), max(right), max(bottom)
