"""The images of a file: stamps of ours are known again, photos are read, others are named."""

import base64
import binascii
import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from path_planner.domain.picture import Picture
from path_planner.errors import PlannerError
from path_planner.exchange.excalidraw import left_out
from path_planner.exchange.excalidraw.images import stamp_of
from path_planner.exchange.excalidraw.plain import table, words_of
from path_planner.stamps import box

Element = Mapping[str, Any]
PictureFrom = Callable[[bytes], Picture]
_ADDRESS = re.compile(r"data:(image/[a-z0-9.+-]{1,30});base64,([A-Za-z0-9+/\s]*={0,2})")
_MOST_PICTURES = 200
_LONGEST = 40_000_000
_OUR_INK = "ink-"


class Images:
    """The pictures of one file, each read once."""

    def __init__(self, files: Mapping[str, Any], picture_from: PictureFrom) -> None:
        """Begin with the files of a document, and how bytes become a picture."""
        self._files = files
        self._picture_from = picture_from
        self._found: dict[str, Picture | str] = {}
        self.counted: Counter[str] = Counter()

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures that were read, each once."""
        found = {each.id: each for each in self._found.values() if isinstance(each, Picture)}
        return tuple(found.values())

    def known(self, row: Element) -> Element | None:
        """Return an image as one that can become a mark, or nothing, and count why."""
        name = words_of(row.get("fileId"))
        data = table(row.get("customData"))
        stamp = stamp_of(name)
        icon = words_of(data.get("stamp")) or (stamp[0] if stamp else "")
        if icon and box.has(icon):
            return row
        found = self._of(name)
        if isinstance(found, str):
            self.counted[found] += 1
            return None
        plain = {key: value for key, value in data.items() if key != "stamp"}
        # So that its name is not taken for that of a stamp.
        return {**row, "fileId": None, "customData": {**plain, "picture": found.id}}

    def _of(self, name: str) -> Picture | str:
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def _read(self, name: str) -> Picture | str:
        if name.startswith(_OUR_INK):
            return left_out.CARD_INK
        address = words_of(table(self._files.get(name)).get("dataURL"))
        if not address:
            return left_out.NO_FILE
        if address.startswith("data:image/svg"):
            return left_out.LINE_PICTURE
        return self._picture(address) or left_out.BAD_PICTURE

    def _picture(self, address: str) -> Picture | None:
        held = _ADDRESS.fullmatch(address) if len(address) <= _LONGEST else None
        if held is None or len(self._found) >= _MOST_PICTURES:
            return None
        try:
            return self._picture_from(base64.b64decode(held[2]))
        except (PlannerError, binascii.Error, ValueError):
            return None
