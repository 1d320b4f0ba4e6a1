"""Boxes, and the areas of the poster that are filled with rows of cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Box:
    """An axis-aligned rectangle; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> tuple[float, float]:
        """Return the coordinates of the centre."""
        return self.x + self.width / 2, self.y + self.height / 2

    def inset(self, across: float, down: float | None = None) -> "Box":
        """Return the box made smaller on all sides."""
        down = across if down is None else down
        return Box(
            self.x + across,
            self.y + down,
            max(self.width - 2 * across, 0.0),
            max(self.height - 2 * down, 0.0),
        )

    def overlaps(self, other: "Box", slack: float = 1e-6) -> bool:
        """Whether the two boxes overlap; touching edges do not count."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )


class Area(Protocol):
    """A part of the poster that rows of cards fill from top to bottom."""

    @property
    def box(self) -> Box:
        """Return the box around the area."""

    @property
    def round(self) -> bool:
        """Whether rows are centred, as in a circle."""

    @property
    def space(self) -> float:
        """The area in square units, or a close upper bound of it."""

    def span(self, top: float, bottom: float) -> tuple[float, float]:
        """Return the left and right edge of a row between these heights."""

    def holds(self, box: Box, slack: float = 1e-6) -> bool:
        """Say whether the box lies wholly inside."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A plain area."""

    box: Box
    round: bool = False

    @property
    def space(self) -> float:
        """Return how large it is."""
        return self.box.width * self.box.height

    def span(self, top: float, bottom: float) -> tuple[float, float]:
        """Return the same edges at every height."""
        del top, bottom
        return self.box.x, self.box.right

    def holds(self, box: Box, slack: float = 1e-6) -> bool:
        """Say whether the box lies wholly inside."""
        return (
            box.x >= self.box.x - slack
            and box.right <= self.box.right + slack
            and box.y >= self.box.y - slack
            and box.bottom <= self.box.bottom + slack
        )


@dataclass(frozen=True, slots=True)
class Silhouette:
    """A round area, symmetric about its vertical axis.

    `halves` is its half width at equidistant heights of the box `around`; `box` is the used part.
    """

    around: Box
    halves: tuple[float, ...]
    box: Box
    round: bool = True

    @property
    def space(self) -> float:
        """An upper bound of the area in square units."""
        step = self.around.height / (len(self.halves) - 1)
        first = max(0, floor((self.box.y - self.around.y) / step))
        last = ceil((self.box.bottom - self.around.y) / step)
        return sum(self.halves[first : last + 1]) * 2 * step

    def span(self, top: float, bottom: float) -> tuple[float, float]:
        """Return the edges of the widest row that lies wholly inside."""
        centre_x, step = self.around.centre[0], self.around.height / (len(self.halves) - 1)
        first = floor((top - self.around.y) / step)
        last = ceil((bottom - self.around.y) / step)
        if first < 0 or last >= len(self.halves):
            return centre_x, centre_x
        half = min(self.halves[first : last + 1])
        return centre_x - half, centre_x + half

    def holds(self, box: Box, slack: float = 1e-6) -> bool:
        """Say whether the box lies wholly inside."""
        left, right = self.span(box.y + slack, box.bottom - slack)
        return box.x >= left - slack and box.right <= right + slack

    def between(self, top: float, bottom: float) -> "Silhouette":
        """Return the part of the area that lies between two heights."""
        box = Box(self.around.x, top, self.around.width, bottom - top)
        return Silhouette(self.around, self.halves, box)


_SAMPLES = 400


def ellipse_area(around: Box) -> Silhouette:
    """Return the inside of an ellipse."""
    width = around.width / 2
    heights = (2 * index / _SAMPLES - 1 for index in range(_SAMPLES + 1))
    halves = tuple(width * sqrt(max(0.0, 1 - up * up)) for up in heights)
    return Silhouette(around, halves, around)


def polygon_area(points: Sequence[tuple[float, float]]) -> Silhouette:
    """Return the inside of a polygon that is symmetric about its vertical axis."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    around = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    middle = around.centre[0]
    heights = [around.y + around.height * index / _SAMPLES for index in range(_SAMPLES + 1)]
    edges = list(zip(points, [*points[1:], points[0]], strict=True))
    halves = tuple(_half_width(edges, middle, height) for height in heights)
    return Silhouette(around, halves, around)


def _half_width(
    edges: Sequence[tuple[tuple[float, float], tuple[float, float]]], middle: float, height: float
) -> float:
    """Return the distance from the axis to the first edge; 0 where the axis is outside."""
    right = sorted(
        x - middle
        for start, end in edges
        if min(start[1], end[1]) <= height < max(start[1], end[1])
        for x in (start[0] + (end[0] - start[0]) * (height - start[1]) / (end[1] - start[1]),)
        if x > middle
    )
    return right[0] if len(right) % 2 else 0.0
