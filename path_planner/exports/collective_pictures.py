"""The pictures of the themes as one drawing for the star: they find their place like a sketch."""

from collections.abc import Iterator, Sequence

from path_planner.domain.mark import Sketch, Stroke
from path_planner.domain.pen import Pen
from path_planner.domain.vision.vision import Vision
from path_planner.evidence.weighing import themes_by_weight
from path_planner.scene.model import INK
from path_planner.stamps import box as stamps
from path_planner.words import say

SKETCH = "themes"
_MOST = 6
_IN_A_ROW = 3
_SIDE = 100.0
_GAP = 30.0
_PITCH = _SIDE + _GAP
_PIECES = 6
"""Straight pieces that a curve is drawn with."""
Point = tuple[float, float]


def theme_pictures(vision: Vision) -> tuple[Sketch | Stroke, ...]:
    """Return a sketch with the stamps people chose for their themes, or nothing."""
    chosen = dict.fromkeys(one.theme.picture for one in themes_by_weight(vision))
    icons = [stamps.find(one) for one in chosen if stamps.has(one)][:_MOST]
    if not icons:
        return ()
    wide = min(len(icons), _IN_A_ROW) * _PITCH - _GAP
    tall = -(-len(icons) // _IN_A_ROW) * _PITCH - _GAP
    words = say("Pictures: {words}", words=", ".join(icon.words for icon in icons))
    sketch = Sketch(id=SKETCH, stage="dream", words=words, width=wide, height=tall)
    return (sketch, *_strokes(icons))


def _strokes(icons: Sequence[stamps.Icon]) -> Iterator[Stroke]:
    number = 0
    for place, icon in enumerate(icons):
        scale = _SIDE / icon.size
        down, across = divmod(place, _IN_A_ROW)
        left, top = across * _PITCH, down * _PITCH
        for line in _lines(icon):
            points = [value for x, y in line for value in (left + x * scale, top + y * scale)]
            yield Stroke(
                id=f"{SKETCH}-{number}",
                stage="dream",
                sketch=SKETCH,
                pen=Pen(colour=INK, width=icon.line * scale),
                points=tuple(points),
                order=float(number),
            )
            number += 1


def _lines(icon: stamps.Icon) -> Iterator[list[Point]]:
    """Yield the lines of a stamp as points, its curves in short straight pieces."""
    for path in icon.paths:
        line: list[Point] = []
        for letter, values in path:
            ends = list(zip(values[::2], values[1::2], strict=True))
            match letter:
                case "m":
                    if line:
                        yield line
                    line = [ends[0]]
                case "l":
                    line.append(ends[0])
                case "c":
                    line.extend(_curve(line[-1], *ends))
                case _:
                    line.append(line[0])
        if line:
            yield line


def _curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        parts = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        four = (start, first, second, end)
        yield (
            sum(part * point[0] for part, point in zip(parts, four, strict=True)),
            sum(part * point[1] for part, point in zip(parts, four, strict=True)),
        )
