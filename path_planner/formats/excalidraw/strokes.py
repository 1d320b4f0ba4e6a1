"""Convert strokes to freedraw elements of Excalidraw and back."""

from collections.abc import Mapping
from typing import Any

from path_planner.domain.marks import Pen, Stroke
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw import geometry
from path_planner.formats.excalidraw.geometry import (
    blurred,
    exact,
    is_near,
    opacity_read,
    opacity_written,
    read_opacity,
)
from path_planner.formats.excalidraw.validation import clamped, id_of, needed
from path_planner.scene.foreign_fields import INK, PEN_FACTOR, read_colour

KIND = "freedraw"
_LEAST_OPACITY, _LEAST_WIDTH, _MOST_WIDTH = 0.0001, 0.01, 400.0
_DEFAULT_PRESSURE = 0.5


def write(stroke: Stroke) -> dict[str, Any]:
    """Return the fields of a freedraw element."""
    x, y, pairs = geometry.written(stroke.points)
    width, height = geometry.size_of(pairs)
    return {
        "type": KIND,
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "strokeColor": stroke.pen.colour,
        "strokeWidth": stroke.pen.width / PEN_FACTOR,
        "opacity": opacity_written(stroke.pen.opacity),
        "points": pairs,
        "pressures": list(stroke.pressures),
        "simulatePressure": not stroke.pressures,
    }


def exacts(stroke: Stroke) -> dict[str, Any]:
    """Return the numbers that would lose precision in the round trip."""
    pen = stroke.pen
    return blurred(
        points=(stroke.points, geometry.comes_back(stroke.points)),
        width=(pen.width, _width(pen.width / PEN_FACTOR)),
        opacity=(pen.opacity, max(opacity_read(opacity_written(pen.opacity)), _LEAST_OPACITY)),
    )


def read(raw: Mapping[str, Any], custom_data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a stroke."""
    x, y = needed(raw.get("x")), needed(raw.get("y"))
    pairs = geometry.pairs_of(raw.get("points"))
    found = geometry.read(x, y, pairs)
    if not geometry.are_near(found):
        raise NotAMark
    return {
        "points": exact(
            custom_data, "points", found, lambda row: geometry.still_stands(row, x, y, pairs)
        ),
        "pressures": _pressures(raw, len(pairs)),
        "pen": _pen(raw, custom_data),
        "signs": id_of(custom_data.get("signs")),
    }


def _pen(raw: Mapping[str, Any], custom_data: Mapping[str, Any]) -> Pen:
    stroke_width = clamped(raw.get("strokeWidth"), 0.0, _MOST_WIDTH, 2.0)
    return Pen(
        colour=read_colour(raw.get("strokeColor")) or INK,
        width=exact(
            custom_data,
            "width",
            _width(stroke_width),
            lambda kept: 0 < kept <= _MOST_WIDTH and is_near(kept / PEN_FACTOR, stroke_width),
        ),
        opacity=read_opacity(raw, custom_data, _LEAST_OPACITY),
    )


def _width(stroke_width: float) -> float:
    """Return the width of a pen: the roundest number that has this stroke width after rounding."""
    width = stroke_width * PEN_FACTOR
    for places in (0, 1):
        rounded = round(width, places)
        if round(stroke_width, 2) == stroke_width == round(rounded / PEN_FACTOR, 2):
            width = rounded
            break
    return min(max(round(width, 6), _LEAST_WIDTH), _MOST_WIDTH)


def _pressures(raw: Mapping[str, Any], count: int) -> tuple[float, ...]:
    given = raw.get("pressures")
    if raw.get("simulatePressure") is True or not isinstance(given, list) or not given:
        return ()
    pressures = [clamped(number, 0.0, 1.0, _DEFAULT_PRESSURE) for number in given[:count]]
    # Excalidraw sometimes omits the pressure of the last point.
    return tuple(pressures + pressures[-1:] * (count - len(pressures)))
