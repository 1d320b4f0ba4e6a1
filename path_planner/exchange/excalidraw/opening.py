"""Opening a file of Excalidraw that somebody sends: nothing in it is believed before it is seen."""

from collections.abc import Mapping
from typing import Any, NamedTuple

import orjson

from path_planner.errors import FileTooLarge, NotAWall, TooMuch
from path_planner.exchange.excalidraw.plain import table
from path_planner.storage.limits import MOST_BYTES

MOST_ELEMENTS = 20_000
_MOST_BRACKETS, _MOST_COMMAS = 3_000_000, 8_000_000
_KIND = "excalidraw"


class Drawn(NamedTuple):
    """What a file holds: elements from the lowest to the topmost, and the bytes of images."""

    elements: tuple[Mapping[str, Any], ...]
    files: Mapping[str, Any]


def opened(data: bytes) -> Drawn:
    """Return what is in a file; raise where it is no drawing or more than a wall can hold."""
    if len(data) > MOST_BYTES:
        raise FileTooLarge(limit=MOST_BYTES // 2**20)
    if data.count(b"[") + data.count(b"{") > _MOST_BRACKETS or data.count(b",") > _MOST_COMMAS:
        raise NotAWall
    try:
        document = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        raise NotAWall from None
    rows = table(document).get("elements")
    if table(document).get("type") != _KIND or not isinstance(rows, list):
        raise NotAWall
    alive = [row for row in rows if isinstance(row, Mapping) and row.get("isDeleted") is not True]
    if len(alive) > MOST_ELEMENTS:
        raise TooMuch(limit=MOST_ELEMENTS, what="marks")
    return Drawn(tuple(alive), table(table(document).get("files")))
