"""Decoding and validation of untrusted bytes: the result is a dictionary, or a PlannerError.

Limits are checked before parsing (size, brackets, commas) and after it (nesting, repeated keys).
"""

from collections.abc import Mapping
from typing import Any

import orjson

from path_planner.errors import (
    FileDamaged,
    FileTooNew,
    IsAnEvent,
    IsASession,
    IsAVision,
    NotAnEvent,
    NotASession,
    NotAVision,
    PlannerError,
)
from path_planner.storage import notices
from path_planner.storage.document_type import DocumentType
from path_planner.storage.limits import check_nesting, estimate_parse_cost

_BOM = b"\xef\xbb\xbf"

_IS_NOT: Mapping[str, type[PlannerError]] = {
    "path-planner/session": NotASession,
    "path-planner/vision": NotAVision,
    "path-planner/event": NotAnEvent,
}
_IS: Mapping[str, type[PlannerError]] = {
    "path-planner/session": IsASession,
    "path-planner/vision": IsAVision,
    "path-planner/event": IsAnEvent,
}


def parse(data: bytes, document_type: DocumentType[Any, Any]) -> dict[str, Any]:
    """Return the JSON object of a document of this type.

    Raises FileTooLarge, FileDamaged, FileTooNew or, for other files, NotASession, NotAVision or
    NotAnEvent.
    """
    estimate_parse_cost(data).check()
    # Some editors add a byte order mark to a file that a person edits.
    text = data.removeprefix(_BOM)
    if not text.strip(b"\0 \t\r\n"):
        raise FileDamaged(why=notices.EMPTY)
    try:
        parsed: dict[str, Any] = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise _refusal(text, document_type) from None
    _check_format(parsed.get("format") if isinstance(parsed, dict) else None, document_type)
    _check_version(parsed.get("version"), document_type)
    if check_nesting(parsed) != count_keys(text):
        raise FileDamaged(why=notices.TWICE_NAMED)
    return parsed


def _refusal(text: bytes, document_type: DocumentType[Any, Any]) -> PlannerError:
    if f'"{document_type.format}"'.encode() in text[:2000]:
        return FileDamaged(why=notices.CUT_OR_GARBLED)
    return _IS_NOT[document_type.format]()


def _check_format(declared: object, document_type: DocumentType[Any, Any]) -> None:
    if declared != document_type.format:
        other = _IS.get(declared) if isinstance(declared, str) else None
        raise (other or _IS_NOT[document_type.format])


def _check_version(version: object, document_type: DocumentType[Any, Any]) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FileDamaged(why=notices.NO_VERSION)
    if version > document_type.version:
        raise FileTooNew


def count_keys(text: bytes) -> int:
    """Count the keys in the text, also repeated ones that a parser drops: one colon each.

    Outside strings JSON has a colon only after a key. Escaped quotes are removed first; then every
    other piece between quotes is outside strings.
    """
    if b"\\" in text:
        text = text.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(text.split(b'"')[::2]).count(b":")
