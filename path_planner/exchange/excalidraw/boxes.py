"""Where a mark that fills a box has its place, and how much shines through it."""

from collections.abc import Mapping
from typing import Any

from path_planner.domain.pen import FARTHEST
from path_planner.domain.wall import Boxed
from path_planner.exchange.excalidraw.exactness import (
    blurred,
    exact,
    is_near,
    opacity_read,
    opacity_written,
)
from path_planner.exchange.excalidraw.plain import clamped, needed


def write_box(mark: Boxed) -> dict[str, float]:
    """Return the box of a mark and its opacity."""
    return {
        "x": mark.x,
        "y": mark.y,
        "width": mark.width,
        "height": mark.height,
        "opacity": opacity_written(mark.opacity),
    }


def blurred_opacity(mark: Boxed) -> dict[str, Any]:
    """Return the numbers of a mark in a box that would be blurred on their way."""
    return blurred(opacity=(mark.opacity, opacity_read(opacity_written(mark.opacity))))


def read_box(raw: Mapping[str, Any], belongs: Mapping[str, Any]) -> dict[str, float]:
    """Return the box of an element; one drawn from right to left is set upright."""
    x, y = needed(raw.get("x")), needed(raw.get("y"))
    width = needed(raw.get("width", 0))
    height = needed(raw.get("height", 0))
    return {
        "x": max(x + min(width, 0.0), -FARTHEST),
        "y": max(y + min(height, 0.0), -FARTHEST),
        "width": abs(width),
        "height": abs(height),
        "opacity": read_opacity(raw, belongs),
    }


def read_opacity(raw: Mapping[str, Any], belongs: Mapping[str, Any], least: float = 0.0) -> float:
    """Return the opacity of an element, exactly as it was if nobody altered it."""
    clear = clamped(raw.get("opacity"), 0.0, 100.0, 100.0)
    return exact(
        belongs,
        "opacity",
        max(opacity_read(clear), least),
        lambda kept: (
            0 <= kept <= 1 and (kept > 0 or not least) and is_near(opacity_written(kept), clear)
        ),
    )
