"""Where marks lie on the wall, and moving them from one box to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from path_planner.domain.mark import Stroke
from path_planner.domain.wall import Boxed, Card, Label, Photo, Shape, Stamp
from path_planner.scene.geometry import Box

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
    if isinstance(mark, Boxed) and not (isinstance(mark, Shape) and mark.points):
        return Box(mark.x, mark.y, mark.width, mark.height)
    points: Sequence[float] = getattr(mark, "points", ())
    across, down = points[::2], points[1::2]
    left, top = min(across), min(down)
    return Box(left, top, max(across) - left, max(down) - top)


def carried(mark: Standing, fit: Fit) -> Standing:
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
    return tuple(fit.y(value) if place % 2 else fit.x(value) for place, value in enumerate(points))
