"""The look of a mark that only Excalidraw knows: CSS colours, and fields kept in `foreign`.

`DRAWN` lists all that change how a mark looks; each is read here, with the default that
Excalidraw has for it. Values of a wrong type count as missing.
"""

import re
from functools import lru_cache
from math import isfinite
from typing import Any
from zlib import crc32

from PIL import ImageColor

from path_planner.domain.marks import Head, Label, Shape, ShapeKind, Stroke, WallItem

DRAWN = (
    *("crop", "scale", "roughness", "seed", "fillStyle", "backgroundColor", "strokeColor"),
    *("roundness", "startArrowhead", "endArrowhead", "elbowed", "lineHeight", "fontFamily"),
)
"""Foreign fields that the poster draws."""
WITHOUT_LOOK = (
    *("link", "locked", "customData", "frameId", "boundElements", "startBinding", "endBinding"),
    *("fixedSegments", "startIsSpecial", "endIsSpecial", "polygon", "originalText", "autoResize"),
    *("verticalAlign", "lastCommittedPoint", "strokeWidth", "strokeStyle", "opacity"),
    "angle",
)
"""Foreign fields that change nothing of what Excalidraw itself prints, or that a mark has too."""
FILL_STYLES = ("solid", "hachure", "cross-hatch", "zigzag")

SOLID = "solid"
PEN_FACTOR = 4.25
"""The pen of Excalidraw is this many times as wide as its stroke width."""
_ROUGHEST = 10.0
PROPORTIONAL, ADAPTIVE = 2, 3
"""How corners are round: by a part of the side, or by one radius for all but small ones."""
_CORNER, _LARGEST_CORNER = 0.25, 32.0
"""The radius of round corners: this part of the shorter side, up to this length."""

TRANSPARENT = "transparent"
INK = "#1E2430"
_OURS = re.compile(r"#[0-9A-Fa-f]{6}")
_LONGEST = 40
_OPAQUE = 255


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
    """Return the opacity of a foreign colour, 1 if there is none."""
    return read_alpha(mark.foreign.get(name))


def fill_of(stroke: Stroke) -> str | None:
    """Return the colour inside a stroke that comes back to where it began."""
    return read_colour(stroke.foreign.get("backgroundColor"))


def corner_radius(mark: WallItem, shorter: float, kind: int | None) -> float:
    """Return the radius of round corners; `kind` is how they are round if nothing else is said."""
    raw: Any = mark.foreign.get("roundness")
    fields = raw if isinstance(raw, dict) else {}
    kind = fields.get("type", kind)
    if kind is None:
        return 0.0
    largest = _number(fields.get("value"), _LARGEST_CORNER) if kind == ADAPTIVE else shorter
    return max(min(shorter * _CORNER, largest), 0.0)


def is_elbowed(shape: Shape) -> bool:
    """Whether an arrow runs in straight lines with a round corner between."""
    return shape.form is ShapeKind.ARROW and shape.foreign.get("elbowed") is True


def arrowhead_of(shape: Shape, *, at_start: bool) -> str:
    """Return Excalidraw's name for the arrowhead at an end, or ""."""
    head = shape.start if at_start else shape.end
    if head is Head.NONE:
        return ""
    return word_of(shape, "startArrowhead" if at_start else "endArrowhead") or head.value


MACHINES_OWN = 2
"""The font family that a browser takes from its machine, so it looks different on each."""
OTHER_LETTERINGS = frozenset({MACHINES_OWN, 3, 6, 8, 9})
"""The font families that are no handwriting."""
_BOLD = 7
_ASCENT_AND_DESCENT = {
    1: (0.886, 0.374),
    2: (1577 / 2048, 471 / 2048),
    3: (1900 / 2048, 480 / 2048),
    5: (0.886, 0.374),
    6: (1.011, 0.353),
    7: (0.923, 0.22),
    8: (0.75, 0.25),
    9: (1854 / 2048, 434 / 2048),
}
"""The ascent and descent in ems that Excalidraw uses for its font families."""
_HAND = 5
_LINE_HEIGHT, _TALLEST = 1.25, 10.0


def is_bold(label: Label) -> bool:
    """Whether a label is written in the one bold lettering of the wall."""
    return label.foreign.get("fontFamily") == _BOLD


def line_height_of(label: Label) -> float:
    """Return the distance of the lines of a label, in ems."""
    height = number_of(label, "lineHeight", _LINE_HEIGHT)
    return height if 0 < height <= _TALLEST else _LINE_HEIGHT


def baseline_of(label: Label) -> float:
    """Return the first baseline of a label below its upper edge, in ems."""
    family = label.foreign.get("fontFamily")
    family = family if isinstance(family, int) and family in _ASCENT_AND_DESCENT else _HAND
    return baseline_offset(family, line_height_of(label))


def baseline_offset(family: int, line_height: float) -> float:
    """Return the first baseline below the upper edge of a text in a font family, in ems."""
    ascent, descent = _ASCENT_AND_DESCENT[family]
    return ascent + (line_height - ascent - descent) / 2


def read_colour(raw: object) -> str | None:
    """Return a CSS colour as `#rrggbb`, or None if it is transparent."""
    text = raw.strip() if isinstance(raw, str) else ""
    if _OURS.fullmatch(text):
        return text
    if not text or text.lower() in {TRANSPARENT, "none"} or len(text) > _LONGEST:
        return None
    parts = _parts(text)
    if parts is None:
        return INK
    red, green, blue, alpha = parts
    return f"#{red:02x}{green:02x}{blue:02x}" if alpha else None


def read_alpha(raw: object) -> float:
    """Return the opacity of a CSS colour, from 0 to 1."""
    text = raw.strip() if isinstance(raw, str) else ""
    parts = _parts(text) if len(text) <= _LONGEST else None
    return parts[3] / _OPAQUE if parts else 1.0


@lru_cache(maxsize=1024)
def _parts(text: str) -> tuple[int, int, int, int] | None:
    try:
        red, green, blue, *alpha = ImageColor.getrgb(text)
    except ValueError:
        return None
    return red, green, blue, alpha[0] if alpha else _OPAQUE


def write_colour(colour: str | None) -> str:
    """Return a colour, or the word for none."""
    return colour or TRANSPARENT
