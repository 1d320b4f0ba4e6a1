"""Fractional indices: the z-order, a float here, as the text keys of Excalidraw and back.

The bits of an IEEE 754 double, as an integer with the sign bit flipped (all bits flipped for
negative numbers), sort like the numbers; written in base 62 with a fixed length they sort as text.
"""

import math
import struct
from zlib import crc32

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH = 11
"""So many digits of base 62 hold 64 bits."""
_SIGN = 1 << 63
_ALL_BITS = (1 << 64) - 1
_FARTHEST = 1e12
"""The limit for orders: a key made by others could stand for a number that leaves no larger one."""

BENEATH, GROUND, ABOVE = "Zx", "Zy", "a0"
"""The prefixes of keys: photos under everything, the bare PATH, and all that stands on it."""


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
