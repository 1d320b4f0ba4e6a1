"""Convert shapes to boxes, ellipses, diamonds, lines and arrows of Excalidraw and back."""

from collections.abc import Mapping
from typing import Any

from path_planner.domain.marks import Dash, Head, Shape, ShapeKind
from path_planner.errors import NotAMark
from path_planner.formats.excalidraw import geometry
from path_planner.formats.excalidraw.geometry import (
    blurred,
    blurred_opacity,
    exact,
    opacity_written,
    read_box,
    read_opacity,
    write_box,
)
from path_planner.formats.excalidraw.validation import clamped, needed, words_of
from path_planner.scene.foreign_fields import read_colour, write_colour

FORMS = {
    "rectangle": ShapeKind.BOX,
    "ellipse": ShapeKind.ELLIPSE,
    "diamond": ShapeKind.DIAMOND,
    "line": ShapeKind.LINE,
    "arrow": ShapeKind.ARROW,
}
_KINDS = {form: kind for kind, form in FORMS.items()}
_LINES = {ShapeKind.LINE, ShapeKind.ARROW}
_HEADS = {
    "arrow": Head.ARROW,
    "bar": Head.BAR,
    "dot": Head.DOT,
    "circle": Head.DOT,
    "circle_outline": Head.DOT,
    "triangle": Head.TRIANGLE,
    "triangle_outline": Head.TRIANGLE,
    "diamond": Head.TRIANGLE,
    "diamond_outline": Head.TRIANGLE,
    "crowfoot_one": Head.BAR,
    "crowfoot_many": Head.ARROW,
    "crowfoot_one_or_many": Head.ARROW,
}
_ROUND_BOX, _ROUND_OTHER = 3, 2
_THINNEST, _FATTEST = 0.01, 400.0


def write(shape: Shape) -> dict[str, Any]:
    """Return the fields of the element of a shape."""
    fields: dict[str, Any] = {
        "type": _KINDS[shape.form],
        "strokeColor": write_colour(shape.line),
        "backgroundColor": write_colour(shape.fill),
        "strokeWidth": shape.line_width,
        "strokeStyle": shape.dash.value,
        "roundness": _roundness(shape),
        "opacity": opacity_written(shape.opacity),
    }
    if shape.form not in _LINES or not shape.points:
        return fields | write_box(shape)
    x, y, pairs = geometry.written(shape.points)
    width, height = geometry.size_of(pairs)
    fields |= {"x": x, "y": y, "width": width, "height": height, "points": pairs}
    fields |= {"startBinding": None, "endBinding": None, "lastCommittedPoint": None}
    fields |= {"startArrowhead": _head(shape.start), "endArrowhead": _head(shape.end)}
    return fields | ({"elbowed": False} if shape.form is ShapeKind.ARROW else {"polygon": False})


def exacts(shape: Shape) -> dict[str, Any]:
    """Return the numbers that would lose precision in the round trip."""
    if shape.form not in _LINES or not shape.points:
        return blurred_opacity(shape)
    comes_back = geometry.comes_back(shape.points)
    return blurred_opacity(shape) | blurred(points=(shape.points, comes_back))


def read(raw: Mapping[str, Any], custom_data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a shape."""
    form = FORMS[raw["type"]]
    fields = {
        "form": form,
        "line": read_colour(raw.get("strokeColor")),
        "fill": read_colour(raw.get("backgroundColor")),
        "line_width": clamped(raw.get("strokeWidth"), _THINNEST, _FATTEST, 2.0),
        "dash": _dash(raw.get("strokeStyle")),
        "rounded": bool(raw.get("roundness")) or raw.get("strokeSharpness") == "round",
        "words": words_of(custom_data.get("words")),
    }
    return fields | (_read_line(raw, custom_data) if form in _LINES else read_box(raw, custom_data))


def _read_line(raw: Mapping[str, Any], custom_data: Mapping[str, Any]) -> dict[str, Any]:
    x, y = needed(raw.get("x")), needed(raw.get("y"))
    raw_points = raw.get("points")
    if not isinstance(raw_points, list) or not raw_points:
        # Very old files have no points: the line runs from corner to corner.
        raw_points = [[0, 0], [raw.get("width"), raw.get("height")]]
    pairs = geometry.pairs_of(raw_points)
    found = geometry.read(x, y, pairs)
    if not geometry.are_near(found):
        raise NotAMark
    points = exact(
        custom_data,
        "points",
        found,
        lambda kept: geometry.still_stands(kept, x, y, pairs),
    )
    left, top, width, height = geometry.box_of(points)
    return {
        "points": points,
        "start": _HEADS.get(words_of(raw.get("startArrowhead")), Head.NONE),
        "end": _HEADS.get(words_of(raw.get("endArrowhead")), Head.NONE),
        "opacity": read_opacity(raw, custom_data),
        "x": left,
        "y": top,
        "width": width,
        "height": height,
    }


def _roundness(shape: Shape) -> dict[str, int] | None:
    if not shape.rounded:
        return None
    return {"type": _ROUND_BOX if shape.form is ShapeKind.BOX else _ROUND_OTHER}


def _head(head: Head) -> str | None:
    return None if head is Head.NONE else head.value


def _dash(raw: object) -> Dash:
    return Dash(raw) if isinstance(raw, str) and raw in set(Dash) else Dash.SOLID
