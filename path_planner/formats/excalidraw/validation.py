"""Validation of the values of a foreign file; values of a wrong type are ignored."""

import math
import re
from collections.abc import Mapping
from typing import Any

from path_planner.domain.marks import FARTHEST
from path_planner.errors import NotAMark

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_RECORD_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")
_MOST_SIGNS = 2_000
_MOST_IN_A_LIST = 200
_MOST_DEPTH = 4
_LARGEST = 1e12


def is_number(value: object) -> bool:
    """Whether this is a finite number of an acceptable size."""
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) <= _LARGEST
        and math.isfinite(value)
    )


def needed(value: Any, least: float = -FARTHEST, most: float = FARTHEST) -> float:
    """Return a required number; raise NotAMark."""
    if not is_number(value) or not least <= value <= most:
        raise NotAMark
    return float(value)


def clamped(value: Any, least: float, most: float, otherwise: float) -> float:
    """Return a number clamped to bounds, or `otherwise` if it is not a number."""
    return min(max(float(value), least), most) if is_number(value) else otherwise


def words_of(value: object) -> str:
    """Return a string, or "" if it is not one."""
    return value if isinstance(value, str) else ""


def id_of(value: object) -> str | None:
    """Return a valid record id, or None."""
    return value if isinstance(value, str) and _RECORD_ID.fullmatch(value) else None


def table(value: object) -> Mapping[str, Any]:
    """Return a mapping, or an empty one."""
    return value if isinstance(value, Mapping) else {}


def is_plain(value: object, depth: int = 0) -> bool:
    """Whether a value is small, shallow and safe enough to be kept for another program."""
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, str):
        return len(value) <= _MOST_SIGNS and not _UNSAFE.search(value)
    if isinstance(value, list | tuple):
        inside = list(value)
    elif isinstance(value, Mapping):
        inside = [*value.keys(), *value.values()]
    else:
        return is_number(value)
    return (
        depth < _MOST_DEPTH
        and len(inside) <= _MOST_IN_A_LIST
        and all(is_plain(part, depth + 1) for part in inside)
    )
