"""Convert the stacking order, a number here, to the text keys of Excalidraw and back."""

import math
import struct
from zlib import crc32

_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_LENGTH = 11
"""So many digits hold 64 bits."""
_SIGN = 1 << 63
_ALL = (1 << 64) - 1
_FARTHEST = 1e12
"""A key that somebody squeezed in at the end could mean a number after which none comes."""

BENEATH, GROUND, ABOVE = "Zx", "Zy", "a0"
"""The prefixes of keys: photos under everything, the bare PATH, and all that stands on it."""


def index_of(order: float, mark_id: str, part: int = 0, layer: str = ABOVE) -> str:
    """Return a key that sorts as the order does; parts of one thing follow each other."""
    (bits,) = struct.unpack(">Q", struct.pack(">d", order + 0.0))
    rising = bits ^ (_ALL if bits & _SIGN else _SIGN)
    # The last letter is there because such a key may not end in a nought.
    return (
        layer
        + _digits(rising, _LENGTH)
        + _digits(crc32(mark_id.encode()), 3)
        + (_digits(part, 2) + "V")
    )


def order_from_index(index: object) -> float | None:
    """Return the order a key stands for, also where it was put between two of ours."""
    if not isinstance(index, str) or not index.startswith((ABOVE, BENEATH)):
        return None
    digits = index[2 : 2 + _LENGTH].ljust(_LENGTH, "0")
    if not set(digits) <= set(_DIGITS):
        return None
    rising = 0
    for digit in digits:
        rising = rising * len(_DIGITS) + _DIGITS.index(digit)
    if rising > _ALL:
        return None
    bits = rising ^ (_SIGN if rising & _SIGN else _ALL)
    (order,) = struct.unpack(">d", struct.pack(">Q", bits))
    return float(order) if math.isfinite(order) and abs(order) <= _FARTHEST else None


def _digits(number: int, length: int) -> str:
    row = []
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        row.append(_DIGITS[digit])
    return "".join(reversed(row))
