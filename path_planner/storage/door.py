"""The door: bytes from anywhere become a dictionary, or a plain refusal."""

from typing import Any

import orjson

from path_planner.errors import FileDamaged, FileTooNew, NotAPlan
from path_planner.storage import reasons
from path_planner.storage.limits import check_nesting, weigh
from path_planner.storage.migrations import newest_version

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
    if check_nesting(parsed) != count_keys(text):
        raise FileDamaged(why=reasons.TWICE_NAMED)
    return parsed


def _refusal(text: bytes) -> FileDamaged | NotAPlan:
    return FileDamaged(why=reasons.CUT_OR_GARBLED) if _MARK in text[:2000] else NotAPlan()


def _check_version(version: object) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileDamaged(why=reasons.NO_VERSION)
    if version > newest_version():
        raise FileTooNew


def count_keys(text: bytes) -> int:
    """Count the keys as they are written, also those that a parser drops: one colon each."""
    if b"\\" in text:
        text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(text.split(b'"')[::2]).count(b":")
