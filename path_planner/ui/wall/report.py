"""What a wall tells: its report, read as if it came from a stranger."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")
_CHANGE = re.compile(r"[a-z0-9]{20}")
_FARTHEST = 1e7

View = dict[str, float]


@dataclass(frozen=True)
class Report:
    """One report of a wall: where it stands, what it wants kept, where it looks while it leads."""

    wall: str = ""
    has: int | None = None
    changes: tuple[Mapping[str, Any], ...] = ()
    view: View | None = None


def read(raw: object) -> Report:
    """Return a report; what cannot be read of it is left out."""
    if not isinstance(raw, Mapping):
        return Report()
    wall, has, changes = raw.get("wall"), raw.get("has"), raw.get("changes")
    return Report(
        wall=wall if isinstance(wall, str) and _NAME.fullmatch(wall) else "",
        has=has if isinstance(has, int) and not isinstance(has, bool) and has >= 0 else None,
        changes=tuple(_known(changes)) if isinstance(changes, list) else (),
        view=_view(raw.get("view")),
    )


def _known(changes: list[Any]) -> list[Mapping[str, Any]]:
    """Return what can be answered: a change without an id could be neither kept nor refused."""
    return [
        one
        for one in changes
        if isinstance(one, dict) and isinstance(one.get("id"), str) and _CHANGE.fullmatch(one["id"])
    ]


def _view(raw: object) -> View | None:
    if not isinstance(raw, Mapping):
        return None
    view = {name: raw.get(name) for name in ("x", "y", "width", "height")}
    sound = {
        name: float(value)
        for name, value in view.items()
        if isinstance(value, int | float) and isfinite(value) and abs(value) < _FARTHEST
    }
    whole = len(sound) == len(view) and sound["width"] > 0 and sound["height"] > 0
    return sound if whole else None
