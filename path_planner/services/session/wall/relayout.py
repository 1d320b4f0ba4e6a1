"""Where marks lie on the wall, and moving them from one box to another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from path_planner.domain.base import put, remove
from path_planner.domain.marks import Mark, Sketch, Stroke
from path_planner.domain.session import Session
from path_planner.domain.wall_items import BoxItem, Card, Label, Photo, Shape, Stamp
from path_planner.processes.prompts import process_of
from path_planner.scene.geometry import Box
from path_planner.scene.wall import has_wall, stage_boxes
from path_planner.services.session.wall.cards import box_on_wall, settled

Standing = Stroke | Shape | Label | Stamp | Photo

_WHOLE = (Label, Stamp, Photo)
"""These keep their proportions wherever they go."""


@dataclass(frozen=True, slots=True)
class Fit:
    """The way from one box to another: along each axis on its own."""

    old: Box
    new: Box

    @property
    def across(self) -> float:
        """Return how much wider things become."""
        return self.new.width / self.old.width if self.old.width else 1.0

    @property
    def down(self) -> float:
        """Return how much taller things become."""
        return self.new.height / self.old.height if self.old.height else 1.0

    @property
    def size(self) -> float:
        """Return how much larger things become that keep their proportions."""
        return sqrt(self.across * self.down)

    def x(self, x: float) -> float:
        """Carry a place from left to right."""
        return self.new.x + (x - self.old.x) * self.across

    def y(self, y: float) -> float:
        """Carry a place from top to bottom."""
        return self.new.y + (y - self.old.y) * self.down


def box_of(mark: Standing) -> Box:
    """Return the box around a mark before it is turned."""
    if isinstance(mark, BoxItem) and not (isinstance(mark, Shape) and mark.points):
        return Box(mark.x, mark.y, mark.width, mark.height)
    points: Sequence[float] = getattr(mark, "points", ())
    across, down = points[::2], points[1::2]
    left, top = min(across), min(down)
    return Box(left, top, max(across) - left, max(down) - top)


def carried_mark(mark: Standing, fit: Fit) -> Standing:
    """Return a mark in its new place."""
    if isinstance(mark, Stroke):
        return mark.model_copy(update={"points": _points(mark.points, fit)})
    if isinstance(mark, _WHOLE):
        return mark.model_copy(update=_whole(mark, fit))
    return mark.model_copy(
        update={
            "x": fit.x(mark.x),
            "y": fit.y(mark.y),
            "width": mark.width * fit.across,
            "height": mark.height * fit.down,
            "points": _points(mark.points, fit),
        }
    )


def _whole(mark: Label | Stamp | Photo, fit: Fit) -> dict[str, float]:
    middle_x, middle_y = box_of(mark).centre
    width, height = mark.width * fit.size, mark.height * fit.size
    found = {
        "x": fit.x(middle_x) - width / 2,
        "y": fit.y(middle_y) - height / 2,
        "width": width,
        "height": height,
    }
    return {**found, "size": mark.size * fit.size} if isinstance(mark, Label) else found


def carried_card(card: Card, fit: Fit) -> Card:
    """Return a card in its new place; its lines break where they broke."""
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
    """Return the session with each mark where its region has gone; those outside all stay."""
    if not has_wall(before):
        return after
    old = stage_boxes(before, process_of(before))
    found = ((key, _lies(before, mark, old)) for key, mark in before.marks.items())
    lying = {key: stage for key, stage in found if stage}
    ways = _ways(old, stage_boxes(after, process_of(after)), after, set(lying.values()))
    moved = after
    for key, stage in lying.items():
        mark = after.marks.get(key)
        if mark is not None and ways[stage].old != ways[stage].new:
            moved = _moved(moved, mark, ways[stage])
    return settled(moved)


def _moved(session: Session, mark: Mark, fit: Fit) -> Session:
    if isinstance(mark, Sketch):
        return session
    if not isinstance(mark, Card):
        return put(session, "marks", carried_mark(mark, fit))
    if not mark.by_hand:
        # It was laid out for them: it is laid out anew.
        return remove(session, "marks", mark.id)
    return put(session, "marks", carried_card(mark, fit))


def _lies(session: Session, mark: Mark, boxes: Mapping[str, Box]) -> str | None:
    """Return the stage whose region the middle of a mark is in."""
    if isinstance(mark, Sketch) or (isinstance(mark, Stroke) and (mark.sketch or mark.signs)):
        return None
    box = box_on_wall(session, mark) if isinstance(mark, Card) else box_of(mark)
    x, y = box.centre
    inside = (
        stage
        for stage, around in boxes.items()
        if around.x <= x <= around.right and around.y <= y <= around.bottom
    )
    return next(inside, None)


def _ways(
    old: Mapping[str, Box], new: Mapping[str, Box], after: Session, used: set[str]
) -> dict[str, Fit]:
    """Return where each region goes; those that become one share its place from top to bottom."""
    process = process_of(after)
    sources: dict[str, list[str]] = {}
    for stage in old:
        if stage in used:
            sources.setdefault(process.stage_for(stage), []).append(stage)
    ways = {}
    for home, stages in sources.items():
        whole = new[home]
        height = whole.height / len(stages)
        for number, stage in enumerate(stages):
            place = Box(whole.x, whole.y + number * height, whole.width, height)
            ways[stage] = Fit(old[stage], place)
    return ways
