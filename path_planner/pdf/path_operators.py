"""Convert outlines and strokes to PDF path operators (ISO 32000-1, 8.5).

Their points are in millimetres from the top left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise
from typing import Self

from path_planner.pdf.content_stream import POINTS, alpha, colour, number

Point = tuple[float, float]

_KAPPA = 0.5522847498
"""4/3 (√2 - 1): the length of the Bézier handles of a quarter circle of radius 1."""

GRID = 10
"""Steps in a point for ink: finer than any printer, and numbers need no decimal point."""
_TEMPLATES = {"m": "%d %d m", "l": "%d %d l", "c": "%d %d %d %d %d %d c", "h": "h"}


@dataclass(frozen=True, slots=True)
class Paint:
    """The fill and stroke of a shape; the width and dash lengths are in millimetres."""

    fill: str | None = None
    stroke: str | None = None
    width: float = 0.35
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    even_odd: bool = False


class Outline:
    """A path built step by step; points are in millimetres from the top left."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, tuple[float, ...]]] = []

    def move(self, x: float, y: float) -> Self:
        """Begin a new subpath here."""
        self.steps.append(("m", (x, y)))
        return self

    def line(self, x: float, y: float) -> Self:
        """Draw a straight line to here."""
        self.steps.append(("l", (x, y)))
        return self

    def curve(self, first: Point, second: Point, end: Point) -> Self:
        """Add a cubic Bézier curve with two control points."""
        self.steps.append(("c", (*first, *second, *end)))
        return self

    def close(self) -> Self:
        """Close the subpath."""
        self.steps.append(("h", ()))
        return self


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """Return a rectangle by its top left corner and its size."""
    return polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Outline:
    """Return a rectangle with round corners."""
    r = min(radius, width / 2, height / 2)
    c = r * (1 - _KAPPA)
    right, bottom = x + width, y + height
    return (
        Outline()
        .move(x + r, y)
        .line(right - r, y)
        .curve((right - c, y), (right, y + c), (right, y + r))
        .line(right, bottom - r)
        .curve((right, bottom - c), (right - c, bottom), (right - r, bottom))
        .line(x + r, bottom)
        .curve((x + c, bottom), (x, bottom - c), (x, bottom - r))
        .line(x, y + r)
        .curve((x, y + c), (x + c, y), (x + r, y))
        .close()
    )


def ellipse(x: float, y: float, across: float, down: float) -> Outline:
    """Return an ellipse by its centre and its two radii."""
    a, b = across * _KAPPA, down * _KAPPA
    return (
        Outline()
        .move(x + across, y)
        .curve((x + across, y + b), (x + a, y + down), (x, y + down))
        .curve((x - a, y + down), (x - across, y + b), (x - across, y))
        .curve((x - across, y - b), (x - a, y - down), (x, y - down))
        .curve((x + a, y - down), (x + across, y - b), (x + across, y))
        .close()
    )


def circle(x: float, y: float, radius: float) -> Outline:
    """Return a circle by its centre and radius."""
    return ellipse(x, y, radius, radius)


def polygon(points: Sequence[Point], *, closed: bool = True) -> Outline:
    """Return straight lines through these points."""
    outline = Outline().move(*points[0])
    for point in points[1:]:
        outline.line(*point)
    return outline.close() if closed else outline


def outline_operators(
    outlines: Iterable[Outline], paint: Paint, height: float, *, coarse: bool = False
) -> str:
    """Return the operators that paint outlines on a page of this height in millimetres.

    With `coarse`, coordinates are whole tenths of a point relative to the start of the path.
    """
    if not (paint.fill or paint.stroke):
        return ""
    parts = ["q", f"/{alpha(paint.opacity)} gs" if paint.opacity < 1 else ""]
    unit = POINTS * GRID if coarse else POINTS
    paths = list(outlines)
    origin = next((values[:2] for each in paths for _, values in each.steps), (0.0, 0.0))
    if coarse:
        # The origin is moved to the start of the path, so that its numbers are short.
        place = f"{number(origin[0] * POINTS)} {number((height - origin[1]) * POINTS)}"
        parts.append(f"{1 / GRID} 0 0 -{1 / GRID} {place} cm")
    if paint.fill:
        parts.append(f"{colour(paint.fill)} rg")
    if paint.stroke:
        dash = " ".join(number(length * unit) for length in paint.dash)
        parts.append(f"{colour(paint.stroke)} RG {number(paint.width * unit)} w 1 J 1 j")
        parts.append(f"[{dash}] 0 d" if dash else "")
    if coarse:
        parts.extend(_coarse_path(outline, origin) for outline in paths)
    else:
        parts.extend(path_operators(outline, height) for outline in paths)
    operator = "B" if paint.fill and paint.stroke else "f" if paint.fill else "S"
    parts.append(f"{operator}*" if paint.even_odd and paint.fill else operator)
    parts.append("Q")
    return " ".join(part for part in parts if part)


