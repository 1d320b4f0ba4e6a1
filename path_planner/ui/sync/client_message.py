"""Messages of a browser window, validated as untrusted input."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from path_planner.services.commands import command_id

_NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")

Change = Mapping[str, Any]


@dataclass(frozen=True)
class ClientMessage:
    """One message of a window: the revision that it has, and its changes that wait to be saved."""

    window_id: str = ""
    revision: int | None = None
    """The revision that the window has."""
    changes: tuple[Change, ...] = ()
    sequence: int = 0
    """Grows with each message; 0 before there is one."""


R = TypeVar("R", bound=ClientMessage)


def read(raw: object, kind: type[R], **more: Any) -> R:
    """Return a message of this kind with its `more` fields; invalid parts are left out.

    On the wire the id of the window is called `wall`, the revision it has `has`, and the sequence
    `turn`.
    """
    if not isinstance(raw, Mapping):
        return kind()
    window_id, changes = raw.get("wall"), raw.get("changes")
    return kind(
        window_id=window_id if isinstance(window_id, str) and _NAME.fullmatch(window_id) else "",
        revision=_count(raw.get("has")),
        # A change without an id could be neither acknowledged nor refused.
        changes=tuple(filter(command_id, changes)) if isinstance(changes, list) else (),
        sequence=_count(raw.get("turn")) or 0,
        **more,
    )


def _count(value: object) -> int | None:
    return value if type(value) is int and value >= 0 else None
