"""The door: bytes from anywhere become a dictionary, or a plain refusal."""

from typing import Any

import orjson

from path_planner.errors import FileDamaged, FileTooNew, NotAPlan
from path_planner.storage import reasons
from path_planner.storage.limits import check_depth, weigh
from path_planner.storage.migrations import VERSION

FORMAT = "path-planner/session"
_MARK = b'"' + FORMAT.encode() + b'"'
_BOM = b"\xef\xbb\xbf"


def parse(data: bytes) -> dict[str, Any]:
    """Return what a document says, or raise why it is not one that we can read."""
    weigh(data).check()
    # Some editors put this mark before a text that a person mended by hand.
    text = data.removeprefix(_BOM)
    if not text.strip(b"\0 \t\r\n"):
        raise FileDamaged(why=reasons.EMPTY)
    try:
        parsed = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise _refusal(text) from None
    if not isinstance(parsed, dict) or parsed.get("format") != FORMAT:
        raise NotAPlan
    _check_version(parsed.get("version"))
    check_depth(parsed)
    if has_duplicate_keys(text, parsed):
        raise FileDamaged(why=reasons.TWICE_NAMED)
    return parsed


def _refusal(text: bytes) -> FileDamaged | NotAPlan:
    return FileDamaged(why=reasons.CUT_OR_GARBLED) if _MARK in text[:2000] else NotAPlan()


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileDamaged(why=reasons.NO_VERSION)
    if version > VERSION:
        raise FileTooNew


def has_duplicate_keys(text: bytes, parsed: object) -> bool:
    """Say whether some key came twice, which a parser drops without a word."""
    return _keys(text) != _keys(orjson.dumps(parsed))


def _keys(text: bytes) -> int:
    """Count the colons outside of strings: one for each key."""
    if b"\\" in text:
        text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    return sum(part.count(b":") for part in text.split(b'"')[::2])
