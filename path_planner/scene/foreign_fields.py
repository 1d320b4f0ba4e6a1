"""The look of a mark that only Excalidraw knows: fields that a mark keeps in `foreign`.

`DRAWN` lists all that change how a mark looks; each is read here, with the default that
Excalidraw has for it. Values of a wrong type count as missing.
"""

from math import isfinite
from typing import Any
from zlib import crc32

from path_planner.domain.wall_items import Shape, WallItem

DRAWN = (
    *("crop", "scale", "roughness", "seed", "fillStyle", "backgroundColor", "strokeColor"),
    *("roundness", "startArrowhead", "endArrowhead", "elbowed", "lineHeight", "fontFamily"),
)
"""Foreign fields that the poster draws."""

SOLID = "solid"
_ROUGHEST = 10.0
_HEX, _HEX_SHORT = 9, 5
"""The lengths of #rrggbbaa and #rgba."""
_ADAPTIVE = 3
_CORNER, _LARGEST_CORNER = 0.25, 32.0
"""The radius of round corners: this part of the shorter side, up to this length."""


def number_of(mark: WallItem, name: str, otherwise: float) -> float:
    """Return a foreign field that is a finite number."""
    return _number(mark.foreign.get(name), otherwise)


def _number(raw: object, otherwise: float) -> float:
    if isinstance(raw, int | float) and not isinstance(raw, bool) and isfinite(raw):
        return float(raw)
    return otherwise


def word_of(mark: WallItem, name: str) -> str:
    """Return a foreign field that is a string, or ""."""
    raw = mark.foreign.get(name)
    return raw if isinstance(raw, str) else ""


def flips_of(mark: WallItem) -> tuple[bool, bool]:
    """Whether an image is mirrored from left to right, and from top to bottom."""
    raw: Any = mark.foreign.get("scale")
    sides = list(raw) if isinstance(raw, list | tuple) else []
    across, down = ([_number(side, 1.0) for side in sides] + [1.0, 1.0])[:2]
    return across < 0, down < 0


def roughness_of(mark: WallItem) -> float:
    """Return how unsteady the lines are: 0 for marks of our own."""
    return min(max(number_of(mark, "roughness", 0.0), 0.0), _ROUGHEST)


def seed_of(name: str) -> int:
    """Return the seed of Excalidraw's hand-drawn lines: a checksum of the name."""
    return crc32(name.encode()) & 0x7FFFFFFF


def seed_for(mark: WallItem) -> int:
    """Return the seed of the hand-drawn lines of a mark; never 0, which would mean chance."""
    return int(number_of(mark, "seed", 0.0)) or seed_of(mark.id) or 1


def fill_style_of(mark: WallItem) -> str:
    """Return how an area is filled: solid, hachure, cross-hatch, zigzag and others."""
    return word_of(mark, "fillStyle") or SOLID


def opacity_of_colour(mark: WallItem, name: str) -> float:
    """Return the alpha of a colour, 1 if it has none."""
    raw = word_of(mark, name).strip()
    if not raw.startswith("#") or len(raw) not in {_HEX, _HEX_SHORT}:
        return 1.0
    digits = raw[7:] if len(raw) == _HEX else raw[4] * 2
    try:
        return int(digits, 16) / 255
    except ValueError:
        return 1.0


def corner_radius(mark: WallItem, shorter: float) -> float:
    """Return the radius of the corners of a box or an image that are round."""
    raw: Any = mark.foreign.get("roundness")
    fields = raw if isinstance(raw, dict) else {}
    kind = fields.get("type") if fields else _ADAPTIVE if _is_round(mark) else None
    if kind is None:
        return 0.0
    largest = _number(fields.get("value"), _LARGEST_CORNER) if kind == _ADAPTIVE else shorter
    return max(min(shorter * _CORNER, largest), 0.0)


def _is_round(mark: WallItem) -> bool:
    return isinstance(mark, Shape) and mark.rounded
