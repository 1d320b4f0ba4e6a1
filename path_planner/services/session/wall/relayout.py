"""Moving marks with their regions when the process changes: from one box to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from path_planner.domain.base import put, remove
from path_planner.domain.marks import (
    BoxItem,
    Card,
    Label,
    Mark,
    Photo,
    Shape,
    Sketch,
    Stamp,
    Stroke,
)
from path_planner.domain.session import Session
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.wall import has_wall, stage_boxes
from path_planner.services.session.wall.cards import box_on_wall, settled

Standing = Stroke | Shape | Label | Stamp | Photo

_WHOLE = (Label, Stamp, Photo)
"""Marks that keep their proportions."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The transformation from one box to another: translation, and scale along each axis."""

    old: Box
    new: Box

    @property
    def across(self) -> float:
        """The scale along x."""
        return self.new.width / self.old.width if self.old.width else 1.0

    @property
    def down(self) -> float:
        """The scale along y."""
        return self.new.height / self.old.height if self.old.height else 1.0

    @property
    def size(self) -> float:
        """The scale of marks that keep their proportions: the geometric mean of both."""
        return sqrt(self.across * self.down)

    def x(self, x: float) -> float:
        """Transform an x coordinate."""
        return self.new.x + (x - self.old.x) * self.across

    def y(self, y: float) -> float:
        """Transform a y coordinate."""
        return self.new.y + (y - self.old.y) * self.down


def box_of(mark: Standing) -> Box:
    """Return the box of a mark before rotation."""
    if isinstance(mark, BoxItem) and not (isinstance(mark, Shape) and mark.points):
        return Box(mark.x, mark.y, mark.width, mark.height)
    points: Sequence[float] = getattr(mark, "points", ())
    xs, ys = points[::2], points[1::2]
    left, top = min(xs), min(ys)
    return Box(left, top, max(xs) - left, max(ys) - top)


def carried_mark(mark: Standing, fit: Fit) -> Standing:
    """Return a mark transformed."""
    if isinstance(mark, Stroke):
        return mark.model_copy(update={"points": _points(mark.points, fit)})
    if isinstance(mark, _WHOLE):
        return mark.model_copy(update=_scaled_proportionally(mark, fit))
    return mark.model_copy(
        update={
            "x": fit.x(mark.x),
            "y": fit.y(mark.y),
            "width": mark.width * fit.across,
            "height": mark.height * fit.down,
            "points": _points(mark.points, fit),
        }
    )


def _scaled_proportionally(mark: Label | Stamp | Photo, fit: Fit) -> dict[str, float]:
    centre_x, centre_y = box_of(mark).centre
    width, height = mark.width * fit.size, mark.height * fit.size
    fields = {
        "x": fit.x(centre_x) - width / 2,
        "y": fit.y(centre_y) - height / 2,
        "width": width,
        "height": height,
    }
    return {**fields, "size": mark.size * fit.size} if isinstance(mark, Label) else fields


def carried_card(card: Card, fit: Fit) -> Card:
    """Return a card transformed; its line breaks stay, as width and font size scale alike."""
    return card.model_copy(
        update={
            "x": fit.x(card.x),
            "y": fit.y(card.y),
            "width": card.width * fit.across,
            "size": card.size * fit.across,
        }
    )


def _points(points: Sequence[float], fit: Fit) -> tuple[float, ...]:
    return tuple(fit.y(value) if index % 2 else fit.x(value) for index, value in enumerate(points))


def follow_regions(before: Session, after: Session) -> Session:
    """Return the session with the marks of each region moved with it; marks outside all stay."""
    if not has_wall(before):
        return after
    old = stage_boxes(before, process_of(before))
    stages = ((key, _region_of(before, mark, old)) for key, mark in before.marks.items())
    stage_of = {key: stage for key, stage in stages if stage}
    transformations = _transformations(
        old, stage_boxes(after, process_of(after)), after, set(stage_of.values())
    )
    session = after
    for key, stage in stage_of.items():
        mark = after.marks.get(key)
        if mark is not None and transformations[stage].old != transformations[stage].new:
            session = _moved(session, mark, transformations[stage])
    return settled(session)


def _moved(session: Session, mark: Mark, fit: Fit) -> Session:
    if isinstance(mark, Sketch):
        return session
    if not isinstance(mark, Card):
        return put(session, "marks", carried_mark(mark, fit))
    if not mark.by_hand:
        # An automatic place: the card is laid out anew.
        return remove(session, "marks", mark.id)
    return put(session, "marks", carried_card(mark, fit))


def _region_of(session: Session, mark: Mark, boxes: Mapping[str, Box]) -> str | None:
    """Return the stage whose region contains the centre of a mark."""
    if isinstance(mark, Sketch) or (isinstance(mark, Stroke) and (mark.sketch or mark.signs)):
        return None
    box = box_on_wall(session, mark) if isinstance(mark, Card) else box_of(mark)
    x, y = box.centre
    inside = (
        stage
        for stage, region in boxes.items()
        if region.x <= x <= region.right and region.y <= y <= region.bottom
    )
    return next(inside, None)


def _transformations(
    old: Mapping[str, Box], new: Mapping[str, Box], after: Session, used: set[str]
) -> dict[str, Fit]:
    """Return the transformation of each region; regions that become one are stacked in it."""
    process = process_of(after)
    sources: dict[str, list[str]] = {}
    for stage in old:
        if stage in used:
            sources.setdefault(process.stage_for(stage), []).append(stage)
    transformations = {}
    for target, stages in sources.items():
        region = new[target]
        height = region.height / len(stages)
        for index, stage in enumerate(stages):
            slot = Box(region.x, region.y + index * height, region.width, height)
            transformations[stage] = Fit(old[stage], slot)
    return transformations
