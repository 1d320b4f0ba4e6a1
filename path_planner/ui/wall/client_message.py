"""What a wall tells: its report, and where it looks while it leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from path_planner.ui.sync import client_message

_FARTHEST = 1e7

View = dict[str, float]


@dataclass(frozen=True)
class WallMessage(client_message.ClientMessage):
    """One report of a wall."""

    view: View | None = None
    """Where it looks while it leads."""


def read(raw: object) -> WallMessage:
    """Return a report; what cannot be read of it is left out."""
    return client_message.read(raw, WallMessage, view=_view(raw))


def _view(raw: object) -> View | None:
    told = raw.get("view") if isinstance(raw, Mapping) else None
    if not isinstance(told, Mapping):
        return None
    view = {name: told.get(name) for name in ("x", "y", "width", "height")}
    sound = {
        name: float(value)
        for name, value in view.items()
        if isinstance(value, int | float) and isfinite(value) and abs(value) < _FARTHEST
    }
    whole = len(sound) == len(view) and sound["width"] > 0 and sound["height"] > 0
    return sound if whole else None
