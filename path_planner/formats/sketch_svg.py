"""Sketches as SVG images, which contain nothing but numbers and colours."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from itertools import pairwise

from path_planner.domain.marks import Sketch, Stroke
from path_planner.formats.fabric import Drawn, Point, pairs


def sketch_svg(strokes: Iterable[Stroke], width: float, height: float) -> str:
    """Return strokes as a transparent SVG of this size, with highlighters beneath pens."""
    return drawn_svg(((stroke.pen, stroke.points) for stroke in strokes), width, height)


def drawn_svg(strokes: Iterable[Drawn], width: float, height: float) -> str:
    """Return strokes as they leave the pad, as `sketch_svg` does."""
    ordered = sorted(strokes, key=lambda stroke: stroke[0].opacity >= 1)
    drawn = "".join(map(_drawn, ordered))
    size = f'width="{_short(width)}" height="{_short(height)}"'
    view = f'viewBox="0 0 {_short(width)} {_short(height)}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {view}>'
        f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{drawn}</g></svg>'
    )


def as_address(svg: str) -> str:
    """Return an SVG as a data URL; as an image it cannot run scripts."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def sketch_address(sketch: Sketch, strokes: Iterable[Stroke]) -> str:
    """Return a whole sketch as a data URL of an image."""
    return as_address(sketch_svg(strokes, sketch.width, sketch.height))


def line_through(points: Sequence[float]) -> str:
    """Return path data: quadratic Bézier curves between midpoints, as the drawing pad draws."""
    first, *rest = pairs(points)
    if not rest:
        return f"M{_at(first)}h0"
    curves = "".join(
        f"Q{_at(point)} {_at(((point[0] + after[0]) / 2, (point[1] + after[1]) / 2))}"
        for point, after in pairwise((first, *rest))
    )
    return f"M{_at(first)}{curves}L{_at(rest[-1])}"


def _drawn(stroke: Drawn) -> str:
    pen, points = stroke
    stroke_opacity = f' stroke-opacity="{_short(pen.opacity)}"' if pen.opacity < 1 else ""
    return (
        f'<path d="{line_through(points)}" stroke="{pen.colour}"'
        f' stroke-width="{_short(pen.width)}"{stroke_opacity}/>'
    )


def _at(point: Point) -> str:
    return f"{_short(point[0])} {_short(point[1])}"


def _short(number: float) -> str:
    return f"{round(number, 2):g}"
