"""How an answer to a wall travels: news as they are, a whole wall as bytes."""

from typing import Any

from path_planner.ui.wall.painted import Painting

_LARGE = ("elements", "files")


def on_the_wire(painting: Painting, data: dict[str, Any]) -> dict[str, Any] | bytes:
    """Return an answer as it is handed to Streamlit; `wire.ts` reads it."""
    if data["base"] is not None:
        return data
    small = {name: value for name, value in data.items() if name not in _LARGE}
    return painting.large.beside(small, {name: data[name] for name in _LARGE}, data["revision"])
