"""The fields that every element of Excalidraw has, their default values, and its order as a key.

Excalidraw sorts its elements by a fractional index, which is text. The bits of an IEEE 754 double,
as an integer with the sign bit flipped (all bits flipped for negative numbers), sort like the
numbers; written in base 62 with a fixed length they sort as text.
"""

import math
import re
import struct
from collections.abc import Mapping
from typing import Any
from zlib import crc32

import orjson

from path_planner.domain.marks import Photo, WallItem
from path_planner.scene.foreign_fields import seed_of

LEFT_OUT: Mapping[str, Any] = {
    "fillStyle": "solid",
    "strokeWidth": 2,
    "strokeStyle": "solid",
    "roughness": 1,
    "opacity": 100,
    "angle": 0,
    "strokeColor": "#1e1e1e",
    "backgroundColor": "transparent",
    "groupIds": [],
    "frameId": None,
    "roundness": None,
    "boundElements": [],
    "link": None,
    "locked": False,
    "isDeleted": False,
    "textAlign": "left",
    "verticalAlign": "top",
    "containerId": None,
    "autoResize": True,
    "startBinding": None,
    "endBinding": None,
    "startArrowhead": None,
    "lastCommittedPoint": None,
    "scale": [1, 1],
    "crop": None,
}
"""The values that Excalidraw's `restore` gives to missing fields; such values are not written."""
_NEGATIVE_ZERO = re.compile(rb"-0\.0(?![0-9])")

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH = 11
"""So many digits of base 62 hold 64 bits."""
_SIGN = 1 << 63
_ALL_BITS = (1 << 64) - 1
_FARTHEST = 1e12
"""The limit for orders: a key made by others could stand for a number that leaves no larger one."""

BENEATH, GROUND, ABOVE = "Zx", "Zy", "a0"
"""The prefixes of keys: photos under everything, the bare PATH, and all that stands on it."""


def with_defaults(mark: WallItem, own: Mapping[str, Any]) -> dict[str, Any]:
    """Return an element with its own fields and those that Excalidraw expects."""
    layer = BENEATH if isinstance(mark, Photo) and mark.under else ABOVE
    return {
        "id": mark.id,
        "angle": mark.turn,
        "backgroundColor": "transparent",
        "fillStyle": "solid",
        "strokeWidth": 2,
        "strokeStyle": "solid",
        "roughness": 0,
        "groupIds": list(mark.groups),
        "frameId": None,
        "index": index_of(mark.order, mark.id, layer=layer),
        "roundness": None,
        "seed": seed_of(mark.id),
        "boundElements": [],
        "locked": False,
        **own,
    }


def completed(element: Mapping[str, Any]) -> dict[str, Any]:
    """Return an element without default values, and with a checksum of its state as its nonce."""
    slim = {
        key: value
        for key, value in element.items()
        if key not in LEFT_OUT or value != LEFT_OUT[key]
    }
    # -0.0 and 0.0 are the same state.
    state = crc32(_NEGATIVE_ZERO.sub(b"0.0", orjson.dumps(slim))) & 0x7FFFFFFF
    return {**slim, "version": 1, "versionNonce": state, "updated": 1}


def index_of(order: float, mark_id: str, part: int = 0, layer: str = ABOVE) -> str:
    """Return a key that sorts as the order does; parts of one mark follow each other."""
    (bits,) = struct.unpack(">Q", struct.pack(">d", order + 0.0))
    rising = bits ^ (_ALL_BITS if bits & _SIGN else _SIGN)
    # The last letter is there because a fractional index must not end with 0.
    return (
        layer
        + _digits(rising, _LENGTH)
        + _digits(crc32(mark_id.encode()), 3)
        + (_digits(part, 2) + "V")
    )


def order_from_index(index: object) -> float | None:
    """Return the order of a key, also of one that Excalidraw made between two of ours."""
    if not isinstance(index, str) or not index.startswith((ABOVE, BENEATH)):
        return None
    digits = index[2 : 2 + _LENGTH].ljust(_LENGTH, "0")
    if not set(digits) <= set(_DIGITS):
        return None
    rising = 0
    for digit in digits:
        rising = rising * len(_DIGITS) + _DIGITS.index(digit)
    if rising > _ALL_BITS:
        return None
    bits = rising ^ (_SIGN if rising & _SIGN else _ALL_BITS)
    (order,) = struct.unpack(">d", struct.pack(">Q", bits))
    return float(order) if math.isfinite(order) and abs(order) <= _FARTHEST else None


def _digits(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[digit])
    return "".join(reversed(digits))