def _coarse_path(outline: Outline, origin: Sequence[float]) -> str:
    """Return a path in whole numbers of a tenth of a point from where it begins, y down."""
    scale = POINTS * GRID
    x, y = origin
    # One format for all of a path is several times as fast as one for each step.
    template = "\n".join(_TEMPLATES[operator] for operator, _ in outline.steps)
    return template % tuple(
        round((value - (y if index % 2 else x)) * scale)
        for _, values in outline.steps
        for index, value in enumerate(values)
    )


def path_operators(outline: Outline, height: float) -> str:
    """Return the operators of a path alone."""
    return " ".join(
        " ".join([*(number(each) for each in _flipped(values, height)), operator])
        for operator, values in outline.steps
    )


def _flipped(values: tuple[float, ...], height: float) -> Iterable[float]:
    for index, value in enumerate(values):
        yield (height - value if index % 2 else value) * POINTS


@dataclass(frozen=True, slots=True)
class Pen:
    """What a stroke is drawn with; the width is in millimetres."""

    colour: str
    width: float
    opacity: float = 1.0


Stroke = tuple[Pen, Sequence[Point]]


def ink_operators(strokes: Iterable[Stroke], height: float) -> bytes:
    """Return the operators that draw strokes, in the order they were drawn."""
    # Consecutive strokes of one pen share its graphics state; the order stays.
    parts = [f"q {1 / GRID} 0 0 -{1 / GRID} 0 {height * POINTS:.2f} cm 1 J 1 j"]
    for pen, group in groupby(strokes, key=lambda stroke: stroke[0]):
        width = max(1, round(pen.width * POINTS * GRID))
        parts.append(f"/{alpha(pen.opacity)} gs {colour(pen.colour)} RG {width} w")
        parts.extend(_stroke(points) for _, points in group if points)
    parts.append("Q")
    return "\n".join(parts).encode("ascii")


def _stroke(points: Sequence[Point]) -> str:
    """Return a smooth curve: quadratic Bézier curves between midpoints, with points as handles."""
    scale = POINTS * GRID
    x = [point[0] * scale for point in points]
    y = [point[1] * scale for point in points]
    if len(points) < 3:  # noqa: PLR2004 - two points have no middle between middles
        return f"{x[0]:.0f} {y[0]:.0f} m {x[-1]:.0f} {y[-1]:.0f} l S"
    middle_x = [(a + b) / 2 for a, b in pairwise(x[1:])]
    middle_y = [(a + b) / 2 for a, b in pairwise(y[1:])]
    middle_x[-1], middle_y[-1] = x[-1], y[-1]
    handles = zip(
        _handles([x[0], *middle_x], x[1:-1], middle_x),
        _handles([y[0], *middle_y], y[1:-1], middle_y),
        strict=True,
    )
    values = chain.from_iterable((a, d, b, e, c, f) for (a, b, c), (d, e, f) in handles)
    # One format for all of a stroke is several times as fast as one for each curve.
    curves = "%d %d %d %d %d %d c\n" * len(middle_x) % tuple(values)
    return f"{x[0]:.0f} {y[0]:.0f} m\n{curves}S"


def _handles(
    starts: Sequence[float], pulls: Sequence[float], ends: Sequence[float]
) -> list[tuple[float, float, float]]:
    """Raise quadratic Bézier curves to cubic ones (degree elevation): PDF has only those."""
    return [
        ((start + 2 * pull) / 3, (end + 2 * pull) / 3, end)
        for start, pull, end in zip(starts, pulls, ends, strict=False)
    ]
