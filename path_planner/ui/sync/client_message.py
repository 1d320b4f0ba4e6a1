"""What a window tells of itself: its report, read as if it came from a stranger."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from path_planner.services.commands import command_id

_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")

Change = Mapping[str, Any]


@dataclass(frozen=True)
class ClientMessage:
    """One report of a window: where it stands, and what it wants kept."""

    wall: str = ""
    """The id of the window."""
    has: int | None = None
    changes: tuple[Change, ...] = ()


R = TypeVar("R", bound=ClientMessage)


def read(raw: object, kind: type[R], **more: Any) -> R:
    """Return a report with what more its kind tells; what cannot be read of it is left out."""
    if not isinstance(raw, Mapping):
        return kind()
    wall, has, changes = raw.get("wall"), raw.get("has"), raw.get("changes")
    return kind(
        wall=wall if isinstance(wall, str) and _NAME.fullmatch(wall) else "",
        has=has if isinstance(has, int) and not isinstance(has, bool) and has >= 0 else None,
        # A change without an id could be neither kept nor refused.
        changes=tuple(filter(command_id, changes)) if isinstance(changes, list) else (),
        **more,
    )
