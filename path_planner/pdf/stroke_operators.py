"""Write freehand strokes as PDF operators, in whole tenths of a point, pen by pen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise

from path_planner.pdf.content_stream import POINTS, alpha, colour
from path_planner.pdf.path_operators import GRID, Point


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
