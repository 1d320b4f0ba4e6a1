"""How an answer to a wall travels: news as they are, a whole wall as bytes that are made once.

Until a window has said where it stands, it is told everything with each look. Streamlit would turn
thousands of elements into text twice for each of them; bytes it takes as they are.
"""

from typing import Any

import orjson

from path_planner.ui.wall.painted import Painting

_LARGE = ("elements", "files")


def on_the_wire(painting: Painting, data: dict[str, Any]) -> dict[str, Any] | bytes:
    """Return an answer as it is handed to Streamlit; `wire.ts` reads it."""
    if data["base"] is not None:
        return data
    revision = data["revision"]
    made = painting.whole
    if made is None or made[0] != revision:
        large = orjson.dumps({name: data[name] for name in _LARGE})
        painting.whole = made = (revision, large)
    small = {name: value for name, value in data.items() if name not in _LARGE}
    return orjson.dumps(small)[:-1] + b"," + made[1][1:]
