"""How everything travels to a window: as bytes, of which the large part is made once.

Until a window has said where it stands, it is told everything with each look. Streamlit would turn
thousands of records into text twice for each of them; bytes it takes as they are.
"""

from collections.abc import Mapping
from typing import Any

import orjson


class CachedJson:
    """What is large and the same for all windows, as bytes; made anew with each revision."""

    def __init__(self) -> None:
        """Begin with nothing made."""
        self._made: tuple[int, bytes] | None = None

    def merge_with(
        self, small: Mapping[str, Any], large: Mapping[str, Any], revision: int
    ) -> bytes:
        """Return both as the bytes of one JSON object; `decode` in `frontend/sync` reads it."""
        if self._made is None or self._made[0] != revision:
            self._made = (revision, orjson.dumps(dict(large)))
        return orjson.dumps(dict(small))[:-1] + b"," + self._made[1][1:]
