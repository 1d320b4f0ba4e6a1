"""Messages of a wall: changes, and the visible area of a presenter's wall."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from path_planner.ui.sync import client_message

_FARTHEST = 1e7
_OWNER = re.compile(r"[a-z0-9]{20}")

View = dict[str, float]


@dataclass(frozen=True)
class WallMessage(client_message.ClientMessage):
    """One message of a wall."""

    view: View | None = None
    """The visible area in wall units, while this window presents."""
    owner: str = ""
    """A secret of this browser for this board, by which it is known again after a reload."""


def read(raw: object) -> WallMessage:
    """Return a message; invalid parts are left out."""
    return client_message.read(raw, WallMessage, view=_view(raw), owner=_owner(raw))


def _owner(raw: object) -> str:
    owner = raw.get("owner") if isinstance(raw, Mapping) else None
    return owner if isinstance(owner, str) and _OWNER.fullmatch(owner) else ""


def _view(raw: object) -> View | None:
    raw_view = raw.get("view") if isinstance(raw, Mapping) else None
    if not isinstance(raw_view, Mapping):
        return None
    view = {name: raw_view.get(name) for name in ("x", "y", "width", "height")}
    valid = {
        name: float(value)
        for name, value in view.items()
        if isinstance(value, int | float) and isfinite(value) and abs(value) < _FARTHEST
    }
    complete = len(valid) == len(view) and valid["width"] > 0 and valid["height"] > 0
    return valid if complete else None
