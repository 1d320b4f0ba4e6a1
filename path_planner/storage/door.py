"""The door: bytes from anywhere become a dictionary, or a plain refusal."""

from collections.abc import Mapping
from typing import Any

import orjson

from path_planner.errors import (
    FileDamaged,
    FileTooNew,
    IsAPlan,
    IsAVision,
    NotAPlan,
    NotAVision,
    PlannerError,
)
from path_planner.storage import reasons
from path_planner.storage.limits import check_nesting, weigh
from path_planner.storage.sort import Sort

_BOM = b"\xef\xbb\xbf"

_IS_NOT: Mapping[str, type[PlannerError]] = {
    "path-planner/session": NotAPlan,
    "path-planner/vision": NotAVision,
}
_IS: Mapping[str, type[PlannerError]] = {
    "path-planner/session": IsAPlan,
    "path-planner/vision": IsAVision,
}


def parse(data: bytes, sort: Sort[Any, Any]) -> dict[str, Any]:
    """Return what a document of a sort says, or raise why it is not one that we can read."""
    weigh(data).check()
    # Some editors put this mark before a text that a person mended by hand.
    text = data.removeprefix(_BOM)
    if not text.strip(b"\0 \t\r\n"):
        raise FileDamaged(why=reasons.EMPTY)
    try:
        parsed: dict[str, Any] = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise _refusal(text, sort) from None
    _check_format(parsed.get("format") if isinstance(parsed, dict) else None, sort)
    _check_version(parsed.get("version"), sort)
    if check_nesting(parsed) != count_keys(text):
        raise FileDamaged(why=reasons.TWICE_NAMED)
    return parsed


def _refusal(text: bytes, sort: Sort[Any, Any]) -> PlannerError:
    if f'"{sort.format}"'.encode() in text[:2000]:
        return FileDamaged(why=reasons.CUT_OR_GARBLED)
    return _IS_NOT[sort.format]()


def _check_format(found: object, sort: Sort[Any, Any]) -> None:
    if found != sort.format:
        other = _IS.get(found) if isinstance(found, str) else None
        raise (other or _IS_NOT[sort.format])


def _check_version(version: object, sort: Sort[Any, Any]) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileDamaged(why=reasons.NO_VERSION)
    if version > sort.version:
        raise FileTooNew


def count_keys(text: bytes) -> int:
    """Count the keys as they are written, also those that a parser drops: one colon each."""
    if b"\\" in text:
        text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(text.split(b'"')[::2]).count(b":")
