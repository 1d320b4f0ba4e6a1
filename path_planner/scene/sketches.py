"""Sketches cropped to their ink, so that small drawings are shown large enough."""

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
        """The ratio of width to height."""
        return self.frame.width / self.frame.height

    @property
    def node(self) -> str:
        """Return the node of the reading order that the drawing belongs to."""
        return f"figure-{self.sketch.id}"

    def drawn_in(self, box: Box) -> Drawing:
        """Return the sketch scaled and centred in a box."""
        scale = min(box.width / self.frame.width, box.height / self.frame.height)
        shift_x = box.x + (box.width - self.frame.width * scale) / 2 - self.frame.x * scale
        shift_y = box.y + (box.height - self.frame.height * scale) / 2 - self.frame.y * scale
        return Drawing(self.node, box, scale, (shift_x, shift_y), self.strokes)


def pictures(session: Session) -> tuple[Picture, ...]:
    """Return all sketches that have ink, in their order."""
    strokes = _strokes_by_sketch(session)
    sketches = {key: mark for key, mark in session.marks.items() if isinstance(mark, Sketch)}
    for key in strokes.keys() - sketches.keys():
        # Strokes whose sketch was deleted are still shown.
        sketches[key] = Sketch(id=key, stage=strokes[key][0].stage)
    return tuple(
        picture_of(sketch, strokes[sketch.id])
        for sketch in sorted_records(sketches)
        if sketch.id in strokes
    )


def _strokes_by_sketch(session: Session) -> Mapping[str, list[Stroke]]:
    by_sketch: dict[str, list[Stroke]] = {}
    for mark in session.marks.values():
        if isinstance(mark, Stroke) and mark.sketch:
            by_sketch.setdefault(mark.sketch, []).append(mark)
    for strokes in by_sketch.values():
        strokes.sort(key=attrgetter("order", "id"))
    return by_sketch


def picture_of(sketch: Sketch, strokes: Iterable[Stroke]) -> Picture:
    """Return strokes as one picture, cropped to their ink."""
    inks = tuple(
        Ink(stroke.pen.colour, stroke.pen.width, stroke.pen.opacity, stroke.points)
        for stroke in strokes
    )
    return Picture(sketch, inks, _frame(sketch, inks))


def _frame(sketch: Sketch, inks: Iterable[Ink]) -> Box:
    """Return the box around all ink, widened to a least size and moderate proportions."""
    left, top, right, bottom = _bounds(inks)
    width = max(right - left, _LEAST_PART * sketch.width, 1.0)
    height = max(bottom - top, _LEAST_PART * sketch.height, 1.0)
    width, height = max(width, height * _LEAST_SHAPE), max(height, width / _WIDEST_SHAPE)
    centre_x, centre_y = (left + right) / 2, (top + bottom) / 2
    return Box(centre_x - width / 2, centre_y - height / 2, width, height)


def _bounds(inks: Iterable[Ink]) -> tuple[float, float, float, float]:
    left, top, right, bottom = [], [], [], []
    for ink in inks:
        half = ink.width / 2
        xs, ys = ink.points[::2], ink.points[1::2]
        left.append(min(xs) - half)
        right.append(max(xs) + half)
        top.append(min(ys) - half)
        bottom.append(max(ys) + half)
    return min(left), min(top), max(right), max(bottom)
